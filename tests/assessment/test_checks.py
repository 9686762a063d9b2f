"""What is shown before sending: each point names its place, the most serious stand first, and nothing blocks."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from sendself.assessment.answers import (
    Answer,
    DocumentAnswer,
    DocumentState,
    DutyAnswer,
    DutyState,
    EvidenceKind,
    State,
)
from sendself.assessment.checks import Kind, Point, points_before_sending, thin_evidence
from sendself.assessment.context import Context, Figure
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, Evidence, Priority
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Review, Way
from sendself.assessment.school import School
from sendself.rubric.duty import SchoolKind
from tests.assessment.complete import ACT_NOW, THEMES, complete
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation, answered
from tests.strategies import assessments, small_rubrics

TWO = (Participant(id="a", perspective="senco"), Participant(id="b", perspective="slt"))


def points(**changes: Any) -> list[Point]:
    """The points of a complete evaluation with these changes."""
    return list(points_before_sending(complete(**changes)))


def replaced(theme: str, answer: Answer | None) -> dict[str, dict[str, Answer]]:
    """Every theme answered, one of them differently or not at all."""
    others = {name: answered(3) for name in THEMES if name != theme}
    return others | ({theme: {AGREED: answer}} if answer else {})


def test_complete_evaluation_has_no_points() -> None:
    """Everything rated on good evidence, with a school, people and a roll: nothing is pointed out."""
    assert points() == []


def test_impossible_figures_are_pointed_out() -> None:
    """More plans than pupils is told where it is mended."""
    figures = {"roll": Figure(value=40), "ehc_plans": Figure(value=60)}

    (point,) = points(context=Context(figures=figures))

    assert (point.kind, point.step, point.theme) == (Kind.IMPOSSIBLE, "context", None)
    assert "Pupils with an EHC plan (60) cannot be more than number on roll (40)" in point.message


def test_duty_not_met_that_means_harm_says_to_act_now() -> None:
    """The point carries the words of what to do and stands at the first theme that names the duty."""
    (point,) = points(duties={"send-nobody-home": DutyAnswer(state=DutyState.NOT_MET)})

    assert point == Point(
        Kind.UNSAFE, f"Do what send-nobody-home says: not met. {ACT_NOW}", "families", "families.first"
    )


@pytest.mark.parametrize("state", [None, *(state for state in DutyState if state is not DutyState.NOT_MET)])
def test_duty_answered_otherwise_is_not_urgent(state: DutyState | None) -> None:
    """Only a duty that the school says is not met calls for action today."""
    assert points(duties={"send-nobody-home": DutyAnswer(state=state)}) == []


def test_duty_without_words_for_today_is_not_urgent() -> None:
    """A duty not met that harms nobody today is for the profile, not for this list."""
    assert points(duties={"report": DutyAnswer(state=DutyState.NOT_MET)}) == []


def test_duty_that_does_not_bind_the_school_is_not_urgent() -> None:
    """A duty on academies alone is nothing to a maintained school."""
    one = a_duty("send-nobody-home", act_now=ACT_NOW, applies_to=(SchoolKind.ACADEMY,))
    only = a_rubric([an_area("teaching", a_theme("teaching.first", "send-nobody-home"))], [one])
    not_met = {"send-nobody-home": DutyAnswer(state=DutyState.NOT_MET)}
    academy, maintained = (
        an_evaluation(only, school=School(kind=kind), duties=not_met)
        for kind in (SchoolKind.ACADEMY, SchoolKind.MAINTAINED)
    )

    assert Kind.UNSAFE in {point.kind for point in points_before_sending(academy)}
    assert Kind.UNSAFE not in {point.kind for point in points_before_sending(maintained)}


def test_theme_without_a_rating_is_pointed_out() -> None:
    """A theme nobody answered is named with its page and place."""
    (point,) = points(answers=replaced("teaching.second", None))

    assert point == Point(Kind.NOT_RATED, "Title of teaching.second: not rated yet.", "teaching", "teaching.second")


def test_theme_rated_by_one_participant_alone_is_not_yet_rated() -> None:
    """What leaves the school is the agreed answer."""
    answers = replaced("teaching.second", None) | {"teaching.second": answered(3, "senco")}

    assert [point.kind for point in points(answers=answers)] == [Kind.NOT_RATED]


@pytest.mark.parametrize("state", [State.DONT_KNOW, State.NOT_LOOKED_AT])
def test_theme_with_an_honest_state_is_answered(state: State) -> None:
    """Not knowing and not looking are answers."""
    assert points(answers=replaced("teaching.second", Answer(rating=state))) == []


@pytest.mark.parametrize("rating", [None, 3])
def test_parked_theme_is_pointed_out_once(rating: Any) -> None:
    """A parked theme is said to be parked, rated or not, and not also to be unrated."""
    (point,) = points(answers=replaced("teaching.first", answered(rating)[AGREED].model_copy(update={"parked": True})))

    assert (point.kind, point.theme) == (Kind.PARKED, "teaching.first")


def test_not_applicable_needs_a_reason() -> None:
    """Without a reason it is pointed out, with one it is not."""
    bare = Answer(rating=State.NOT_APPLICABLE)

    (point,) = points(answers=replaced("families.first", bare))

    assert (point.kind, point.step, point.theme) == (Kind.NO_REASON, "families", "families.first")
    assert points(answers=replaced("families.first", bare.model_copy(update={"reason": "No sixth form"}))) == []


DATA, WORK, PUPILS, PARENTS = (
    EvidenceKind.DATA,
    EvidenceKind.WORK,
    EvidenceKind.PUPIL_VOICE,
    EvidenceKind.PARENT_VOICE,
)


@pytest.mark.parametrize(
    ("rating", "kinds", "evidence", "words"),
    [
        (3, (), "", "without any evidence"),
        (4, (), "", "without any evidence"),
        (3, (), "Books", "one kind of evidence or none"),
        (3, (DATA,), "Books", "one kind of evidence or none"),
        (3, (DATA, WORK), "", None),
        (4, (DATA, WORK), "Books", "without the voice of pupils or parents"),
        (4, (DATA, PUPILS), "", None),
        (4, (PARENTS, WORK), "", None),
        (2, (), "", None),
        (1, (), "", None),
        (None, (), "", None),
        (State.DONT_KNOW, (), "", None),
    ],
)
def test_high_rating_needs_evidence(
    rating: Any, kinds: tuple[EvidenceKind, ...], evidence: str, words: str | None
) -> None:
    """Established rests on two kinds of evidence, Sustained on a voice as well; lower levels claim nothing."""
    answer = Answer(rating=rating, evidence_kinds=kinds, evidence=evidence)

    said = thin_evidence(answer)

    if words is None:
        assert said is None
    else:
        assert words in (said or "")
        (point,) = points(answers=replaced("teaching.first", answer))
        assert (point.kind, point.theme) == (Kind.THIN_EVIDENCE, "teaching.first")
        assert point.message == f"Title of teaching.first: {said}"


def test_kinds_of_the_evidence_items_count() -> None:
    """One kind that is ticked and another of an item that is referred to are two."""
    answer = Answer(rating=3, evidence_kinds=(DATA,), evidence_refs=("evidence:e1",))
    answers = replaced("teaching.first", answer)

    assert points(answers=answers, evidence=(Evidence(id="e1", kind=WORK),)) == []
    assert [point.kind for point in points(answers=answers)] == [Kind.THIN_EVIDENCE]


@pytest.mark.parametrize(
    ("rating", "days", "stale"),
    [
        (3, (date(2025, 11, 22),), True),
        (3, (date(2025, 11, 23),), False),
        (3, (date(2024, 1, 1), date(2026, 1, 1)), False),
        (3, (date(2024, 1, 1), None), True),
        (3, (None,), False),
        (2, (date(2024, 1, 1),), False),
        (None, (date(2024, 1, 1),), False),
    ],
)
def test_high_rating_on_old_evidence_is_pointed_out(rating: Any, days: tuple[date | None, ...], stale: bool) -> None:
    """Where the newest dated item is more than a year older than the evaluation; a lower level claims nothing."""
    evidence = tuple(Evidence(id=f"e{number}", kind=WORK, dated=day) for number, day in enumerate(days))
    refs = tuple(f"evidence:{item.id}" for item in evidence)
    answer = Answer(rating=rating, evidence_kinds=(DATA, WORK), evidence_refs=refs)
    evaluation = complete(
        answers=replaced("teaching.first", answer), evidence=evidence, review=Review(evaluated_on=date(2026, 11, 23))
    )

    found = [point for point in points_before_sending(evaluation) if point.kind is Kind.STALE_EVIDENCE]

    assert [point.theme for point in found] == (["teaching.first"] if stale else [])


def test_more_priorities_than_are_shown_are_pointed_out() -> None:
    """Once, on the page where one can be taken away; five are no point."""
    priorities = tuple(Priority(id=f"p{number}", text="Maths") for number in range(7))
    (point,) = points(priorities=priorities)

    assert (point.kind, point.step) == (Kind.TOO_MANY, "plan")
    assert point.message.startswith("There are 7 priorities")
    assert points(priorities=priorities[:5]) == []


def test_impossible_dates_are_pointed_out_on_one_line() -> None:
    """The point names the action, whatever line ends its words have, and where it is mended."""
    wrong = Action(id="a", what="Train\nassistants", start=date(2027, 3, 1), due=date(2027, 2, 1))

    (point,) = points(actions=(wrong,))

    assert (point.kind, point.step) == (Kind.DATES, "plan")
    assert point.message == (
        "Train assistants: It is due on 1 February 2027, before it starts on 1 March 2027. Correct one of the dates."
    )


@pytest.mark.parametrize(
    ("changes", "step", "words"),
    [
        ({"context": Context()}, "context", "number on roll is not given"),
        ({"context": Context(figures={"roll": Figure(value=None)})}, "context", "number on roll is not given"),
        ({"school": School(urn=109567)}, "about", "no name"),
        ({"participants": ()}, "about", "Nobody is named"),
        ({"review": Review()}, "about", "why you evaluate now"),
    ],
)
def test_what_is_missing_is_pointed_out(changes: dict[str, Any], step: str, words: str) -> None:
    """A reviewer wants to know how many pupils, which school, and who took part."""
    (point,) = points(**changes)

    assert (point.kind, point.step) == (Kind.MISSING, step)
    assert words in point.message


def test_context_without_words_is_pointed_out_unless_they_were_left_out() -> None:
    """Figures alone say little of a school; whoever sends levels only has chosen to say no more."""
    seen = complete().changed(context=Context(figures={"roll": Figure(value=428)}), review=Review())

    assert [point.step for point in points_before_sending(seen)] == ["about", "context"]
    assert points_before_sending(seen.changed(withheld=("what was written",))) == ()


def test_points_of_every_kind_stand_in_order() -> None:
    """The most serious are first, in the order of `Kind`."""
    found = points(
        way=Way.APART,
        context=Context(figures={"ehc_plans": Figure(value=9), "exclusions": Figure(value=1), "roll": Figure(value=2)}),
        duties={"send-nobody-home": DutyAnswer(state=DutyState.NOT_MET)},
        answers={
            "teaching.first": {AGREED: Answer(rating=4, evidence_refs=("document:provision-map",))},
            "teaching.second": {
                AGREED: Answer(rating=2, parked=True),
                "senco": Answer(rating=1, strengths="Hers."),
                "slt": Answer(rating=3),
            },
            "families.first": {AGREED: Answer(rating=State.NOT_APPLICABLE)},
        },
        participants=TWO,
        school=School(urn=109567),
        priorities=tuple(Priority(id=f"p{number}") for number in range(6)),
        actions=(Action(id="a", what="Train", start=date(2027, 3, 1), due=date(2027, 1, 1)),),
        documents={"provision-map": DocumentAnswer(state=DocumentState.ENCLOSED, dated=date(2024, 5, 1))},
    )

    assert [point.kind for point in found] == list(Kind)


def test_point_on_one_line_names_kind_and_place() -> None:
    """For scripts: kind, theme or step, message."""
    assert Point(Kind.PARKED, "Later.", "teaching", "teaching.first").line == "parked: teaching.first: Later."
    assert Point(Kind.MISSING, "No name.", "start").line == "missing: start: No name."


@settings(max_examples=25, deadline=None)
@given(assessments(small_rubrics()))
def test_points_of_any_evaluation_lead_somewhere(assessment: Assessment) -> None:
    """Whatever stands in an evaluation, each point has a sentence and a step that exists."""
    steps = {"about", "context", "plan", "agree", *(area.id for area in assessment.rubric.areas)}

    for point in points_before_sending(assessment):
        assert point.step in steps
        assert point.message.endswith((".", "!", "?"))
        assert "\n" not in point.line
        if point.theme:
            area = assessment.rubric.area_of(point.theme).id
            # A duty is answered once, in its focus area, by whoever knows.
            in_agree = assessment.way is Way.APART and point.kind is not Kind.UNSAFE
            assert point.step == ("agree" if in_agree else area)


def test_rating_apart_what_is_not_agreed_leads_to_agree() -> None:
    """The focus areas are done for whoever rated there; what is missing is settled, or mended, in Agree."""
    seen = complete(
        way=Way.APART,
        answers={
            "teaching.first": answered(3, "senco"),
            "teaching.second": {AGREED: Answer(rating=2, parked=True)},
            "families.first": {AGREED: Answer(rating=State.NOT_APPLICABLE)},
            "families.second": {AGREED: Answer(rating=4)},
        },
    )

    assert [(point.kind, point.step) for point in points_before_sending(seen)] == [
        (kind, "agree") for kind in (Kind.NOT_RATED, Kind.PARKED, Kind.NO_REASON, Kind.THIN_EVIDENCE)
    ]
    assert points_before_sending(seen)[0].message == "Title of teaching.first: not agreed yet."


def apart(agreed: Answer, senco: Answer, slt: Answer) -> list[Point]:
    """The points of an evaluation rated apart, in which one theme is settled so and nothing else stands out."""
    said = {"teaching.first": {AGREED: agreed, "senco": senco, "slt": slt}}
    return points(way=Way.APART, participants=TWO, answers=replaced("teaching.first", None) | said)


@pytest.mark.parametrize(
    ("agreed", "left"),
    [
        (Answer(rating=2), "strengths and what this rests on"),
        (Answer(rating=2, development="Agreed."), None),
        (Answer(rating=2, evidence_kinds=(DATA,)), "strengths and what this rests on"),
        (Answer(development=""), None),
    ],
)
def test_words_that_were_written_apart_and_left_behind_are_pointed_out(agreed: Answer, left: str | None) -> None:
    """Where a theme is agreed without any words, though somebody wrote some; agreed words of its own are enough."""
    found = apart(agreed, Answer(rating=2, strengths="Hers."), Answer(rating=2, evidence="His."))
    said = [point for point in found if point.kind is Kind.WORDS_LEFT]

    assert [(point.step, point.theme) for point in said] == [("agree", "teaching.first")] * bool(left)
    assert all(f"the words that you wrote apart ({left})" in point.message for point in said)


@pytest.mark.parametrize(
    ("agreed", "slt", "kinds"),
    [
        (Answer(rating=2), 4, [Kind.NO_WHY]),
        (Answer(rating=2), 1, []),
        (Answer(rating=2, reason="Two terms."), 4, []),
        (Answer(rating=State.DONT_KNOW), 4, [Kind.NO_WHY]),
        (Answer(rating=State.NOT_APPLICABLE), 4, [Kind.NO_REASON]),
        (Answer(), 4, [Kind.NOT_RATED]),
    ],
)
def test_settled_difference_needs_a_why(agreed: Answer, slt: Any, kinds: list[Kind]) -> None:
    """A level on which two differed says later nothing without its reason; where both said the same it needs none."""
    assert [point.kind for point in apart(agreed, Answer(rating=1), Answer(rating=slt))] == kinds


def test_rating_together_asks_for_no_words_of_views() -> None:
    """Views from an earlier way of rating are out of sight, and so are points about them."""
    said = {AGREED: Answer(rating=2), "senco": Answer(rating=1, strengths="Hers."), "slt": Answer(rating=3)}

    assert points(answers=replaced("teaching.first", None) | {"teaching.first": said}) == []
