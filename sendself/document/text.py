"""Text made ready to print: characters without a glyph replaced, writing direction found."""

import re
import unicodedata

from sendself.document.fonts import REPLACEMENT, has_glyph

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})
# Half of a surrogate pair, what is private to a font, and what is nothing yet: no program could read it.
_MEANINGLESS = frozenset({"Cs", "Co", "Cn"})
JOINERS = "\u200c\u200d"
"""What holds letters of a word together, or apart, without being seen."""
# Joiners outside Arabic and its neighbours.
_STRAY_JOINERS = re.compile("(?<![\u0600-\u08ff])[\u200c\u200d]+")
# Signs that stand for something (x), with the spaces between them and the joiners that hold them together (j).
_SIGNS = re.compile("x[xj ]*[xj]|x")


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
        letter if letter == " " else "j" if letter in JOINERS else "x" if sign == REPLACEMENT else "o"
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
