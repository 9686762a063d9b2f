"""How each kind of widget holds its value."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sendself.assessment.dates import parse_day
from sendself.assessment.entries.entry import Value
from sendself.assessment.figures import number_in_words, parse_figure
from sendself.assessment.measure import Measure
from sendself.assessment.particulars import parse_age, parse_postcode, parse_urn
from sendself.assessment.text import clean, clean_line
from sendself.assessment.uk_clock import uk_date
from sendself.ui.fields.box import Box
from sendself.ui.shown import Shown

NOTE = Box(str, lambda held: clean(held or ""), str, typed=True, join=lambda theirs, mine: f"{theirs}\n\n{mine}")
LINE = Box(str, lambda held: clean_line(held or ""), str, typed=True, join=lambda theirs, mine: f"{theirs}; {mine}")
TICK = Box(to_box=bool, from_box=bool, say=lambda value: "ticked" if value else "not ticked")
MARK = Box(to_box=lambda value: [True] if value else [], from_box=bool, say=TICK.say)

Options = Mapping[Any, str]
"""What can be chosen: each value with its words, in order."""


def one_of(options: Options, *, required: bool = False, nothing: Value = None) -> Box:
    """One option, or none unless it is `required`; `nothing` is how the field says that there is none."""

    def from_box(held: Value) -> Value:
        if held is None and required:
            raise ValueError("Choose one: this cannot be left open.")
        return nothing if held is None else held

    return Box(
        to_box=lambda value: value if value in options else None,
        from_box=from_box,
        say=lambda value: options.get(value, "nothing"),
    )


def some_of(options: Options) -> Box:
    """Any number of options, kept in the order of the options."""
    return Box(
        to_box=lambda value: [option for option in options if option in value],
        from_box=lambda held: [option for option in options if option in (held or ())],
        say=lambda value: _listed(options, value),
    )


def chosen_of(options: Options) -> Box:
    """Any number of options, kept in the order in which they were chosen."""
    return Box(
        to_box=lambda value: [one for one in value if one in options],
        from_box=lambda held: list(held or ()),
        say=lambda value: _listed(options, value),
    )


def _listed(options: Options, value: list[Any]) -> str:
    return ", ".join(options[one] for one in value if one in options)


def figure_box(measure: Measure, shown: Shown | None) -> Box:
    """A statistic as it is typed. Its `from_box` raises `FigureError` for what is no such number."""

    def from_box(held: str | None) -> Value:
        number = parse_figure(measure, held or "")
        # A number that was not changed keeps its source and year; one that is typed is of the year of all such figures.
        if shown and shown.value and shown.value.get("value") == number:
            return shown.value
        return None if number is None else {"value": number, "source": "typed", "year": ""}

    return Box(to_box=_figure_text, from_box=from_box, say=_figure_text, typed=True)


def year_box(begins_with: str, shown: Shown | None) -> Box:
    """The school year of typed figures: empty, and so the one that it begins with, until somebody chooses another."""

    def in_force(value: Value) -> str:
        return value or begins_with

    def from_box(held: str | None) -> Value:
        # What is on screen unasked is not saved: it would look like somebody's choice.
        if shown is not None and held in (None, in_force(shown.value)):
            return shown.value
        return "" if held == begins_with else held

    return Box(to_box=in_force, from_box=from_box, say=in_force)


def _figure_text(value: Value) -> str:
    return "" if not value or value.get("value") is None else number_in_words(value["value"])


def _day_text(value: Value) -> str:
    return uk_date(date.fromisoformat(value)) if value else ""


def _day_value(held: str | None) -> Value:
    day = parse_day(held or "")
    return day.isoformat() if day else None


def _number_text(value: Value) -> str:
    return "" if value is None else str(value)


DAY = Box(to_box=_day_text, from_box=_day_value, say=_day_text, typed=True)

URN = Box(to_box=_number_text, from_box=lambda held: parse_urn(held or ""), say=_number_text, typed=True)
AGE = Box(to_box=_number_text, from_box=lambda held: parse_age(held or ""), say=_number_text, typed=True)
POSTCODE = Box(to_box=str, from_box=lambda held: parse_postcode(held or ""), say=str, typed=True)
"""Their `from_box` raises `ParticularError` for what cannot be right."""
