"""Sheets with the same headings: which are counted together, and which hold the same pupils again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.errors import ExportError
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary
from sendself.context.export.table import RawTable
from tests.context.export.making import Cell, upn, workbook

HEADINGS: list[Cell] = ["Name", "Year", "SEN status", "FSM"]
PUPILS: list[list[Cell]] = [
    [f"Pupil {n}", 7 + n % 5, "E" if n < 10 else "K" if n < 41 else "N", "NY"[n % 2]] for n in range(230)
]
REGISTER = PUPILS[:41]


def counted(sheets: dict[str, list[list[Cell]]], headings: list[Cell] = HEADINGS) -> tuple[RawTable, ExportSummary]:
    """The table of a workbook with these pupils, and its counts."""
    table = read_table(workbook({name: [headings, *rows] for name, rows in sheets.items()}))
    return table, count(table, guess_mapping(table))


@pytest.mark.parametrize("name", ["SEN register", "SEND list 2026", "Only E and K"])
@pytest.mark.parametrize("first", [True, False])
def test_register_beside_all_pupils_without_numbers_is_left_out(name: str, first: bool) -> None:
    """230 pupils and the 41 of them with SEN again are 230; the sheet is named, with the reason."""
    sheets = {name: REGISTER, "All pupils": PUPILS} if first else {"All pupils": PUPILS, name: REGISTER}

    table, found = counted(sheets)

    assert (found.roll, found.ehc_plans, found.sen_support) == (230, 10, 31)
    assert (table.sheets_read, table.sheets_left_out) == (("All pupils",), (name,))
    assert found.notes[0].startswith("1 sheet with the same headings left out: the pupils there seem to stand on")
    assert name not in "".join(found.notes)


def test_register_that_was_corrected_by_hand_is_left_out_by_its_name() -> None:
    """Its rows no longer stand on the other sheet, but its name says what it is."""
    corrected = [[*row[:3], "?"] for row in REGISTER]

    assert counted({"All pupils": PUPILS, "SEN register": corrected})[1].roll == 230


def test_sheets_of_numbered_pupils_and_chosen_sheets_are_all_counted() -> None:
    """By their numbers pupils count once, whatever sheets they stand on; and whoever chooses both sheets gets both."""
    numbered: list[list[Cell]] = [[upn(at), *row[1:]] for at, row in enumerate(PUPILS)]
    table, found = counted(
        {"All pupils": numbered, "SEN register": numbered[:41]}, ["UPN", "Year", "SEN status", "FSM"]
    )
    assert (found.roll, found.sen_support, table.sheets_left_out) == (230, 31, ())

    both = workbook({name: [HEADINGS, *rows] for name, rows in (("All", PUPILS), ("SEN register", REGISTER))})
    assert len(read_table(both, sheets=["All", "SEN register"]).rows) == 271


def test_years_and_registers_of_years_are_counted_together() -> None:
    """Sheets of different pupils stay, also where all of them are registers, and where rows are alike by chance."""
    years = {f"Year {year}": [row for row in PUPILS if row[1] == year] for year in (7, 8)}
    assert counted(years)[1].roll == 92
    registers = {f"SEN register {name}": [row for row in rows if row[2] != "N"] for name, rows in years.items()}
    assert counted(registers)[1].counted == sum(map(len, registers.values()))

    alike: list[list[Cell]] = [["K" if n == 0 else "N", "N"] for n in range(21)]
    assert counted({"7A": alike, "7B": alike}, ["SEN status", "FSM"])[1].roll == 42


def test_years_beside_all_pupils_are_left_out() -> None:
    """All pupils on one sheet and each year on one of its own: the sheet with all of them counts."""
    years = {f"Year {year}": [row for row in PUPILS if row[1] == year] for year in range(7, 12)}

    table, found = counted({**years, "Everybody": PUPILS})

    assert (found.roll, table.sheets_read, len(table.sheets_left_out)) == (230, ("Everybody",), 5)


def test_of_two_sheets_that_are_the_same_the_first_counts() -> None:
    """A copy of the pupils' sheet is left out."""
    assert counted({"Pupils": PUPILS, "Pupils (2)": PUPILS})[0].sheets_read == ("Pupils",)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 229), min_size=1, unique=True))
def test_pupils_on_two_sheets_count_once(again: list[int]) -> None:
    """Whichever pupils of the whole school stand on a second sheet, the roll is that of the school."""
    assert counted({"All": PUPILS, "Some": [PUPILS[at] for at in again]})[1].roll == 230


CLASS: list[Cell] = ["UPN", "Name", "SEN status"]


def class_of(first: int) -> list[list[Cell]]:
    """A class of ten pupils, two of whom have SEN support."""
    return [[upn(n), f"Pupil {n}", "K" if n < first + 2 else "N"] for n in range(first, first + 10)]


@pytest.mark.parametrize("summary", [["Year", "Pupils", "SEN"], ["Class", "Attendance %"]])
def test_sheets_with_status_and_numbers_come_before_a_summary(summary: list[Cell]) -> None:
    """A first sheet that counts pupils by class is left alone, and the two classes behind it are counted."""
    lines: list[list[Cell]] = [["Year 7", 10, 2], ["Year 8", 10, 2]]
    sheets = {
        "Summary": [summary, *(line[: len(summary)] for line in lines)],
        "7A": [CLASS, *class_of(0)],
        "8A": [CLASS, *class_of(10)],
    }

    table = read_table(workbook(sheets))

    assert table.sheets_read == ("7A", "8A")
    found = count(table, guess_mapping(table))
    assert (found.roll, found.sen_support) == (20, 4)


def test_sheets_with_the_same_headings_in_another_order_are_joined_by_heading() -> None:
    """The second class has its columns in another order, with the same pupils' numbers and status."""
    turned = [[row[2], row[0], row[1]] for row in (CLASS, *class_of(10))]
    table = read_table(workbook({"7A": [CLASS, *class_of(0)], "8A": turned}))

    assert table.header == tuple(CLASS)
    found = count(table, guess_mapping(table))
    assert (found.roll, found.sen_support) == (20, 4)


def test_two_columns_of_one_heading_keep_their_order_on_another_sheet() -> None:
    """Label and code of a status have one heading: each sheet's first stays first."""
    headings: list[Cell] = ["UPN", "SEN status", "SEN status"]
    first: list[list[Cell]] = [headings, [upn(1), "SEN Support", "K"], [upn(2), "No SEN", "N"]]
    second: list[list[Cell]] = [["SEN status", "UPN", "SEN status"], ["EHC Plan", upn(3), "E"]]

    table = read_table(workbook({"7A": first, "8A": second}))

    assert table.rows[-1] == (upn(3), "EHC Plan", "E")


def test_workbook_without_a_status_says_that_it_may_stand_on_another_sheet() -> None:
    """Attendance alone can be counted from no sheet that is read: choose another."""
    attendance: list[list[Cell]] = [[upn(n), 95] for n in range(5)]
    table = read_table(workbook({"Marks": [["UPN", "Attendance %"], *attendance], "Other": [["a", "b"], ["c", "d"]]}))

    with pytest.raises(ExportError, match="If it stands on another sheet, choose that one"):
        count(table, guess_mapping(table))


@pytest.mark.parametrize(
    ("heading", "cell", "named"),
    [("Attendance %", 95, "attendance in percent"), ("Primary need", "SEMH", "type of need"), ("FSM", "Y", "eligible")],
)
def test_what_stands_on_another_sheet_is_mentioned(heading: str, cell: Cell, named: str) -> None:
    """Attendance or needs beside the SEN status on a sheet of their own are not joined, and the page says so."""
    other: list[list[Cell]] = [[upn(n), cell] for n in range(10)]
    table = read_table(workbook({"SEN": [CLASS, *class_of(0)], "Other": [["UPN", heading], *other]}))

    found = count(table, guess_mapping(table))

    assert found.roll == 10
    assert any(note.startswith(f"Another sheet gives {named}") for note in found.notes)
    assert not any(note.startswith("Another sheet") for note in counted({"All pupils": PUPILS})[1].notes)
