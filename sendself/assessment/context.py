"""The context of a school: its statistics by measure, and what it says about itself in words."""

from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from sendself.assessment.identifiers import MeasureId, SchoolYear
from sendself.assessment.text import Line, Note
from sendself.rubric.values import Frozen


class Figure(Frozen):
    """One number of the context, where it comes from and its school year ("2023/24").

    `value` is `None` when the number was withheld on leaving the school. `year` is empty where it was typed: it is then
    that of the context (see `figure_year`).
    """

    value: Annotated[float, Field(allow_inf_nan=False, ge=0, le=1_000_000)] | None
    source: Literal["typed", "published", "imported"] = "typed"
    year: Line = ""


class Context(Frozen):
    """The school's statistics by measure, and what the school says about itself in words (see `measures`).

    `years` are the school years of the figures that are typed, by what of a year they tell ("on_roll", "over_a_year").
    """

    figures: dict[MeasureId, Figure] = Field(default_factory=dict)
    years: dict[MeasureId, SchoolYear] = Field(default_factory=dict)
    words: dict[MeasureId, Note] = Field(default_factory=dict)

    @field_validator("figures", "years", mode="after")
    @classmethod
    def _by_name(cls, table: dict[str, Any]) -> dict[str, Any]:
        return dict(sorted(table.items()))

    @field_validator("words", mode="after")
    @classmethod
    def _without_blank(cls, words: dict[str, str]) -> dict[str, str]:
        return {name: text for name, text in sorted(words.items()) if text}
