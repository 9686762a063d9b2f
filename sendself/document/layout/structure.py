"""The logical structure of a document: what assistive technology reads, apart from where it stands on the page."""

from dataclasses import dataclass, field
from typing import Literal

Scope = Literal["", "Row", "Column"]
Numbering = Literal["", "Decimal", "Disc"]
Box = tuple[float, float, float, float]


@dataclass(eq=False, slots=True)
class Content:
    """A stretch of one page that belongs to an element; `page` and `number` are known once it is painted."""

    element: "Element"
    page: int = -1
    number: int = -1


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the document: a page, counted from 0, and a height on it."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a Link can be pressed: a page, counted from 0, and a box on it.

    It `leads` to a place or to a web address; `words` say so aloud.
    """

    page: int
    box: Box
    leads: Place | str
    words: str


@dataclass(eq=False, slots=True)
class Element:
    """A structure element by its standard PDF tag, with elements and painted content in reading order.

    `alt` describes a Figure, which also has its place on the page as `box` (left, top, right, bottom in millimetres);
    `scope` says what a TH is the header of; `numbering` what the labels of an L are; `actual` how the text of a Span is
    read, where it is painted in another order or by signs; `spots` where a Link can be pressed, one for
    each of its lines.
    """

    tag: str
    kids: list["Element | Content"] = field(default_factory=list)
    alt: str = ""
    scope: Scope = ""
    box: Box | None = None
    numbering: Numbering = ""
    actual: str = ""
    spots: list[Spot] = field(default_factory=list)

    def add(
        self, tag: str, *, alt: str = "", scope: Scope = "", box: Box | None = None, numbering: Numbering = "",
        actual: str = "",
    ) -> "Element":  # fmt: skip
        """A new last child."""
        child = Element(tag, alt=alt, scope=scope, box=box, numbering=numbering, actual=actual)
        self.kids.append(child)
        return child
