"""A radar grows into the room that its page would leave white, and no further."""

from dataclasses import replace

import pytest

from sendself.document.blocks import Block, Heading, PageBreak, Paragraph, Radar
from sendself.document.layout.pages import lay_out
from sendself.document.layout.structure import Element
from sendself.document.style import BOTTOM
from tests.document.samples import RADAR, document

SMALL = replace(RADAR, width=0.4, widest=0.8)
WORDS = Paragraph("Staff review the provision map each term. " * 12)


def figures(*blocks: Block) -> list[tuple[float, float, float, float]]:
    """The boxes of the radars on the pages of these blocks."""
    root = lay_out(document(*blocks)).root
    return [kid.box for kid in root.kids if isinstance(kid, Element) and kid.tag == "Figure" and kid.box]


def height(*blocks: Block) -> float:
    """How high the only radar stands."""
    ((_, top, _, bottom),) = figures(*blocks)
    return round(bottom - top, 6)


def test_radar_takes_the_room_of_its_page() -> None:
    """On a page with little else it is as wide as it may be, whether or not another page follows."""
    widest = height(replace(RADAR, width=0.8))
    assert height(Heading("Profile", 2), SMALL) == widest
    assert height(Heading("Profile", 2), SMALL, PageBreak(), WORDS) == widest
    assert height(WORDS, PageBreak(), SMALL, PageBreak(), WORDS) == widest


@pytest.mark.parametrize("paragraphs", range(1, 9))
def test_radar_leaves_the_rest_on_its_page(paragraphs: int) -> None:
    """What follows it stays where it was: the more there is, the less it grows, and it never gets smaller."""
    words: list[Block] = [WORDS] * paragraphs
    blocks: list[Block] = [Heading("Profile", 2), SMALL, *words]
    pages = len(lay_out(document(Heading("Profile", 2), replace(SMALL, widest=0), *words)).pages)
    ((_, _, _, bottom),) = figures(*blocks)

    assert len(lay_out(document(*blocks)).pages) == pages
    assert bottom <= BOTTOM
    assert height(*blocks) >= height(replace(RADAR, width=0.4))


def test_radar_stays_where_nothing_is_left_white() -> None:
    """More than a page stands with it, or it was not said that it may grow."""
    least = height(replace(RADAR, width=0.4))
    assert height(SMALL, *[WORDS] * 30) == least
    assert height(replace(SMALL, widest=0)) == least
    assert height(replace(SMALL, widest=0.4)) == least


def test_width_beyond_the_sheet_is_refused() -> None:
    """The mistake is found where the radar is made."""
    with pytest.raises(ValueError, match="widest"):
        Radar(RADAR.axes, RADAR.rings, (), "", widest=1.2)
