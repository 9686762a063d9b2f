"""How the series of a radar are told apart without colour: dashes and the shape of the markers."""

import math

from sendself.document.shapes import Colour, Path
from sendself.document.style import WHITE

DASHES: dict[str, tuple[float, float] | None] = {"solid": None, "dash": (2.2, 1.2), "dot": (0.7, 1.0)}

# Corners and first angle (degrees) of each marker: round, square, triangle, diamond, hexagon.
_MARKERS = ((24, 0), (4, 45), (3, -90), (4, 0), (6, 0))


_RADIUS = 1.15  # millimetres


def marker(place: int, x: float, y: float, colour: Colour) -> Path:
    """The marker of the series in this place, with a thin white edge so that it stands off its line."""
    corners, first = _MARKERS[place % len(_MARKERS)]
    reach = _RADIUS if corners > 6 else _RADIUS * 1.25
    angles = (math.radians(first + 360 * corner / corners) for corner in range(corners))
    points = tuple((x + reach * math.cos(angle), y + reach * math.sin(angle)) for angle in angles)
    return Path(points, stroke=WHITE, fill=colour, line_width=0.2, closed=True)
