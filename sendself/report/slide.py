"""The radar as a slide: what was agreed, beside earlier times and what is aimed for."""

from dataclasses import replace

from sendself.assessment.evaluation_day import evaluation_day
from sendself.assessment.model import Assessment
from sendself.assessment.uk_clock import uk_date
from sendself.document.blocks import Radar
from sendself.document.images.slide import Slide
from sendself.report.chapters.first_page import TITLE
from sendself.report.chapters.since_last_time import other_times
from sendself.report.chapters.wording import EXAMPLE, radar_block, shortened

_NAME = 90


def radar_slide(assessment: Assessment) -> Slide | None:
    """The slide with school and day on it; `None` as long as nothing is agreed, and where the areas make no figure.

    It shows no private view. What it says to those who cannot see it is `slide.radar.alt`.
    """
    radar = radar_block(assessment, other_times(assessment))
    if not isinstance(radar, Radar) or not any(value is not None for value in radar.series[0].values):
        return None
    opening = f"{shortened(assessment.title, _NAME)}, {uk_date(evaluation_day(assessment))}."
    return Slide(
        radar=replace(radar, alt=f"{opening} {radar.alt}", width=1.0),
        title=shortened(assessment.title, _NAME),
        subtitle=f"{TITLE}, {uk_date(evaluation_day(assessment))}",
        note=EXAMPLE if assessment.example else "",
    )
