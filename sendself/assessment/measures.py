"""The statistics a school gives as its context: what each is called, its unit, and what it is counted within."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sendself.assessment.needs import NEEDS, need_measure
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


_MAIN: tuple[Measure, ...] = (
    Measure("roll", "Number on roll", "pupils", "All pupils, as in the school census.", counts_pupils=False),
    Measure(
        "ehc_plans",
        "Pupils with an EHC plan",
        "pupils",
        "Census code E.",
        part_of="roll",
        apart_from="sen_support",
    ),
    Measure(
        "sen_support",
        "Pupils with SEN support",
        "pupils",
        "Census code K.",
        part_of="roll",
        apart_from="ehc_plans",
    ),
    Measure("fsm", "Pupils eligible for free school meals", "pupils", "On census day.", part_of="roll"),
    Measure(
        "places",
        "Places commissioned",
        "places",
        "By the local authorities that place pupils here, for this year.",
        counts_pupils=False,
        settings=SPECIALIST,
    ),
    Measure(
        "attendance",
        "Attendance of all pupils",
        "percent",
        "Sessions attended of possible sessions, over the school year.",
        counts_pupils=False,
        about=("roll",),
        whole=False,
        limit=100,
        time="over_a_year",
    ),
    Measure(
        "attendance_send",
        "Attendance of pupils with SEND",
        "percent",
        "The same, for pupils with an EHC plan or SEN support.",
        counts_pupils=False,
        about=SEND,
        whole=False,
        limit=100,
        time="over_a_year",
    ),
    Measure("suspensions", "Suspensions, all pupils", "suspensions", "Over the school year.", time="over_a_year"),
    Measure(
        "suspensions_send",
        "Suspensions of pupils with SEND",
        "suspensions",
        "How many of them were of pupils with an EHC plan or SEN support.",
        part_of="suspensions",
        time="over_a_year",
    ),
    Measure(
        "exclusions",
        "Permanent exclusions, all pupils",
        "exclusions",
        "Over the school year.",
        limit=500,
        time="over_a_year",
    ),
    Measure(
        "exclusions_send",
        "Permanent exclusions of pupils with SEND",
        "exclusions",
        "How many of them were of pupils with an EHC plan or SEN support.",
        part_of="exclusions",
        limit=500,
        time="over_a_year",
    ),
    Measure(
        "senco_days",
        "Days a week the SENCO has for the role",
        "days",
        "Time kept free for it, in days: 2.5 for half the week.",
        counts_pupils=False,
        whole=False,
        limit=5,
    ),
)

_OF_SEND = "How many of them have an EHC plan or SEN support."
_MORE: tuple[Measure, ...] = (
    Measure(
        "fsm_send",
        "Pupils with SEND eligible for free school meals",
        "pupils",
        "How many of the pupils eligible for free school meals have an EHC plan or SEN support.",
        part_of="fsm",
        about=SEND,
        group="more",
    ),
    Measure(
        "pupil_premium",
        "Pupils with pupil premium",
        "pupils",
        "All for whom the school is given pupil premium this year.",
        part_of="roll",
        group="more",
    ),
    Measure(
        "pupil_premium_send",
        "Pupils with SEND and pupil premium",
        "pupils",
        _OF_SEND,
        part_of="pupil_premium",
        about=SEND,
        group="more",
    ),
    Measure(
        "persistent_absence",
        "Pupils persistently absent",
        "pupils",
        "Attendance under 90% of possible sessions, over the school year.",
        part_of="roll",
        group="more",
        time="over_a_year",
    ),
    Measure(
        "persistent_absence_send",
        "Pupils with SEND persistently absent",
        "pupils",
        _OF_SEND,
        part_of="persistent_absence",
        about=SEND,
        group="more",
        time="over_a_year",
    ),
    Measure(
        "suspended",
        "Pupils suspended at least once",
        "pupils",
        "Over the school year: pupils, not suspensions.",
        part_of="roll",
        group="more",
        time="over_a_year",
    ),
    Measure(
        "suspended_send",
        "Pupils with SEND suspended at least once",
        "pupils",
        _OF_SEND,
        part_of="suspended",
        about=SEND,
        group="more",
        time="over_a_year",
    ),
)
_NEEDS: tuple[Measure, ...] = tuple(
    Measure(
        need_measure(code),
        f"Pupils with {name} ({code})",
        "pupils",
        "Pupils with an EHC plan or SEN support who have this as their first, or primary, type of need.",
        about=SEND,
        group="needs",
    )
    for code, name in NEEDS.items()
)

MEASURES: tuple[Measure, ...] = (*_MAIN, *_MORE, *_NEEDS)
BY_ID: Mapping[str, Measure] = {measure.id: measure for measure in MEASURES}


def measures_for(setting: Setting) -> tuple[Measure, ...]:
    """The measures asked of a setting, in the order of the page."""
    return tuple(measure for measure in MEASURES if setting in measure.settings)
