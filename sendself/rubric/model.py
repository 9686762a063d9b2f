"""What a rubric is made of: Rubric > FocusArea > Theme > Level, and the duties kept apart from them."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from sendself.rubric.text import printable

LevelNumber = Literal[1, 2, 3, 4]
LEVELS: tuple[LevelNumber, ...] = (1, 2, 3, 4)

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(printable)]
AreaId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
ThemeId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}\.[a-z0-9][a-z0-9-]{0,59}$")]
DutyId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,59}$")]
GuideReference = Annotated[str, StringConstraints(pattern=r"^A[12]\.[a-z]+\.[1-9][0-9]?$")]


class Setting(StrEnum):
    """The kind of provision that is evaluated; it decides which rubric is used."""

    MAINSTREAM = "mainstream"
    SPECIAL = "special"
    PRU = "pru"
    AP = "ap"
    RESOURCED_PROVISION = "resourced_provision"


class SchoolKind(StrEnum):
    """The legal kind of the school; it decides which duties bind it."""

    MAINTAINED = "maintained"
    MAINTAINED_NURSERY = "maintained_nursery"
    ACADEMY = "academy"
    MAINTAINED_SPECIAL = "maintained_special"
    SPECIAL_ACADEMY = "special_academy"
    NON_MAINTAINED_SPECIAL = "non_maintained_special"
    PRU = "pru"
    AP_ACADEMY = "ap_academy"
    INDEPENDENT = "independent"
    INDEPENDENT_SPECIAL = "independent_special"


class Frozen(BaseModel):
    """A value: never changed in place, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ScaleLevel(Frozen):
    """One step of the scale: its number, its name and what it means for any theme."""

    level: LevelNumber
    name: Words
    means: Words


class Duty(Frozen):
    """Something law, statutory guidance or a grant asks of a school; answered apart from the levels.

    `source` names the Act, regulation or guidance. `verified` says how the line was checked, `checked` when (YYYY-MM).
    Where its `owner` is the local authority, the school answers whether it is in place for its pupils.
    `act_now` is set where a duty not met means harm to a pupil today: what to do and whom to tell.
    """

    id: DutyId
    duty: Words
    source: Words
    kind: Literal["must", "should", "grant"]
    applies_to: tuple[SchoolKind, ...] = Field(min_length=1)
    phases: tuple[Literal["primary", "secondary"], ...] = ()
    settings: tuple[Setting, ...] = ()
    owner: Literal["school", "local_authority"] = "school"
    checked: Annotated[str, StringConstraints(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]
    verified: Literal["verified", "verified_in_part", "verified_secondary", "from_memory"]
    note: Words | None = None
    act_now: Words | None = None

    def binds(
        self,
        kind: SchoolKind | None,
        setting: Setting,
        *,
        primary: bool | None = None,
        secondary: bool | None = None,
    ) -> bool:
        """Whether this duty concerns such a school. What is not known (`None`) never rules a duty out.

        `primary` and `secondary` say whether pupils of that age are on roll.
        """
        if kind is not None and kind not in self.applies_to:
            return False
        if self.settings and setting not in self.settings:
            return False
        on_roll = {"primary": primary, "secondary": secondary}
        return not self.phases or any(on_roll[phase] is not False for phase in self.phases)


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
