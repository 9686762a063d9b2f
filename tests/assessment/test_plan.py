"""The plan: order, dates, what the answers ask for, and where it aims."""

from datetime import date

import pytest

from sendself.assessment.answers import DutyAnswer, DutyState, State
from sendself.assessment.items import Action, ActionKind, ActionStatus, Priority, Target
from sendself.assessment.plan import (
    Aim,
    actions_of,
    aim_in_words,
    aims,
    by_due_date,
    date_problem,
    is_overdue,
    other_actions,
    proposals,
)
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation, answered

TODAY = date(2026, 11, 24)
DUTIES = a_rubric(
    [an_area("teaching", a_theme("teaching.first", "stop"), a_theme("teaching.second", "report", "stop"))],
    [a_duty("stop", act_now="Stop today and tell the headteacher."), a_duty("report")],
)


def due(item: str, day: date | None = None, **fields: object) -> Action:
    """An action that is due on a day."""
    return Action.model_validate({"id": item, "due": day, **fields})


def test_actions_stand_by_due_date() -> None:
    """The one due first is at the top, those without a date at the end, equal days in the order of adding."""
    actions = (due("a"), due("b", date(2027, 5, 1)), due("c", date(2027, 1, 1)), due("d", date(2027, 5, 1)))

    assert [action.id for action in by_due_date(an_evaluation(actions=actions))] == ["c", "b", "d", "a"]


def test_actions_belong_to_a_priority_or_stand_apart() -> None:
    """An action of a priority that was taken away is not lost."""
    evaluation = an_evaluation(
        priorities=(Priority(id="p"),),
        actions=(due("a", priority="p"), due("b"), due("c", priority="gone"), due("d", priority="p")),
    )

    assert [action.id for action in actions_of(evaluation, "p")] == ["a", "d"]
    assert [action.id for action in other_actions(evaluation)] == ["b", "c"]


@pytest.mark.parametrize(
    ("status", "overdue"),
    [
        (ActionStatus.NOT_STARTED, True),
        (ActionStatus.UNDER_WAY, True),
        (ActionStatus.DONE, False),
        (ActionStatus.STOPPED, False),
    ],
)
def test_open_action_is_overdue_after_its_day(status: ActionStatus, overdue: bool) -> None:
    """The due date itself is not too late, and what is done or stopped never is."""
    assert is_overdue(due("a", date(2026, 11, 23), status=status), TODAY) is overdue
    assert not is_overdue(due("a", TODAY, status=status), TODAY)
    assert not is_overdue(due("a", status=status), TODAY)


def test_due_before_start_is_explained() -> None:
    """The sentence has both days and what to do; the same day is possible."""
    wrong = due("a", date(2027, 1, 8), start=date(2027, 3, 1))

    assert date_problem(wrong) == (
        "It is due on 8 January 2027, before it starts on 1 March 2027. Correct one of the dates."
    )
    assert date_problem(due("a", date(2027, 1, 8), start=date(2027, 1, 8))) is None
    assert date_problem(due("a", date(2027, 1, 8))) is None
    assert date_problem(due("a", start=date(2027, 1, 8))) is None


def test_duty_not_met_asks_for_an_action_now() -> None:
    """It starts today, moves its themes and is due in four weeks; where it means harm, it is due today."""
    not_met = DutyAnswer(state=DutyState.NOT_MET)
    evaluation = an_evaluation(DUTIES, duties={"stop": not_met, "report": not_met})

    stop, report = proposals(evaluation, TODAY)

    assert (stop.kind, stop.duty, stop.start, stop.due) == (ActionKind.DUTY, "stop", TODAY, TODAY)
    assert stop.what == "Meet the duty: Do what stop says. Stop today and tell the headteacher."
    assert stop.themes == ("teaching.first", "teaching.second")
    assert (report.duty, report.start, report.due, report.themes) == (
        "report", TODAY, date(2026, 12, 22), ("teaching.second",),
    )  # fmt: skip


def test_what_is_not_known_asks_to_be_found_out() -> None:
    """Only `don't know yet` does; the theme's own question says what to find out."""
    evaluation = an_evaluation(
        DUTIES, answers={"teaching.first": answered(State.DONT_KNOW), "teaching.second": answered(State.NOT_LOOKED_AT)}
    )

    (found,) = proposals(evaluation, TODAY)

    assert (found.kind, found.themes, found.duty) == (ActionKind.FIND_OUT, ("teaching.first",), None)
    assert found.what == "Find out where we are with Title of teaching.first. Who would miss teaching.first?"
    assert found.due == date(2027, 1, 5)


def test_nothing_is_proposed_twice() -> None:
    """What an open action of the plan sees to is not asked for again; an action to improve finds nothing out."""
    evaluation = an_evaluation(
        DUTIES,
        answers={"teaching.first": answered(State.DONT_KNOW), "teaching.second": answered(State.DONT_KNOW)},
        duties={"report": DutyAnswer(state=DutyState.NOT_MET)},
        actions=(
            Action(id="a", kind=ActionKind.FIND_OUT, themes=("teaching.first",), status=ActionStatus.UNDER_WAY),
            Action(id="b", kind=ActionKind.DUTY, duty="report"),
            Action(id="c", themes=("teaching.second",)),
        ),
    )

    assert [proposal.themes for proposal in proposals(evaluation, TODAY)] == [("teaching.second",)]


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.STOPPED])
def test_what_was_closed_and_is_still_so_is_asked_for_again(status: ActionStatus) -> None:
    """A duty not met and a theme not known are not silenced by an action that is over; the proposal says how it ended.

    An open action beside the closed one is enough.
    """
    evaluation = an_evaluation(
        DUTIES,
        answers={"teaching.first": answered(State.DONT_KNOW)},
        duties={"report": DutyAnswer(state=DutyState.NOT_MET)},
        actions=(
            Action(id="a", kind=ActionKind.DUTY, duty="report", status=status),
            Action(id="b", kind=ActionKind.FIND_OUT, themes=("teaching.first",), status=status),
        ),
    )

    assert [(one.kind, one.closed) for one in proposals(evaluation, TODAY)] == [
        (ActionKind.DUTY, status), (ActionKind.FIND_OUT, status),
    ]  # fmt: skip
    again = Action(id="c", kind=ActionKind.DUTY, duty="report")
    assert [one.kind for one in proposals(evaluation.changed(actions=(*evaluation.actions, again)), TODAY)] == [
        ActionKind.FIND_OUT
    ]


def test_aims_are_the_themes_that_the_plan_moves() -> None:
    """Those of priorities, of actions and with a target, each once, in the order of the rubric."""
    evaluation = an_evaluation(
        answers={
            "teaching.first": answered(2),
            "teaching.second": answered(4),
            "families.first": answered("dont_know"),
        },
        priorities=(Priority(id="p", themes=("families.first", "families.of-old")),),
        actions=(Action(id="a", themes=("teaching.first",)),),
        targets={
            "teaching.first": Target(level=3),
            "teaching.second": Target(level=3),
            "families.first": Target(level=2),
        },
    )

    assert [(aim.theme.id, aim.now, aim.target, aim.to_go) for aim in aims(evaluation)] == [
        ("teaching.first", 2, 3, 1),
        ("teaching.second", 4, 3, 0),
        ("families.first", State.DONT_KNOW, 2, None),
    ]
    assert [aim_in_words(aim) for aim in aims(evaluation)] == [
        "1 level to go.",
        "The level aimed for is below where you stand now: set it anew.",
        "The theme has no level yet: rate it to see how far it is.",
    ]
    theme = evaluation.rubric.theme("teaching.first")
    assert [aim_in_words(Aim(theme, 3, target)) for target in (3, None)] == ["You are there.", ""]
