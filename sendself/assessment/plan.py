"""The plan: its actions in order, dates that cannot be, what the evaluation itself asks for, and where it aims."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sendself.assessment.answers import DutyState, Rating, State
from sendself.assessment.english import counted
from sendself.assessment.items import Action, ActionKind, ActionStatus
from sendself.assessment.model import Assessment
from sendself.assessment.profile import duties_in_state
from sendself.assessment.uk_clock import uk_date
from sendself.rubric.model import LevelNumber, Theme

_TO_MEET = {"school": "Meet the duty", "local_authority": "See that the local authority meets its duty"}
WEEKS_FOR_A_DUTY, WEEKS_TO_FIND_OUT = 4, 6
"""In how many weeks a duty is to be met that is not met, and found out what is not known. Harm does not wait."""

BELOW = "The level aimed for is below where you stand now"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An action that the answers ask for. Nothing is added before somebody wants it.

    `weeks` are those from its start to its due date, `closed` is how an earlier action for the same ended that left
    the answer as it is.
    """

    kind: ActionKind
    what: str
    themes: tuple[str, ...]
    start: date
    weeks: int
    duty: str | None = None
    closed: ActionStatus | None = None

    @property
    def due(self) -> date:
        """The day on which it is due."""
        return self.start + timedelta(weeks=self.weeks)

    @property
    def subject(self) -> str:
        """What it is for, the same as long as the answers ask for it."""
        return f"{self.kind}-{self.duty or self.themes[0]}"


@dataclass(frozen=True, slots=True)
class Aim:
    """A theme that the plan moves: where it stands, and the level aimed for."""

    theme: Theme
    now: Rating | None
    target: LevelNumber | None

    @property
    def to_go(self) -> int | None:
        """Levels between now and the target, 0 where it is reached; `None` without a level or without a target."""
        if self.target is None or not isinstance(self.now, int):
            return None
        return max(0, self.target - self.now)

    @property
    def is_below(self) -> bool:
        """Whether the target is lower than where the theme stands: it was set before the theme rose, or in error."""
        return self.target is not None and isinstance(self.now, int) and self.target < self.now


def aim_in_words(aim: Aim) -> str:
    """How far it is to the target; empty where there is none."""
    if aim.is_below:
        return f"{BELOW}: set it anew."
    if aim.to_go is None:
        return "" if aim.target is None else "The theme has no level yet: rate it to see how far it is."
    return f"{counted(aim.to_go, 'level')} to go." if aim.to_go else "You are there."


def is_open(action: Action) -> bool:
    """Whether there is still something to do."""
    return action.status in (ActionStatus.NOT_STARTED, ActionStatus.UNDER_WAY)


def is_empty(action: Action) -> bool:
    """Whether an action was begun and nothing is said in it yet: not what, nor who, nor when."""
    return not (action.what or action.owner or action.start or action.due)


def actions_of(assessment: Assessment, priority: str) -> tuple[Action, ...]:
    """The actions of one priority, in the order in which they were added."""
    return tuple(action for action in assessment.actions if action.priority == priority)


def other_actions(assessment: Assessment) -> tuple[Action, ...]:
    """The actions that belong to no priority, or to one that was taken away."""
    there = {priority.id for priority in assessment.priorities}
    return tuple(action for action in assessment.actions if action.priority not in there)


def by_due_date(assessment: Assessment) -> tuple[Action, ...]:
    """Every action, the one due first at the top, those without a date at the end."""
    return tuple(sorted(assessment.actions, key=lambda action: (action.due is None, action.due or date.max, action.id)))


def is_overdue(action: Action, today: date) -> bool:
    """Whether an open action should have been done before today."""
    return is_open(action) and action.due is not None and action.due < today


def theme_titles(assessment: Assessment, themes: Iterable[str]) -> tuple[str, ...]:
    """The titles of themes; of one that the rubric does not have, its id."""
    rubric = assessment.rubric
    return tuple(rubric.theme(theme).title if rubric.has_theme(theme) else theme for theme in themes)


def date_problem(action: Action) -> str | None:
    """Why its dates cannot both be right and what to do, or `None`."""
    if action.start is None or action.due is None or action.start <= action.due:
        return None
    return f"It is due on {uk_date(action.due)}, before it starts on {uk_date(action.start)}. Correct one of the dates."


def proposals(assessment: Assessment, today: date) -> tuple[Proposal, ...]:
    """The actions that the answers ask for and the plan does not have: duties not met first, then what is not known.

    What is done or stopped is no plan any more, as long as the answer is still the same.
    """
    return (*_duties_to_meet(assessment, today), *_things_to_find_out(assessment, today))


def aims(assessment: Assessment) -> tuple[Aim, ...]:
    """Every theme that a priority or an action moves or that has a target, in the order of the rubric."""
    moved = {theme for priority in assessment.priorities for theme in priority.themes}
    moved |= {theme for action in assessment.actions for theme in action.themes} | assessment.targets.keys()
    return tuple(
        Aim(theme, assessment.answer(theme.id).rating, assessment.target(theme.id))
        for theme in assessment.rubric.themes()
        if theme.id in moved
    )


def _duties_to_meet(assessment: Assessment, today: date) -> Iterator[Proposal]:
    for duty in duties_in_state(assessment, DutyState.NOT_MET):
        planned = [action for action in assessment.actions if action.duty == duty.id]
        if not any(map(is_open, planned)):
            what = " ".join(part for part in (f"{_TO_MEET[duty.owner]}: {duty.duty}.", duty.act_now) if part)
            themes = tuple(theme.id for theme in assessment.rubric.themes() if duty.id in theme.duties)
            weeks = 0 if duty.act_now else WEEKS_FOR_A_DUTY
            yield Proposal(ActionKind.DUTY, what, themes, today, weeks, duty=duty.id, closed=_last_status(planned))


def _things_to_find_out(assessment: Assessment, today: date) -> Iterator[Proposal]:
    asking = [action for action in assessment.actions if action.kind is ActionKind.FIND_OUT]
    for theme in assessment.rubric.themes():
        planned = [action for action in asking if theme.id in action.themes]
        if assessment.answer(theme.id).rating is State.DONT_KNOW and not any(map(is_open, planned)):
            what = f"Find out where we are with {theme.title}. {theme.ask}"
            closed = _last_status(planned)
            yield Proposal(ActionKind.FIND_OUT, what, (theme.id,), today, WEEKS_TO_FIND_OUT, closed=closed)


def _last_status(planned: Iterable[Action]) -> ActionStatus | None:
    return next((action.status for action in reversed(list(planned))), None)
