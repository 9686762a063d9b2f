"""What is drawn: text and simple geometry in millimetres from the top left, the same for PDF and SVG."""

from dataclasses import dataclass, replace
from typing import Literal

Colour = tuple[int, int, int]
Weight = Literal["regular", "bold", "italic"]

MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text looks: weight, size in points, distance between lines in millimetres, colour."""

    weight: Weight
    size: float
    leading: float
    colour: Colour

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline, so that capitals stand in the middle of the line."""
        return (self.leading + 0.66 * self.size * MM_PER_POINT) / 2


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text: `x` is the left end, `y` the baseline, `width` the space it was measured for."""

    x: float
    y: float
    text: str
    style: TextStyle
    width: float = 0
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its top left corner at `x`, `y`; corners are rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = None
    stroke: Colour | None = None
    line_width: float = 0.2
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Path:
    """Straight lines from point to point; `dash` is (on, off) in millimetres, or None for an unbroken line."""

    points: tuple[tuple[float, float], ...]
    stroke: Colour | None = None
    fill: Colour | None = None
    line_width: float = 0.2
    dash: tuple[float, float] | None = None
    closed: bool = False


Shape = Text | Box | Path


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in PNG with its top left corner at `x`, `y`; on pages alone, no drawing has one."""

    x: float
    y: float
    width: float
    height: float
    png: bytes


Painted = Shape | Picture


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a sheet of the given size."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def moved(shape: Shape, right: float, down: float) -> Shape:
    """The same shape elsewhere."""
    if isinstance(shape, Path):
        return replace(shape, points=tuple((x + right, y + down) for x, y in shape.points))
    return replace(shape, x=shape.x + right, y=shape.y + down)
