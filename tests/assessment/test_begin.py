"""A new evaluation, a copy, and the ids of items."""

from datetime import UTC, date, datetime

from sendself.assessment.begin import copy_of, new_assessment, new_item_id
from sendself.assessment.entries import entries_of
from sendself.assessment.model import Context, FieldVersion, Figure, Highlight, School, Way
from sendself.assessment.progress import whole_progress
from sendself.assessment.record import from_json, to_json
from sendself.rubric.model import Setting
from tests.samples import a_rubric, an_evaluation


def test_new_evaluation_has_nothing_answered() -> None:
    """SENCO and senior leader take part, the day is today's, and no theme has an answer."""
    before = datetime.now(UTC)
    made = new_assessment(a_rubric(), Setting.PRU, today=date(2026, 11, 23))

    assert [person.role for person in made.participants] == ["SENCO", "Senior leader"]
    assert made.perspectives() == ("senco", "slt")
    assert (made.way, made.setting, made.example) == (Way.TOGETHER, Setting.PRU, False)
    assert made.review.evaluated_on == date(2026, 11, 23)
    assert whole_progress(made).answered == 0
    assert before <= made.created_at == made.updated_at <= datetime.now(UTC)
    assert from_json(to_json(made)) == made


def test_new_evaluation_takes_the_school_and_its_figures() -> None:
    """What the register knows is there from the start."""
    school, context = School(urn=109567), Context(figures={"roll": Figure(value=1038, source="published")})

    made = new_assessment(a_rubric(), Setting.MAINSTREAM, school=school, context=context, way=Way.APART)

    assert (made.school, made.context, made.way) == (school, context, Way.APART)


def test_new_evaluations_have_ids_of_their_own() -> None:
    """Two evaluations of one school are two."""
    assert len({new_assessment(a_rubric(), Setting.AP).id for _ in range(20)}) == 20


def test_copy_says_the_same_under_another_id() -> None:
    """A copy is separate: its own id, and no version that would tie it to the first."""
    first = an_evaluation(
        school=School(name="Alderbrook"), versions={"school|agreed|name": FieldVersion(version=3, op_id="a")}
    )
    copy = copy_of(first)

    assert copy.id != first.id
    assert copy.versions == {}
    assert entries_of(copy) == entries_of(first)
    assert copy.changed(id=first.id, versions=first.versions) == first


def test_item_ids_stand_in_the_order_in_which_they_were_made() -> None:
    """Items are listed by id: a later one never sorts before one made a while earlier, and each fits the record."""
    ids = [new_item_id() for _ in range(50)]

    assert len(set(ids)) == 50
    assert [one[:12] for one in ids] == sorted(one[:12] for one in ids)
    assert [Highlight(id=one).id for one in ids] == ids
