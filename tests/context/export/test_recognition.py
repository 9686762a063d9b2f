"""Headings and cells in the spellings of management systems, from the heading to the figure."""

import pytest

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.facts import Fact
from sendself.context.export.headings import recognise
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, Split
from tests.context.export.making import Cell, csv_bytes, upn


def counted(headings: list[Cell], rows: list[list[Cell]]) -> ExportSummary:
    """The counts of pupils with these cells after UPN and SEN status, of whom the first two have SEN support."""
    pupils = [[upn(n), "K" if n < 2 else "N", *row] for n, row in enumerate(rows)]
    table = read_table(csv_bytes([["UPN", "SEN status", *headings], *pupils]))
    return count(table, guess_mapping(table))


@pytest.mark.parametrize(
    ("heading", "fact"),
    [
        ("ATT_PCT", Fact.ATTENDANCE),
        ("Att pct", Fact.ATTENDANCE),
        ("NCYearActual", Fact.YEAR_GROUP),
        ("NCyearActual", Fact.YEAR_GROUP),
        ("SENprovision", Fact.SEN_STATUS),
        ("SENtype", Fact.NEED),
        ("SENtypeRank", Fact.NEED_RANK),
        ("FSMeligible", Fact.FSM),
        ("PupilPremiumIndicator", Fact.PUPIL_PREMIUM),
        ("FTEs", Fact.SUSPENSIONS),
        ("FTE (days)", Fact.SUSPENSION_TIME),
        ("Present + AEA", Fact.SESSIONS_ATTENDED),
        ("AEA", Fact.SESSIONS_AEA),
        ("Sess. Poss.", Fact.SESSIONS_POSSIBLE),
        ("Eligible FSM", Fact.FSM),
        ("Suspended (Y/N)", Fact.SUSPENSIONS),
    ],
)
def test_headings_in_the_spelling_of_a_system(heading: str, fact: Fact) -> None:
    """Underscores, capitals within a word and short forms say what the words say."""
    assert recognise(heading) == (fact, True)


@pytest.mark.parametrize("heading", ["FTE", "Suspension end date", "SENDCo", "AEA %", "FSMhistory"])
def test_headings_that_only_look_like_known_ones(heading: str) -> None:
    """FTE may be how much of full time a pupil attends; an end date is no suspension."""
    assert recognise(heading) is None


def test_sessions_in_one_cell_are_attendance() -> None:
    """110/118 and "60 of 62" are sessions attended of possible ones, and 0/0 is no attendance."""
    rows: list[list[Cell]] = [["110/118"], ["60 of 62"], ["90/100"], ["0/0"]]

    found = counted(["Attendance"], rows)

    assert found.attendance_percent == Split(92.86, 94.44, 90)
    assert found.attendance_known == Split(3, 2, 1)


def test_approved_educational_activity_counts_as_attended() -> None:
    """86 sessions present and 4 of approved activity are 90 of 100, whether the export adds them up or not."""
    rows: list[list[Cell]] = [[86, 4, 100, 90]] * 4
    headings: list[Cell] = ["Present", "AEA", "Possible", "Present + AEA"]

    assert counted(headings, rows).attendance_percent.all == 90
    assert counted(headings[:3], [row[:3] for row in rows]).attendance_percent.all == 90
    # Attendances have them in already.
    assert counted(["Attendances", "AEA", "Possible"], [[90, 4, 100]] * 4).attendance_percent.all == 90


def test_day_of_a_plan_beside_sen_support_is_a_plan() -> None:
    """A plan since 12 March 2024 is an EHC plan; no day is none."""
    pupils = [[upn(n), "Y" if n < 3 else "N", "12/03/2024" if 3 <= n < 5 else ""] for n in range(12)]
    table = read_table(csv_bytes([["UPN", "SEN support", "EHCP"], *pupils]))

    found = count(table, guess_mapping(table))

    assert (found.roll, found.ehc_plans, found.sen_support) == (12, 2, 3)


@pytest.mark.parametrize("heading", ["Suspension date", "Suspension dates", "Date of suspension"])
def test_list_of_days_of_suspension_counts_who_was_suspended(heading: str) -> None:
    """Days alone, of which several may be one suspension: two pupils were suspended, and how often is left open."""
    found = with_days(heading, ["03/11/2025", "04/11/2025"], ["01/02/2026"])

    assert (found.roll, found.pupils_suspended, found.suspensions) == (9, Split(2, 1, 1), Split())
    assert any("several days may be one suspension" in note for note in found.notes)


@pytest.mark.parametrize("heading", ["Suspension start date", "Start date of suspension", "Suspended from"])
def test_days_on_which_suspensions_began_count_them(heading: str) -> None:
    """One row for each or all in one cell: two and one are three suspensions, and a row that stands again is none."""
    in_rows = with_days(heading, ["03/11/2025", "03/12/2025", "03/12/2025"], ["01/02/2026"])
    in_cells = with_days(heading, ["03/11/2025; 03/12/2025"], ["01/02/2026"])

    for found in (in_rows, in_cells):
        assert (found.roll, found.pupils_suspended, found.suspensions) == (9, Split(2, 1, 1), Split(3, 2, 1))
        assert any(note.startswith("Suspensions are counted by the days on which they began") for note in found.notes)


def with_days(heading: str, of_first: list[str], of_another: list[str]) -> ExportSummary:
    """The counts of nine pupils, of whom the first, with SEN support, and one without SEN have rows of these days."""
    days = [
        *((0, day) for day in of_first),
        *((5, day) for day in of_another),
        *((n, "") for n in (1, 2, 3, 4, 6, 7, 8)),
    ]
    rows = [[upn(n), "K" if n < 2 else "N", day] for n, day in days]
    table = read_table(csv_bytes([["UPN", "SEN status", heading], *rows]))
    return count(table, guess_mapping(table))


def test_ticks_above_a_line_of_totals_are_read() -> None:
    """A tick is no blank: columns of ticks are recognised though the totals below them are numbers; a cross is a no."""
    pupils: list[list[Cell]] = [[upn(n), "✓" if n < 2 else "", "✓" if 2 <= n < 6 else "✗"] for n in range(12)]
    table = read_table(csv_bytes([["UPN", "EHCP", "SEN Support"], *pupils, ["Total", 2, 4]]))

    found = count(table, guess_mapping(table))

    assert (found.roll, found.ehc_plans, found.sen_support) == (12, 2, 4)
