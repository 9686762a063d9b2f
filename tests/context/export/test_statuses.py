"""SEN status in every notation: what is known, what is not, and what means that there is none."""

import pytest

from sendself.context.export.codes import Status
from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.facts import Fact
from sendself.context.export.pupils import unread_statuses
from sendself.context.export.reading import read_table
from sendself.context.export.summary import Split, figures, json_of
from tests.context.export.making import csv_bytes, upn
from tests.context.export.summaries import summary_of


def test_statuses_that_are_not_known_stay_on_roll_only() -> None:
    """An old code and a plain yes among fifty are on roll, in neither group, and given as not recognised."""
    rows = [["UPN", "SEN status"], [upn(1), "S"], [upn(2), "Yes"], [upn(3), "N"], [upn(4), "K"], [upn(5), "E"]]
    rows += [[upn(number), "N"] for number in range(6, 51)]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.ehc_plans, found.sen_support) == (50, 1, 1)
    assert found.unread == {"SEN status not recognised": 2}
    assert json_of(found)["skipped"] == {"SEN status not recognised": 2}
    assert any(note.startswith("2 pupils have a SEN status other than E, K or N") for note in found.notes)


@pytest.mark.parametrize("others", ["N", "Universal"])
def test_many_statuses_that_are_not_known_leave_both_groups_open(others: str) -> None:
    """Where one in five has a status in own words nothing is said of either group, and nothing false of the roll."""
    rows = [["UPN", "SEN status", "Need", "FSM"]]
    rows += [[upn(number), "Wave 3" if number < 4 else "K", "SEMH", "Y"] for number in range(5)]
    rows += [[upn(number), others, "", "N"] for number in range(5, 20)]
    table = read_table(csv_bytes(rows))
    mapping = guess_mapping(table)

    found = count(table, mapping)

    whole = others == "N"
    assert (found.roll, found.ehc_plans, found.sen_support) == (20 if whole else None, None, None)
    assert (found.primary_need, found.fsm) == ({}, Split(5 if whole else None, None, None))
    assert set(figures(found, "2025/26", "2024/25")) == ({"roll", "fsm"} if whole else set())
    assert "a SEN status in words that are not known here" in found.notes[0]
    assert not any("pupils with SEN alone, so" in note for note in found.notes)
    unread = {"Wave 3": 4} if whole else {"Wave 3": 4, "Universal": 15}
    assert unread_statuses(table, mapping) == unread

    said = count(table, mapping.meaning({"wave 3": Status.EHC_PLAN, "Universal": Status.NONE}))
    assert (said.roll, said.ehc_plans, said.sen_support) == (20, 4, 1)
    assert (said.primary_need, said.unread) == ({"SEMH": 5}, {})


def test_signs_for_no_status_count_as_without_sen() -> None:
    """A dash, a dot or the word of a pivot table where no status is: as for a blank, the whole school is there."""
    signs = ["-", "--", ".", "(blank)", "NULL", "0", "No status", "None", "No SEN need"]
    rows = [["UPN", "SEN status", "Need"], [upn(50), "K", "SpLD (Dyslexia)"], [upn(51), "E", "ASD"]]
    rows += [[upn(number), sign, sign] for number, sign in enumerate(signs)]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.ehc_plans, found.sen_support, found.unread) == (11, 1, 1, {})
    assert found.primary_need == {"SPLD": 1, "ASD": 1}


def test_column_of_own_words_is_the_status_by_its_heading() -> None:
    """Below "SEN status" a few words again and again are statuses, though none is known; notes are not."""
    words = [["UPN", "SEN status"], *([upn(number), f"Wave {number % 3}"] for number in range(12))]
    notes = [["UPN", "SEN status"], *([upn(number), f"spoke with {number}"] for number in range(12))]

    assert guess_mapping(read_table(csv_bytes(words))).column(Fact.SEN_STATUS) == 1
    assert guess_mapping(read_table(csv_bytes(notes))).column(Fact.SEN_STATUS) is None


def test_headings_found_in_either_order_of_two_status_columns() -> None:
    """Two columns of one name are both read; one that holds own words does not make the row unread."""
    rows = [
        ["UPN", "SEN status", "SEN status"],
        [upn(1), "Wave 3", "K"],
        [upn(2), "Universal", "N"],
        [upn(3), "EHCP", "E"],
    ]
    table = read_table(csv_bytes(rows))

    mapping = guess_mapping(table)
    found = count(table, mapping)

    assert mapping.columns(Fact.SEN_STATUS) == (1, 2)
    assert (found.roll, found.ehc_plans, found.sen_support, found.unread) == (3, 1, 1, {})
