"""Counting from the school's own export: what is taken over, and the columns that come back with the next one."""

from datetime import UTC, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.uk_clock import uk_date, uk_day
from sendself.context.export.columns import guess_mapping
from sendself.context.export.facts import LABELS, Fact
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.reading import read_table
from sendself.storage.repository import Repository
from tests.context.export.making import Cell, csv_bytes, upn, workbook
from tests.ui.conftest import SAM, Session

HEADINGS: list[Cell] = ["UPN", "Name", "SEN status", "FSM now", "Free dinners"]


def pupil(number: int) -> list[Cell]:
    """The row of a pupil: the first six have SEN support, and all have dinners for free."""
    return [upn(number), f"Pupil {number}", "K" if number < 6 else "N", "N", "Y"]


EXPORT: list[list[Cell]] = [HEADINGS, *map(pupil, range(40))]
WITHOUT_HEADINGS: list[list[Cell]] = [
    ["Zebedee Quillfeather", "Elm", "SEN support", "FSM"],
    ["Sam Sample", "Elm", "SEN support", ""],
    ["Alex Other", "Oak", "SEN support", "FSM"],
]
NO_COLUMN = -1
BEFORE = "Columns as you chose them on"
FSM = LABELS[Fact.FSM]


def with_file(session: Session, rows: list[list[Cell]], name: str = "export.csv") -> AppTest:
    """A tab of its own in which an export was chosen."""
    app = session("export")
    data = workbook({"Pupils": rows}) if name.endswith("xlsx") else csv_bytes(rows)
    app.file_uploader(key="export-file").upload(name, data).run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    """Everything that the page says in running text and in its tables, as its reader sees it."""
    shown = (*app.markdown, *app.caption, *app.success, *app.warning, *app.error)
    rows = (row for table in app.table for row in table.value.values.tolist())
    lines = [*(element.value for element in shown), *(f"| {' | '.join(map(str, row))} |" for row in rows)]
    return "\n".join(lines).replace("\\", "")


def box_called(app: AppTest, label: str) -> Selectbox[Any]:
    """The box with this label."""
    return next(box for box in app.selectbox if box.label == label)


def pressed(app: AppTest, label: str) -> AppTest:
    """The page after a button was pressed."""
    next(button for button in app.button if button.label == label).click()
    app.run()
    assert not app.exception
    return app


def choose(app: AppTest, label: str, column: object) -> AppTest:
    """The page after a column was chosen by hand."""
    box_called(app, label).set_value(column)
    app.run()
    assert not app.exception
    return app


def kept(repository: Repository, rows: list[list[Cell]]) -> ColumnMapping | None:
    """The columns that are kept for an export."""
    table = read_table(csv_bytes(rows))
    found = repository.export_columns(SAM, guess_mapping(table).signature)
    return ColumnMapping.from_json(found.columns, table) if found else None


@pytest.mark.parametrize("name", ["export.csv", "export.xlsx"])
def test_taken_over_columns_come_back_in_another_session(
    session: Session, repository: Repository, evaluation: Assessment, name: str
) -> None:
    """The figures are in the evaluation; the next export of these headings says when its columns were chosen."""
    app = with_file(session, EXPORT, name)
    assert BEFORE not in said(app)
    assert kept(repository, EXPORT) is None

    pressed(app, "Take these figures over")

    figures = repository.load(SAM, evaluation.id).assessment.context.figures
    assert (figures["roll"].value, figures["sen_support"].value) == (40, 6)
    again = with_file(session, EXPORT, name)
    assert f"{BEFORE} {uk_date(uk_day(datetime.now(UTC)))}" in said(again)


def test_column_chosen_by_hand_comes_back(session: Session, repository: Repository) -> None:
    """A change by hand is kept before anything is taken over; in another session it stands there again."""
    app = choose(with_file(session, EXPORT), FSM, 4)
    assert "| Pupils eligible for free school meals | 40 (2" in said(app)

    again = with_file(session, EXPORT)

    assert BEFORE in said(again)
    assert box_called(again, FSM).value == 4
    assert "| Pupils eligible for free school meals | 40 (2" in said(again)


def test_column_has_one_meaning_also_when_it_is_kept(session: Session, repository: Repository) -> None:
    """A column chosen for one thing is taken away from what it was recognised as, and stays so at the next click."""
    app = with_file(session, EXPORT)
    recognised = box_called(app, FSM).value
    assert recognised == 3
    choose(app, LABELS[Fact.ADMISSION_NUMBER], recognised)
    app.run()

    found = kept(repository, EXPORT)
    assert found is not None
    assert (found.column(Fact.ADMISSION_NUMBER), found.column(Fact.FSM)) == (3, None)


def test_forgotten_columns_are_recognised_anew(session: Session, repository: Repository) -> None:
    """Forgetting shows what is recognised, here and in another session."""
    choose(with_file(session, EXPORT), FSM, 4)
    app = pressed(with_file(session, EXPORT), "Forget these columns")

    assert BEFORE not in said(app)
    assert box_called(app, FSM).value == 3
    assert kept(repository, EXPORT) is None
    assert BEFORE not in said(with_file(session, EXPORT))


def test_columns_are_for_their_own_headings(session: Session) -> None:
    """An export with other headings begins with what is recognised in it."""
    choose(with_file(session, EXPORT), FSM, 4)
    other = [[*HEADINGS[:4], "Free lunches"], *EXPORT[1:]]

    assert BEFORE not in said(with_file(session, other))


def test_export_without_headings_is_not_remembered(session: Session, repository: Repository) -> None:
    """Where a pupil's row may stand for headings, not even their signature is kept."""
    choose(with_file(session, WITHOUT_HEADINGS), LABELS[Fact.REGISTRATION_GROUP], 1)

    assert kept(repository, WITHOUT_HEADINGS) is None
    assert BEFORE not in said(with_file(session, WITHOUT_HEADINGS))


def test_columns_that_cannot_be_read_are_recognised_instead(session: Session, repository: Repository) -> None:
    """What a later version may have kept stops nobody."""
    signature = guess_mapping(read_table(csv_bytes(EXPORT))).signature
    repository.keep_export_columns(SAM, signature, '{"columns": {"shoe_size": [1]}}')

    app = with_file(session, EXPORT)

    assert BEFORE not in said(app)
    assert "Number on roll" in said(app)


def test_preview_shows_columns_values_and_guesses(session: Session) -> None:
    """What each column was taken for, its first values, no names, and what is only a guess; a change shows at once."""
    rows: list[list[Cell]] = [["UPN", "Name", "SEN status", "Attendance autumn %"]]
    rows += [[*pupil(n)[:3], f"9{n % 7}.5"] for n in range(40)]
    app = with_file(session, rows)
    assert f"| UPN | UPN (column 1) | {upn(0)}, {upn(1)}, {upn(2)} | sure |" in said(app)
    assert "| SEN status | SEN status (column 3) | K, N | sure |" in said(app)
    assert "| Name (not read) | Name (column 2) | not read | sure |" in said(app)
    assert "Guessed: Attendance autumn % (column 4)." in said(app)
    assert "Pupil 1" not in said(app)

    choose(app, LABELS[Fact.ATTENDANCE], NO_COLUMN)

    assert "Guessed" not in said(app)
    assert "Left alone: 1 column." in said(app)
    assert "| Attendance autumn % (column 4) | 90.5, 91.5, 92.5 |" in said(app)


def test_columns_can_be_told_apart_where_they_are_chosen(session: Session) -> None:
    """Headings that say nothing have their first values beside them, in the table and in every box, but no names."""
    rows: list[list[Cell]] = [["UPN", "Col A", "Col B", "Col C"]]
    rows += [[upn(n), f"Quill{n} Feather", f"9{n % 7}.5", "KN"[n % 2]] for n in range(40)]
    app = with_file(session, rows)

    assert "| Col A (column 2) | not shown: may tell who a pupil is |" in said(app)
    assert "| Col B (column 3) | 90.5, 91.5, 92.5 |" in said(app)
    offered = box_called(app, LABELS[Fact.ATTENDANCE]).options
    assert {"UPN (column 1)", "Col A (column 2)", "Col B (column 3): 90.5, 91.5, 92.5"} <= set(offered)
    assert "Quill" not in said(app)
    assert not any("Quill" in option for box in app.selectbox for option in box.options)


def of_own_words(number: int) -> list[Cell]:
    """The row of a pupil in a school with words of its own for a status."""
    return [upn(number), "Wave 3" if number < 6 else "Universal"]


OWN_WORDS: list[list[Cell]] = [["UPN", "SEN status"], *map(of_own_words, range(40))]


def test_own_words_for_a_status_are_asked_and_remembered(session: Session, repository: Repository) -> None:
    """Each wording is asked with its rows; what was said counts at once, comes back, and is kept without the words."""
    app = with_file(session, OWN_WORDS)
    assert "| Pupils with SEN support |" not in said(app)

    choose(app, "Wave 3 (6 rows)", "sen_support")
    choose(app, "Universal (34 rows)", "no_sen")
    assert "| Pupils with SEN support | 6 (2" in said(app)

    again = with_file(session, OWN_WORDS)
    assert "| Pupils with SEN support | 6 (2" in said(again)
    assert box_called(again, "Wave 3 (6 rows)").value == "sen_support"
    table = read_table(csv_bytes(OWN_WORDS))
    found = repository.export_columns(SAM, guess_mapping(table).signature)
    assert found is not None
    assert "wave" not in found.columns.casefold()

    choose(again, "Wave 3 (6 rows)", "")
    assert box_called(with_file(session, OWN_WORDS), "Wave 3 (6 rows)").value == ""


def test_what_was_counted_stands_before_it_is_taken_over(session: Session) -> None:
    """The two groups beside each other, those ever in care among them, and the year groups."""
    headings: list[Cell] = ["UPN", "Year", "SEN status", "Ever in care"]
    rows: list[list[Cell]] = [[upn(n), 7 + n % 2, "K" if n < 10 else "N", "Y" if n < 3 else "N"] for n in range(40)]
    app = with_file(session, [headings, *rows])

    assert "| Pupils | 40 | 10 | 30 |" in said(app)
    assert "| Ever in care | 3 | 3 | 0 |" in said(app)
    assert "| Year 7 | 20 | 5 | 15 |" in said(app)


def test_year_of_suspensions_is_asked(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """Without it suspensions are not taken over; with it they carry that year and the rest its own."""
    rows: list[list[Cell]] = [[upn(n), "KN"[n % 2], n % 2] for n in range(40)]
    app = with_file(session, [["UPN", "SEN status", "Suspensions"], *rows])
    assert "| Suspensions, all pupils |" not in said(app)
    assert "Without it they are left out." in said(app)

    asked = box_called(app, "School year of the suspensions and permanent exclusions")
    last_year = asked.options[1]
    choose(app, asked.label, last_year)
    assert f"| Suspensions, all pupils | 20 ({last_year}) | nothing |" in said(app)
    pressed(app, "Take these figures over")

    figures = repository.load(SAM, evaluation.id).assessment.context.figures
    assert (figures["suspensions"].year, figures["roll"].year) == (last_year, asked.options[0])


def test_year_of_attendance_can_be_chosen(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """It begins with the year of the counts, whose part it is, as is said; last year's carries its own year."""
    rows: list[list[Cell]] = [[upn(n), "KN"[n % 2], 90 + n % 5] for n in range(40)]
    app = with_file(session, [["UPN", "SEN status", "Attendance %"], *rows])
    asked = box_called(app, "School year of the attendance")
    this_year, last_year = asked.options[:2]
    assert f"{this_year} is not over" in said(app)

    choose(app, asked.label, last_year)
    assert "is not over" not in said(app)
    pressed(app, "Take these figures over")

    figures = repository.load(SAM, evaluation.id).assessment.context.figures
    years = {name: figures[name].year for name in ("roll", "attendance", "attendance_send", "persistent_absence")}
    assert years == {
        "roll": this_year,
        **dict.fromkeys(("attendance", "attendance_send", "persistent_absence"), last_year),
    }


def test_what_context_has_now_stands_beside_what_is_counted(session: Session) -> None:
    """A figure of the census is not replaced without a word; a second time there is nothing more to replace."""
    app = with_file(session, EXPORT)
    (roll,) = (line for line in said(app).splitlines() if line.startswith("| Number on roll | 40 (2"))
    assert roll.endswith("(DfE's census, 2023/24) |")
    assert "Taking over replaces" in said(app)
    pressed(app, "Take these figures over")

    again = with_file(session, EXPORT)

    (roll,) = (line for line in said(again).splitlines() if line.startswith("| Number on roll | 40 (2"))
    assert "| 40 (an earlier export, 2" in roll
    assert "Taking over replaces" not in said(again)


def test_register_alone_asks_for_the_roll(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """Pupils with SEND alone give no roll: it says so and asks; left open, what Context has stays."""
    rows: list[list[Cell]] = [[upn(n), "KE"[n % 2]] for n in range(40)]
    before = repository.load(SAM, evaluation.id).assessment.figure("roll")
    app = with_file(session, [["UPN", "SEN status"], *rows])
    assert "so the number on roll is not known" in said(app)
    assert "| Number on roll |" not in said(app)
    pressed(app, "Take these figures over")
    assert repository.load(SAM, evaluation.id).assessment.figure("roll") == before

    app = with_file(session, [["UPN", "SEN status"], *rows])
    app.number_input(key="export-roll").set_value(412).run()
    assert "| Number on roll | 412 (2" in said(app)
    pressed(app, "Take these figures over")
    figures = repository.load(SAM, evaluation.id).assessment.context.figures
    assert (figures["roll"].value, figures["roll"].source) == (412, "typed")
    assert figures["ehc_plans"].source == "imported"


def test_sheets_are_said_and_chosen(session: Session) -> None:
    """Two years count together; one of them alone, none, and two with other headings each get what they deserve."""
    app = session("export")
    years = {f"Year {year}": [HEADINGS, pupil(year), pupil(year + 20)] for year in (1, 2)}
    other: list[list[Cell]] = [["UPN", "SEN status"], [upn(50), "K"]]
    book = workbook({"Cover": [["Our school"]], **years, "Other": other})
    app.file_uploader(key="export-file").upload("pupils.xlsx", book).run()
    assert "Read: Year 1, Year 2. Not read: Cover, Other." in said(app)
    assert "| Number on roll | 4 (2" in said(app)
    assert "They are counted together" in said(app)

    expected = {
        ("Year 2",): "| Number on roll | 2 (2",
        (): "Choose the sheet that holds the pupils.",
        ("Year 1", "Other"): "The sheets chosen have different headings",
        ("Other",): "Not read: Cover, Year 1, Year 2.",
    }
    for chosen, says in expected.items():
        sheets = next(group for group in app.button_group if group.label == "Sheets to count")
        sheets.set_value(list(chosen)).run()
        assert not app.exception
        assert says in said(app)


def test_wrong_file_is_one_sentence(session: Session) -> None:
    """A web page called .xls is named as what it is."""
    app = session("export")
    app.file_uploader(key="export-file").upload("pupils.xls", b"<html><table></table></html>").run()

    assert not app.exception
    assert [error.value for error in app.error if "web page" in error.value]


def test_what_is_kept_is_numbers_of_columns(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """No heading, name or number of a pupil stands in what is kept for the next export."""
    pressed(choose(with_file(session, EXPORT), FSM, 4), "Take these figures over")
    found = repository.export_columns(SAM, guess_mapping(read_table(csv_bytes(EXPORT))).signature)

    assert found is not None
    assert '"fsm": [\n   4' in found.columns
    for text in (*map(str, HEADINGS), "Pupil 1", upn(1)):
        assert text not in found.columns
    assert repository.load(SAM, evaluation.id).entries[EntryKey("context", AGREED, "figures.fsm")].value is not None


def test_roll_far_from_the_one_in_context_is_warned_of(session: Session) -> None:
    """What was taken over once is compared with the next export before that is taken over."""
    school: list[list[Cell]] = [[upn(n), "K" if n < 41 else "N"] for n in range(230)]
    school.insert(0, ["UPN", "SEN status"])
    pressed(with_file(session, school), "Take these figures over")

    assert "230 on roll" not in said(with_file(session, school))
    assert "50 pupils counted, and Context has 230 on roll." in said(with_file(session, [school[0], *school[31:81]]))


def test_nothing_to_take_over_is_said_instead_of_empty_tables(session: Session) -> None:
    """While no word for a status is known there is neither an empty table nor the button, but what to do."""
    rows: list[list[Cell]] = [[f"P{'abcdefghij'[n % 10]}", "Wave 3" if n < 9 else "Universal"] for n in range(40)]
    app = with_file(session, [["Initials", "SEN status"], *rows])
    buttons = [button.label for button in app.button]
    assert "There is nothing to take over yet. Say under *What your own words mean*" in said(app)
    assert "Take these figures over" not in buttons
    assert "What is taken over" not in [header.value for header in app.header]
    assert len(app.table) == 2, "the columns taken, and those left alone"

    choose(app, "Wave 3 (9 rows)", "sen_support")
    choose(app, "Universal (31 rows)", "no_sen")
    assert "| Pupils with SEN support | 9 (" in said(app)
    assert "Take these figures over" in [button.label for button in app.button]


def test_sheet_left_out_is_named_with_the_reason(session: Session) -> None:
    """A SEN register beside all pupils, without numbers: it is left out, and counted again when it is chosen."""
    headings: list[Cell] = ["Name", "SEN status"]
    pupils: list[list[Cell]] = [[f"Pupil {n}", "K" if n < 6 else "N"] for n in range(40)]
    app = session("export")
    book = workbook({"Cover": [["Us"]], "All": [headings, *pupils], "SEN register": [headings, *pupils[:6]]})
    app.file_uploader(key="export-file").upload("pupils.xlsx", book).run()
    assert "Read: All. Not read: Cover. Left out so that no pupil counts twice: SEN register." in said(app)
    assert "without a UPN or admission number they would count twice" in said(app)
    assert "| Number on roll | 40 (" in said(app)

    sheets = next(group for group in app.button_group if group.label == "Sheets to count")
    sheets.set_value(["All", "SEN register"]).run()
    assert "| Number on roll | 46 (" in said(app)
