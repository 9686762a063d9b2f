"""Perspectives in a school's own words: their id keeps the name."""

import pytest
from pydantic import TypeAdapter

from sendself.assessment.model import Perspective
from sendself.assessment.perspectives import ID_LIMIT, PERSPECTIVES, PerspectiveError, perspective_called
from sendself.assessment.words import perspective_name


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
