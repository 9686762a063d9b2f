"""The parts of a line that are not read as they look: an address, and what the fonts have no letters for.

An address is coloured and underlined, so that it is known as a link without its colour too.
"""

from collections.abc import Iterator
from dataclasses import replace

from sendself.document.addresses import Address
from sendself.document.fonts import text_width
from sendself.document.lines import Line
from sendself.document.shapes import Path, Text
from sendself.document.style import ACCENT, INK, MUTED
from sendself.document.text import parted_at_signs

# Below the baseline, as a share of the distance between lines.
_DEPTH = 0.2
_LINE_WIDTH = 0.2


def address_parts(shape: Text, line: Line) -> Iterator[tuple[Text, Address | None]]:
    """The line cut where an address begins or ends, each part in its place, with the address that it is."""
    x, reached = shape.x, 0
    for address in (*line.addresses, Address(len(shape.text), len(shape.text), "")):
        for end, one in ((address.start, None), (address.end, address)):
            if words := shape.text[reached:end]:
                width = text_width(words, shape.style)
                part = replace(shape, x=x, text=words, width=width)
                yield _coloured(part) if one else part, one
                x, reached = x + width, end


def sign_parts(shape: Text) -> Iterator[tuple[Text, bool]]:
    """The line cut where signs stand for what no font has, each part in its place; True for such signs."""
    parts, x = parted_at_signs(shape.text), shape.x
    if len(parts) == 1:
        yield shape, parts[0][1]
        return
    for words, stood_for in parts:
        yield replace(shape, x=x, text=words, width=text_width(words.rstrip(" "), shape.style)), stood_for
        x += text_width(words, shape.style)


def underline(text: Text) -> Path:
    """The line under a text."""
    y = text.y + _DEPTH * text.style.leading
    return Path(((text.x, y), (text.x + text.width, y)), text.style.colour, line_width=_LINE_WIDTH)


def _coloured(text: Text) -> Text:
    # On a ground of colour, and in a colour that means something, an address has that of the words around it.
    if text.style.colour not in (INK, MUTED):
        return text
    return replace(text, style=replace(text.style, colour=ACCENT))
