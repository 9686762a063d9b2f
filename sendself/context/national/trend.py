"""How figures moved from evaluation to evaluation of one school, each under its school year."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sendself.assessment.evaluation_day import evaluation_day
from sendself.assessment.figures import share
from sendself.assessment.measures import BY_ID
from sendself.assessment.model import Assessment
from sendself.context.national.figure_year import as_school_year
from sendself.context.questions.asked_from import Given


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One figure over the years of its `Trend`; `None` where a year has none. `unit` follows each number."""

    what: str
    unit: str
    values: tuple[float | None, ...]

    def in_words(self, value: float | None) -> str:
        """A value with its unit, or a dash."""
        return "–" if value is None else f"{value:.1f}{self.unit}"


@dataclass(frozen=True, slots=True)
class Trend:
    """The lines that have a value in two school years or more; `years` are all of theirs, the earliest first."""

    years: tuple[str, ...]
    lines: tuple[TrendLine, ...]


def _share_of(measure: str) -> Callable[[Assessment], float | None]:
    return lambda assessment: share(assessment.context, BY_ID[measure])


def _rate(events: str, pupils: str) -> Callable[[Assessment], float | None]:
    def per_100(assessment: Assessment) -> float | None:
        given = Given(assessment, ())
        count, whole = given.value(events), given.value(pupils)
        return float(100 * count / whole) if count is not None and whole else None

    return per_100


# The measure whose year it is, what it is called, its unit, and how it is worked out.
_LINES: tuple[tuple[str, str, str, Callable[[Assessment], float | None]], ...] = (
    ("ehc_plans", "Pupils with an EHC plan", "%", _share_of("ehc_plans")),
    ("sen_support", "Pupils with SEN support", "%", _share_of("sen_support")),
    ("attendance_send", "Attendance of pupils with SEND", "%", lambda one: one.figure("attendance_send")),
    (
        "persistent_absence_send",
        "Pupils with SEND persistently absent",
        "%",
        _share_of("persistent_absence_send"),
    ),
    ("suspensions_send", "Suspensions per 100 pupils with SEND", "", _rate("suspensions_send", "send")),
    ("suspensions", "Suspensions per 100 pupils", "", _rate("suspensions", "roll")),
)


def trend(evaluations: Sequence[Assessment]) -> Trend | None:
    """The trend over evaluations of one school; `None` where no figure has two years.

    Of two evaluations with a figure for the same year the one dated later counts.
    """
    found: dict[str, dict[str, float]] = {}
    for assessment in sorted(evaluations, key=evaluation_day):
        for measure, what, _, value in _LINES:
            if (number := value(assessment)) is not None:
                found.setdefault(what, {})[as_school_year(assessment, measure)] = number
    kept = {what: by_year for what, by_year in found.items() if len(by_year) > 1}
    years = tuple(sorted({year for by_year in kept.values() for year in by_year}))
    lines = tuple(
        TrendLine(what, unit, tuple(kept[what].get(year) for year in years))
        for _, what, unit, _ in _LINES
        if what in kept
    )
    return Trend(years, lines) if lines else None


def trend_in_words(found: Trend) -> str:
    """The same as a sentence for each line: its first and its last value with their years."""
    return " ".join(_moved(found.years, line) for line in found.lines)


def _moved(years: tuple[str, ...], line: TrendLine) -> str:
    known = [(year, value) for year, value in zip(years, line.values, strict=True) if value is not None]
    (first_year, first), (last_year, last) = known[0], known[-1]
    return f"{line.what}: {line.in_words(first)} in {first_year}, {line.in_words(last)} in {last_year}."
