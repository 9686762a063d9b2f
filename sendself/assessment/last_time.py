"""The evaluations that one follows: what was agreed and aimed for then."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field, field_validator

from sendself.assessment.answers import Rating
from sendself.assessment.identifiers import EvaluationId
from sendself.rubric.model import AreaId, Frozen, LevelNumber, ThemeId


class EarlierTime(Frozen):
    """An evaluation before the last one: its day, and per focus area the mean of the themes that had a level then."""

    # Without defaults: inside a list an entry keeps every field, as the store's door does.
    evaluated_on: date | None
    means: dict[AreaId, Annotated[float, Field(allow_inf_nan=False, ge=1, le=4)]]

    @field_validator("means", mode="after")
    @classmethod
    def _by_area(cls, means: dict[str, float]) -> dict[str, float]:
        return dict(sorted(means.items()))


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
