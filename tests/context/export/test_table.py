"""Headings that may be a pupil's row are told from those of a report."""

from collections.abc import Callable

import pytest

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.errors import ExportError
from sendself.context.export.reading import read_table
from sendself.context.export.table import clean_cell, headings_look_like_data
from tests.context.export.making import CANARY, Cell, csv_bytes, upn, workbook

PUPILS: list[list[Cell]] = [[upn(1), CANARY, "K", "SEMH"], [upn(2), "Sam Sample", "N", ""]]


@pytest.mark.parametrize(
    "headings",
    [
        ["UPN", "Name", "SEN status", "Need"],
        ["UPN", "Name", "SEN status", ""],
        ["Pupil: UPN", "Pupil", "SEN support K/E", "Primary need"],
        ["Unique pupil number", "Legal name", "SEN provision", "SEN need 1"],
    ],
)
def test_headings_of_a_report_are_headings(headings: list[Cell]) -> None:
    """Names of columns are no data, also when a line of them is repeated below or one is blank."""
    assert not headings_look_like_data(read_table(csv_bytes([headings, *PUPILS, headings, *PUPILS])))


@pytest.mark.parametrize(
    "first",
    [
        pytest.param([CANARY, "Oak", "SEN support", "FSM"], id="words that are headings elsewhere"),
        pytest.param([CANARY, "Oak", "Pupil premium", "Elm"], id="one such word"),
        pytest.param([CANARY, "Red", "Blue", "Green"], id="no known word"),
        pytest.param(["2013-04-05", "SEN status", "Need", CANARY], id="a date"),
        pytest.param(["428", "SEN status", "Need", CANARY], id="a number"),
    ],
)
def test_first_pupil_of_an_export_without_headings_is_data(first: list[Cell]) -> None:
    """A row that may be a pupil's is never taken for headings that may be kept."""
    rows: list[list[Cell]] = [first, [*first[:2], first[2], first[3]], ["Sam Sample", "Elm", "SEN support", ""]]

    try:
        table = read_table(csv_bytes(rows))
    except ExportError:
        return
    assert headings_look_like_data(table)


GUARDS = ["{}", '="{}"', "'{}", ' ="{}" ', " '{}"]


@pytest.mark.parametrize("guard", GUARDS)
@pytest.mark.parametrize("make", [csv_bytes, lambda rows: workbook({"Pupils": rows})])
def test_guards_against_excel_are_taken_off_every_cell(guard: str, make: Callable[[list[list[Cell]]], bytes]) -> None:
    """A pupil with two needs counts once, and a status is read, whatever keeps Excel from making numbers of them."""
    pupils: list[list[Cell]] = [[upn(n), "K" if n < 13 else "N", "94.5"] for n in [*range(40), *range(13)]]
    rows: list[list[Cell]] = [[guard.format(cell) for cell in row] for row in pupils]
    table = read_table(make([["UPN", "SEN status", "Attendance %"], *rows]))

    found = count(table, guess_mapping(table))

    assert table.rows[0] == (upn(0), "K", "94.5")
    assert (found.roll, found.sen_support, found.attendance_percent.all) == (40, 13, 94.5)


def test_cells_that_only_look_guarded_stay_as_they_are() -> None:
    """A formula and a word with an apostrophe within keep every sign; a guard around nothing is a blank."""
    cells = ['=A1&"x"', "O'Neil", "Down's Syndrome", '="', "'", '=""']

    assert [clean_cell(text) for text in cells] == ['=A1&"x"', "O'Neil", "Down's Syndrome", '="', "", ""]
