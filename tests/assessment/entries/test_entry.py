"""An evaluation is what its entries say: taken apart and put together again, nothing is lost or made up."""

from hypothesis import HealthCheck, given, settings

from sendself.assessment.answers import Answer, DutyAnswer, DutyState
from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries.assembling import assemble, header_of
from sendself.assessment.entries.entry import entries_of
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.entries.values import checked_value
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Way
from sendself.assessment.school import School
from tests.samples import an_evaluation
from tests.strategies import assessments


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments())
def test_evaluation_is_what_its_entries_say(assessment: Assessment) -> None:
    """Header, entries, versions and what was withheld give the evaluation back, every field of it."""
    again = assemble(
        header_of(assessment),
        entries_of(assessment),
        updated_at=assessment.updated_at,
        versions={EntryKey.parse(text): version for text, version in assessment.versions.items()},
        withheld=assessment.withheld,
    )

    assert again == assessment


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments())
def test_entries_are_values_that_may_be_saved(assessment: Assessment) -> None:
    """Every value of an evaluation passes the check at the store's door unchanged."""
    entries = entries_of(assessment)

    assert {key: checked_value(key, value) for key, value in entries.items()} == entries


def test_entries_keep_a_level_apart_from_its_words() -> None:
    """Two people never fight over one entry: level, strengths and tick are entries of their own."""
    answer = Answer(rating=3, strengths="Calm", can_help=True)

    entries = entries_of(an_evaluation(answers={"teaching.first": {"senco": answer}}))

    assert entries == {
        EntryKey("theme:teaching.first", "senco", "rating"): 3,
        EntryKey("theme:teaching.first", "senco", "strengths"): "Calm",
        EntryKey("theme:teaching.first", "senco", "can_help"): True,
    }


def test_entries_of_every_kind_have_their_subject() -> None:
    """School, review, context, way, disclosure, duty and item: each under its own subject, as JSON values."""
    entries = entries_of(
        an_evaluation(
            way=Way.APART,
            school=School(name="Alderbrook"),
            review={"evaluated_on": "2026-11-23"},
            context=Context(figures={"roll": Figure(value=428)}, words={"staffing": "Two"}),
            duties={"registers": DutyAnswer(state=DutyState.MET)},
            participants=(Participant(id="p1", role="SENCO"),),
            disclosure=Disclosure(names="roles"),
        )
    )

    assert {key.text: value for key, value in entries.items()} == {
        "evaluation|agreed|way": "apart",
        "evaluation|agreed|disclosure.names": "roles",
        "school|agreed|name": "Alderbrook",
        "review|agreed|evaluated_on": "2026-11-23",
        "context|agreed|figures.roll": {"value": 428.0, "source": "typed", "year": ""},
        "context|agreed|words.staffing": "Two",
        "duty:registers|agreed|state": "met",
        "participant:p1|agreed|removed": False,
        "participant:p1|agreed|role": "SENCO",
    }


def test_empty_evaluation_has_no_entries() -> None:
    """What was left as it begins is not said."""
    assert entries_of(an_evaluation()) == {}
