"""How much is found in the labelled sentences, of both halves, and that the halves are what they are said to be."""

import pytest

from sendself.assessment.guard.found import Kind
from tests.assessment.guard.measure import HALVES, SETS, labelled_lines, measured


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


@pytest.mark.parametrize("half", HALVES)
def test_few_clean_lines_are_alarmed_over(half: str) -> None:
    """At most one clean sentence of 25."""
    result = measured(labelled_lines(half))
    assert len(result.false_alarms) * 25 <= result.clean, result.false_alarms
