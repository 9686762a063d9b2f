"""Begin an evaluation: a new one, a copy, or the next item in one of its lists."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from secrets import token_hex
from time import time_ns
from uuid import uuid4

from sendself.assessment.context import Context
from sendself.assessment.items import Action, Target
from sendself.assessment.model import Assessment
from sendself.assessment.over_time.before import last_time_of
from sendself.assessment.participants import Participant, Review, Way
from sendself.assessment.plan import aims, is_open
from sendself.assessment.school import School
from sendself.rubric.duty import Setting
from sendself.rubric.model import Rubric, ThemeId

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


def begun_with_setting(first: Assessment, rubric: Rubric, setting: Setting) -> Assessment:
    """A new evaluation of the same school in another setting, with nothing answered.

    It takes the school, who takes part and why, and the context; for a resourced provision, whose pupils are others,
    not that.
    """
    begun = new_assessment(
        rubric,
        setting,
        school=first.school,
        context=Context() if Setting.RESOURCED_PROVISION in (setting, first.setting) else first.context,
        way=first.way,
        participants=first.participants,
    )
    review = first.review.model_copy(update={"evaluated_on": begun.review.evaluated_on})
    return begun.changed(example=first.example, review=review)


def evaluated_again(
    earlier: Assessment, rubric: Rubric, *, context: Context | None = None, today: date | None = None
) -> Assessment:
    """A new evaluation that follows an earlier one, with nothing answered.

    It takes the school, the participants, the actions that are not done, their priorities, and of the themes that they
    move the targets that were not reached. What was agreed is carried as `last_time`, so that it is there without the
    earlier evaluation. `rubric` is the one in use today.
    """
    actions = tuple(_carried_over(action, earlier) for action in earlier.actions if is_open(action))
    planned = {action.priority for action in actions}
    begun = new_assessment(
        rubric,
        earlier.setting,
        school=earlier.school,
        context=context,
        way=earlier.way,
        participants=tuple(person.model_copy(update={"took_part": True}) for person in earlier.participants),
        today=today,
    )
    return begun.changed(
        example=earlier.example,
        actions=actions,
        priorities=tuple(priority for priority in earlier.priorities if priority.id in planned),
        targets=_not_reached(earlier, actions, rubric),
        last_time=last_time_of(earlier),
    )


def _carried_over(action: Action, earlier: Assessment) -> Action:
    """An action as it goes on: a calendar knows it by where it was planned first."""
    return action.model_copy(update={"first_in": action.first_in or earlier.id})


def _not_reached(earlier: Assessment, actions: Iterable[Action], rubric: Rubric) -> dict[ThemeId, Target]:
    """The targets that were not reached, of the themes that these actions move and the rubric has."""
    moved = {theme for action in actions for theme in action.themes}
    to_go = {aim.theme.id for aim in aims(earlier) if aim.target and aim.to_go != 0 and rubric.has_theme(aim.theme.id)}
    return {theme: target for theme, target in earlier.targets.items() if theme in moved & to_go}


def new_item_id() -> str:
    """An id for a new item. Sorted as text, ids stand in the order in which they were made."""
    return new_item_ids(1)[0]


def new_item_ids(number: int) -> tuple[str, ...]:
    """Ids for items that are made together; they sort in this order and after every earlier one."""
    now = time_ns() // 1_000_000
    return tuple(f"{now + place:012x}{token_hex(4)}" for place in range(number))
