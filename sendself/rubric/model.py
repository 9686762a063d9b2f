"""What a rubric is made of: Rubric > FocusArea > Theme > Level."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, field_validator, model_validator

from sendself.rubric.duty import Duty, DutyId, Setting
from sendself.rubric.text import printable
from sendself.rubric.values import Frozen, Words

LevelNumber = Literal[1, 2, 3, 4]
LEVELS: tuple[LevelNumber, ...] = (1, 2, 3, 4)

AreaId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
ThemeId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}\.[a-z0-9][a-z0-9-]{0,59}$")]
GuideReference = Annotated[str, StringConstraints(pattern=r"^A[12]\.[a-z]+\.[1-9][0-9]?$")]


class ScaleLevel(Frozen):
    """One step of the scale: its number, its name and what it means for any theme."""

    level: LevelNumber
    name: Words
    means: Words


class Theme(Frozen):
    """One row of the Guide in our own words, with what each level looks like here."""

    id: ThemeId
    title: Words
    statement: Words
    look_for: tuple[Words, ...] = Field(min_length=2, max_length=4)
    ask: Words
    guide: GuideReference | None = None
    duties: tuple[DutyId, ...] = ()
    levels: tuple[Words, Words, Words, Words]

    @field_validator("levels", mode="before")
    @classmethod
    def _by_number(cls, value: Any) -> Any:
        if isinstance(value, dict):
            if sorted(value, key=str) != list(LEVELS):
                raise ValueError("describe levels 1, 2, 3 and 4, each once")
            return tuple(value[level] for level in LEVELS)
        return value

    def level(self, number: int) -> str:
        """What this theme looks like at a level from 1 to 4."""
        return self.levels[number - 1]


class Questions(Frozen):
    """Questions for a one-page sheet, by whom they are put to."""

    parents: tuple[Words, ...] = Field(min_length=1)
    pupils: tuple[Words, ...] = Field(min_length=1)
    assistants: tuple[Words, ...] = Field(min_length=1)


class FocusArea(Frozen):
    """A focus area and its themes, in the Guide's order."""

    id: AreaId
    title: Words
    short: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=16), AfterValidator(printable)
    ]
    intro: Words
    themes: tuple[Theme, ...] = Field(min_length=1)
    questions: Questions | None = None


class Rubric(Frozen):
    """A whole rubric. Immutable by version: an evaluation carries the one it was made with."""

    id: AreaId
    version: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$")]
    title: Words
    annex: Literal["A1", "A2"] | None = None
    settings: tuple[Setting, ...] = Field(min_length=1)
    introduction: Words
    scale: tuple[ScaleLevel, ScaleLevel, ScaleLevel, ScaleLevel]
    areas: tuple[FocusArea, ...] = Field(min_length=1)
    duties: tuple[Duty, ...] = ()

    @field_validator("scale", mode="after")
    @classmethod
    def _in_order(cls, scale: tuple[ScaleLevel, ...]) -> tuple[ScaleLevel, ...]:
        if tuple(step.level for step in scale) != LEVELS:
            raise ValueError("give levels 1, 2, 3 and 4, each once and in this order")
        return scale

    @model_validator(mode="after")
    def _whole(self) -> Self:
        themes = [(area, theme) for area in self.areas for theme in area.themes]
        for items in (self.areas, [theme for _, theme in themes], self.duties):
            if len({item.id for item in items}) < len(items):
                raise ValueError("two areas, themes or duties have the same id")
        if astray := [theme.id for area, theme in themes if not theme.id.startswith(f"{area.id}.")]:
            raise ValueError(f"the id {astray[0]!r} names another area")
        known = {duty.id for duty in self.duties}
        if unknown := [name for _, theme in themes for name in theme.duties if name not in known]:
            raise ValueError(f"there is no duty {unknown[0]!r}")
        return self

    def themes(self) -> Iterator[Theme]:
        """Every theme, area by area."""
        for area in self.areas:
            yield from area.themes

    def area(self, area_id: str) -> FocusArea:
        """The focus area of that id. Raises `KeyError`."""
        return self._areas[area_id]

    def theme(self, theme_id: str) -> Theme:
        """The theme of that id. Raises `KeyError`."""
        return self._themes[theme_id]

    def duty(self, duty_id: str) -> Duty:
        """The duty of that id. Raises `KeyError`."""
        return self._duties[duty_id]

    def has_theme(self, theme_id: str) -> bool:
        """Whether a theme of that id is in this rubric."""
        return theme_id in self._themes

    def area_of(self, theme_id: str) -> FocusArea:
        """The focus area that holds the theme. Raises `KeyError`."""
        return self._area_by_theme[theme_id]

    def level_name(self, level: int) -> str:
        """The name of a level, for example "Established"."""
        return self.scale[level - 1].name

    @cached_property
    def _areas(self) -> dict[str, FocusArea]:
        return {area.id: area for area in self.areas}

    @cached_property
    def _themes(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in self.themes()}

    @cached_property
    def _area_by_theme(self) -> dict[str, FocusArea]:
        return {theme.id: area for area in self.areas for theme in area.themes}

    @cached_property
    def _duties(self) -> dict[str, Duty]:
        return {duty.id: duty for duty in self.duties}
