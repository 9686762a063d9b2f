"""A new evaluation, a copy, and the ids of items."""

from datetime import UTC, date, datetime

import pytest

from sendself.assessment.begin import (
    begun_with_setting,
    copy_of,
    evaluated_again,
    new_assessment,
    new_item_id,
    new_item_ids,
)
from sendself.assessment.context import Context, Figure
from sendself.assessment.entries.entry import entries_of
from sendself.assessment.field_versions import FieldVersion
from sendself.assessment.items import Action, ActionStatus, Evidence, Highlight, Priority, Target
from sendself.assessment.last_time import LastTime
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Review, Way
from sendself.assessment.progress import whole_progress
from sendself.assessment.record import from_json, to_json
from sendself.assessment.school import School
from sendself.rubric.duty import Setting
from tests.samples import a_rubric, an_evaluation, answered


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


def last_year() -> Assessment:
    """An evaluation with everything that the next one takes or leaves."""
    return an_evaluation(
        school=School(urn=109567, name="Alderbrook Primary School"),
        way=Way.APART,
        participants=(Participant(id="p1", name="Ada", role="SENCO", took_part=False),),
        review=Review(why="A new start", reviewer="Grace Hopper", evaluated_on=date(2025, 11, 20)),
        context=Context(figures={"roll": Figure(value=400)}),
        answers={"teaching.first": answered(2) | answered(3, "slt")},
        highlights=(Highlight(id="h"),),
        priorities=(Priority(id="p", text="Maths"), Priority(id="q", text="Done with")),
        actions=(
            Action(id="a", what="Open", priority="p"),
            Action(id="b", what="Under way", status=ActionStatus.UNDER_WAY),
            Action(id="c", what="Done", priority="q", status=ActionStatus.DONE),
            Action(id="d", what="Stopped", status=ActionStatus.STOPPED),
        ),
        targets={"teaching.first": Target(level=3)},
        evidence=(Evidence(id="e", title="Old"),),
        versions={"school|agreed|name": FieldVersion(version=3)},
    )


def test_evaluating_again_takes_school_people_and_what_is_not_done() -> None:
    """Everybody is asked anew to take part; a priority comes along for the sake of an open action."""
    made = evaluated_again(last_year(), a_rubric(version="2"), today=date(2026, 11, 24))

    assert made.school == last_year().school
    assert (made.setting, made.way, made.rubric.version) == (last_year().setting, Way.APART, "2")
    assert made.participants == (Participant(id="p1", name="Ada", role="SENCO"),)
    assert [action.what for action in made.actions] == ["Open", "Under way"]
    assert [priority.text for priority in made.priorities] == ["Maths"]
    assert from_json(to_json(made)) == made


def test_evaluating_again_prefills_no_answer() -> None:
    """What was agreed is carried as last time, and nothing of it stands as an answer of today."""
    made = evaluated_again(last_year(), a_rubric(), today=date(2026, 11, 24))

    assert (made.answers, made.highlights, made.evidence, made.context) == ({}, (), (), Context())
    assert made.review == Review(evaluated_on=date(2026, 11, 24))
    assert made.id != last_year().id
    assert made.versions == {}
    assert made.last_time == LastTime(
        evaluation="evaluation-1",
        evaluated_on=date(2025, 11, 20),
        ratings={"teaching.first": 2},
        targets={"teaching.first": 3},
    )


def test_evaluating_an_example_again_is_an_example() -> None:
    """An invented evaluation never becomes one that looks real."""
    assert evaluated_again(an_evaluation(example=True), a_rubric()).example


def test_ids_made_together_stand_in_their_order() -> None:
    """Items that are added at once are listed as they were given."""
    ids = new_item_ids(20)

    assert list(ids) == sorted(ids)
    assert len(set(ids)) == 20


def test_item_ids_stand_in_the_order_in_which_they_were_made() -> None:
    """Items are listed by id: a later one never sorts before one made a while earlier, and each fits the record."""
    ids = [new_item_id() for _ in range(50)]

    assert len(set(ids)) == 50
    assert [one[:12] for one in ids] == sorted(one[:12] for one in ids)
    assert [Highlight(id=one).id for one in ids] == ids


def test_target_that_was_not_reached_goes_on_with_its_action() -> None:
    """Not one that was reached, nor of a theme that no action moves any more."""
    themes = ("teaching.first", "teaching.second", "families.first")
    earlier = last_year().changed(
        answers=dict(zip(themes, map(answered, (2, 3, 1)), strict=True)),
        targets={theme: Target(level=3) for theme in themes},
        actions=(
            Action(id="a", what="Open", themes=themes[:2]),
            Action(id="b", what="Done", themes=themes, status=ActionStatus.DONE),
        ),
    )

    assert evaluated_again(earlier, a_rubric()).targets == {"teaching.first": Target(level=3)}


@pytest.mark.parametrize("setting", [Setting.PRU, Setting.RESOURCED_PROVISION])
def test_another_setting_takes_over_the_school_and_no_answer(setting: Setting) -> None:
    """A resourced provision has pupils of its own: the figures of the whole school are not taken over into it."""
    first = last_year().changed(context=Context(figures={"roll": Figure(value=428)}), review=Review(why="Because."))
    made = begun_with_setting(first, a_rubric(), setting)

    assert made.id != first.id
    assert (made.setting, made.school, made.participants) == (setting, first.school, first.participants)
    assert (made.review.why, made.answers, made.actions) == ("Because.", {}, ())
    assert made.context == (first.context if setting is Setting.PRU else Context())
