"""The pen that moves down the pages: where the next thing goes, and which structure element it belongs to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sendself.document.layout.structure import Box, Content, Element, Spot
from sendself.document.lines import Line
from sendself.document.linking import address_parts, sign_parts, underline
from sendself.document.shapes import Painted, Shape, Text, TextStyle
from sendself.document.style import BOTTOM, TOP
from sendself.document.text import is_right_to_left, needs_shaping

ArtifactKind = Literal["", "Header", "Footer"]
LineAlignment = Literal["left", "right", "centre"]


@dataclass(frozen=True, slots=True)
class Item:
    """A shape on a page with the content it is part of; None is decoration, which readers skip."""

    shape: Painted
    content: Content | None = None
    artifact: ArtifactKind = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the document's outline; `page` counts from 0."""

    text: str
    level: int
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Slot:
    """Where the number of a page is still to be put: the item that waits on a page, and the Link that leads there.

    `bookmark` is the number of the bookmark that it leads to, `box` the place of the whole link.
    """

    page: int
    waiting: Item
    link: Element
    box: Box
    bookmark: int


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the flow, kept so that a background can be put under what followed it."""

    page: int
    item: int
    y: float


@dataclass(slots=True)
class Flow:
    """Pages as they fill up. `y` is the next free line; it never starts a page on its own before something needs it."""

    root: Element = field(default_factory=lambda: Element("Document"))
    pages: list[list[Item]] = field(default_factory=lambda: [[]])
    ends: list[float] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    y: float = TOP

    @property
    def room(self) -> float:
        """Millimetres left on this page."""
        return BOTTOM - self.y

    @property
    def at_top(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.y <= TOP

    def paint(self, shape: Painted, element: Element | None = None) -> None:
        """Put a shape on the page, as content of `element` or as decoration."""
        page = self.pages[-1]
        if element is None:
            page.append(Item(shape))
            return
        last = page[-1].content if page else None
        if last is None or last.element is not element or element.kids[-1] is not last:
            last = Content(element)
            element.kids.append(last)
        page.append(Item(shape, last))

    def break_page(self) -> None:
        """Go on at the top of a new page."""
        self.ends.append(self.y)
        self.pages.append([])
        self.y = TOP

    def need(self, height: float) -> None:
        """Begin a new page unless `height` fits here or nothing would be gained."""
        if height > self.room and not self.at_top:
            self.break_page()

    def skip(self, gap: float) -> None:
        """Leave space, except at the top of a page."""
        if not self.at_top:
            self.y += gap

    def position(self) -> Position:
        """Where the flow is now."""
        return Position(len(self.pages) - 1, len(self.pages[-1]), self.y)

    def underlay(self, start: Position, shapes: Callable[[float, float], Sequence[Shape]]) -> None:
        """Put decoration under all that was painted since `start`: `shapes` is called with top and bottom per page."""
        for page in range(start.page, len(self.pages)):
            top, index = (start.y, start.item) if page == start.page else (TOP, 0)
            bottom = self.ends[page] if page < len(self.ends) else self.y
            if bottom > top:
                self.pages[page][index:index] = [Item(shape) for shape in shapes(top, bottom)]

    def line(
        self, line: Line, style: TextStyle, element: Element | None, x: float, width: float,
        align: LineAlignment = "left", right_to_left: bool = False,
    ) -> None:  # fmt: skip
        """Print one line at the current height without moving on.

        A line that is painted in another order than it is read in belongs to a Span that says how it is read.
        """
        shape = text_shape(line, style, x, self.y, width, align, right_to_left)
        if element and needs_shaping(shape.text):
            element = element.add("Span", actual=shape.text)
        elif element and line.addresses:
            self._linked(shape, line, element)
            return
        self.words(shape, element)

    def words(self, shape: Text, element: Element | None) -> None:
        """Paint a line as content of `element`; signs that stand for what no font has in a Span that says what."""
        for part, stood_for in sign_parts(shape) if element else ((shape, False),):
            self.paint(part, element.add("Span", actual=part.text) if element and stood_for else element)

    def _linked(self, shape: Text, line: Line, element: Element) -> None:
        """A line with addresses, each in a Link that goes on over the lines on which the address does."""
        top = self.y
        for part, address in address_parts(shape, line):
            if address is None:
                self.words(part, element)
                continue
            last = element.kids[-1] if element.kids else None
            goes_on = address.begun and isinstance(last, Element) and last.tag == "Link"
            link = last if goes_on and isinstance(last, Element) else element.add("Link")
            box = (part.x, top, part.x + part.width, top + shape.style.leading)
            link.spots.append(Spot(len(self.pages) - 1, box, address.target, address.target))
            for painted in (part, underline(part)):
                self.paint(painted, link)

    def lines(self, lines: Sequence[Line], style: TextStyle, element: Element | None, x: float, width: float) -> None:
        """Print lines over as many pages as they need; no page begins or ends with a single line of several."""
        right_to_left = is_right_to_left(lines[0].text) if lines else False
        left = list(lines)
        while left:
            take = min(len(left), max(int((self.room + 0.01) / style.leading), 0))
            if take < len(left) and len(left) - take == 1:
                take -= 1
            if take < min(2, len(left)) and not self.at_top:
                self.break_page()
                continue
            for line in left[:take]:
                self.line(line, style, element, x, width, right_to_left=right_to_left)
                self.y += style.leading
            left = left[take:]
            if left:
                self.break_page()


def text_shape(
    line: Line, style: TextStyle, x: float, top: float, width: float,
    align: LineAlignment = "left", right_to_left: bool = False,
) -> Text:  # fmt: skip
    """A line of text in its place; a space that was dropped at the line's end is put back, so no words are glued."""
    offset = {"left": 0.0, "right": width - line.width, "centre": (width - line.width) / 2}
    place = offset["right" if right_to_left and align == "left" else align]
    text = line.text + " " if line.spaced else line.text
    return Text(x + place, top + style.baseline, text, style, line.width, right_to_left)
