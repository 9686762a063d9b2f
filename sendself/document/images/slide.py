"""A slide with a radar on it, as wide as slides are: what it is of, and its note, stand on the picture itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sendself.document.blocks import Radar
from sendself.document.layout.colouring import coloured_drawing
from sendself.document.lines import fill
from sendself.document.looks import USUAL, Looks
from sendself.document.radar.drawing import radar_shapes
from sendself.document.shapes import Drawing, Shape, Text, TextStyle, moved
from sendself.document.style import ACCENT, ACT, INK

_TITLE = TextStyle("bold", 13, 5.8, ACCENT)
_SUBTITLE = TextStyle("regular", 10, 4.7, INK)
_NOTE = TextStyle("bold", 9.5, 4.5, ACT)
_SHAPE = 16 / 9
_RADAR = 140.0
_EDGE, _GAP = 5.0, 3.0


@dataclass(frozen=True, slots=True)
class Slide:
    """A radar with its title, what it is of, and a note that must not be missed."""

    radar: Radar
    title: str
    subtitle: str
    note: str = ""


def slide_shapes(slide: Slide, looks: Looks = USUAL) -> Drawing:
    """The slide as a drawing of 16 by 9, as small as its words allow: shown large, all of them can be read.

    Its title and its radar are in the colours of the looks.
    """
    radar = coloured_drawing(radar_shapes(slide.radar, _RADAR), looks)
    head = list(_head(slide, max(radar.width, radar.height * _SHAPE - 2 * _EDGE), looks))
    under_head = head[-1].y + _GAP if head else _EDGE
    height = under_head + radar.height + _EDGE
    width = max(radar.width + 2 * _EDGE, height * _SHAPE)
    left = (width - radar.width) / 2
    below: list[Shape] = [moved(shape, left, under_head) for shape in radar.shapes]
    return Drawing(width, max(height, width / _SHAPE), (*head, *below))


def _head(slide: Slide, width: float, looks: Looks) -> Iterator[Text]:
    y = _EDGE
    title = replace(_TITLE, colour=looks.colour(_TITLE.colour))
    for words, style in ((slide.title, title), (slide.subtitle, _SUBTITLE), (slide.note, _NOTE)):
        for line in fill(words, style, width):
            yield Text(_EDGE, y + style.baseline, line.text, style, line.width)
            y += style.leading
