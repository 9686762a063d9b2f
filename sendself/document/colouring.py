"""A page in the colours of whoever sends the document."""

from collections.abc import Sequence
from dataclasses import replace

from sendself.document.flow import Item
from sendself.document.looks import Looks
from sendself.document.shapes import Painted, Path, Picture, Text
from sendself.document.style import ACCENT


def coloured(page: Sequence[Item], looks: Looks) -> tuple[Item, ...]:
    """The items of a page in the colours of the looks; what is drawn in a figure keeps its own."""
    if looks.accent == ACCENT:
        return tuple(page)
    return tuple(item if _in_figure(item) else replace(item, shape=_coloured(item.shape, looks)) for item in page)


def _in_figure(item: Item) -> bool:
    return item.content is not None and item.content.element.tag == "Figure"


def _coloured(shape: Painted, looks: Looks) -> Painted:
    if isinstance(shape, Picture):
        return shape
    if isinstance(shape, Text):
        return replace(shape, style=replace(shape.style, colour=looks.colour(shape.style.colour)))
    fill = looks.colour(shape.fill) if shape.fill else None
    stroke = looks.colour(shape.stroke) if shape.stroke else None
    if isinstance(shape, Path):
        return replace(shape, fill=fill, stroke=stroke)
    return replace(shape, fill=fill, stroke=stroke)
