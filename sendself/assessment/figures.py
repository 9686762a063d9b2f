"""Figures of the context: read as they are typed, checked against each other, and said in words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sendself.assessment.context import Context
from sendself.assessment.english import uncapital
from sendself.assessment.measure import SEND, Measure
from sendself.assessment.measures import BY_ID, MEASURES
from sendself.assessment.model import Assessment


class FigureError(ValueError):
    """What was typed is no such number. The message says what to enter."""


# A comma only between thousands: taken out elsewhere, it would make 365 of 36,5.
_NUMBER = re.compile(r"(\d{1,9}|\d{1,3}(,\d{3}){1,2})(\.\d{1,4})?")


def parse_figure(measure: Measure, typed: str) -> float | None:
    """The number that was typed, or `None` for nothing. Raises `FigureError` with what to do."""
    text = re.sub(r"\s", "", typed)
    if not text:
        return None
    name = _said(measure.id)
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

    @property
    def for_readers(self) -> str:
        """What is wrong, without what the school has to do about it."""
        return self.message.partition(" Correct ")[0]


def impossible_figures(context: Context) -> tuple[Impossible, ...]:
    """Where the figures contradict each other."""
    return tuple(_contradictions(context))


def _contradictions(context: Context) -> Iterator[Impossible]:
    value = {name: figure.value for name, figure in context.figures.items() if figure.value is not None}
    roll, send = value.get("roll"), _sum(value, SEND)
    for measure in MEASURES:
        part, whole = value.get(measure.id), value.get(measure.part_of or "")
        if part is None:
            continue
        if whole is not None and part > whole:
            of = _said(measure.part_of or "")
            yield Impossible(
                measure.id,
                f"{measure.label} ({part:,.0f}) cannot be more than {of} ({whole:,.0f}). Correct one.",
            )
        elif measure.unit == "pupils" and measure.about == SEND and send is not None:
            others = None if whole is None or roll is None else (whole - part, roll - send)
            yield from _beyond_send(measure, part, send, others)
    yield from _together(value, send)


def _beyond_send(
    measure: Measure, part: float, send: float, others: tuple[float, float] | None
) -> Iterator[Impossible]:
    """More pupils than have SEND; or more in the rest of its whole, first of `others`, than have none, the second."""
    if part > send:
        yield Impossible(
            measure.id,
            f"{measure.label} ({part:,.0f}) cannot be more than EHC plans and SEN support together ({send:,.0f}). "
            "Correct one.",
        )
    elif others and others[1] >= 0 and others[0] > others[1]:
        yield Impossible(
            measure.id,
            f"{BY_ID[measure.part_of or ''].label} without those with SEND ({others[0]:,.0f}) cannot be more than all "
            f"pupils without SEND ({others[1]:,.0f}). Correct one of the figures.",
        )


def _together(value: Mapping[str, float], send: float | None) -> Iterator[Impossible]:
    roll, (plans, support) = value.get("roll"), (value.get(name) for name in SEND)
    if roll is not None and plans is not None and support is not None and max(plans, support) <= roll < plans + support:
        yield Impossible(
            "sen_support",
            f"EHC plans and SEN support together ({plans + support:,.0f}) cannot be more than the number on roll "
            f"({roll:,.0f}): a pupil counts in one of the two.",
        )
    pupils, events = value.get("suspended"), value.get("suspensions")
    if pupils is not None and events is not None and pupils > events:
        yield Impossible(
            "suspended",
            f"Pupils suspended at least once ({pupils:,.0f}) cannot be more than all suspensions ({events:,.0f}). "
            "Correct one.",
        )
    needs = {measure.id: value[measure.id] for measure in MEASURES if measure.group == "needs" and measure.id in value}
    if send is not None and max(needs.values(), default=0) <= send < sum(needs.values()):
        yield Impossible(
            max(needs, key=lambda name: needs[name]),
            f"The main needs add up to {sum(needs.values()):,.0f} pupils and EHC plans and SEN support to {send:,.0f}: "
            "each pupil counts under one main need. Correct the figures.",
        )


def _said(name: str) -> str:
    return uncapital(BY_ID[name].label)


def _sum(value: Mapping[str, float], names: Iterable[str]) -> float | None:
    found = [value.get(name) for name in names]
    return None if None in found else sum(number for number in found if number is not None)


def whole_of(context: Context, measure: Measure) -> float | None:
    """The number of pupils that a count is a share of, or `None` when it is not given or the count has none."""
    value = {name: figure.value for name, figure in context.figures.items() if figure.value is not None}
    if measure.about and measure.unit == "pupils":
        return _sum(value, measure.about)
    return value.get(measure.part_of or "")


def share(context: Context, measure: Measure) -> float | None:
    """The measure as percent of what it is counted within, or `None` when a number is missing."""
    figure, whole = context.figures.get(measure.id), whole_of(context, measure)
    if figure is None or figure.value is None or not whole:
        return None
    percent = 100 * figure.value / whole
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
        percentage = measure.unit == "percent"
        return "withheld: it may be about few pupils" if percentage else "withheld: it could point to a child"
    number = number_in_words(figure.value)
    percent = share(assessment.context, measure)
    if percent is not None:
        whole = number_in_words(whole_of(assessment.context, measure) or 0)
        return f"{number} of {whole}{' with SEND' if measure.about else ''} ({percent:.1f}%)"
    return f"{number}%" if measure.unit == "percent" else number
