"""Leavers, guests and registrations in second place do not stand on the roll, and the page says who was left out."""

from datetime import date

import pytest

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.errors import ExportError
from sendself.context.export.on_roll import Registration, registration_of
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary
from tests.context.export.making import Cell, csv_bytes, upn, workbook

TODAY = date(2026, 11, 26)


def counted(headings: list[Cell], rows: list[list[Cell]], *titles: str) -> ExportSummary:
    """The counts of pupils with these cells after UPN and SEN status, of whom the first two have SEN support."""
    pupils = [[upn(n), "K" if n < 2 else "N", *row] for n, row in enumerate(rows)]
    table = read_table(csv_bytes([*([title] for title in titles), ["UPN", "SEN status", *headings], *pupils]))
    return count(table, guess_mapping(table), TODAY)


@pytest.mark.parametrize("heading", ["Leaving date", "Date of leaving", "Date left"])
def test_pupils_whose_leaving_date_is_past_are_left_out(heading: str) -> None:
    """Of seven pupils two have left, one of them with SEN support; one leaves next summer and one today."""
    rows: list[list[Cell]] = [["18/07/2026"], [""], ["2026-09-01"], ["20/07/2027"], ["26/11/2026"], [""], ["-"]]

    found = counted([heading], rows)

    assert (found.roll, found.sen_support) == (5, 1)
    assert found.skipped == {"leaver: no longer on roll": 2}


def test_leaving_date_is_past_on_the_day_that_a_title_names() -> None:
    """Printed in June, an export still has the pupils who left in July on its roll."""
    rows: list[list[Cell]] = [["18/07/2026"], [""], ["01/05/2026"], [""]]

    found = counted(["Leaving date"], rows, "Whole school, printed 12/06/2026 10:02")

    assert (found.roll, found.sen_support) == (3, 2)


def test_enrolment_status_leaves_out_guests_subsidiaries_and_leavers() -> None:
    """Single and main registrations count; a guest, a leaver and a subsidiary registration do not, each with why."""
    said = ["C - Current", "M - Current Main", "S - Current (Subsidiary)", "G - Guest", "Leaver", "Single Registration"]

    found = counted(["Enrolment Status"], [[text] for text in said])

    assert (found.roll, found.sen_support) == (3, 2)
    assert found.skipped == {
        "guest: on roll elsewhere": 1,
        "leaver: no longer on roll": 1,
        "registered here in second place (subsidiary): counted by the main school": 1,
    }
    assert any(note.startswith("Pupils registered here in second place") for note in found.notes)


def test_where_most_are_registered_in_second_place_they_count() -> None:
    """In alternative provision three of four pupils are subsidiary: all four count, and the page says so."""
    found = counted(["Enrolment status"], [["S"], ["S"], ["C"], ["S"], ["G"]])

    assert (found.roll, found.sen_support) == (4, 2)
    assert any(note.startswith("Most pupils are registered here in second place") for note in found.notes)


def test_no_to_on_roll_is_not_on_roll() -> None:
    """A column On roll with N leaves the pupil out; a pupil with another row that says Y stays."""
    found = counted(["On roll"], [["Y"], ["N"], ["Y"], ["N"], ["Y"]])
    assert (found.roll, found.sen_support, found.skipped) == (3, 1, {"not on roll": 2})

    table = read_table(csv_bytes([["UPN", "SEN status", "On roll"], [upn(1), "N", "N"], [upn(1), "N", "Y"]]))
    assert count(table, guess_mapping(table), TODAY).roll == 1


def test_file_of_leavers_alone_is_refused() -> None:
    """Where nobody is on roll, the sentence says why and what to do."""
    with pytest.raises(ExportError, match="Nobody in this file is on roll"):
        counted(["Leaving date"], [["18/07/2026"]] * 4)


def test_sheet_of_leavers_is_left_out() -> None:
    """Five pupils on the first sheet and three on one called Leavers: five are on roll, and that is said."""
    current: list[list[Cell]] = [[upn(n), "K" if n < 2 else "N"] for n in range(5)]
    gone: list[list[Cell]] = [[upn(n), "K"] for n in range(10, 13)]
    headings: list[Cell] = ["UPN", "SEN status"]
    table = read_table(workbook({"Current": [headings, *current], "Leavers": [headings, *gone]}))

    found = count(table, guess_mapping(table), TODAY)

    assert (found.roll, found.sen_support) == (5, 2)
    assert "1 sheet of leavers left out: they are no longer on roll." in found.notes


@pytest.mark.parametrize(
    ("text", "registration"),
    [
        ("C", Registration.HERE),
        ("C - Current (Single Registration at this school)", Registration.HERE),
        ("M - Current Main (dual registration)", Registration.HERE),
        ("S - Current Subsidiary (dual registration)", Registration.SUBSIDIARY),
        ("Subsidiary", Registration.SUBSIDIARY),
        ("Guest pupil", Registration.GUEST),
        ("Not on roll", Registration.NOT_HERE),
        ("Off roll", Registration.LEFT),
        ("Pre-admission", Registration.NOT_YET),
        ("FALSE", Registration.NOT_HERE),
        ("Elm", None),
        ("", None),
    ],
)
def test_words_of_an_enrolment_status(text: str, registration: Registration | None) -> None:
    """The census's codes and the words of management systems say how a pupil stands on the roll."""
    assert registration_of(text) is registration
