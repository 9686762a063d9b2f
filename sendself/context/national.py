"""A school's figures beside the national ones: same phase, same or nearest year, each with its source."""

from dataclasses import dataclass

from sendself.assessment.figures import figure_in_words, number_in_words
from sendself.assessment.measures import MEASURES, Measure
from sendself.assessment.model import Assessment, School
from sendself.context.benchmarks import PHASE_TITLES, Benchmark, nearest
from sendself.context.school_year import school_year_in, school_year_of
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
    "persistent_absence": ("persistent_absence_rate", "all"),
    "persistent_absence_send": ("persistent_absence_rate", "any SEN"),
    "suspended": ("pupils_with_one_or_more_suspension_rate", "all"),
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
    if setting is Setting.SPECIAL and not school.phase:
        return "special"
    return _PHASES.get(school.phase)


def beside_national(assessment: Assessment) -> tuple[Beside, ...]:
    """Every given figure but the needs, in the order of the page; no national one where nothing like it is published.

    The needs have a table of their own (see `need_profile`).
    """
    lines = []
    for measure in MEASURES:
        figure = assessment.context.figures.get(measure.id)
        if figure is None or measure.group == "needs":
            continue
        found = benchmark_for(assessment, measure)
        school = figure_in_words(assessment, measure)
        rate = _rate(assessment, measure)
        year = f" in {figure.year}" if figure.year else ""
        lines.append(
            Beside(
                label=measure.label,
                school=f"{school}{rate}{year}",
                national=_national(measure, found) if found else "–",
                source=source_in_words(found) if found else "None published for this phase.",
            )
        )
    return tuple(lines)


def benchmark_for(assessment: Assessment, measure: Measure) -> Benchmark | None:
    """The national figure for the school's phase and the year of its own; `None` where none is published."""
    phase = national_phase(assessment.school, assessment.setting)
    if phase is None:
        return None
    year = year_beside(assessment, measure.id)
    if measure.id in _SHARES:
        name, status = _SHARES[measure.id]
        return nearest(name, phase, status, year)
    name = _RATES.get(measure.id) or _ABSENCE.get(measure.id) or ""
    return nearest(name, phase, "all", year) if name else None


def year_beside(assessment: Assessment, measure: str) -> str:
    """The school year whose national figures stand beside a figure: its own, or the one that ended last."""
    figure = assessment.context.figures.get(measure)
    day = assessment.review.evaluated_on or assessment.updated_at.date()
    return (school_year_in(figure.year) if figure else None) or school_year_of(day, before=1)


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


def source_in_words(found: Benchmark) -> str:
    """Which national figure it is: the schools, the year, and where it was published."""
    part = ", part of a year" if found.part_year else ""
    return (
        f"{PHASE_TITLES.get(found.phase, found.phase).capitalize()}, {found.academic_year}{part}. {found.publication}."
    )
