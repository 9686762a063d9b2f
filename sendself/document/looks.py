"""The looks of whoever sends a document: name, logo and accent colour, with a contrast that can be read.

Colours that carry meaning, of levels and warnings, are never changed.
"""

import math
from dataclasses import dataclass

from sendself.document.shapes import Colour
from sendself.document.style import ACCENT, SERIES_COLOURS, SERIES_FILL, TINT, WHITE

LEAST_CONTRAST = 4.5
"""Of text on its ground: WCAG 2.2, success criterion 1.4.3."""

_TINT_SHARE, _FILL_SHARE = 0.08, 0.2
# Colours nearer than this, of the 441 between black and white, are taken for one another.
_NEAR = 60.0


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in PNG without transparency, and its size in pixels."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Looks:
    """What stands at the head of a document, and its colour; without anything a document looks as it always did.

    The logo is read aloud as the name.
    """

    name: str = ""
    accent: Colour = ACCENT
    logo: Logo | None = None

    def colour(self, usual: Colour) -> Colour:
        """The colour that stands for a usual one: the accent and its tint are replaced, every other stays."""
        if self.accent == ACCENT:
            return usual
        return {ACCENT: self.accent, TINT: tint_of(self.accent)}.get(usual, usual)

    def figure_colour(self, usual: Colour) -> Colour:
        """The same in a figure, whose first line has the accent, and whose shape has a little of it.

        A line whose own colour is near the accent takes the usual accent, which is free then.
        """
        if self.accent == ACCENT or usual not in (*SERIES_COLOURS, SERIES_FILL):
            return usual
        if usual == SERIES_FILL:
            return mixed(WHITE, self.accent, _FILL_SHARE)
        if usual == ACCENT:
            return self.accent
        nearest = min(SERIES_COLOURS[1:], key=lambda colour: _distance(colour, self.accent))
        return ACCENT if usual == nearest and _distance(usual, self.accent) < _NEAR else usual


USUAL = Looks()
"""Without a name, in our own colour."""


def tint_of(accent: Colour) -> Colour:
    """The ground of table heads and notices: a little of the accent in white."""
    return mixed(WHITE, accent, _TINT_SHARE)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours from 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def accent_contrast(accent: Colour) -> float:
    """The least contrast that an accent has in a document: as text on white, on its tint, and white upon it."""
    return min(contrast(accent, WHITE), contrast(accent, tint_of(accent)))


def readable_accent(accent: Colour) -> Colour:
    """The accent itself where its contrast is enough, otherwise the nearest darker shade of it that has enough."""
    shades = (mixed(accent, (0, 0, 0), share / 100) for share in range(101))
    return next(shade for shade in shades if accent_contrast(shade) >= LEAST_CONTRAST)


def mixed(ground: Colour, colour: Colour, share: float) -> Colour:
    """A share of a colour, 0 to 1, in a ground."""
    red, green, blue = (round(low + (high - low) * share) for low, high in zip(ground, colour, strict=True))
    return red, green, blue


def _distance(one: Colour, other: Colour) -> float:
    return math.dist(one, other)


def _luminance(colour: Colour) -> float:
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
