"""Text made ready to print: characters without a glyph replaced, writing direction found, lines broken."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from sendself.document.addresses import Address, addresses
from sendself.document.fonts import REPLACEMENT, has_glyph, text_width
from sendself.document.shapes import TextStyle

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# A word with what allows a line to end after it: spaces, a hyphen, a dash or a slash inside it. A no-break space binds.
_PIECES = re.compile(r"[^ \-\u2010\u2013\u2014/]*[-\u2010\u2013\u2014/]+ *|[^ \-\u2010\u2013\u2014/]+ *| +")
# What stands between two digits binds as well: 2026/27, 2024-25.
_BOUND = re.compile(r"\d[-\u2010\u2013\u2014/]\d")
_BINDING = frozenset("-\u2010\u2013\u2014/")
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})
# Half of a surrogate pair, what is private to a font, and what is nothing yet: no program could read it.
_MEANINGLESS = frozenset({"Cs", "Co", "Cn"})
_JOINERS = "\u200c\u200d"
# Joiners outside Arabic and its neighbours.
_STRAY_JOINERS = re.compile("(?<![\u0600-\u08ff])[\u200c\u200d]+")
# Signs that stand for something (x), with the spaces between them and the joiners that hold them together (j).
_SIGNS = re.compile("x[xj ]*[xj]|x")


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `spaced` when words continue on the next one after a space that is not part of `text`.

    `addresses` are those in it, or the part of each that has room.
    """

    text: str
    width: float
    spaced: bool = False
    addresses: tuple[Address, ...] = ()


class _Printed(dict[int, str | None]):
    """For `str.translate`: what each character becomes in a line, None where it is left out."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        printed: str | None = character
        if character == "\t":
            printed = " "
        elif _is_invisible(character):
            printed = None
        elif unicodedata.category(character) in _MEANINGLESS and not has_glyph(character):
            printed = REPLACEMENT
        self[code] = printed
        return printed


class _Shown(dict[int, str]):
    """For `str.translate`: what is painted of each character of a line, a sign for one that no font has."""

    def __missing__(self, code: int) -> str:
        self[code] = chr(code) if code == _NEWLINE or has_glyph(chr(code)) else REPLACEMENT
        return self[code]


_NEWLINE = ord("\n")
_PRINTED, _SHOWN = _Printed(), _Shown()


def printable(text: str) -> str:
    """The text as it is printed: composed (NFC), tabs as spaces, line ends as newlines, invisible controls left out.

    A character that no font of the document has stays, so that it can be read aloud; `shown` says what is painted of
    it. One that means nothing becomes U+FFFD. Joiners stay where they shape a right-to-left word, and in what no font
    has.
    """
    if text.isascii() and text.isprintable():
        return text
    return _composed(text).translate(_PRINTED)


def shown(text: str) -> str:
    """What is painted of a line: a visible sign, U+FFFD, for each character that no font of the document has."""
    return text if text.isascii() else text.translate(_SHOWN)


def parted_at_signs(text: str) -> list[tuple[str, bool]]:
    """A line cut where signs begin and end that stand for something else; True for what they stand for."""
    painted = shown(text)
    if REPLACEMENT not in painted:
        return [(text, False)]
    kinds = "".join(
        letter if letter == " " else "j" if letter in _JOINERS else "x" if sign == REPLACEMENT else "o"
        for letter, sign in zip(text, painted, strict=True)
    )
    parts, reached = list[tuple[str, bool]](), 0
    for signs in _SIGNS.finditer(kinds):
        parts += [(text[reached : signs.start()], False), (text[signs.start() : signs.end()], True)]
        reached = signs.end()
    return [(words, stood_for) for words, stood_for in (*parts, (text[reached:], False)) if words]


def missing_characters(text: str) -> tuple[str, ...]:
    """Characters for which `shown` has a sign, each once, in order; half of a surrogate pair is given as U+FFFD."""
    missing = (letter for letter in _composed(text) if (kept := _PRINTED[ord(letter)]) and shown(kept) == REPLACEMENT)
    return tuple(dict.fromkeys(REPLACEMENT if "\ud800" <= letter <= "\udfff" else letter for letter in missing))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", _STRAY_JOINERS.sub(_kept_joiners, _LINE_ENDS.sub("\n", text)))


def _kept_joiners(found: re.Match[str]) -> str:
    before = found.string[: found.start()][-1:]
    return found.group() if before and not _is_invisible(before) and not has_glyph(before) else ""


def _is_invisible(character: str) -> bool:
    if character in "\n\u200c\u200d":
        return False
    is_variation = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return is_variation or unicodedata.category(character) in _INVISIBLE


def as_metadata(text: str) -> str:
    """The text on one line without characters that XML or PDF strings cannot hold."""
    composed = unicodedata.normalize("NFC", text)
    kept = (character if unicodedata.category(character) not in ("Cc", "Cs", "Cn") else " " for character in composed)
    return " ".join("".join(kept).split())


def needs_shaping(text: str) -> bool:
    """Whether the text has letters that run from right to left, and so need ordering and often joining."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    if text.isascii():
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((found for found in directions if found in ("L", "R", "AL")), "L") != "L"


def paragraphs(text: str) -> list[str]:
    """The printable text cut at newlines, without empty lines."""
    return [line for line in (part.strip() for part in printable(text).split("\n")) if line]


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
        starts += unicodedata.category(character)[0] != "M" and character not in _JOINERS
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
