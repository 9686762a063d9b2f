"""The statistics a school gives as its context: what each is called, its unit, and which numbers are impossible."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sendself.assessment.model import Assessment, Context
from sendself.rubric.model import Setting

Unit = Literal["pupils", "percent", "suspensions", "exclusions", "places", "days"]

_SPECIALIST = tuple(setting for setting in Setting if setting is not Setting.MAINSTREAM)


@dataclass(frozen=True, slots=True)
class Measure:
    """One statistic.

    `part_of` names the measure it is counted within: the share is computed from the two, and the part can be no
    larger. `apart_from` is another part of the same whole that no pupil is in as well. `counts_pupils` marks figures
    that can point to a child when they are small. `about` names the counts that make up the pupils a percentage is
    about. `limit` is the largest number that is not taken for a slip of the finger.
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


MEASURES: tuple[Measure, ...] = (
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
        settings=_SPECIALIST,
    ),
    Measure(
        "attendance",
        "Attendance of all pupils",
        "percent",
        "Sessions attended of possible sessions, this school year so far.",
        counts_pupils=False,
        about=("roll",),
        whole=False,
        limit=100,
    ),
    Measure(
        "attendance_send",
        "Attendance of pupils with SEND",
        "percent",
        "The same, for pupils with an EHC plan or SEN support.",
        counts_pupils=False,
        about=("ehc_plans", "sen_support"),
        whole=False,
        limit=100,
    ),
    Measure("suspensions", "Suspensions, all pupils", "suspensions", "In the last full school year."),
    Measure(
        "suspensions_send",
        "Suspensions of pupils with SEND",
        "suspensions",
        "How many of them were of pupils with an EHC plan or SEN support.",
        part_of="suspensions",
    ),
    Measure("exclusions", "Permanent exclusions, all pupils", "exclusions", "In the last full school year.", limit=500),
    Measure(
        "exclusions_send",
        "Permanent exclusions of pupils with SEND",
        "exclusions",
        "How many of them were of pupils with an EHC plan or SEN support.",
        part_of="exclusions",
        limit=500,
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

BY_ID: Mapping[str, Measure] = {measure.id: measure for measure in MEASURES}


@dataclass(frozen=True, slots=True)
class ContextText:
    """Something about the school that is said in words."""

    id: str
    label: str
    help: str
    long: bool = True
    settings: tuple[Setting, ...] = tuple(Setting)


CONTEXT_TEXTS: tuple[ContextText, ...] = (
    ContextText(
        "senco_qualification",
        "The SENCO's qualification",
        "For example: NPQ for SENCOs, begun September 2025; or the National Award for SEN Co-ordination, 2019.",
        long=False,
    ),
    ContextText("inspection", "Last inspection", "The date and what it said about SEND.", long=False),
    ContextText(
        "profile",
        "Profile of pupils",
        "Main needs, how pupils come to you and how long they stay.",
        settings=_SPECIALIST,
    ),
    ContextText("staffing", "Staffing for SEND", "Who works for pupils with SEND, and what has changed this year."),
    ContextText("priorities", "The school's priorities", "What the whole school is working on this year."),
)


def measures_for(setting: Setting) -> tuple[Measure, ...]:
    """The measures asked of a setting, in the order of the page."""
    return tuple(measure for measure in MEASURES if setting in measure.settings)


def texts_for(setting: Setting) -> tuple[ContextText, ...]:
    """The texts asked of a setting, in the order of the page."""
    return tuple(text for text in CONTEXT_TEXTS if setting in text.settings)


class FigureError(ValueError):
    """What was typed is no such number. The message says what to enter."""


# A comma only between thousands: taken out elsewhere, it would make 365 of 36,5.
_NUMBER = re.compile(r"(\d{1,9}|\d{1,3}(,\d{3}){1,2})(\.\d{1,4})?")


def parse_figure(measure: Measure, typed: str) -> float | None:
    """The number that was typed, or `None` for nothing. Raises `FigureError` with what to do."""
    text = re.sub(r"\s", "", typed)
    if not text:
        return None
    name = measure.label[0].lower() + measure.label[1:]
    if measure.unit == "percent":
        text = text.removesuffix("%")
    if not _NUMBER.fullmatch(text):
        kind = "a whole number, such as 36" if measure.whole else "a number, such as 93.4"
        raise FigureError(f"Enter the {name} as {kind}.")
    number = float(text.replace(",", ""))
    if measure.whole and number != int(number):
        raise FigureError(f"Enter the {name} as a whole number, such as 36.")
    if number > measure.limit:
        raise FigureError(f"Check the {name}: {typed.strip()} is more than {measure.limit:,.0f}.")
    return number


@dataclass(frozen=True, slots=True)
class Impossible:
    """Two figures that cannot both be right, and what to do about it."""

    measure: str
    message: str


def impossible_figures(context: Context) -> tuple[Impossible, ...]:
    """Where the figures contradict each other."""
    return tuple(_contradictions(context))


def _contradictions(context: Context) -> Iterator[Impossible]:
    value = {name: figure.value for name, figure in context.figures.items()}
    for measure in MEASURES:
        part, whole = value.get(measure.id), value.get(measure.part_of or "")
        if part is not None and whole is not None and part > whole:
            label = BY_ID[measure.part_of or ""].label
            of = label[0].lower() + label[1:]
            yield Impossible(
                measure.id,
                f"{measure.label} ({part:,.0f}) cannot be more than {of} ({whole:,.0f}). Correct one.",
            )
    roll, plans, support = value.get("roll"), value.get("ehc_plans"), value.get("sen_support")
    if roll is not None and plans is not None and support is not None and max(plans, support) <= roll < plans + support:
        yield Impossible(
            "sen_support",
            f"EHC plans and SEN support together ({plans + support:,.0f}) cannot be more than the number on roll "
            f"({roll:,.0f}): a pupil counts in one of the two.",
        )


def share(context: Context, measure: Measure) -> float | None:
    """The measure as percent of what it is counted within, or `None` when a number is missing."""
    figure, whole = context.figures.get(measure.id), context.figures.get(measure.part_of or "")
    if figure is None or whole is None or figure.value is None or not whole.value:
        return None
    percent = 100 * figure.value / whole.value
    return percent if percent <= 100 else None


def number_in_words(value: float) -> str:
    """A number as it is printed: no decimals it does not need, thousands with a comma."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")


def figure_in_words(assessment: Assessment, measure: Measure) -> str:
    """A figure with its share, such as "36 of 428 (8.4%)"; "not given" or "withheld" where there is none."""
    figure = assessment.context.figures.get(measure.id)
    if figure is None:
        return "not given"
    if figure.value is None:
        return "withheld: it may be about few pupils" if measure.about else "withheld: a small count"
    number = number_in_words(figure.value)
    percent = share(assessment.context, measure)
    if percent is not None:
        whole = assessment.context.figures[measure.part_of or ""].value or 0
        return f"{number} of {number_in_words(whole)} ({percent:.1f}%)"
    return f"{number}%" if measure.unit == "percent" else number
