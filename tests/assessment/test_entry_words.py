"""An entry in words: which question it answers, and what it says."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sendself.assessment.entries import EntryKey, entries_of
from sendself.assessment.entry_words import entry_in_words, value_in_words
from sendself.assessment.model import Action, Assessment, Difference, Evidence, Participant, Priority
from sendself.assessment.subject_words import subject_in_words
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
        ("priority:p9|agreed|text", "Priority “Reading”: text"),
        ("priority:p0|agreed|text", "Priority without words yet: text"),
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


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments(small_rubrics()))
def test_every_entry_has_words(assessment: Assessment) -> None:
    """Whatever an evaluation says, each of its entries can be said."""
    for key, value in entries_of(assessment).items():
        assert entry_in_words(assessment, key).startswith(
            ("Context", "A sentence", subject_in_words(assessment, key.subject))
        )
        assert isinstance(value_in_words(assessment, key, value), str)
