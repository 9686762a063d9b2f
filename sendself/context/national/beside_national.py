"""A school's figures beside the national ones: same phase, same or nearest year, each with its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from sendself.assessment.figures import figure_in_words, number_in_words
from sendself.assessment.measure import SEND, Measure
from sendself.assessment.measures import MEASURES
from sendself.assessment.model import Assessment
from sendself.context.national.benchmarks import Benchmark
from sendself.context.national.figure_year import as_school_year, is_not_over, year_of_figure
from sendself.context.national.published import benchmark_for, compared_loosely, usual_phase, why_none
from sendself.context.national.sources import Source, Sources, figure_named, schools_compared_with
from sendself.context.questions.asked_from import Given


@dataclass(frozen=True, slots=True)
class Beside:
    """One line: the measure, the school's figure, the national one, and which that is or why there is none."""

    label: str
    school: str
    national: str
    source: str


@dataclass(frozen=True, slots=True)
class BesideNational:
    """The lines in the order of the page, the sources that they name by number, and which schools they compare with.

    `schools` is empty where no line has a national figure.
    """

    lines: tuple[Beside, ...]
    sources: tuple[Source, ...]
    schools: str


NOT_OVER = "not a full year when this was evaluated"
_STILL_TO_COME = " A year that is not over has fewer suspensions than a whole one, and its attendance can still change."

# Rates per 100 pupils on roll, as the DfE gives them.
_RATES = frozenset({"suspensions", "exclusions"})


def beside_national(assessment: Assessment) -> BesideNational:
    """Every given figure but the needs, which have a table of their own (see `need_profile`).

    All pupils with SEND and the other pupils persistently absent are added where the school's figures give them and
    the same is published.
    """
    sources = Sources()
    lines: list[Beside] = []
    for measure in MEASURES:
        if measure.id in assessment.context.figures and measure.group != "needs":
            lines.append(_line(assessment, measure, sources))
        lines += _made(assessment, measure.id, sources)
    schools = schools_compared_with(usual_phase(assessment), compared_loosely(assessment)) if sources.listed else ""
    still = _STILL_TO_COME if schools and any(NOT_OVER in line.school for line in lines) else ""
    return BesideNational(tuple(lines), tuple(sources.listed), schools + still)


def national_value(name: str, found: Benchmark) -> float:
    """The national number as the school gives its own: attendance is what absence leaves of 100."""
    return 100 - found.value if name.startswith("attendance") else found.value


def _line(assessment: Assessment, measure: Measure, sources: Sources) -> Beside:
    wanted = as_school_year(assessment, measure.id)
    found = benchmark_for(assessment, measure.id, wanted)
    said = f"{figure_in_words(assessment, measure)}{_rate(assessment, measure)}"
    not_over = f", {NOT_OVER}" if is_not_over(assessment, measure.id) else ""
    school = f"{said} in {year_of_figure(assessment, measure.id)}{not_over}"
    if found is None:
        return Beside(measure.label, school, "–", why_none(assessment, measure.id))
    return Beside(measure.label, school, _said(measure.id, found), _which(assessment, found, wanted, sources))


@dataclass(frozen=True, slots=True)
class _Made:
    """A line made of several figures: the part, and the whole that its share is of."""

    name: str
    label: str
    after: str
    of: str
    words: str
    measures: tuple[str, ...]


_MADE = (
    _Made("send", "All pupils with SEND", "sen_support", "roll", "", SEND),
    _Made(
        "persistent_absence_others",
        "Pupils without SEND persistently absent",
        "persistent_absence_send",
        "others",
        " without SEND",
        ("persistent_absence", "persistent_absence_send"),
    ),
)


def _made(assessment: Assessment, after: str, sources: Sources) -> Iterator[Beside]:
    given = Given(assessment, ())
    for made in _MADE:
        part, whole = given.value(made.name), given.value(made.of)
        years = {as_school_year(assessment, one) for one in made.measures}
        if made.after != after or part is None or not whole or part > whole or len(years) > 1:
            continue
        (wanted,) = years
        if found := benchmark_for(assessment, made.name, wanted):
            percent = f"{float(100 * Fraction(part) / whole):.1f}%"
            school = f"{number_in_words(float(part))} of {number_in_words(float(whole))}{made.words} ({percent})"
            school += f" in {wanted}" + (f", {NOT_OVER}" if is_not_over(assessment, made.measures[0]) else "")
            yield Beside(made.label, school, _said(made.name, found), _which(assessment, found, wanted, sources))


def _which(assessment: Assessment, found: Benchmark, wanted: str, sources: Sources) -> str:
    return f"{figure_named(found, wanted, usual_phase(assessment), compared_loosely(assessment))} {sources.name(found)}"


def _said(name: str, found: Benchmark) -> str:
    value = national_value(name, found)
    return f"{number_in_words(value)} per 100 pupils" if name in _RATES else f"{value:.1f}%"


def _rate(assessment: Assessment, measure: Measure) -> str:
    """A count of events as a rate per 100 pupils on roll, as the national figure is given."""
    value, roll = assessment.figure(measure.id), assessment.figure("roll")
    if measure.id not in _RATES or value is None or not roll:
        return ""
    rolls, years = year_of_figure(assessment, "roll"), year_of_figure(assessment, measure.id)
    on_roll = "" if rolls == years else f" on roll in {rolls}"
    return f" ({number_in_words(round(100 * value / roll, 2))} per 100 pupils{on_roll})"
