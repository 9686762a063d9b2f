"""Whether an export holds the whole school, so that its pupils are the roll, or those with SEN alone."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counted import far_from_roll
from sendself.context.export.counting import count
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, Split
from tests.context.export.making import Cell, csv_bytes, upn
from tests.context.export.summaries import summary_of


def counted(statuses: list[str], *titles: list[Cell]) -> ExportSummary:
    """The counts of a school or register with these statuses, all eligible for free school meals."""
    rows: list[list[Cell]] = [[upn(at), status, "Y"] for at, status in enumerate(statuses)]
    table = read_table(csv_bytes([*titles, ["UPN", "SEN status", "FSM"], *rows]))
    return count(table, guess_mapping(table))


@pytest.mark.parametrize("without", ["N", "No SEN", "No longer SEN"])
def test_register_with_one_pupil_without_sen_stays_a_register(without: str) -> None:
    """One of 42 came off the register: the roll is not 42, nothing is said of the others, and the page asks."""
    found = counted([*["E"] * 10, *["K"] * 31, without])

    assert (found.roll, found.ehc_plans, found.sen_support, found.fsm) == (None, 10, 31, Split(None, 41, None))
    assert found.notes[0].startswith("Only 1 of these 42 pupils is without SEN, so this seems to be a SEN register")
    assert found.notes[0].endswith("If these are all your pupils, the roll is 42.")


@given(st.integers(1, 60), st.integers(0, 60), st.integers(0, 60))
@example(30, 10, 0)
@example(30, 0, 10)
@example(30, 9, 0)
def test_a_quarter_without_sen_is_the_whole_school(sen: int, none: int, blank: int) -> None:
    """The share decides, whether they are said to have no SEN or have a blank; never a single one of them."""
    found = counted([*["K"] * sen, *["N"] * none, *[""] * blank])

    every = sen + none + blank
    assert found.roll == (every if 4 * (none + blank) >= every else None)
    assert (found.ehc_plans, found.sen_support) == (0, sen)


def test_under_the_title_of_a_register_half_must_be_without_sen() -> None:
    """A register that keeps those who left it is one; a list of the whole school may bear the title all the same."""
    title: list[Cell] = ["SEN register, autumn"]

    assert counted([*["K"] * 20, *["N"] * 10], title).roll is None
    assert counted([*["K"] * 20, *["N"] * 60], title).roll == 80


def test_roll_far_from_the_one_known_is_said() -> None:
    """Within a tenth nothing is said; beyond it both numbers are; where either is not known there is no comparison."""
    school = counted([*["K"] * 40, *["N"] * 190])

    assert [far_from_roll(school, roll) for roll in (None, 230, 210, 255)] == [""] * 4
    for roll in (200, 271):
        assert far_from_roll(school, roll).startswith(f"230 pupils counted, and Context has {roll} on roll. Check")
    assert far_from_roll(counted(["K"] * 40), 230) == ""


def test_register_that_calls_itself_one_leaves_out_pupils_without_status() -> None:
    """Under the title "SEN register" a blank status is a gap, not a pupil without SEN."""
    rows = [
        ["SEN register autumn 2026", "", ""],
        ["UPN", "SEN status", "FSM"],
        [upn(1), "K", "Y"],
        [upn(2), "E", "N"],
        [upn(3), "", "Y"],
    ]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.ehc_plans, found.sen_support, found.counted) == (None, 1, 1, 2)
    assert found.fsm == Split(None, 1, None)
    assert found.skipped == {"no SEN status: not counted": 1}
    assert found.rows_read == found.rows_used + sum(found.skipped.values())
