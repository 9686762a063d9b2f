"""The plan as a table: every action is there, and no spreadsheet is led to run a word."""

import csv
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

from hypothesis import given, settings

from sendself.assessment.items import Action, ActionStatus, Priority, Target
from sendself.assessment.model import Assessment
from sendself.context.export.reading import read_table
from sendself.report.files.plan_sheet import plan_csv, plan_sheet, plan_xlsx
from tests.samples import an_evaluation, answered
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

    assert head[:3] == ["Due", "Start", "Action"]
    assert first[:5] == ["2027-01-08", "2027-01-04", "Ask", "", "Under way"]
    assert second[:-1] == [
        "2027-03-31", "", "Train", "", "Not started", "Improve", "Maths", "", "",
        "Title of teaching.first; teaching.of-old",
    ]  # fmt: skip


def test_row_says_the_levels_now_and_aimed_for() -> None:
    """Of each theme that the action moves; an action without themes moves those of its priority."""
    priority = Priority(id="p", text="Maths", themes=("teaching.second",))
    own = Action(id="a", due=SPRING, priority="p", themes=("teaching.first", "families.first", "teaching.of-old"))
    plan = an_evaluation(
        priorities=(priority,),
        actions=(own, Action(id="b", priority="p"), Action(id="c")),
        answers={"teaching.first": answered(2), "teaching.second": answered(1)},
        targets={"teaching.first": Target(level=4), "teaching.second": Target(level=2)},
    )

    assert [row[-1] for row in cells(plan)] == [
        "Levels now and aimed for",
        "Title of teaching.first: now 2 Developing, aimed for 4 Sustained\n"
        "Title of families.first: now Not rated, no level aimed for",
        "Title of teaching.second: now 1 Not yet in place, aimed for 2 Developing",
        "",
    ]


def test_priority_without_an_action_has_a_row() -> None:
    """Under the actions, and it says that nothing is planned for it yet."""
    plan = planned(Action(id="a", what="Train", due=SPRING))

    _, train, alone = cells(plan)

    assert train[2] == "Train"
    assert (alone[2], alone[4], alone[6]) == ("", "No action yet", "Maths")


def test_example_is_marked_in_every_row() -> None:
    """In both files; a real plan has no such column."""
    plan = planned(Action(id="a", what="Train", due=SPRING, priority="p"), Action(id="b"))
    head, *rows = cells(plan.changed(example=True))

    assert head[-1] == "Note"
    assert [row[-1].split(":")[0] for row in rows] == ["EXAMPLE", "EXAMPLE"]
    assert [row[-1].split(":")[0] for row in read_table(plan_xlsx(plan.changed(example=True)), "plan.xlsx").rows] == [
        "EXAMPLE"
    ] * 2
    assert "Note" not in cells(plan)[0]


def test_row_says_that_a_level_aimed_for_is_below_the_one_now() -> None:
    """A spreadsheet is read without the page that would say so."""
    plan = an_evaluation(
        actions=(Action(id="a", themes=("teaching.first",)),),
        answers={"teaching.first": answered(3)},
        targets={"teaching.first": Target(level=2)},
    )

    assert cells(plan)[1][-1].endswith(
        "aimed for 2 Developing. The level aimed for is below where you stand now: set it anew."
    )


def test_file_is_known_as_utf8_by_excel() -> None:
    """It begins with the mark, and Welsh letters come back."""
    made = plan_csv(planned(Action(id="a", what="Tŷ’r Ŵyl")))

    assert made.startswith(b"\xef\xbb\xbf")
    assert "Tŷ’r Ŵyl" in made.decode("utf-8-sig")


@settings(max_examples=40, deadline=None)
@given(assessments(small_rubrics()))
def test_no_cell_is_a_formula_and_no_word_is_lost(assessment: Assessment) -> None:
    """Whatever was written, a spreadsheet sees text, and the text is the whole of it; no action is left out."""
    rows = cells(assessment)[1:]

    assert [row[4] != "No action yet" for row in rows].count(True) == len(assessment.actions)
    for row, meant in zip(rows, plan_sheet(assessment).rows, strict=True):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        words = [cell.isoformat() if isinstance(cell, date) else cell or "" for cell in meant]
        assert [
            cell.removeprefix("'") if cell != whole else cell for cell, whole in zip(row, words, strict=True)
        ] == words


def test_workbook_has_the_same_cells_and_no_formula() -> None:
    """What begins like a formula is text in it, a day is a day, and the same plan gives the same bytes."""
    plan = planned(Action(id="a", what="=1+1", due=SPRING), Action(id="b", what="Ask", priority="p"))

    made = plan_xlsx(plan)

    table = read_table(made, "plan.xlsx")
    assert list(table.header) == cells(plan)[0]
    assert [row[:3] for row in table.rows] == [("2027-03-31", "", "=1+1"), ("", "", "Ask")]
    sheet = ZipFile(BytesIO(made)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert f"<v>{(SPRING - date(1899, 12, 30)).days}</v>".encode() in sheet
    assert made == plan_xlsx(plan)
