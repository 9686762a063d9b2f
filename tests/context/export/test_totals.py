"""What stands below a table is no pupil: counts, sums, and who printed it."""

import pytest

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, Split
from tests.context.export.making import Cell, csv_bytes, upn


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
