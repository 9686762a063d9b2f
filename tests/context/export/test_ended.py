"""A status that has ended does not count, however its last day is written."""

from datetime import date

import pytest

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.reading import read_table
from tests.context.export.making import Cell, csv_bytes, upn
from tests.context.export.summaries import summary_of

ENDED = ["UPN", "SEN status", "Start date", "End date", "SEN need"]


def test_status_that_has_ended_does_not_count() -> None:
    """K until 2024, then E; K that ended and nothing since; K that ends next year; an end that is no date."""
    rows = [
        ENDED,
        [upn(1), "SEN Support", "01/09/2022", "31/08/2024", "MLD"],
        [upn(1), "Education, Health and Care Plan", "01/09/2024", "", "ASD"],
        [upn(2), "SEN Support", "2023-09-01", "2026-07-20 00:00:00", "SLCN"],
        [upn(3), "SEN Support", "1 Sep 2025", "31 Aug 2027", "SEMH"],
        [upn(4), "SEN Support", "1 Sep 2025", "ongoing", "SEMH"],
        *([upn(number), "No SEN", "", "", ""] for number in range(5, 15)),
    ]
    table = read_table(csv_bytes(rows))

    found = count(table, guess_mapping(table), date(2026, 7, 21))

    assert (found.roll, found.ehc_plans, found.sen_support) == (14, 1, 2)
    assert found.primary_need == {"SEMH": 2, "ASD": 1}
    assert any(note.startswith("2 rows give a SEN status whose end date is past") for note in found.notes)
    assert found.unread == {"SEN status ended on not recognised": 1}
    # On its last day it still counts.
    assert count(table, guess_mapping(table), date(2026, 7, 20)).sen_support == 3


def test_ended_statuses_do_not_make_a_register_the_whole_school() -> None:
    """Half of a register left it: they are not counted, and neither is a roll."""
    rows = [ENDED, *([upn(n), "SEN Support", "", "31/08/2024" if n % 2 else "", "MLD"] for n in range(20))]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.sen_support, found.counted) == (None, 10, 10)
    assert found.skipped == {"no SEN status: not counted": 10}


def test_end_date_beside_suspensions_is_not_that_of_a_status() -> None:
    """Where suspensions stand in the export, a mere "End date" may be theirs."""
    rows: list[list[Cell]] = [[upn(n), "KN"[n % 2], 1, "1/5/2020"] for n in range(6)]

    assert summary_of(csv_bytes([["UPN", "SEN status", "Suspensions", "End date"], *rows])).sen_support == 3


@pytest.mark.parametrize("ended", [45858, "45858", "45858.0", "2025-07-20", "20/07/2025 00:00"])
def test_end_of_a_status_may_be_the_bare_number_of_a_day(ended: Cell) -> None:
    """45858 is 20 July 2025 in Excel: that SEN support has ended, and one until 2099 has not."""
    rows: list[list[Cell]] = [[upn(n), "K" if n < 3 else "N", {0: ended, 1: 73050}.get(n, "")] for n in range(12)]

    found = summary_of(csv_bytes([["UPN", "SEN status", "SEN end date"], *rows]))

    assert (found.roll, found.sen_support) == (12, 2)
    assert found.unread == {}


def test_end_of_a_status_that_cannot_be_read_is_mentioned() -> None:
    """Words in a column named SEN end date leave the status as it is, and the page says that the column is not read."""
    rows: list[list[Cell]] = [[upn(n), "K" if n < 3 else "N", "ended" if n < 3 else ""] for n in range(12)]

    found = summary_of(csv_bytes([["UPN", "SEN status", "SEN end date"], *rows]))

    assert found.sen_support == 3
    assert any(
        note.startswith("A column that seems to give the day on which a SEN status ended") for note in found.notes
    )
    empty = summary_of(csv_bytes([["UPN", "SEN status", "SEN end date"], *([*row[:2], ""] for row in rows)]))
    assert not any("ended" in note for note in empty.notes)
