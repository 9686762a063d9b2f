"""What things are called, the same on every page and in every document."""

from typing import Any

import pytest

from sendself.assessment.answers import DutyState, EvidenceKind, State
from sendself.assessment.identifiers import AGREED
from sendself.assessment.participants import Participant, Way
from sendself.assessment.words import (
    DUTY_KIND_NAMES,
    DUTY_STATE_NAMES,
    EVIDENCE_NAMES,
    KIND_NAMES,
    SETTING_NAMES,
    STATE_NAMES,
    VERIFIED_NAMES,
    WAY_NAMES,
    duty_label,
    duty_name,
    duty_source,
    person_in_words,
    perspective_name,
    rating_in_words,
    setting_in_words,
)
from sendself.rubric.duty import SchoolKind, Setting
from sendself.rubric.loader import shipped_rubrics
from tests.samples import a_duty, a_rubric, an_evaluation


@pytest.mark.parametrize(
    ("names", "things"),
    [
        (STATE_NAMES, State),
        (EVIDENCE_NAMES, EvidenceKind),
        (DUTY_STATE_NAMES, DutyState),
        (SETTING_NAMES, Setting),
        (KIND_NAMES, SchoolKind),
        (WAY_NAMES, Way),
    ],
)
def test_names_are_there_for_all_and_differ(names: Any, things: Any) -> None:
    """Nothing that can be chosen lacks a name, and no two look the same."""
    assert list(names) == list(things)
    assert len(set(names.values())) == len(names)


def test_names_are_there_for_every_shipped_duty() -> None:
    """Each duty says where it is from, how it was checked and in which month."""
    for rubric in shipped_rubrics():
        for duty in rubric.duties:
            said = duty_source(duty)
            assert said.startswith(duty.source)
            assert DUTY_KIND_NAMES[duty.kind].lower() in said.lower()
            assert VERIFIED_NAMES[duty.verified] in said
            assert said.endswith("2026.")


def test_duty_of_the_local_authority_is_not_shown_as_the_schools() -> None:
    """Wherever a duty is named, its owner is: a school is not told that it must do what the authority must."""
    own, other = a_duty("registers", kind="must"), a_duty("plans", kind="must", owner="local_authority")

    assert (duty_label(own), duty_name(own)) == (f"Must: {own.duty}", own.duty)
    assert duty_label(other) == f"The local authority must: {other.duty}"
    assert duty_name(other) == f"{other.duty} (a duty of the local authority)"
    assert ". Must; " in duty_source(own)
    assert ". The local authority must; " in duty_source(other)


def test_duty_from_memory_says_to_check_it() -> None:
    """Nobody relies on a line that was not looked up."""
    duty = a_duty("registers", verified="from_memory", kind="grant", checked="2026-01")

    assert duty_source(duty) == (
        "An Act, section 1. Condition of grant; written from memory: check it before you rely on it, January 2026."
    )


@pytest.mark.parametrize(
    ("perspective", "name"),
    [
        (AGREED, "Agreed"),
        ("senco", "SENCO"),
        ("slt", "Senior leader"),
        ("governor", "Governor"),
        ("parent-forum", "Parent forum"),
    ],
)
def test_perspective_has_the_name_people_use(perspective: str, name: str) -> None:
    """The usual ones have their title; one that the school added is said in its own words."""
    assert perspective_name(perspective) == name


@pytest.mark.parametrize(
    ("name", "role", "words"),
    [
        ("Ada Lovelace", "SENCO", "Ada Lovelace, SENCO"),
        ("Ada Lovelace", "", "Ada Lovelace"),
        ("", "Deputy head", "Deputy head"),
        ("", "", "Senior leader"),
    ],
)
def test_person_is_said_by_what_is_given(name: str, role: str, words: str) -> None:
    """Name and role, or the one of them that is given, or the perspective."""
    assert person_in_words(Participant(id="p1", name=name, role=role, perspective="slt")) == words


@pytest.mark.parametrize(
    ("rating", "words"),
    [
        (1, "1 Not yet in place"),
        (4, "4 Sustained"),
        (State.DONT_KNOW, "Don't know yet"),
        (State.NOT_APPLICABLE, "Not applicable"),
        (State.NOT_LOOKED_AT, "Not looked at this time"),
        (None, "Not rated"),
    ],
)
def test_rating_is_number_and_name(rating: Any, words: str) -> None:
    """A level is never a number or a colour alone."""
    assert rating_in_words(a_rubric(), rating) == words


def test_setting_is_said_by_name() -> None:
    """A resourced provision is not mistaken for its school."""
    evaluation = an_evaluation(setting=Setting.RESOURCED_PROVISION)

    assert setting_in_words(evaluation) == "Resourced provision in a mainstream school"
