"""Begin an evaluation: a new one, a copy, or the next item in one of its lists."""

from datetime import UTC, date, datetime
from secrets import token_hex
from time import time_ns
from uuid import uuid4

from sendself.assessment.model import Assessment, Context, Participant, Review, School, Way
from sendself.rubric.model import Rubric, Setting

SENCO_AND_LEADER = (
    Participant(id="p1", role="SENCO", perspective="senco"),
    Participant(id="p2", role="Senior leader", perspective="slt"),
)
"""The two whom the Guide asks to evaluate together."""


def new_assessment(
    rubric: Rubric,
    setting: Setting,
    *,
    school: School | None = None,
    context: Context | None = None,
    way: Way = Way.TOGETHER,
    participants: tuple[Participant, ...] = SENCO_AND_LEADER,
    today: date | None = None,
) -> Assessment:
    """An evaluation with nothing answered yet, dated today."""
    now = datetime.now(UTC)
    return Assessment(
        id=str(uuid4()),
        rubric=rubric,
        setting=setting,
        way=way,
        created_at=now,
        updated_at=now,
        school=school or School(),
        context=context or Context(),
        participants=participants,
        review=Review(evaluated_on=today or now.date()),
    )


def copy_of(assessment: Assessment) -> Assessment:
    """The same evaluation as a separate one, with an id of its own and no tie to the first."""
    return assessment.changed(id=str(uuid4()), versions={})


def new_item_id() -> str:
    """An id for a new item. Sorted as text, ids stand in the order in which they were made."""
    return f"{time_ns() // 1_000_000:012x}{token_hex(4)}"
