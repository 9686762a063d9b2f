"""Perspectives in a school's own words: their id keeps the name."""

import pytest
from pydantic import TypeAdapter

from sendself.assessment.answers import Answer
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.field_versions import Difference
from sendself.assessment.identifiers import AGREED, Perspective
from sendself.assessment.perspectives.named import (
    ID_LIMIT,
    PERSPECTIVES,
    PerspectiveError,
    may_see_entry,
    perspective_called,
)
from sendself.assessment.words import perspective_name
from tests.samples import an_evaluation


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Governor for inclusion", "Governor for inclusion"),
        ("parent forum, Years 3 and 4", "Parent forum years 3 and 4"),
        ("Lead for EAL", "Lead for EAL"),
        ("EAL lead", "EAL lead"),
        ("  SEN   link  TA ", "SEN link TA"),
        ("Children's voice", "Childrens voice"),
        ("Żaneta’s café", "Zanetas cafe"),
        ("a" * ID_LIMIT, "A" + "a" * (ID_LIMIT - 1)),
    ],
)
def test_name_is_read_back_from_its_id(name: str, called: str) -> None:
    """The id has the form that the record asks for, and says the name again."""
    made = perspective_called(name)

    assert TypeAdapter(Perspective).validate_python(made) == made
    assert perspective_name(made) == called


@pytest.mark.parametrize("name", ["", "  ", "?!", "3rd parent", "Συμβούλιο", "Совет school"])
def test_name_without_our_letters_says_what_to_write(name: str) -> None:
    """What would lose its letters is refused with an example."""
    with pytest.raises(PerspectiveError, match="letters A to Z, for example Parent forum"):
        perspective_called(name)


@pytest.mark.parametrize("name", ["a" * (ID_LIMIT + 1), "EAL " * 10])
def test_long_name_asks_for_a_shorter_one(name: str) -> None:
    """An id has room for forty signs."""
    with pytest.raises(PerspectiveError, match="shorter name"):
        perspective_called(name)


@pytest.mark.parametrize("name", ["agreed", "Agreed", "AGREED", "agréed"])
def test_name_of_what_is_agreed_is_refused(name: str) -> None:
    """Nobody can rate as what all settle on together."""
    with pytest.raises(PerspectiveError, match="what you settle on together"):
        perspective_called(name)


@pytest.mark.parametrize("name", ["senco", "SENCO", "SLT", "Senior leader", "parent FORUM", "Governor", "therapy"])
def test_name_that_is_there_already_is_explained(name: str) -> None:
    """Two views with one name could not be told apart: the message says how to share the one that is there."""
    with pytest.raises(PerspectiveError, match=r"is there already.*shares one set of answers"):
        perspective_called(name, taken=("senco", "therapy"))


def test_perspectives_that_are_offered_have_names_of_their_own() -> None:
    """Each is called something else."""
    assert len({perspective_name(who) for who in PERSPECTIVES}) == len(PERSPECTIVES)


THEME = "teaching.first"
STRENGTHS = EntryKey(f"theme:{THEME}", "slt", "strengths")
THEIRS = EntryKey("difference:d", AGREED, "theirs")


def test_what_was_given_alone_is_shown_to_its_own_perspective() -> None:
    """Not to others, nor to somebody who has not said who they are; what is agreed is everybody's."""
    assessment = an_evaluation()

    assert may_see_entry(assessment, STRENGTHS, "slt")
    assert not may_see_entry(assessment, STRENGTHS, "senco")
    assert not may_see_entry(assessment, STRENGTHS, AGREED)
    assert may_see_entry(assessment, EntryKey("review", AGREED, "why"), AGREED)


@pytest.mark.parametrize(
    ("key", "viewer", "seen"),
    [
        (EntryKey("review", AGREED, "why"), AGREED, True),
        (STRENGTHS, "slt", True),
        (STRENGTHS, "senco", True),
        (STRENGTHS, "governor", False),
        (STRENGTHS, AGREED, False),
        (EntryKey("theme:teaching.second", "slt", "strengths"), "senco", False),
        (EntryKey("theme:not.there", "slt", "strengths"), "senco", False),
        (EntryKey("area:teaching", "slt", "strengths"), "senco", False),
    ],
)
def test_difference_is_shown_to_who_may_see_its_field(key: EntryKey, viewer: str, seen: bool) -> None:
    """Its own perspective, and who has rated the theme; a rating on which all agreed makes nobody somebody."""
    assessment = an_evaluation().changed(
        answers={THEME: {"senco": Answer(rating=2), AGREED: Answer(rating=3)}},
        differences=(Difference(id="d", key=key.text, theirs="Theirs."),),
    )

    assert may_see_entry(assessment, THEIRS, viewer) is seen


@pytest.mark.parametrize("field", ["key", "heads", "seen"])
def test_what_only_joining_needs_is_shown_to_nobody(field: str) -> None:
    """Nor is a difference that is decided: nothing says any more whose it was."""
    waiting = Difference(id="d", key="review|agreed|why", theirs="Theirs.")
    assessment = an_evaluation().changed(differences=(waiting, Difference(id="e", key="odd")))

    assert may_see_entry(assessment, THEIRS, "senco")
    assert not may_see_entry(assessment, THEIRS._replace(field=field), "senco")
    assert not may_see_entry(assessment, EntryKey("difference:e", AGREED, "theirs"), "senco")
    assert not may_see_entry(an_evaluation(), THEIRS, "senco")
