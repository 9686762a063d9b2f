"""The fonts that documents are printed with: where they are, which characters they have, how wide each one is.

Source Sans 3 (SIL Open Font Licence) covers the languages written in Latin, Greek and Cyrillic; DejaVu Sans steps in,
character by character, for Arabic, Hebrew, symbols and the rest. Files are read once per process.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from sendself.document.shapes import MM_PER_POINT, TextStyle, Weight

REPLACEMENT = "\ufffd"

# Canonical combining class of marks above a letter, and how much higher they stand over a capital.
_ABOVE = 230
_CAPITAL_RISE = 170

_FOLDER = Path(__file__).parent.parent / "data" / "fonts"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file; `family` and `emphasis` ("", "B", "I") are the names it is known by in the PDF."""

    family: str
    emphasis: str
    path: Path


REGULAR = Face("SourceSans", "", _FOLDER / "SourceSans3_400Regular.ttf")
BOLD = Face("SourceSans", "B", _FOLDER / "SourceSans3_700Bold.ttf")
ITALIC = Face("SourceSans", "I", _FOLDER / "SourceSans3_400Regular_Italic.ttf")
FALLBACK = Face("DejaVu", "", _FOLDER / "DejaVuSans.ttf")
FALLBACK_BOLD = Face("DejaVu", "B", _FOLDER / "DejaVuSans-Bold.ttf")

FALLBACKS = (FALLBACK, FALLBACK_BOLD)
_FACES: dict[Weight, tuple[Face, ...]] = {
    "regular": (REGULAR, FALLBACK),
    "bold": (BOLD, FALLBACK_BOLD, FALLBACK),
    "italic": (ITALIC, FALLBACK),
}


@cache
def _advances(face: Face) -> dict[int, int]:
    """Width of each character of a font in thousandths of the size, rounded as the PDF writer rounds it."""
    with TTFont(face.path, lazy=True) as font:
        scale, metrics = 1000 / font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: round(scale * metrics[name][0] + 0.001) for code, name in font.getBestCmap().items()}


class _Glyphs(dict[str, tuple[Face, int]]):
    """Face and width by character for one weight; a character without a glyph counts as the replacement."""

    def __init__(self, weight: Weight) -> None:
        self.faces = _FACES[weight]

    def __missing__(self, character: str) -> tuple[Face, int]:
        for face in self.faces:
            width = _advances(face).get(ord(character))
            if width is not None:
                self[character] = (face, width)
                return face, width
        return self[REPLACEMENT]


class _Widths(dict[str, int]):
    """Width alone by character for one weight, since it is asked for most."""

    def __init__(self, weight: Weight) -> None:
        self.weight: Weight = weight

    def __missing__(self, character: str) -> int:
        self[character] = _GLYPHS[self.weight][character][1]
        return self[character]


_GLYPHS: dict[Weight, _Glyphs] = {weight: _Glyphs(weight) for weight in _FACES}
_WIDTHS: dict[Weight, _Widths] = {weight: _Widths(weight) for weight in _FACES}


def has_glyph(character: str) -> bool:
    """Whether the document's fonts can print this character in every weight."""
    code = ord(character)
    return any(code in _advances(face) for face in (REGULAR, FALLBACK))


def text_width(text: str, style: TextStyle) -> float:
    """Width in millimetres of text without line breaks, as it is printed without shaping."""
    return sum(map(_WIDTHS[style.weight].__getitem__, text)) * style.size * MM_PER_POINT / 1000


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one face; `right` and `up` (thousandths of the size) put a mark over the letter before it."""

    face: Face
    text: str
    right: float = 0
    up: float = 0


def runs_by_face(text: str, weight: Weight) -> list[Run]:
    """The text cut where the font changes; a mark of Source Sans, which is drawn around its own origin, is a run too.

    DejaVu's marks need nothing: they are drawn to the left of their origin, over the letter before.
    """
    if text and text.isascii():
        return [Run(_FACES[weight][0], text)]
    glyphs, runs = _GLYPHS[weight], list[Run]()
    start = 0
    for position, character in enumerate(text):
        face = glyphs[character][0]
        is_mark = position > 0 and face not in FALLBACKS and _is_mark(character)
        if position > start and (is_mark or face is not glyphs[text[start]][0] or _is_mark(text[start])):
            runs.append(_run(text, start, position, weight))
            start = position
    if text:
        runs.append(_run(text, start, len(text), weight))
    return runs


def runs_to_shape(text: str, weight: Weight) -> list[Run]:
    """The text of one direction in as few faces as it needs, so that letters which join are not parted."""
    runs = list[Run]()
    for character in text:
        if runs and (ord(character) in _advances(runs[-1].face) or not has_glyph(character)):
            runs[-1] = Run(runs[-1].face, runs[-1].text + character)
            continue
        faces = (*(face for face in _FACES[weight] if face in FALLBACKS), _FACES[weight][0], FALLBACK)
        runs.append(Run(next((face for face in faces if ord(character) in _advances(face)), FALLBACK), character))
    return runs


def _is_mark(character: str) -> bool:
    return character > "\u02ff" and unicodedata.category(character) == "Mn"


def _run(text: str, start: int, end: int, weight: Weight) -> Run:
    glyphs, first = _GLYPHS[weight], text[start]
    face = glyphs[first][0]
    if start == 0 or face in FALLBACKS or not _is_mark(first):
        return Run(face, text[start:end])
    base = next((letter for letter in reversed(text[:start]) if not _is_mark(letter)), " ")
    raised = _CAPITAL_RISE if base.isupper() and unicodedata.combining(first) == _ABOVE else 0
    return Run(face, text[start:end], -glyphs[base][1] / 2, raised)
