"""The radar as a slide: what was agreed, beside earlier times and what is aimed for."""

from dataclasses import replace

from sendself.assessment.model import Assessment
from sendself.assessment.over_time import aimed_means, earlier_means
from sendself.assessment.words import listed, uk_date
from sendself.document.blocks import Radar, Series
from sendself.document.slide import Slide
from sendself.report.first_page import TITLE, evaluation_day
from sendself.report.wording import EXAMPLE, radar_block, shortened

_NAME = 90


def radar_slide(assessment: Assessment) -> Slide | None:
    """The slide with school and day on it; `None` as long as nothing is agreed, and where the areas make no figure.

    It shows no private view. What it says to those who cannot see it is `slide.radar.alt`.
    """
    radar = radar_block(assessment)
    if not isinstance(radar, Radar) or not any(value is not None for value in radar.series[0].values):
        return None
    series = (*radar.series, *_other_times(assessment))
    return Slide(
        radar=replace(radar, series=series, alt=_in_words(assessment, radar, series), width=1.0),
        title=shortened(assessment.title, _NAME),
        subtitle=f"{TITLE}, {uk_date(evaluation_day(assessment))}",
        note=EXAMPLE if assessment.example else "",
    )


def _other_times(assessment: Assessment) -> tuple[Series, ...]:
    found = [Series(earlier.name, earlier.means, style="dash") for earlier in earlier_means(assessment)]
    if assessment.targets:
        found.append(Series("Aimed for", aimed_means(assessment), style="dot"))
    return tuple(found)


def _in_words(assessment: Assessment, radar: Radar, series: tuple[Series, ...]) -> str:
    opening = f"{shortened(assessment.title, _NAME)}, {uk_date(evaluation_day(assessment))}."
    others = (
        f" {one.name}: {listed(f'{axis} {value:.1f}' for axis, value in _given(radar, one))}." for one in series[1:]
    )
    return f"{opening} {radar.alt}{''.join(others)}"


def _given(radar: Radar, series: Series) -> list[tuple[str, float]]:
    return [(axis, value) for axis, value in zip(radar.axes, series.values, strict=True) if value is not None]
