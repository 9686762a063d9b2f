"""A page, and a drawing, in the colours of whoever sends the document."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sendself.document.layout.flow import Item
from sendself.document.looks import Looks
from sendself.document.shapes import Box, Colour, Drawing, Painted, Path, Picture, Shape, Text
from sendself.document.style import ACCENT


def coloured(page: Sequence[Item], looks: Looks) -> tuple[Item, ...]:
    """The items of a page in the colours of the looks."""
    if looks.accent == ACCENT:
        return tuple(page)
    return tuple(replace(item, shape=_coloured(item, looks)) for item in page)


def coloured_drawing(drawing: Drawing, looks: Looks) -> Drawing:
    """A figure by itself in the colours of the looks."""
    if looks.accent == ACCENT:
        return drawing
    shapes: tuple[Shape, ...] = tuple(_coloured_in_figure(shape, looks) for shape in drawing.shapes)
    return replace(drawing, shapes=shapes)


def _coloured(item: Item, looks: Looks) -> Painted:
    shape = item.shape
    if isinstance(shape, Picture):
        return shape
    if item.content is not None and item.content.element.tag == "Figure":
        return _coloured_in_figure(shape, looks)
    if isinstance(shape, Text):
        return replace(shape, style=replace(shape.style, colour=looks.colour(shape.style.colour)))
    return _filled(shape, looks.colour)


def _coloured_in_figure(shape: Shape, looks: Looks) -> Shape:
    """Lines and shapes; no words in a figure have the colour of a line."""
    return shape if isinstance(shape, Text) else _filled(shape, looks.figure_colour)


def _filled(shape: Box | Path, colour: Callable[[Colour], Colour]) -> Box | Path:
    fill = colour(shape.fill) if shape.fill else None
    stroke = colour(shape.stroke) if shape.stroke else None
    return replace(shape, fill=fill, stroke=stroke)
