"""The means of the focus areas at earlier times and as aimed for, each with how many themes it rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sendself.assessment.answers import Rating
from sendself.assessment.last_time import EarlierTime, RestsOn
from sendself.assessment.model import Assessment
from sendself.assessment.uk_clock import uk_date
from sendself.rubric.model import FocusArea

EARLIER_SHOWN = 3
"""How many earlier evaluations stand beside this one: more lines on a radar cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Means:
    """A line on the radar: its name, a mean per focus area of today's rubric, and the themes that each rests on.

    There is no number of themes where a mean was kept without it, as an earlier sendself did.
    """

    name: str
    means: tuple[float | None, ...]
    rests_on: tuple[RestsOn | None, ...]


def last_means(assessment: Assessment) -> tuple[float | None, ...]:
    """Per focus area the mean of the themes that had a level last time; `None` where none had."""
    return _means("", assessment, assessment.last_time.ratings).means


def earlier_means(assessment: Assessment) -> tuple[Means, ...]:
    """Up to three earlier evaluations, the last one first; one without a level in any area of today is left out."""
    last, areas = assessment.last_time, assessment.rubric.areas
    found = [_means(_named("Last time", last.evaluated_on), assessment, last.ratings)]
    for one in last.before[: EARLIER_SHOWN - 1]:
        means = tuple(one.means.get(area.id) for area in areas)
        rests_on = tuple(one.rests_on.get(area.id) if area.id in one.means else None for area in areas)
        found.append(Means(_named("Earlier", one.evaluated_on), means, rests_on))
    return tuple(one for one in found if any(mean is not None for mean in one.means))


def aimed_means(assessment: Assessment) -> Means:
    """Per focus area the mean once every target is reached; a theme without one, or past it, stays where it is."""
    levels: dict[str, Rating | None] = {}
    for theme in assessment.rubric.themes():
        now, target = assessment.answer(theme.id).rating, assessment.target(theme.id)
        levels[theme.id] = max(now, target) if isinstance(now, int) and target else target or now
    return _means("Aimed for", assessment, levels)


def mean_in_words(mean: float | None, rests_on: RestsOn | None) -> str:
    """A mean with how many themes it rests on, such as "2.0 (2 of 7)"; a dash where no theme had a level."""
    if mean is None:
        return "–"
    return f"{mean:.1f} ({rests_on.rated} of {rests_on.themes})" if rests_on else f"{mean:.1f} (of how many: not kept)"


def times_before(earlier: Assessment) -> tuple[EarlierTime, ...]:
    """What the evaluation after `earlier` keeps of those that came before it."""
    last = earlier.last_time
    line = _means("", earlier, last.ratings)
    ids = [area.id for area in earlier.rubric.areas]
    means = {area: mean for area, mean in zip(ids, line.means, strict=True) if mean}
    rests_on = {area: one for area, one in zip(ids, line.rests_on, strict=True) if one and area in means}
    made = EarlierTime(evaluated_on=last.evaluated_on, means=means, rests_on=rests_on)
    return (*([made] if means else []), *last.before)[: EARLIER_SHOWN - 1]


def _means(name: str, assessment: Assessment, ratings: Mapping[str, Rating | None]) -> Means:
    levels = [list(_levels(area, ratings)) for area in assessment.rubric.areas]
    return Means(
        name,
        tuple(sum(some) / len(some) if some else None for some in levels),
        tuple(
            RestsOn(rated=len(some), themes=len(area.themes))
            for area, some in zip(assessment.rubric.areas, levels, strict=True)
        ),
    )


def _levels(area: FocusArea, ratings: Mapping[str, Rating | None]) -> Iterator[int]:
    yield from (level for theme in area.themes if isinstance(level := ratings.get(theme.id), int))


def _named(what: str, day: date | None) -> str:
    return f"{what}, {uk_date(day)}" if day else what
