"""Names of those who take part, in prose, where the evaluation leaves with their roles alone."""

import pytest

from sendself.assessment.answers import Answer
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.guard.findings import findings
from sendself.assessment.guard.found import Kind
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant
from tests.samples import an_evaluation


def found(text: str, disclosure: Disclosure, *names: str) -> list[tuple[Kind, tuple[str, ...]]]:
    """What is found in a strength of an evaluation in which these people take part."""
    people = tuple(Participant(id=f"p{number}", name=name, role="SENCO") for number, name in enumerate(names))
    assessment: Assessment = an_evaluation().changed(
        answers={"teaching.first": {AGREED: Answer(strengths=text)}}, participants=people
    )
    return [(one.kind, one.words) for one in findings(shared_record(assessment, disclosure), assessment)]


ROLES, NAMES = Disclosure(names="roles"), Disclosure(names="names")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Helen Marsh leads the team.", "Helen Marsh"),
        ("Mrs Marsh leads the team.", "Mrs Marsh"),
        ("The team is led by Helen.", "Helen"),
        ("Helen's team meets weekly.", "Helen"),
    ],
)
def test_name_in_prose_is_found_where_roles_alone_leave(text: str, said: str) -> None:
    """What was to be left out stands in the words all the same; where names leave it is no alarm."""
    assert found(text, ROLES, "Helen Marsh") == [(Kind.PARTICIPANT, (said,))]
    assert found(text, NAMES, "Helen Marsh") == []


def test_words_that_only_look_like_a_name_are_no_alarm() -> None:
    """A family name alone, a first name that is a word, and a part of another word."""
    assert found("The marsh is near. Marsh Lane is safe.", ROLES, "Helen Marsh") == []
    assert found("Hope is high, and Hopeful pupils stay.", ROLES, "Hope Lane") == []
    assert found("Samuel knows it.", ROLES, "Sam") == [(Kind.NAME, ("Samuel",))]


def test_colleague_beside_a_weakness_is_that_first() -> None:
    """One place is shown once, as the more serious of the two."""
    assert found("Mrs Marsh has not been trained.", ROLES, "Helen Marsh") == [(Kind.STAFF, ("Mrs Marsh",))]


@pytest.mark.parametrize("name", ["", "Mrs", "Dr.", "(", "H.", "Łukasz Zieliński"])
def test_any_name_of_a_participant_is_read(name: str) -> None:
    """A title alone, a sign or a letter is no name to look for, and nothing breaks over it."""
    assert found("All staff are trained. Mrs Hall leads.", ROLES, name) == []
