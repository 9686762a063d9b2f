"""An evaluation is what its entries say: taken apart and put together again, nothing is lost or made up."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sendself.assessment.answers import Answer, DutyAnswer, DutyState, EvidenceKind
from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries import EntryKey, assemble, checked_value, entries_of, header_of
from sendself.assessment.field_versions import FieldVersion
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Way
from sendself.assessment.school import School
from tests.samples import CHANGED, an_evaluation
from tests.strategies import assessments

Entries = dict[EntryKey, Any]


def assembled(entries: Entries) -> Assessment:
    """The evaluation that these entries make, under the header of the empty one."""
    return assemble(header_of(an_evaluation()), entries, updated_at=CHANGED)


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


def test_key_is_read_from_its_text() -> None:
    """The text of a key gives the key again; anything else is refused."""
    key = EntryKey("theme:teaching.first", "senco", "rating")

    assert EntryKey.parse(key.text) == key
    for text in ("", "school|name", "school|agreed|name|more"):
        with pytest.raises(ValueError, match="is not subject"):
            EntryKey.parse(text)


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


@pytest.mark.parametrize(
    ("key", "given_value", "kept"),
    [
        ("theme:teaching.first|senco|strengths", "  a\r\nb\x00 ", "a\nb"),
        ("theme:teaching.first|senco|rating", None, None),
        ("theme:teaching.first|senco|rating", "dont_know", "dont_know"),
        ("theme:teaching.first|senco|evidence_kinds", ["data", "work"], ["data", "work"]),
        ("theme:teaching.first|senco|evidence_kinds", (EvidenceKind.DATA,), ["data"]),
        ("school|agreed|name", " Alderbrook\n Primary ", "Alderbrook Primary"),
        ("school|agreed|urn", 109567, 109567),
        ("review|agreed|evaluated_on", "2026-11-23", "2026-11-23"),
        ("context|agreed|figures.roll", {"value": 428}, {"value": 428.0, "source": "typed", "year": ""}),
        ("context|agreed|figures.roll", None, None),
        ("context|agreed|years.on_roll", "2025/26", "2025/26"),
        ("context|agreed|years.on_roll", "", ""),
        ("context|agreed|words.staffing", " Two ", "Two"),
        ("context|agreed|words.staffing", "", ""),
        ("evaluation|agreed|way", "apart", "apart"),
        ("evaluation|agreed|disclosure.private_ratings", True, True),
        ("evaluation|agreed|meeting", None, None),
        (
            "evaluation|agreed|meeting",
            {"began": "2026-11-23T15:00:00+01:00", "minutes": 90},
            {"began": "2026-11-23T14:00:00Z", "minutes": 90},
        ),
        ("participant:p1|agreed|removed", True, True),
        ("priority:p1|agreed|themes", ["teaching.first"], ["teaching.first"]),
        ("duty:registers|agreed|state", "not_met", "not_met"),
    ],
)
def test_value_is_kept_cleaned(key: str, given_value: Any, kept: Any) -> None:
    """The value comes back as it will be kept."""
    assert checked_value(EntryKey.parse(key), given_value) == kept


@pytest.mark.parametrize(
    "key",
    [
        "weather|agreed|wind",
        "|agreed|name",
        "school|agreed|twitter",
        "school|agreed|",
        "school|agreed|disclosure.name",
        "school:alderbrook|agreed|name",
        "school|senco|name",
        "review|agreed|way",
        "evaluation|agreed|colour",
        "evaluation|agreed|names",
        "evaluation|agreed|disclosure.photographs",
        "evaluation|senco|way",
        "context|agreed|staffing",
        "context|agreed|words.",
        "context|agreed|words.Staffing levels",
        "context|senco|words.staffing",
        "context|agreed|figures.",
        "context|agreed|figures.Number on roll",
        "theme:teaching.first|agreed|confidence",
        "theme:teaching.first||rating",
        "theme:teaching.first|The SENCO|rating",
        "theme:|agreed|rating",
        "theme:teaching|agreed|rating",
        "theme|agreed|rating",
        "area:Teaching!|agreed|strengths",
        "duty:registers|senco|state",
        "duty:Registers!|agreed|state",
        "participant:p1|agreed|id",
        "participant:P 1|agreed|name",
        "participant:|agreed|removed",
        "participant:p1|senco|name",
        "theme:teaching.first|agreed|removed",
    ],
)
@pytest.mark.parametrize("value", ["words", True, None, {"value": 1.0}])
def test_key_that_is_no_field_is_refused(key: str, value: Any) -> None:
    """Nothing is saved under a key from which no evaluation could be put together again."""
    with pytest.raises(ValueError, match=r"."):
        checked_value(EntryKey.parse(key), value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme:teaching.first|agreed|rating", 5),
        ("theme:teaching.first|agreed|rating", "3"),
        ("theme:teaching.first|agreed|rating", [3]),
        ("theme:teaching.first|agreed|strengths", "s" * 20_001),
        ("theme:teaching.first|agreed|strengths", 3),
        ("theme:teaching.first|agreed|strengths", None),
        ("theme:teaching.first|agreed|parked", "perhaps"),
        ("theme:teaching.first|agreed|evidence_kinds", ["hearsay"]),
        ("theme:teaching.first|agreed|evidence_kinds", "data"),
        ("school|agreed|name", "n" * 301),
        ("school|agreed|name", ["Alderbrook"]),
        ("school|agreed|urn", -1),
        ("school|agreed|kind", "castle"),
        ("review|agreed|evaluated_on", "some day"),
        ("context|agreed|figures.roll", 428),
        ("context|agreed|figures.roll", {"value": -1}),
        ("context|agreed|figures.roll", {"value": float("nan")}),
        ("context|agreed|figures.roll", {"value": 1, "colour": "red"}),
        ("context|agreed|words.staffing", 2),
        ("context|agreed|words.staffing", "w" * 20_001),
        ("evaluation|agreed|way", "alone"),
        ("evaluation|agreed|way", None),
        ("evaluation|agreed|disclosure.names", "initials"),
        ("participant:p1|agreed|removed", "false"),
        ("participant:p1|agreed|removed", 1),
        ("participant:p1|agreed|perspective", "The SENCO"),
        ("highlight:h1|agreed|theme", "no theme"),
        ("duty:registers|agreed|state", "nearly"),
    ],
)
def test_value_that_does_not_fit_is_refused(key: str, value: Any) -> None:
    """Too long, of the wrong kind or out of range: refused before anything is written."""
    with pytest.raises(ValueError, match=r"."):
        checked_value(EntryKey.parse(key), value)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments())
def test_entries_one_by_one_make_an_evaluation_too(assessment: Assessment) -> None:
    """Each entry alone can be put together: no entry needs another to be readable."""
    for key, value in list(entries_of(assessment).items())[:40]:
        assert entries_of(assembled({key: value}))[key] == value
