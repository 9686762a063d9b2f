"""The plan as a table: every action is there, and no spreadsheet is led to run a word."""

import csv
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

from hypothesis import given, settings

from sendself.assessment.model import Action, ActionStatus, Assessment, Priority
from sendself.context.export.reading import read_table
from sendself.report.plan_sheet import HEADER, plan_csv, plan_sheet, plan_xlsx
from tests.samples import an_evaluation
from tests.strategies import assessments, small_rubrics

SPRING = date(2027, 3, 31)


def planned(*actions: Action) -> Assessment:
    """An evaluation with a priority and these actions."""
    return an_evaluation(priorities=(Priority(id="p", text="Maths"),), actions=actions)


def cells(assessment: Assessment) -> list[list[str]]:
    """The CSV as a spreadsheet reads it."""
    return list(csv.reader(StringIO(plan_csv(assessment).decode("utf-8-sig"), newline="")))


def test_table_has_a_row_for_each_action() -> None:
    """The one due first on top, days that a spreadsheet sorts, priority and themes in words."""
    later = Action(id="a", what="Train", due=SPRING, priority="p", themes=("teaching.first", "teaching.of-old"))
    sooner = Action(id="b", what="Ask", due=date(2027, 1, 8), start=date(2027, 1, 4), status=ActionStatus.UNDER_WAY)

    head, first, second = cells(planned(later, sooner))

    assert tuple(head) == HEADER
    assert first[:5] == ["2027-01-08", "2027-01-04", "Ask", "", "Under way"]
    assert second == ["2027-03-31", "", "Train", "", "Not started", "Improve", "Maths", "", "", second[-1]]
    assert second[-1] == "Title of teaching.first; teaching.of-old"


def test_file_is_known_as_utf8_by_excel() -> None:
    """It begins with the mark, and Welsh letters come back."""
    made = plan_csv(planned(Action(id="a", what="Tŷ’r Ŵyl")))

    assert made.startswith(b"\xef\xbb\xbf")
    assert "Tŷ’r Ŵyl" in made.decode("utf-8-sig")


@settings(max_examples=40, deadline=None)
@given(assessments(small_rubrics()))
def test_no_cell_is_a_formula_and_no_word_is_lost(assessment: Assessment) -> None:
    """Whatever was written, a spreadsheet sees text, and the text is the whole of it."""
    rows = cells(assessment)[1:]

    assert len(rows) == len(assessment.actions)
    for row, meant in zip(rows, plan_sheet(assessment).rows, strict=True):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        assert [cell.removeprefix("'") if cell != whole else cell for cell, whole in zip(row, meant, strict=True)] == [
            *meant
        ]


def test_workbook_has_the_same_cells_and_no_formula() -> None:
    """What begins like a formula is text in it, and the same plan gives the same bytes."""
    plan = planned(Action(id="a", what="=1+1", due=SPRING), Action(id="b", what="Ask"))

    made = plan_xlsx(plan)

    table = read_table(made, "plan.xlsx")
    assert list(table.header) == list(HEADER)
    assert [row[2] for row in table.rows] == ["=1+1", "Ask"]
    assert b"<f>" not in ZipFile(BytesIO(made)).read("xl/worksheets/sheet1.xml")
    assert made == plan_xlsx(plan)
