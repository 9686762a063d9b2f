"""What stands below a table is no pupil: counts, sums, and who printed it."""

import pytest

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, Split
from tests.context.export.making import Cell, csv_bytes, upn
from tests.context.export.summaries import summary_of


def counted(headings: list[Cell], rows: list[list[Cell]]) -> ExportSummary:
    """The counts of these rows as their columns are guessed."""
    table = read_table(csv_bytes([headings, *rows]))
    return count(table, guess_mapping(table))


def pupils(number: str) -> list[list[Cell]]:
    """Twenty pupils by UPN or admission number, five with SEN support; two of these and one other were suspended."""
    return [
        [upn(n) if number == "UPN" else 1000 + n, f"Roe{chr(97 + n)}", "K" if n < 5 else "N", int(n in (1, 2, 9))]
        for n in range(20)
    ]


@pytest.mark.parametrize("number", ["UPN", "Adm No"])
@pytest.mark.parametrize("foot", [[20, "", "", 3], [20, "", 5, 3], ["20", "20", "", 3]])
def test_count_of_rows_below_the_numbers_is_no_pupil(number: str, foot: list[Cell]) -> None:
    """The last row counts the pupils, sums up the suspensions, and may count who has SEN: 20 pupils, 3 suspensions."""
    found = counted([number, "Surname", "SEN status", "Suspensions"], [*pupils(number), foot])

    assert found.roll == 20
    assert found.suspensions == Split(3, 2, 1)
    assert found.skipped == {"total, title or note: no pupil": 1}


def test_count_below_numbers_without_names() -> None:
    """Three columns are enough to tell the row of counts."""
    rows = [[number, *row[2:]] for number, row in zip(range(50, 70), pupils("Adm No"), strict=True)]

    assert counted(["Adm No", "SEN status", "Suspensions"], [*rows, [20, "", 3]]).roll == 20
    # A pupil who is new and has nothing yet is one.
    assert counted(["Adm No", "SEN status", "Suspensions"], [*rows, [70, "", 0]]).roll == 21


@pytest.mark.parametrize("number", [20, "000020"])
def test_short_number_is_no_upn_where_the_others_are(number: Cell) -> None:
    """A count alone below UPNs is no pupil; where the column holds numbers of the school's own it is."""
    rows = [[row[0], *row[2:]] for row in pupils("UPN")]
    own = [[f"{n:06}", *row[1:]] for n, row in enumerate(rows)]

    assert counted(["UPN", "SEN status", "Suspensions"], [*rows, [number, "", ""]]).roll == 20
    assert counted(["UPN", "SEN status", "Suspensions"], [*own, ["000020", "N", ""]]).roll == 21


@pytest.mark.parametrize(
    "foot",
    [
        ["Printed by J Smith", "12/10/2026 10:02"],
        ["Generated on", "12/10/2026"],
        ["Filters applied: Year group is 7, 8", "and on roll"],
        ["Page 1 of 1", "SIMS"],
    ],
)
def test_who_printed_it_and_when_is_no_pupil(foot: list[Cell]) -> None:
    """A line that a system writes below the table is left out, whatever column it falls in."""
    found = counted(["UPN", "Surname", "SEN status", "Suspensions"], [*pupils("UPN"), [*foot, "", ""]])

    assert (found.roll, found.skipped) == (20, {"total, title or note: no pupil": 1})


def test_pupil_of_that_name_stays_one() -> None:
    """A pupil whose surname begins like a note has a number or a status, and counts."""
    rows: list[list[Cell]] = [["Page", "", "K", 0], ["Run On", "", "N", 1], ["Roe", "", "N", 0], ["Doe", "", "N", 0]]

    assert counted(["Surname", "House", "SEN status", "Suspensions"], rows).roll == 4


def test_headings_repeated_and_a_need_that_goes_on_below() -> None:
    """A report with page breaks: its headings come again, and a second need stands alone in the next row."""
    headings = ["UPN", "Name", "Year", "SEN status", "Need type", "Notes"]
    rows = [
        headings,
        [upn(1), "Ann", "7", "K", "SEMH", ""],
        ["", "", "", "", "SLCN", "since May"],
        headings,
        ["", "Ben", "7", "N", "", "no UPN yet"],
        ["Year 7 total", "", "", "", "", "2"],
    ]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.sen_support, found.primary_need) == (2, 1, {"SEMH": 1})
    assert found.skipped == {
        "headings repeated": 1,
        "no UPN or admission number, and nothing else of a pupil": 1,
        "total, title or note: no pupil": 1,
    }
    assert "1 pupil has no UPN or admission number: each such row counts as one pupil." in found.notes


def test_totals_without_a_label_are_no_pupils() -> None:
    """A last row of sums, sums for each year with sums of all below, a row without a name: none is a pupil."""
    pupils: list[list[Cell]] = [["K" if n < 2 else "N", 7 + n // 4, n % 3, 190 - n, 190] for n in range(8)]
    headings: list[Cell] = ["SEN status", "Year", "Suspensions", "Attended", "Possible"]
    first: list[Cell] = ["", "", 3, 754, 760]
    second: list[Cell] = ["", "", 4, 738, 760]
    every: list[Cell] = ["", "", 7, 1492, 1520]

    for rows in ([*pupils, every], [*pupils[:4], first, *pupils[4:], second, every]):
        found = summary_of(csv_bytes([headings, *rows]))
        assert (found.roll, found.suspensions.all) == (8, 7)
        assert found.skipped == {"total, title or note: no pupil": len(rows) - 8}

    named: list[list[Cell]] = [["Aspen", *pupils[0]], *(["Birch", *row] for row in pupils[1:]), ["", "", 60, 7, 94, ""]]
    found = summary_of(csv_bytes([["Surname", *headings], *named]))
    assert (found.roll, sum(found.skipped.values())) == (8, 1)


def test_pupil_whose_number_is_a_sum_by_chance_counts() -> None:
    """Three suspensions after one, one and one are a pupil's: a status, a year or a name says so."""
    rows: list[list[Cell]] = [["SEN status", "Year", "Suspensions"], ["K", 7, 1], ["N", 7, 1], ["N", 7, 1]]
    lasts: list[list[Cell]] = [["N", "", 3], ["", 8, 3]]
    for last in lasts:
        assert summary_of(csv_bytes([*rows, last])).roll == 4
