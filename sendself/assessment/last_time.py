"""The evaluations that one follows: what was agreed and aimed for then."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field, field_validator, model_validator

from sendself.assessment.answers import Rating
from sendself.assessment.identifiers import EvaluationId
from sendself.rubric.model import AreaId, LevelNumber, ThemeId
from sendself.rubric.values import Frozen

THEMES_LIMIT = 1000
"""More themes than an area of any rubric has."""


class RestsOn(Frozen):
    """How many themes of a focus area had a level, of how many."""

    rated: Annotated[int, Field(ge=0, le=THEMES_LIMIT)]
    themes: Annotated[int, Field(ge=0, le=THEMES_LIMIT)]


class EarlierTime(Frozen):
    """An evaluation before the last one: its day, and per focus area the mean of the themes that had a level then.

    `rests_on` says how many these were, where the evaluation was kept by a sendself that knew it.
    """

    # Without defaults: inside a list an entry keeps every field, as the store's door does.
    evaluated_on: date | None
    means: dict[AreaId, Annotated[float, Field(allow_inf_nan=False, ge=1, le=4)]]
    rests_on: dict[AreaId, RestsOn]

    @model_validator(mode="before")
    @classmethod
    def _as_kept_before(cls, told: Any) -> Any:
        return {"rests_on": {}, **told} if isinstance(told, dict) else told

    @field_validator("means", "rests_on", mode="after")
    @classmethod
    def _by_area(cls, table: dict[str, Any]) -> dict[str, Any]:
        return dict(sorted(table.items()))


class LastTime(Frozen):
    """The evaluation that this one follows: its id, its day, and per theme what was agreed and aimed for then.

    `before` are those that it followed itself, the newest first.
    """

    evaluation: EvaluationId = ""
    evaluated_on: date | None = None
    ratings: dict[ThemeId, Rating] = Field(default_factory=dict)
    targets: dict[ThemeId, LevelNumber] = Field(default_factory=dict)
    before: tuple[EarlierTime, ...] = ()

    @field_validator("ratings", "targets", mode="after")
    @classmethod
    def _by_theme(cls, table: dict[str, Any]) -> dict[str, Any]:
        return dict(sorted(table.items()))
