"""Text broken into lines: where a line may end, and what an address that goes on over two has on each."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from sendself.document.addresses import Address, addresses
from sendself.document.fonts import text_width
from sendself.document.shapes import TextStyle
from sendself.document.text import JOINERS, paragraphs

# A word with what allows a line to end after it: spaces, a hyphen, a dash or a slash inside it. A no-break space binds.
_PIECES = re.compile(r"[^ \-\u2010\u2013\u2014/]*[-\u2010\u2013\u2014/]+ *|[^ \-\u2010\u2013\u2014/]+ *| +")
# What stands between two digits binds as well: 2026/27, 2024-25.
_BOUND = re.compile(r"\d[-\u2010\u2013\u2014/]\d")
_BINDING = frozenset("-\u2010\u2013\u2014/")


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `spaced` when words continue on the next one after a space that is not part of `text`.

    `addresses` are those in it, or the part of each that has room.
    """

    text: str
    width: float
    spaced: bool = False
    addresses: tuple[Address, ...] = ()


def break_lines(text: str, style: TextStyle, width: float) -> list[Line]:
    """Printable text without newlines in lines no wider than `width`; a longer word is cut where the line ends."""
    return list(_broken(text, style, width))


# What stays together is measured before it is set: three of four texts are asked for again soon.
@lru_cache(maxsize=512)
def _broken(text: str, style: TextStyle, width: float) -> tuple[Line, ...]:
    lines, current, spaced_width = list[Line](), "", 0.0
    for piece in _pieces(text):
        word = piece.rstrip(" ")
        if current and spaced_width + text_width(word, style) > width:
            lines.append(_line(current, style))
            current, spaced_width = "", 0.0
        if not current and text_width(word, style) > width:
            *full, piece = _cut(piece, style, width)
            lines.extend(Line(part, text_width(part, style)) for part in full)
        current += piece
        spaced_width += text_width(piece, style)
    if current.strip(" "):
        lines.append(Line(current.rstrip(" "), text_width(current.rstrip(" "), style)))
    found = addresses(text)
    return tuple(_addressed(lines, text, found) if found else lines)


def _addressed(lines: Sequence[Line], text: str, found: Sequence[Address]) -> Iterator[Line]:
    """The lines of a text with the addresses in it."""
    end = 0
    for line in lines:
        start = text.index(line.text, end)
        end = start + len(line.text)
        here = (one for one in found if one.start < end and one.end > start)
        yield replace(line, addresses=tuple(_part(one, start, end) for one in here))


def _part(address: Address, start: int, end: int) -> Address:
    """What stands of an address between two places of its text, counted from the first."""
    first, last = max(address.start, start) - start, min(address.end, end) - start
    return Address(first, last, address.target, begun=address.start < start)


def _pieces(text: str) -> list[str]:
    """The text cut wherever a line may end."""
    pieces: list[str] = _PIECES.findall(text)
    if not _BOUND.search(text):
        return pieces
    bound = list[str]()
    for piece in pieces:
        before = bound[-1] if bound else ""
        if piece[0].isdigit() and before[-1:] in _BINDING and before[-2:-1].isdigit():
            bound[-1] = before + piece
        else:
            bound.append(piece)
    return bound


def _line(text: str, style: TextStyle) -> Line:
    stripped = text.rstrip(" ")
    return Line(stripped, text_width(stripped, style), spaced=len(stripped) < len(text))


def _cut(word: str, style: TextStyle, width: float) -> list[str]:
    """A word that is too long, cut into parts that fit; letters keep their marks."""
    parts, current, used = list[str](), "", 0.0
    for cluster in _clusters(word):
        advance = text_width(cluster, style)
        if current and used + advance > width and cluster != " ":
            parts.append(current)
            current, used = "", 0.0
        current += cluster
        used += advance
    return [*parts, current]


def _clusters(word: str) -> list[str]:
    starts = 0

    def cluster_number(character: str) -> int:
        nonlocal starts
        starts += unicodedata.category(character)[0] != "M" and character not in JOINERS
        return starts

    return ["".join(group) for _, group in groupby(word, key=cluster_number)]


def fill(text: str, style: TextStyle, width: float) -> list[Line]:
    """All paragraphs of a text as lines, each paragraph's last line marked as followed by a space."""
    lines = list[Line]()
    for paragraph in paragraphs(text):
        lines.extend(break_lines(paragraph, style, width))
        lines[-1] = replace(lines[-1], spaced=True)
    if lines:
        lines[-1] = replace(lines[-1], spaced=False)
    return lines
