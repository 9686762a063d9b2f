"""A school's figures beside the national ones: same phase, same or nearest year, each with its source."""

import re
from dataclasses import dataclass

from sendself.assessment.measures import MEASURES, Measure, figure_in_words, number_in_words
from sendself.assessment.model import Assessment, School
from sendself.context.benchmarks import PHASE_TITLES, Benchmark, nearest
from sendself.rubric.model import SchoolKind, Setting


@dataclass(frozen=True, slots=True)
class Beside:
    """One line: the measure, the school's figure, the national one, and which national figure it is."""

    label: str
    school: str
    national: str
    source: str


_SHARES = {
    "ehc_plans": ("pct_pupils_with_sen_provision", "EHCP"),
    "sen_support": ("pct_pupils_with_sen_provision", "SEN support"),
    "fsm": ("fsm_eligible", "all"),
}
# Rates per 100 pupils on roll, as the DfE gives them.
_RATES = {"suspensions": "suspension_rate", "exclusions": "permanent_exclusion_rate"}
_ABSENCE = {"attendance": "absence_overall_rate"}

_PHASES = {
    "Primary": "state_funded_primary",
    "Secondary": "state_funded_secondary",
    "All-through": "state_funded_secondary",
    "Special": "special",
    "Alternative provision": "state_funded_ap",
    "Nursery": "state_funded_nursery",
}
_INDEPENDENT = (SchoolKind.INDEPENDENT, SchoolKind.INDEPENDENT_SPECIAL)


def national_phase(school: School, setting: Setting) -> str | None:
    """The phase whose national figures stand beside a school; `None` where none are published for its like.

    A resourced provision has no national figures of its own: its host's would not compare.
    """
    if setting is Setting.RESOURCED_PROVISION:
        return None
    if setting is Setting.PRU or setting is Setting.AP:
        return "state_funded_ap"
    if school.kind in _INDEPENDENT or school.phase == "Independent":
        return "independent"
    if school.phase == "Middle":
        return "state_funded_primary" if (school.age_high or 0) <= 12 else "state_funded_secondary"
    return _PHASES.get(school.phase)


def beside_national(assessment: Assessment) -> tuple[Beside, ...]:
    """Every given figure in the order of the page; no national one where nothing comparable is published."""
    phase = national_phase(assessment.school, assessment.setting)
    lines = []
    for measure in MEASURES:
        figure = assessment.context.figures.get(measure.id)
        if figure is None:
            continue
        found = _benchmark(measure, phase, _school_year(figure.year) or _latest_year(assessment))
        school = figure_in_words(assessment, measure)
        rate = _rate(assessment, measure)
        year = f" in {figure.year}" if figure.year else ""
        lines.append(
            Beside(
                label=measure.label,
                school=f"{school}{rate}{year}",
                national=_national(measure, found) if found else "–",
                source=_source(found) if found else "None published for this phase.",
            )
        )
    return tuple(lines)


def _school_year(typed: str) -> str | None:
    """The school year in what was typed as one ("2023/24", "2023-24", "autumn 2023/24"), or `None`."""
    found = re.search(r"(20\d\d)[/-](\d\d)(?!\d)", typed)
    return f"{found[1]}/{found[2]}" if found else None


def _latest_year(assessment: Assessment) -> str:
    """The school year that ended last when the evaluation was dated: typed figures are about it."""
    day = assessment.review.evaluated_on or assessment.updated_at.date()
    start = day.year - (2 if day.month < 9 else 1)
    # A date that was typed wrongly must not stop the report: the nearest published year is shown, and named.
    start = min(max(start, 2000), 2099)
    return f"{start}/{(start + 1) % 100:02d}"


def _benchmark(measure: Measure, phase: str | None, year: str) -> Benchmark | None:
    if phase is None:
        return None
    if measure.id in _SHARES:
        name, status = _SHARES[measure.id]
        return nearest(name, phase, status, year)
    name = _RATES.get(measure.id) or _ABSENCE.get(measure.id) or ""
    return nearest(name, phase, "all", year) if name else None


def _national(measure: Measure, found: Benchmark) -> str:
    if measure.id in _RATES:
        return f"{number_in_words(found.value)} per 100 pupils"
    if measure.id in _ABSENCE:
        return f"{100 - found.value:.1f}%"
    return f"{found.value:.1f}%"


def _rate(assessment: Assessment, measure: Measure) -> str:
    """A count of events as a rate per 100 pupils on roll, as the national figure is given."""
    value, roll = assessment.figure(measure.id), assessment.figure("roll")
    if measure.id not in _RATES or value is None or not roll:
        return ""
    return f" ({number_in_words(round(100 * value / roll, 2))} per 100 pupils)"


def _source(found: Benchmark) -> str:
    part = ", part of a year" if found.part_year else ""
    return (
        f"{PHASE_TITLES.get(found.phase, found.phase).capitalize()}, {found.academic_year}{part}. {found.publication}."
    )
