"""How much is found in the labelled sentences, of both halves, and that the halves are what they are said to be."""

from pathlib import Path

import pytest

from sendself.assessment.guard.found import Kind
from tests.assessment.guard.measure import HALVES, SETS, labelled_lines, measured

GUIDE = Path(__file__).parents[3] / "docs" / "guard.md"
ROWS = {
    Kind.NAME: "Names and initials",
    Kind.UPN: "Unique pupil numbers",
    Kind.NHS: "NHS numbers",
    Kind.BIRTH: "Dates of birth",
    Kind.EMAIL: "E-mail addresses",
    Kind.PHONE: "Telephone numbers",
    Kind.POSTCODE: "Postcodes",
    Kind.COUNT: "Very small groups",
    Kind.STAFF: "Colleagues",
}


@pytest.mark.parametrize("half", HALVES)
def test_half_is_large_and_half_clean(half: str) -> None:
    """Each half has at least 120 sentences, and nearly every second is clean."""
    lines = labelled_lines(half)
    clean = sum(not line.labels for line in lines)
    assert len(lines) >= 120
    assert 0.4 <= clean / len(lines) <= 0.6


def test_sets_share_no_sentence() -> None:
    """What is held out or was written later is nowhere in what was developed on, nor in each other."""
    texts = [line.text for one in SETS for line in labelled_lines(one)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("half", HALVES)
def test_enough_is_found(half: str) -> None:
    """Numbers, dates and addresses nearly all; four names of five; counts and criticised colleagues as often."""
    result = measured(labelled_lines(half))
    for kind in (Kind.UPN, Kind.NHS, Kind.BIRTH, Kind.EMAIL, Kind.PHONE, Kind.POSTCODE):
        assert result.recall(kind) >= 0.98, (kind, result.missed)
    for kind in (Kind.NAME, Kind.COUNT, Kind.STAFF):
        assert result.recall(kind) >= 0.8, (kind, result.missed)


def test_small_groups_are_found_in_words_that_were_not_developed_on() -> None:
    """Four of five of those that were drawn by lot before that part was widened."""
    result = measured(labelled_lines("small groups"))
    assert result.there[Kind.COUNT] >= 30
    assert result.recall(Kind.COUNT) >= 0.8, result.missed


@pytest.mark.parametrize("half", [*HALVES, "small groups"])
def test_few_clean_lines_are_alarmed_over(half: str) -> None:
    """At most one clean sentence of 25."""
    result = measured(labelled_lines(half))
    assert len(result.false_alarms) * 25 <= result.clean, result.false_alarms


def test_figures_in_the_guide_are_what_is_measured() -> None:
    """Each kind has its row: of how many there are in each set how many were found."""
    results = [measured(labelled_lines(one)) for one in SETS]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in GUIDE.read_text(encoding="utf-8").splitlines()]
    for kind, name in ROWS.items():
        found = [f"{one.found[kind]} of {one.there[kind]}" if one.there[kind] else "" for one in results]
        assert [name, *found] in rows, name
    assert ["Clean sentences with a false alarm", *(str(len(one.false_alarms)) for one in results)] in rows
