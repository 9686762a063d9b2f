"""How each who rated sees it: the views that the school lets leave, as lines on one radar and as numbers."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.profile import area_profile, profile
from sendself.assessment.words import perspective_name
from sendself.document.blocks import Block, Heading, Paragraph, Radar, Series, SeriesStyle, Table
from sendself.report.chapters.wording import mean, radar_block
from sendself.rubric.model import FocusArea

# Several lines that lie close together want room; there is no other figure on their page.
_WIDTH = 0.7
_STYLES: tuple[SeriesStyle, ...] = ("dash", "dot", "solid")


def views_blocks(assessment: Assessment) -> Iterator[Block]:
    """The chapter; nothing where no private view leaves. What is agreed is filled, every view is a line."""
    views = _views(assessment)
    if not views:
        return
    yield Heading("Each view by itself", 2)
    yield Paragraph(
        "What each participant rated alone, beside what was agreed: the mean of the themes that they rated. Where the "
        "lines part is worth a question. What each said of a theme stands with it."
    )
    radar = radar_block(assessment, tuple(_lines(assessment, views)))
    if isinstance(radar, Radar):
        yield replace(radar, width=_WIDTH)
    yield Table(
        ("Focus area", "Agreed", "Each view"),
        tuple(_row(assessment, area, views) for area in assessment.rubric.areas),
        widths=(2, 1.2, 4),
        dense=True,
    )


def _views(assessment: Assessment) -> tuple[str, ...]:
    """The perspectives that have rated anything, those of the participants first and in their order."""
    rated = {
        who
        for table in assessment.answers.values()
        for who, said in table.items()
        if who != AGREED and isinstance(said.rating, int)
    }
    named = [who for who in assessment.perspectives() if who in rated]
    return (*named, *sorted(rated - set(named)))


def _lines(assessment: Assessment, views: tuple[str, ...]) -> Iterator[Series]:
    for who, style in zip(views, cycle(_STYLES), strict=False):
        yield Series(perspective_name(who), tuple(area.mean for area in profile(assessment, who)), style=style)


def _row(assessment: Assessment, area: FocusArea, views: tuple[str, ...]) -> tuple[str, str, str]:
    said = ((perspective_name(who), area_profile(assessment, area, who)) for who in views)
    return (
        area.title,
        mean(area_profile(assessment, area)),
        "; ".join(f"{name} {mean(found)}" for name, found in said if found.rated) or "–",
    )
