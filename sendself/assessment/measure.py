"""What a statistic of the context is: its name, its unit, what it is counted within, and of which time it tells."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sendself.rubric.duty import Setting

Unit = Literal["pupils", "percent", "suspensions", "exclusions", "places", "days"]
Group = Literal["main", "more", "needs"]
"""Figures asked for first, those that say more, and pupils with SEND by their main need."""

Time = Literal["on_roll", "over_a_year"]
"""Whether a figure counts what is so on a day of its school year, such as pupils on roll, or what happened over it."""

YEAR_LABELS: Mapping[str, str] = {
    "on_roll": "School year of the counts",
    "over_a_year": "School year of attendance and suspensions",
}
"""How the school year is asked for that the typed figures of a kind are of."""

SPECIALIST = tuple(setting for setting in Setting if setting is not Setting.MAINSTREAM)

SEND = ("ehc_plans", "sen_support")
"""The counts that make up the pupils with SEND."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One statistic.

    `part_of` names the measure it is counted within: the share is computed from the two, and the part can be no
    larger. `apart_from` is another part of the same whole that no pupil is in as well. `counts_pupils` marks figures
    that can point to a child when they are small. `about` names the counts that make up the pupils a figure is about:
    of a count they are the whole that its share is of. `limit` is the largest number that is not taken for a slip of
    the finger. `time` says what of its school year it tells.
    """

    id: str
    label: str
    unit: Unit
    help: str
    part_of: str | None = None
    apart_from: str | None = None
    counts_pupils: bool = True
    about: tuple[str, ...] = ()
    whole: bool = True
    limit: float = 10_000
    settings: tuple[Setting, ...] = tuple(Setting)
    group: Group = "main"
    time: Time = "on_roll"
