"""The small rounded box that shows a level with number and word."""

from dataclasses import dataclass, replace

from sendself.document.blocks import LevelMark
from sendself.document.layout.flow import Flow
from sendself.document.layout.structure import Element
from sendself.document.lines import Line, fill
from sendself.document.shapes import Box, TextStyle
from sendself.document.style import INK, LEVEL_COLOURS, MARK, MUTED, WHITE

PAD_X, PAD_Y = 2.2, 0.55


@dataclass(frozen=True, slots=True)
class MarkBox:
    """A mark measured for a width: its lines of text and the size of the box around them."""

    mark: LevelMark
    lines: tuple[Line, ...]

    @property
    def width(self) -> float:
        """Width of the box."""
        return max((line.width for line in self.lines), default=0) + 2 * PAD_X

    @property
    def height(self) -> float:
        """Height of the box."""
        return len(self.lines) * MARK.leading + 2 * PAD_Y


def measure_mark(mark: LevelMark, width: float) -> MarkBox:
    """The mark with its words broken to fit `width`."""
    return MarkBox(mark, tuple(fill(mark.text, MARK, max(width - 2 * PAD_X, 4))))


def draw_mark(flow: Flow, box: MarkBox, x: float, top: float, element: Element | None) -> None:
    """Paint a measured mark with its top left corner at `x`, `top`; the text belongs to `element`.

    A mark without words is not shown.
    """
    if not box.lines:
        return
    fill_colour, text_colour = LEVEL_COLOURS.get(box.mark.level or 0, (WHITE, INK))
    stroke = None if box.mark.level in LEVEL_COLOURS else MUTED
    flow.paint(Box(x, top, box.width, box.height, fill_colour, stroke, 0.3, 2.2))
    style: TextStyle = replace(MARK, colour=text_colour)
    before, flow.y = flow.y, top + PAD_Y
    for line in box.lines:
        flow.line(line, style, element, x + PAD_X, box.width - 2 * PAD_X, "centre")
        flow.y += style.leading
    flow.y = before
