"""An evaluation is a value: checked when it is made, kept in one order, and never changed in place."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from pydantic import ValidationError

from sendself.assessment.answers import Answer, AreaNote, DutyAnswer, DutyState, State
from sendself.assessment.context import Context, Figure
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Highlight
from sendself.assessment.participants import Participant
from sendself.assessment.school import School
from tests.samples import an_evaluation


def test_answer_of_one_who_said_nothing_is_empty() -> None:
    """Asking for what was never entered gives an empty answer, note or duty, and no figure."""
    evaluation = an_evaluation()

    assert evaluation.answer("teaching.first") == evaluation.answer("teaching.first", "senco") == Answer()
    assert evaluation.area_note("teaching") == AreaNote()
    assert evaluation.duty("registers") == DutyAnswer()
    assert evaluation.figure("roll") is None


def test_answer_belongs_to_its_perspective() -> None:
    """Two people rate the same theme without touching each other's answer."""
    evaluation = an_evaluation(answers={"teaching.first": {"senco": Answer(rating=2), "slt": Answer(rating=3)}})

    assert evaluation.answer("teaching.first", "senco").rating == 2
    assert evaluation.answer("teaching.first", "slt").rating == 3
    assert evaluation.answer("teaching.first").rating is None


def test_empty_answers_are_left_out() -> None:
    """An answer without content is the same as none, so that equal evaluations are equal."""
    emptied = an_evaluation(
        answers={"teaching.first": {AGREED: Answer(strengths=" ")}, "teaching.second": {}},
        area_notes={"teaching": {AGREED: AreaNote()}},
        duties={"registers": DutyAnswer(note="\n")},
        context=Context(words={"staffing": ""}),
    )

    assert emptied == an_evaluation()


def test_order_of_entry_makes_no_difference() -> None:
    """The same answers entered in another order are the same evaluation, down to the order in its tables."""
    one = an_evaluation(
        answers={
            "teaching.first": {"slt": Answer(rating=1), "senco": Answer(rating=2)},
            "families.first": {AGREED: Answer(rating=3)},
        },
        participants=(Participant(id="b"), Participant(id="a")),
        context=Context(figures={"sen_support": Figure(value=9), "roll": Figure(value=90)}),
        duties={"b": DutyAnswer(state=DutyState.MET), "a": DutyAnswer(state=DutyState.MET)},
    )
    other = an_evaluation(
        answers={
            "families.first": {AGREED: Answer(rating=3)},
            "teaching.first": {"senco": Answer(rating=2), "slt": Answer(rating=1)},
        },
        participants=(Participant(id="a"), Participant(id="b")),
        context=Context(figures={"roll": Figure(value=90), "sen_support": Figure(value=9)}),
        duties={"a": DutyAnswer(state=DutyState.MET), "b": DutyAnswer(state=DutyState.MET)},
    )

    assert one.model_dump_json() == other.model_dump_json()


@pytest.mark.parametrize("table", ["participants", "highlights", "priorities"])
def test_items_with_the_same_id_are_refused(table: str) -> None:
    """An item is found by its id."""
    with pytest.raises(ValidationError, match="two items have the same id"):
        an_evaluation().changed(**{table: ({"id": "a"}, {"id": "a"})})


def test_times_are_kept_in_utc() -> None:
    """A moment of British Summer Time is the same moment an hour earlier in UTC."""
    summer = datetime(2026, 7, 1, 9, 0, tzinfo=timezone(timedelta(hours=1)))

    assert an_evaluation(created_at=summer).created_at == datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
    assert an_evaluation(created_at=summer).created_at.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 7, 1),  # noqa: DTZ001 - a time without its zone
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5))),
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-5))),
    ],
)
def test_time_that_cannot_be_placed_is_refused(moment: datetime) -> None:
    """A time has a zone, and lies where every zone has a calendar."""
    with pytest.raises(ValidationError, match="a time needs"):
        an_evaluation(updated_at=moment)


@pytest.mark.parametrize(
    "changes",
    [
        {"answers": {"teaching.first": {AGREED: {"rating": 5}}}},
        {"answers": {"teaching.first": {AGREED: {"rating": 0}}}},
        {"answers": {"teaching.first": {AGREED: {"rating": "excellent"}}}},
        {"answers": {"teaching.first": {AGREED: {"evidence_kinds": ["hearsay"]}}}},
        {"answers": {"teaching.first": {"The SENCO": {"rating": 2}}}},
        {"answers": {"no theme": {AGREED: {"rating": 2}}}},
        {"area_notes": {"Teaching!": {AGREED: {"strengths": "x"}}}},
        {"duties": {"Registers!": {"state": "met"}}},
        {"duties": {"registers": {"state": "nearly"}}},
        {"school": {"urn": 0}},
        {"school": {"urn": 10_000_000}},
        {"school": {"age_low": -1}},
        {"school": {"name": "n" * 301}},
        {"school": {"headteacher": "somebody"}},
        {"context": {"figures": {"roll": {"value": -1}}}},
        {"context": {"figures": {"roll": {"value": float("nan")}}}},
        {"context": {"figures": {"roll": {"value": float("inf")}}}},
        {"context": {"figures": {"roll": {"value": 1_000_001}}}},
        {"context": {"figures": {"Number on roll": {"value": 1}}}},
        {"context": {"figures": {"roll": {"value": 1, "source": "guessed"}}}},
        {"review": {"why": "w" * 20_001}},
        {"review": {"evaluated_on": "some day"}},
        {"participants": [{"id": "Not an id"}]},
        {"participants": [{"id": "a", "perspective": "Governor!"}]},
        {"highlights": [{"id": "a", "theme": "no theme"}]},
        {"disclosure": {"names": "initials"}},
        {"versions": {"school|agreed|name": {"version": 0}}},
        {"versions": {"school|agreed|name": {"version": 10**10}}},
        {"versions": {"school|agreed|name": {"version": 1, "op_id": "x" * 65}}},
        {"id": "SHORT"},
        {"setting": "castle"},
        {"history": []},
    ],
)
def test_value_that_does_not_fit_is_refused(changes: dict[str, Any]) -> None:
    """Nothing is kept that a page or a document could not show."""
    with pytest.raises(ValidationError):
        an_evaluation(**changes)


def test_change_gives_a_new_evaluation_and_is_checked() -> None:
    """The first stays as it was; a change goes through the same checks as a new evaluation."""
    first = an_evaluation()
    second = first.changed(school=School(name="Alderbrook Primary School"))

    assert (first.school.name, second.school.name) == ("", "Alderbrook Primary School")
    assert second.changed(school=School()) == first
    with pytest.raises(ValidationError):
        first.changed(id="?")
    with pytest.raises(ValidationError, match="frozen"):
        first.way = "apart"  # type: ignore[misc,assignment]


@pytest.mark.parametrize(
    ("age_low", "primary"), [(None, None), (2, True), (9, True), (10, True), (11, False), (14, False)]
)
def test_school_is_primary_from_its_youngest_pupils(age_low: int | None, primary: bool | None) -> None:
    """Pupils under 11 make the duties on primary schools count; unknown ages decide nothing."""
    assert School(age_low=age_low, age_high=19).primary is primary


@pytest.mark.parametrize(
    ("age_high", "secondary"), [(None, None), (7, False), (11, False), (12, True), (16, True), (19, True)]
)
def test_school_is_secondary_from_its_oldest_pupils(age_high: int | None, secondary: bool | None) -> None:
    """Pupils over 11 make the duties on secondary schools count; unknown ages decide nothing."""
    assert School(age_low=4, age_high=age_high).secondary is secondary


def test_perspectives_are_those_of_the_participants() -> None:
    """Each perspective stands once, in the order of the participants, whoever did take part."""
    people = [("a", "slt"), ("b", "senco"), ("c", "slt"), ("d", "governor")]
    evaluation = an_evaluation(
        participants=[Participant(id=one, perspective=who, took_part=one != "d") for one, who in people]
    )

    assert evaluation.perspectives() == ("slt", "senco", "governor")


@pytest.mark.parametrize(
    ("school", "example", "title"),
    [
        ({"name": "Alderbrook Primary School"}, False, "Alderbrook Primary School"),
        ({"name": "Alderbrook Primary School"}, True, "Alderbrook Primary School (EXAMPLE)"),
        ({"name": "EXAMPLE Primary School"}, True, "EXAMPLE Primary School"),
        ({"urn": 109567}, False, "School 109567"),
        ({}, False, "School not named yet"),
        ({}, True, "School not named yet (EXAMPLE)"),
    ],
)
def test_title_names_the_school_and_marks_an_example(school: dict[str, Any], example: bool, title: str) -> None:
    """In lists an evaluation is called by its school; an example says so."""
    assert an_evaluation(school=school, example=example).title == title


def test_state_is_no_level() -> None:
    """Don't know, not applicable and not looked at are kept apart from the numbers."""
    kept = an_evaluation(answers={"teaching.first": {AGREED: {"rating": "dont_know"}}})

    assert kept.answer("teaching.first").rating is State.DONT_KNOW
    assert not isinstance(kept.answer("teaching.first").rating, int)


def test_highlight_may_stand_for_the_whole_school() -> None:
    """A strength need not come from one theme."""
    assert an_evaluation(highlights=(Highlight(id="a", text="Kind"),)).highlights[0].theme is None
