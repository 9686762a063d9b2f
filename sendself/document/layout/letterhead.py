"""The head of the first page: the logo and the name of whoever sends the document, above everything else."""

from sendself.document.blocks import Document
from sendself.document.layout.flow import Flow
from sendself.document.lines import Line, break_lines
from sendself.document.looks import Logo
from sendself.document.shapes import Box, Picture, TextStyle
from sendself.document.style import ACCENT, MARGIN, PAGE_WIDTH, TEXT_WIDTH, WHITE
from sendself.document.text import as_metadata, paragraphs

_STRIP = 21.0
_TOP, _HEIGHT, _LOGO_WIDTH = 4.5, 13.0, 50.0
_GAP = 5.0
# A long name is printed smaller; each size with the lines that have room.
_NAMES = ((TextStyle("bold", 12, 5.4, ACCENT), 2), (TextStyle("bold", 9.5, 4.3, ACCENT), 3))


def lay_letterhead(flow: Flow, document: Document) -> None:
    """Logo and name on white, in the space that later pages have for the running title: nothing moves for them."""
    looks, name = document.looks, " ".join(paragraphs(document.looks.name))
    if not looks.logo and not name:
        return
    flow.paint(Box(0, 0, PAGE_WIDTH, _STRIP, WHITE))
    x = MARGIN
    if looks.logo:
        width, height = logo_size(looks.logo, _LOGO_WIDTH, _HEIGHT)
        top = _TOP + (_HEIGHT - height) / 2
        figure = flow.root.add("Figure", alt=as_metadata(name) or "Logo", box=(x, top, x + width, top + height))
        flow.paint(Picture(x, top, width, height, looks.logo.png), figure)
        x += width + _GAP
    if name:
        # A watermark stands at the right.
        end = MARGIN + TEXT_WIDTH * (2 / 3 if document.watermark else 1)
        _lay_name(flow, name, x, end - x)


def logo_size(logo: Logo, width: float, height: float) -> tuple[float, float]:
    """The largest width and height that a logo has in a space without being stretched, in the space's unit."""
    scale = min(width / logo.width, height / logo.height)
    return logo.width * scale, logo.height * scale


def _lay_name(flow: Flow, name: str, x: float, width: float) -> None:
    style, lines = _fitted(name, width)
    below, flow.y = flow.y, _TOP + (_HEIGHT - len(lines) * style.leading) / 2
    flow.lines(lines, style, flow.root.add("P"), x, width)
    flow.y = below


def _fitted(name: str, width: float) -> tuple[TextStyle, list[Line]]:
    """The name in the largest style in which it fits, shortened where it fits in none."""
    for style, most in _NAMES:
        lines = break_lines(name, style, width)
        if len(lines) <= most:
            return style, lines
    last = lines[most - 1]
    return style, [*lines[: most - 1], Line(f"{last.text[:-2].rstrip()}…", last.width)]
