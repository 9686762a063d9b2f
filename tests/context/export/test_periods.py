"""Rows for several school years, for the year so far, and a status that changes: what counts, and what is said."""

import pytest

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, Split
from tests.context.export.making import Cell, csv_bytes, upn, workbook


def summary_of(data: bytes) -> ExportSummary:
    """The counts of a file as its columns are guessed."""
    table = read_table(data)
    return count(table, guess_mapping(table))


HEADINGS: list[Cell] = ["UPN", "SEN status", "Term", "Possible", "Attended", "Suspensions"]
AUTUMN, SPRING, SUMMER = (140, 1), (120, 0), (120, 2)
"""Possible sessions of each term, and suspensions of each pupil with SEN in it."""


def told(number: int, *terms: tuple[int, int]) -> list[Cell]:
    """Possible and attended sessions, and suspensions, of these terms: the first five pupils miss a tenth of each."""
    possible = sum(sessions for sessions, _ in terms)
    missed = possible // 10 if number < 5 else number % 3 * len(terms)
    return [possible, possible - missed, sum(times for _, times in terms) if number < 5 else 0]


def pupil(number: int) -> list[Cell]:
    """Number and status: the first five have SEN support."""
    return [upn(number), "K" if number < 5 else "N"]


@pytest.mark.parametrize("heading", ["Academic year", "School Year", "Year"])
@pytest.mark.parametrize("order", [("2023/24", "2024/25"), ("2024/2025", "2023/2024")])
def test_rows_of_the_newest_school_year_count(heading: str, order: tuple[str, str]) -> None:
    """Whichever stands first: 90 of 100 sessions in 2024/25, and the pupil of the year before alone has left."""
    rows: list[list[Cell]] = []
    for year in order:
        newest = year.startswith("2024")
        pupils = range(20) if newest else range(21)
        rows += [[*pupil(n), year, 100, 90 if newest else 100] for n in pupils]

    found = summary_of(csv_bytes([["UPN", "SEN status", heading, "Possible", "Attended"], *rows]))

    assert (found.roll, found.attendance_percent, found.year) == (20, Split(90, 90, 90), "2024/25")
    assert found.skipped == {"of an earlier school year": 21}
    assert (
        "The rows are of several school years: 2024/25 counts, and 21 rows of earlier ones are left out." in found.notes
    )


def test_sheets_and_terms_of_several_school_years() -> None:
    """The year may stand in the name of a sheet, or be that of a term: autumn 2024 is not added to autumn 2025."""
    headings: list[Cell] = ["UPN", "SEN status", "Possible", "Attended"]
    sheets = {
        year: [headings, *([*pupil(n), 100, attended] for n in range(20))]
        for year, attended in (("2023-24", 100), ("2024-25", 90))
    }
    rows = [
        [*pupil(n), term, 100, attended]
        for n in range(20)
        for term, attended in (("Autumn 2024", 100), ("Autumn 2025", 90), ("Spring 2026", 80))
    ]

    assert summary_of(workbook(sheets)).attendance_percent.all == 90
    found = summary_of(csv_bytes([["UPN", "SEN status", "Term", "Possible", "Attended"], *rows]))
    assert (found.attendance_percent.all, found.year) == (85, "2025/26")


def test_events_with_a_year_leave_no_pupil_out() -> None:
    """Where most rows name no year, those that do are of events and not of pupils: all pupils are on roll."""
    rows: list[list[Cell]] = [[*pupil(n), {0: "2023/24", 1: "2024/25"}.get(n, ""), int(n < 2)] for n in range(20)]

    assert summary_of(csv_bytes([["UPN", "SEN status", "Academic year", "Suspensions"], *rows])).roll == 20


@pytest.mark.parametrize(
    "names",
    [("Autumn", "Spring", "Summer"), ("Autumn", "Autumn + Spring", "Year to date"), ("HT2", "HT4", "HT6")],
)
@pytest.mark.parametrize("backwards", [False, True])
def test_sessions_of_the_year_so_far_are_not_added_up(names: tuple[str, str, str], backwards: bool) -> None:
    """Each row holds those before it: the last gives 342 of 380 sessions and three suspensions for each with SEN."""
    so_far = [(AUTUMN,), (AUTUMN, SPRING), (AUTUMN, SPRING, SUMMER)]
    rows = [[*pupil(n), name, *told(n, *terms)] for n in range(20) for name, terms in zip(names, so_far, strict=True)]
    headings = HEADINGS

    found = summary_of(csv_bytes([headings, *(reversed(rows) if backwards else rows)]))

    assert (found.attendance_percent.sen, found.suspensions) == (90, Split(15, 15, 0))
    assert (
        "20 pupils have rows for several terms or dates: they give the year so far, so the latest counts and nothing "
        "is added up."
    ) in found.notes


def test_sheets_of_the_year_so_far_are_not_added_up() -> None:
    """The last of three sheets, each with all sessions up to it, counts."""
    headings = [*HEADINGS[:2], *HEADINGS[3:]]
    so_far = {"Autumn": (AUTUMN,), "Autumn and Spring": (AUTUMN, SPRING), "Year to date": (AUTUMN, SPRING, SUMMER)}
    sheets = {name: [headings, *([*pupil(n), *told(n, *terms)] for n in range(20))] for name, terms in so_far.items()}

    found = summary_of(workbook(sheets))

    assert (found.attendance_percent.sen, found.suspensions.sen) == (90, 15)


def test_row_of_the_whole_year_beside_its_terms_counts_alone() -> None:
    """Three terms and the year to date: nothing is counted twice."""
    each = {"Autumn": (AUTUMN,), "Spring": (SPRING,), "Summer": (SUMMER,), "Year to date": (AUTUMN, SPRING, SUMMER)}
    rows = [[*pupil(n), name, *told(n, *terms)] for n in range(20) for name, terms in each.items()]

    found = summary_of(csv_bytes([HEADINGS, *rows]))

    assert found.attendance_percent.sen == 90


def test_attendance_that_may_be_of_a_term_or_the_year_so_far_is_left_out() -> None:
    """Possible sessions double from row to row and those missed fall for many: attendance is not counted."""
    rows: list[list[Cell]] = [
        [*pupil(n), term, possible, possible - missed]
        for n in range(20)
        for term, possible, missed in (("Autumn", 60, 5), ("Spring", 120, 5 + (-1) ** n))
    ]

    found = summary_of(csv_bytes([["UPN", "SEN status", "Term", "Possible", "Attended"], *rows]))

    assert (found.roll, found.attendance_percent, found.persistent_absence) == (20, Split(), Split())
    assert any("cannot be told, so attendance is left out" in note for note in found.notes)


@pytest.mark.parametrize("backwards", [False, True])
def test_latest_status_of_several_terms_counts(backwards: bool) -> None:
    """SEN support that ended after autumn does not count, nor its need; one that became a plan is a plan."""
    rows: list[list[Cell]] = []
    for n in range(20):
        for at, term in enumerate(("Autumn 2025", "Spring 2026", "Summer 2026")):
            status = {0: "KNN", 1: "KEE", 2: "EKK", 3: "KKK"}.get(n, "NNN")[at]
            rows.append([upn(n), term, status, "" if status == "N" else "SLCN" if at else "SEMH"])

    found = summary_of(csv_bytes([["UPN", "Term", "SEN status", "Need"], *(rows[::-1] if backwards else rows)]))

    assert (found.ehc_plans, found.sen_support) == (1, 2)
    assert sum(found.primary_need.values()) == 3
    assert "The SEN status of 3 pupils changes over time: the latest counts." in found.notes
    assert not any("disagree" in note for note in found.notes)


def test_latest_start_of_a_status_counts() -> None:
    """Of two rows with the day on which the status began the later one counts; without days the stronger one does."""
    headings: list[Cell] = ["UPN", "SEN status", "SEN status start date"]
    rows: list[list[Cell]] = [[upn(n), "N", "01/09/2024"] for n in range(20)]
    earlier: list[list[Cell]] = [[upn(n), "K", "01/09/2021"] for n in range(3)]

    assert summary_of(csv_bytes([headings, *earlier, *rows, [upn(30), "K", "01/09/2020"]])).sen_support == 1
    blank = [[*row[:2], ""] for row in (*earlier, *rows)]
    assert summary_of(csv_bytes([headings, *blank])).sen_support == 3
