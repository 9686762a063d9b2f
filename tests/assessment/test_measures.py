"""The measures of the context: named once, asked of the right settings, and each within its whole."""

import pytest

from sendself.assessment.measure import SEND
from sendself.assessment.measures import BY_ID, MEASURES, measures_for
from sendself.assessment.needs import NEEDS, need_measure
from sendself.context.export.codes import NEED_CODES
from sendself.rubric.duty import Setting


def test_measures_are_each_named_once_and_know_their_whole() -> None:
    """Ids and labels are unique; a part names a measure of the same unit that is asked in the same settings."""
    assert len(BY_ID) == len({measure.label for measure in MEASURES}) == len(MEASURES)
    for measure in MEASURES:
        if measure.part_of:
            assert set(measure.settings) <= set(BY_ID[measure.part_of].settings)
            assert measure.unit == BY_ID[measure.part_of].unit


@pytest.mark.parametrize(
    ("setting", "asked"), [(Setting.MAINSTREAM, False), (Setting.SPECIAL, True), (Setting.RESOURCED_PROVISION, True)]
)
def test_places_are_asked_of_specialist_settings(setting: Setting, asked: bool) -> None:
    """Commissioned places are nothing to a mainstream school."""
    assert ("places" in [measure.id for measure in measures_for(setting)]) is asked


def test_every_need_of_the_census_has_a_measure_of_pupils_with_send() -> None:
    """The needs that an export counts are those that the context asks for, each about pupils with SEND."""
    assert set(NEEDS) == set(NEED_CODES)
    needs = [measure for measure in MEASURES if measure.group == "needs"]
    assert [measure.id for measure in needs] == [need_measure(code) for code in NEEDS]
    assert all(
        measure.about == SEND and f"({code})" in measure.label for measure, code in zip(needs, NEEDS, strict=True)
    )
