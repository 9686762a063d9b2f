"""Who takes part, how they work together, and what they evaluate for."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from sendself.assessment.identifiers import ItemId, Moment, Perspective
from sendself.assessment.text import Line, Note
from sendself.rubric.values import Frozen


class Way(StrEnum):
    """How the participants work: each rates alone and then they meet, or they rate together from the start."""

    APART = "apart"
    TOGETHER = "together"


class Participant(Frozen):
    """Somebody asked to take part, the perspective they rate from, and whether they did take part."""

    id: ItemId
    name: Line = ""
    role: Line = ""
    perspective: Perspective = "senco"
    took_part: bool = True


class Review(Frozen):
    """What the evaluation is for: why, what the school wants tested, and who will read it."""

    why: Note = ""
    wants_tested: Note = ""
    reviewer: Line = ""
    reviewer_email: Line = ""
    evaluated_on: date | None = None


class Meeting(Frozen):
    """The meeting in which differences are settled: when its clock was started, and how long it is. It never leaves."""

    began: Moment
    minutes: Annotated[int, Field(ge=1, le=480)]
