"""Nothing is said by colour alone, and the colours can be told apart by those who see fewer of them."""

from dataclasses import replace
from itertools import combinations

import pytest

from sendself.document.blocks import LevelMark, Series
from sendself.document.layout.flow import Flow
from sendself.document.layout.marks import draw_mark, measure_mark
from sendself.document.looks import contrast
from sendself.document.radar.drawing import radar_shapes
from sendself.document.radar.marks import DASHES, marker
from sendself.document.shapes import Colour, Path, Text
from sendself.document.style import INK, LEVEL_COLOURS, SERIES_COLOURS, WHITE
from tests.document.samples import RADAR

# What red, green and blue become for those who lack one kind of cone (Machado, Oliveira and Fernandes 2009), in light.
SEEN_BY = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
FILLS = {level: fill for level, (fill, _) in LEVEL_COLOURS.items()}
APART = 30.0
"""On the scale on which black and white are 441 apart."""


def light(part: int) -> float:
    """One part of a colour as an amount of light."""
    share = part / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def as_seen(colour: Colour, eyes: str) -> Colour:
    """A colour as these eyes see it."""
    red, green, blue = (light(part) for part in colour)
    mixed = (min(max(r * red + g * green + b * blue, 0), 1) for r, g, b in SEEN_BY[eyes])
    parts = [round(255 * (1.055 * one ** (1 / 2.4) - 0.055 if one > 0.0031308 else 12.92 * one)) for one in mixed]
    return parts[0], parts[1], parts[2]


def distance(one: Colour, other: Colour) -> float:
    """How far two colours are from each other."""
    return float(sum((here - there) ** 2 for here, there in zip(one, other, strict=True)) ** 0.5)


@pytest.mark.parametrize("level", LEVEL_COLOURS)
def test_mark_says_its_level_in_words_that_can_be_read(level: int) -> None:
    """Number and word stand in the box, with a contrast of at least 7 to 1, also printed in grey."""
    flow = Flow()
    draw_mark(flow, measure_mark(LevelMark(level, "Established"), 80), 20, 30, flow.root.add("P"))
    (text,) = [item.shape for item in flow.pages[0] if isinstance(item.shape, Text)]

    assert text.text == f"{level} Established"
    assert contrast(text.style.colour, FILLS[level]) >= 7


@pytest.mark.parametrize("eyes", SEEN_BY)
@pytest.mark.parametrize(("one", "other"), list(combinations(LEVEL_COLOURS, 2)))
def test_levels_differ_for_colour_blind_readers(eyes: str, one: int, other: int) -> None:
    """No two levels look alike to those who lack one kind of cone."""
    assert distance(as_seen(FILLS[one], eyes), as_seen(FILLS[other], eyes)) > APART


@pytest.mark.parametrize(("one", "other"), [(1, 2), (1, 3), (2, 4), (3, 4)])
def test_low_and_high_levels_differ_in_grey(one: int, other: int) -> None:
    """The middle two are light and the outer two dark."""
    assert contrast(FILLS[one], FILLS[other]) > 3


def test_lines_of_a_radar_differ_without_colour() -> None:
    """Each has a marker of its own shape, and is as dark as a line has to be."""
    shapes = [len(marker(place, 0, 0, INK).points) for place in range(len(SERIES_COLOURS))]
    firsts = [marker(place, 0, 0, INK).points[0] for place in range(len(SERIES_COLOURS))]
    assert len(set(zip(shapes, firsts, strict=True))) == len(SERIES_COLOURS)
    assert all(contrast(colour, WHITE) >= 4.5 for colour in SERIES_COLOURS)


def test_dashes_of_a_radar_are_drawn() -> None:
    """What is dashed in the data is dashed on the page, so that lines differ where markers lie on each other."""
    values = (1.0, 2.0, 3.0, 4.0)
    series = tuple(Series(style, values, style=style) for style in ("solid", "dash", "dot"))
    drawn = [shape.dash for shape in radar_shapes(replace(RADAR, series=series)).shapes if isinstance(shape, Path)]

    assert {DASHES["dash"], DASHES["dot"]} <= set(drawn)
