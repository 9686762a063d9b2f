"""Where people see the school differently: each theme or focus area with what every perspective says of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sendself.assessment.agreement import difference, may_see_views, views
from sendself.assessment.english import counted
from sendself.assessment.model import Assessment
from sendself.assessment.words import rating_in_words
from sendself.rubric.model import FocusArea, Theme


@dataclass(frozen=True, slots=True)
class Spread:
    """One line: where each perspective that rated stands on the levels, and its rating in words.

    A place is `None` for a rating without a level. `apart` is the difference in levels; of a focus area it is that of
    the means over the `shared` themes that everybody in the line has rated, and `None` where there are none: means of
    different themes say nothing of each other.
    """

    title: str
    places: Mapping[str, float | None]
    words: Mapping[str, str]
    apart: float | None
    shared: int = 1


def theme_spreads(assessment: Assessment, viewer: str) -> tuple[Spread, ...]:
    """The themes on which perspectives differ, the largest difference first; only those that `viewer` has rated."""
    lines = (_of_theme(assessment, theme) for theme in _seen(assessment, assessment.rubric.themes(), viewer))
    return tuple(sorted((line for line in lines if line.apart), key=lambda line: -(line.apart or 0)))


def area_spreads(assessment: Assessment, viewer: str) -> tuple[Spread, ...]:
    """The focus areas that two perspectives or more have rated, the largest difference first, those without one last.

    A mean is of the themes that both this perspective and `viewer` have rated: of others nothing may be seen yet.
    """
    lines = (_of_area(assessment, area, viewer) for area in assessment.rubric.areas)
    return tuple(sorted((line for line in lines if len(line.places) > 1), key=lambda line: -_or_none_last(line)))


def _or_none_last(line: Spread) -> float:
    return -1 if line.apart is None else line.apart


def _seen(assessment: Assessment, themes: Iterable[Theme], viewer: str) -> tuple[Theme, ...]:
    return tuple(theme for theme in themes if may_see_views(assessment, theme, viewer))


def _of_theme(assessment: Assessment, theme: Theme) -> Spread:
    said = {who: view.rating for who, view in views(assessment, theme).items() if view.rating is not None}
    return Spread(
        title=theme.title,
        places={who: float(rating) if isinstance(rating, int) else None for who, rating in said.items()},
        words={who: rating_in_words(assessment.rubric, rating) for who, rating in said.items()},
        apart=difference(list(said.values())),
    )


def _of_area(assessment: Assessment, area: FocusArea, viewer: str) -> Spread:
    levels: dict[str, dict[str, int]] = {}
    for theme in _seen(assessment, area.themes, viewer):
        for who, view in views(assessment, theme).items():
            if isinstance(view.rating, int):
                levels.setdefault(who, {})[theme.id] = view.rating
    order = [who for who in assessment.perspectives() if who in levels]
    means = {who: _mean(levels[who].values()) for who in order}
    shared = [theme.id for theme in area.themes if levels and all(theme.id in rated for rated in levels.values())]
    over_shared = [_mean(levels[who][theme] for theme in shared) for who in order if shared]
    return Spread(
        title=area.short,
        places=dict(means),
        words={who: f"{means[who]:.1f} ({counted(len(levels[who]), 'theme')})" for who in order},
        apart=max(over_shared) - min(over_shared) if over_shared else None,
        shared=len(shared),
    )


def _mean(levels: Iterable[int]) -> float:
    values = list(levels)
    return sum(values) / len(values)
