"""The items of an evaluation's lists: evidence, strengths to read first, priorities, actions; and the plan's aims."""

from enum import StrEnum

from sendself.assessment.answers import EvidenceKind
from sendself.assessment.identifiers import Day, EvaluationId, ItemId
from sendself.assessment.text import Line, Link, Note
from sendself.rubric.duty import DutyId
from sendself.rubric.model import LevelNumber, ThemeId
from sendself.rubric.values import Frozen


class Evidence(Frozen):
    """Something that shows what a rating rests on: its title and where it is. The thing itself is never kept here."""

    id: ItemId
    title: Line = ""
    kind: EvidenceKind | None = None
    link: Link = ""
    note: Line = ""
    dated: Day | None = None


class Highlight(Frozen):
    """A strength that the school wants read first, and the theme it comes from."""

    id: ItemId
    text: Note = ""
    theme: ThemeId | None = None


class Priority(Frozen):
    """Something to improve first, and the themes it would move."""

    id: ItemId
    text: Note = ""
    themes: tuple[ThemeId, ...] = ()


class ActionStatus(StrEnum):
    """How far an action has come."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


class ActionKind(StrEnum):
    """Why there is an action: to improve, to find out what nobody knows yet, or to meet a duty now."""

    IMPROVE = "improve"
    FIND_OUT = "find_out"
    DUTY = "duty"


class Action(Frozen):
    """One thing that somebody does, by when, and how it will be seen to have worked.

    `priority` is the id of the priority it belongs to, `duty` the duty that it is to meet, `owner` a role. Dates are
    kept as they were entered: a due date before the start is explained on the page (see `plan`), not refused.
    `first_in` is the id of the evaluation that it was planned in first, empty where that is this one.
    """

    id: ItemId
    what: Note = ""
    kind: ActionKind = ActionKind.IMPROVE
    priority: ItemId | None = None
    duty: DutyId | None = None
    owner: Line = ""
    start: Day | None = None
    due: Day | None = None
    success: Note = ""
    resources: Note = ""
    status: ActionStatus = ActionStatus.NOT_STARTED
    themes: tuple[ThemeId, ...] = ()
    first_in: EvaluationId = ""


class Target(Frozen):
    """The level that the plan aims for in one theme."""

    level: LevelNumber | None = None
