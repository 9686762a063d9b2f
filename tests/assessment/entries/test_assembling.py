"""An evaluation is put together from entries: those of a later program stop nothing, a damaged one is told."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sendself.assessment.entries.assembling import assemble, header_of
from sendself.assessment.entries.entry import entries_of
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.field_versions import FieldVersion
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant
from tests.samples import CHANGED, an_evaluation
from tests.strategies import assessments

Entries = dict[EntryKey, Any]


def assembled(entries: Entries) -> Assessment:
    """The evaluation that these entries make, under the header of the empty one."""
    return assemble(header_of(an_evaluation()), entries, updated_at=CHANGED)


def test_removed_item_stays_away_with_its_entries() -> None:
    """An item that was taken away keeps its entries and comes back when that is undone."""
    name = EntryKey("participant:p1", AGREED, "name")
    removed = EntryKey("participant:p1", AGREED, "removed")

    assert assembled({name: "Ada", removed: True}).participants == ()
    assert assembled({name: "Ada", removed: False}).participants == (Participant(id="p1", name="Ada"),)
    assert assembled({name: "Ada"}).participants == (Participant(id="p1", name="Ada"),)


def test_cleared_fields_are_as_if_never_filled() -> None:
    """An entry that was emptied is kept by the store and leaves nothing behind in the evaluation."""
    cleared: Entries = {
        EntryKey("theme:teaching.first", AGREED, "rating"): None,
        EntryKey("theme:teaching.first", AGREED, "strengths"): "",
        EntryKey("theme:teaching.first", AGREED, "evidence_kinds"): [],
        EntryKey("area:teaching", "senco", "development"): "",
        EntryKey("duty:registers", AGREED, "state"): None,
        EntryKey("context", AGREED, "figures.roll"): None,
        EntryKey("context", AGREED, "words.staffing"): "",
        EntryKey("school", AGREED, "name"): "",
    }

    assert assembled(cleared) == an_evaluation()


def test_entries_of_a_later_program_are_left_alone() -> None:
    """A field, subject, item kind or disclosure that this program does not know changes nothing and stops nothing."""
    unknown: Entries = {
        EntryKey("theme:teaching.first", AGREED, "confidence"): 7,
        EntryKey("school", AGREED, "twitter"): "x",
        EntryKey("weather", AGREED, "wind"): "north",
        EntryKey("lesson:a1", AGREED, "owner"): "Ada",
        EntryKey("evaluation", AGREED, "disclosure.photographs"): "hide",
        EntryKey("evaluation", AGREED, "colour"): "blue",
        EntryKey("context", AGREED, "charts.roll"): {},
        EntryKey("duty:registers", AGREED, "checked_by"): "Ada",
    }

    assert assembled(unknown) == an_evaluation()
    with_item = assembled({**unknown, EntryKey("participant:p1", AGREED, "hat"): "red"})
    assert with_item.participants == (Participant(id="p1"),)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        (EntryKey("theme:teaching.first", AGREED, "rating"), 9, "rating"),
        (EntryKey("school", AGREED, "urn"), "many", "urn"),
        (EntryKey("evaluation", AGREED, "way"), "alone", "way"),
        (EntryKey("context", AGREED, "figures.roll"), {"value": -1}, "value"),
    ],
)
def test_entry_that_does_not_fit_its_field_is_told(key: EntryKey, value: Any, words: str) -> None:
    """A damaged entry names its field and is never passed over."""
    with pytest.raises(ValueError, match=words):
        assembled({key: value})


def test_versions_travel_under_the_text_of_their_key() -> None:
    """What joining two copies needs stands per field."""
    key, version = EntryKey("school", AGREED, "name"), FieldVersion(version=3, base=2, op_id="a")

    made = assemble(header_of(an_evaluation()), {key: "Ada"}, updated_at=CHANGED, versions={key: version})

    assert made.versions == {"school|agreed|name": version}


def test_header_is_what_is_fixed_at_the_beginning() -> None:
    """Id, rubric, setting, example and the time of the beginning stand in the header."""
    begun = datetime(2026, 9, 2, tzinfo=UTC)
    evaluation = an_evaluation(example=True, created_at=begun)
    header = header_of(evaluation)

    assert (header.id, header.rubric, header.setting) == (evaluation.id, evaluation.rubric, evaluation.setting)
    assert (header.example, header.created_at) == (True, begun)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments())
def test_entries_one_by_one_make_an_evaluation_too(assessment: Assessment) -> None:
    """Each entry alone can be put together: no entry needs another to be readable."""
    for key, value in list(entries_of(assessment).items())[:40]:
        assert entries_of(assembled({key: value}))[key] == value
