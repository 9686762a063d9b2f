"""What stands in a field that nobody has filled yet."""

import pytest
from hypothesis import HealthCheck, given, settings

from sendself.assessment.entries.assembling import assemble, header_of
from sendself.assessment.entries.defaults import default_value
from sendself.assessment.entries.entry import entries_of
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.entries.values import checked_value
from sendself.assessment.model import Assessment
from tests.samples import CHANGED, an_evaluation
from tests.strategies import assessments, small_rubrics


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments(small_rubrics()))
def test_default_of_every_field_says_nothing(assessment: Assessment) -> None:
    """Whatever field was filled, its untouched value may be saved and leaves the evaluation as it begins."""
    empty = an_evaluation()
    for key in entries_of(assessment):
        if key.field == "removed":
            continue
        value = default_value(key)

        assert checked_value(key, value) == value
        made = assemble(header_of(empty), {key: value}, updated_at=CHANGED)
        assert key not in entries_of(made)


@pytest.mark.parametrize("key", ["weather|agreed|wind", "school|agreed|twitter", "evaluation|agreed|colour"])
def test_default_of_no_field_raises(key: str) -> None:
    """A field that an evaluation has not has no untouched value either."""
    with pytest.raises(KeyError):
        default_value(EntryKey.parse(key))
