"""What holds of every evaluation and every choice: sharing twice is sharing once, and makes nothing up."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure.small_counts import SMALL
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries.entry import entries_of
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.measures import BY_ID
from sendself.assessment.model import Assessment
from sendself.assessment.record import from_json, to_json
from tests.assessment.disclosure.told import STRICT, told
from tests.planted import CHOICES
from tests.strategies import assessments, lines, notes

NAME_MARK, NOTE_MARK = "NAMEMARK", "NOTEMARK"


marked = assessments(
    note=notes().map(lambda text: f"{NOTE_MARK} {text}"), name=lines().map(lambda text: f"{NAME_MARK} {text}")
)


@pytest.mark.parametrize("disclosure", CHOICES, ids=lambda choice: str(tuple(choice.model_dump().values())))
def test_sharing_twice_changes_nothing_for_every_choice(disclosure: Disclosure) -> None:
    """What was shared is shared again as it is."""
    once = shared_record(told(), disclosure)

    assert shared_record(once.assessment) == once
    assert shared_record(once.assessment, disclosure) == once


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments(), st.sampled_from(CHOICES))
def test_sharing_twice_changes_nothing_whatever_is_shared(assessment: Assessment, disclosure: Disclosure) -> None:
    """Any evaluation, any choice: the second time takes out no more, and the file carries just that."""
    once = shared_record(assessment, disclosure)

    assert shared_record(once.assessment) == once
    assert from_json(to_json(once.assessment)) == once.assessment


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(marked)
def test_nothing_withheld_is_anywhere_in_the_file(assessment: Assessment) -> None:
    """With the strictest disclosure no name, no written word and no private rating is in any byte that leaves."""
    whole = to_json(assessment).decode()
    shared = shared_record(assessment, STRICT).assessment
    leaves = to_json(shared).decode()

    assert NAME_MARK not in leaves
    assert NOTE_MARK not in leaves
    assert {who for answers in shared.answers.values() for who in answers} <= {AGREED}
    assert {who for area_notes in shared.area_notes.values() for who in area_notes} <= {AGREED}
    assert {EntryKey.parse(key).perspective for key in shared.versions} <= {AGREED}
    assert set(shared.versions) <= {key.text for key in entries_of(shared)}
    assert (NAME_MARK in whole) == bool(assessment.participants)
    for name, figure in shared.context.figures.items():
        if figure.value is not None and figure.source != "published" and name in BY_ID and BY_ID[name].counts_pupils:
            whole_figure = assessment.figure(BY_ID[name].part_of or "")
            assert figure.value not in SMALL
            assert whole_figure is None or whole_figure - figure.value not in SMALL


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments(), st.sampled_from(CHOICES))
def test_sharing_makes_nothing_up(assessment: Assessment, disclosure: Disclosure) -> None:
    """Every entry that leaves was there before, but for figures without their number and the choice itself."""
    before, after = entries_of(assessment), entries_of(shared_record(assessment, disclosure).assessment)
    new: dict[EntryKey, Any] = {key: value for key, value in after.items() if before.get(key) != value}

    for key, value in new.items():
        assert key.subject in ("evaluation", "context")
        if key.subject == "context":
            assert value == {**before[key], "value": None}
    assert set(after) <= set(before) | {key for key in new if key.subject == "evaluation"}
