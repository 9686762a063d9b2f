"""Headings on two rows: a group above, and what it holds below."""

from collections.abc import Callable

import pytest

from sendself.context.export.summary import Split
from tests.context.export.making import Cell, csv_bytes, upn, workbook
from tests.context.export.summaries import summary_of

TWO_HEADINGS: list[list[list[Cell]]] = [
    [
        ["Pupil", "", "", "SEN", "", "Attendance", "", "Suspensions"],
        ["UPN", "Surname", "Year", "Status", "Primary need", "Attended", "Possible", "Sessions"],
    ],
    [
        ["UPN", "Surname", "Year", "SEN", "", "Attendance", "", "Suspensions"],
        ["", "", "", "Status", "Primary need", "Attended", "Possible", "Sessions"],
    ],
    [
        ["SEN summary", "Exampleton School"],
        ["UPN", "Surname", "Year", "SEN", "SEN", "Attendance", "Attendance", "Suspensions"],
        ["", "", "", "Status", "Primary need", "Sessions attended", "Possible sessions", "Sessions"],
    ],
]


@pytest.mark.parametrize("headings", TWO_HEADINGS)
@pytest.mark.parametrize("make", [csv_bytes, lambda rows: workbook({"Pupils": rows})])
def test_headings_on_two_rows_are_read_together(
    headings: list[list[Cell]], make: Callable[[list[list[Cell]]], bytes]
) -> None:
    """A group above and what it holds below: 8 of 10, 10 of 10 and 9 of 10 sessions; two sessions suspended."""
    rows: list[list[Cell]] = [
        [upn(1), "Aspen", "7", "K", "SEMH", 80, 100, 2],
        [upn(2), "Birch", "7", "N", "", 100, 100, 0],
        [upn(3), "Cedar", "8", "N", "", 90, 100, 0],
    ]

    found = summary_of(make([*headings, *rows]))

    assert (found.roll, found.sen_support, found.primary_need) == (3, 1, {"SEMH": 1})
    assert found.attendance_percent == Split(90, 80, 95)
    assert (found.suspensions, found.pupils_suspended) == (Split(), Split(1, 1, 0))
    assert list(found.year_groups) == ["Year 7", "Year 8"]


def test_group_above_says_what_its_columns_are_not() -> None:
    """Attendance of last week under its own group is left alone; that of the year counts."""
    rows: list[list[Cell]] = [[upn(number), "K" if number < 2 else "N", 50, 96] for number in range(5)]
    rows.insert(0, ["UPN", "SEN status", "Attendance %", "Attendance %"])
    rows.insert(0, ["", "", "Attendance last week", "Attendance this year"])

    assert summary_of(csv_bytes(rows)).attendance_percent == Split(96, 96, 96)


def test_title_of_two_cells_is_no_group_of_headings() -> None:
    """What stands over the first columns alone says nothing of those to the right, though it speaks of last year."""
    rows: list[list[Cell]] = [[upn(n), "K" if n < 2 else "N", "Y", 90, "Elm"] for n in range(5)]
    headings: list[Cell] = ["UPN", "SEN status", "FSM", "Attendance %", "House"]

    found = summary_of(csv_bytes([["Pupils", "Not those who left last year"], headings, *rows]))

    assert (found.sen_support, found.fsm.all, found.attendance_percent.all) == (2, 5, 90)


def test_first_pupil_is_no_second_row_of_headings() -> None:
    """Words alone in the first row of pupils do not make it headings, whatever they say."""
    rows: list[list[Cell]] = [
        ["Surname", "Class", "SEN", "", "FSM"],
        ["Aspen", "Elm", "SEN support", "", "Yes"],
        ["Birch", "Elm", "No SEN", "", "No"],
        ["Cedar", "Oak", "No SEN", "", "No"],
    ]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.sen_support, found.fsm) == (3, 1, Split(1, 1, 0))
