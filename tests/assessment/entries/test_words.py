"""An entry in words: which question it answers, and what it says."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries.entry import entries_of
from sendself.assessment.entries.field_words import FIELD_NAMES, field_called
from sendself.assessment.entries.keys import (
    BY_PERSPECTIVE,
    DISCLOSURE,
    ITEM_KINDS,
    ITEMS,
    KEPT,
    MEETING,
    SINGLE,
    TABLES,
    EntryKey,
)
from sendself.assessment.entries.subject_words import subject_in_words
from sendself.assessment.entries.values import checked_value
from sendself.assessment.entries.words import entry_in_words, value_in_words
from sendself.assessment.field_versions import Difference
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, Evidence, Priority
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation
from tests.strategies import assessments, small_rubrics

RUBRIC = a_rubric([an_area("teaching", a_theme("teaching.first", "registers"))], [a_duty("registers")])
FULL = an_evaluation(
    RUBRIC,
    participants=(Participant(id="p1", name="Ada Ling", role="SENCO"),),
    actions=(Action(id="a1", what="Train all staff in adaptive teaching, and then look at what it changed for whom"),),
    priorities=(Priority(id="p9", text="Reading"), Priority(id="p0")),
    evidence=(Evidence(id="e1", title="Survey", dated=date(2026, 1, 1)),),
    differences=(Difference(id="d1", key="theme:teaching.first|agreed|rating", theirs=3),),
)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("theme:teaching.first|senco|strengths", "Title of teaching.first: strengths, SENCO"),
        ("action:a1|agreed|due", "Action “Train all staff in adaptive teaching, and then look at what…”: due"),
        ("action:gone|agreed|due", "Action that was taken away: due"),
        ("priority:p9|agreed|text", "Priority “Reading”: its words"),
        ("priority:p0|agreed|text", "Priority without words yet: its words"),
        ("evaluation|agreed|disclosure.evidence", "How you work and what leaves the school: the list of evidence"),
        ("theme:teaching.first|agreed|evidence", "Title of teaching.first: what this rests on"),
        ("evidence:e1|agreed|dated", "Evidence “Survey”: its date"),
        ("participant:p1|agreed|perspective", "Ada Ling, SENCO: rates as"),
        ("target:teaching.first|agreed|level", "Where you aim in Title of teaching.first: level aimed for"),
        (
            "difference:d1|agreed|theirs",
            "A difference to another copy in Title of teaching.first: rating: what the copy says",
        ),
    ],
)
def test_entry_names_what_it_is_of(key: str, words: str) -> None:
    """Items are told apart by their own words."""
    assert entry_in_words(FULL, EntryKey.parse(key)) == words


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("participant:p1|agreed|perspective", "slt", "Senior leader"),
        ("action:a1|agreed|due", "2027-06-01", "1 June 2027"),
        ("action:a1|agreed|due", None, ""),
        ("action:a1|agreed|priority", "p9", "Priority “Reading”"),
        ("action:a1|agreed|duty", "registers", next(iter(RUBRIC.duties)).duty),
        ("action:a1|agreed|status", "under_way", "Under way"),
        ("action:a1|agreed|kind", "find_out", "Find out"),
        ("action:a1|agreed|removed", True, "no: it was taken away"),
        ("evidence:e1|agreed|kind", "pupil_voice", "Pupil voice"),
        ("document:provision-map|agreed|state", "on_the_day", "Available on the day"),
        ("duty:registers|agreed|state", "not_met", "Not met"),
        ("theme:teaching.first|agreed|rating", 4, "4 Sustained"),
        ("theme:teaching.first|agreed|rating", "dont_know", "Don't know yet"),
        ("theme:teaching.first|agreed|can_help", True, "yes"),
        ("theme:teaching.first|agreed|evidence_kinds", ["data", "work"], "Data, Pupils' work"),
        (
            "theme:teaching.first|agreed|evidence_refs",
            ["document:provision-map", "evidence:e1"],
            "Provision map, Survey",
        ),
        ("target:teaching.first|agreed|level", 4, "4 Sustained"),
        ("last_time|agreed|ratings", {"teaching.first": 2}, "Title of teaching.first: 2 Developing"),
        ("evaluation|agreed|way", "apart", "Rate apart first, then meet"),
        ("evaluation|agreed|disclosure.names", "roles", "Roles only"),
        ("evaluation|agreed|disclosure.private_ratings", True, "yes"),
        ("evaluation|agreed|disclosure.small_up_to", 5, "1 to 5"),
        ("evaluation|agreed|disclosure.evidence", "none", "Leave it out"),
        ("action:a1|agreed|first_in", "1f0e-an-earlier-one", "an earlier evaluation"),
        (
            "last_time|agreed|before",
            [
                {
                    "evaluated_on": "2025-03-12",
                    "means": {"teaching": 2.25, "gone": 1.0},
                    "rests_on": {"teaching": {"rated": 4, "themes": 7}},
                },
                {"evaluated_on": None, "means": {}},
            ],
            "12 March 2025: gone 1.0 (of how many: not kept), teaching 2.2 (4 of 7)\nDay not known: no levels",
        ),
        ("evaluation|agreed|meeting", {"began": "2026-11-23T15:00:00Z", "minutes": 60}, "60 minutes from 15:00"),
        ("context|agreed|figures.roll", {"value": 428.0, "source": "typed", "year": ""}, "428"),
        ("context|agreed|years.on_roll", "2025/26", "2025/26"),
        ("difference:d1|agreed|theirs", 3, "3 Established"),
        ("difference:d1|agreed|key", "theme:teaching.first|agreed|rating", "Title of teaching.first: rating"),
        ("action:a1|agreed|status", "of another program", "of another program"),
    ],
)
def test_value_is_said_by_name(key: str, value: Any, words: str) -> None:
    """No id, no code and no day as a database has it."""
    assert value_in_words(FULL, EntryKey.parse(key), value) == words


def every_field() -> Iterator[tuple[str, str]]:
    """The kind of subject and the field of everything that can be saved.

    Left out are those whose names nobody can list: the figures, years and words of the context, and the marks of
    what is kept knowingly.
    """
    yield from ((MEETING.subject, MEETING.field), ("evaluation", "way"))
    yield from (("evaluation", DISCLOSURE + name) for name in Disclosure.model_fields)
    for kind, model in (SINGLE | BY_PERSPECTIVE | TABLES | ITEMS).items():
        yield from ((kind, name) for name in model.model_fields if not (kind in ITEMS and name == "id"))
    yield from ((kind, "removed") for kind in ITEMS)


@pytest.mark.parametrize(("kind", "field"), sorted(every_field()))
def test_every_field_has_words_of_its_own(kind: str, field: str) -> None:
    """Whatever can be saved is called what the pages call it, not what the program does."""
    words = FIELD_NAMES.get((kind, field)) or FIELD_NAMES.get(("", field), "")

    assert words
    assert "_" not in words
    assert field_called(kind, field) == words


def refusal(key: EntryKey) -> str:
    """What the door says of an empty value there; nothing where it takes it."""
    try:
        checked_value(key, None)
    except ValueError as error:
        return str(error)
    return ""


def test_fields_are_those_that_can_be_saved() -> None:
    """The list that the words are held against is of the door itself: no field is on it that the door refuses."""
    ids = {"theme": "teaching.first", "area": "teaching", "duty": "registers", "document": "provision-map"}
    ids |= {"target": "teaching.first", **dict.fromkeys(ITEM_KINDS, "a1")}
    for kind, field in every_field():
        key = EntryKey(f"{kind}:{ids[kind]}" if kind in ids else kind, AGREED, field)
        assert "is no field" not in refusal(key)
    assert len({*every_field()}) == len([*every_field()])


def test_names_are_of_fields_that_there_are() -> None:
    """A field that is gone leaves no words behind."""
    fields = {*every_field()}

    assert [one for one in FIELD_NAMES if one not in fields and one[0]] == []
    assert {field for kind, field in FIELD_NAMES if not kind} <= {field for _, field in fields}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments(small_rubrics()))
def test_every_entry_has_words(assessment: Assessment) -> None:
    """Whatever an evaluation says, each of its entries can be said, and is of a field that has words."""
    fields = {*every_field()}
    for key, value in entries_of(assessment).items():
        if key.subject != "context" and not key.field.startswith(KEPT):
            assert (key.subject.partition(":")[0], key.field) in fields
        assert entry_in_words(assessment, key).startswith(
            ("Context", "A sentence", subject_in_words(assessment, key.subject))
        )
        assert isinstance(value_in_words(assessment, key, value), str)
