"""What is taken over from an export beside what the context has, for whoever decides between the two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sendself.assessment.context import Figure
from sendself.assessment.figures import number_in_words
from sendself.assessment.measures import BY_ID
from sendself.assessment.model import Assessment
from sendself.context.national.figure_year import year_of_figure

NOTHING = "nothing"
_FROM = {"published": "DfE's census", "imported": "an earlier export"}


@dataclass(frozen=True, slots=True)
class TakenOver:
    """One figure of an export and what stands in its place, each with its school year and the latter with its origin.

    `replaces` says whether another number, or the same of another year, goes when the figure is taken over.
    """

    label: str
    counted: str
    now: str
    replaces: bool


def beside_context(found: Mapping[str, Figure], assessment: Assessment) -> tuple[TakenOver, ...]:
    """A line for each figure that was found, in its order."""
    return tuple(_line(name, figure, assessment) for name, figure in found.items())


def _line(name: str, figure: Figure, assessment: Assessment) -> TakenOver:
    unit = "%" if BY_ID[name].unit == "percent" else ""
    counted = f"{_number(figure, unit)} ({figure.year})"
    there = assessment.context.figures.get(name)
    if there is None:
        return TakenOver(BY_ID[name].label, counted, NOTHING, replaces=False)
    year = year_of_figure(assessment, name)
    now = f"{_number(there, unit)} ({_FROM.get(there.source, 'typed')}, {year})"
    same = (there.value, year) == (figure.value, figure.year)
    return TakenOver(BY_ID[name].label, counted, now, replaces=not same)


def _number(figure: Figure, unit: str) -> str:
    return "withheld" if figure.value is None else f"{number_in_words(figure.value)}{unit}"
