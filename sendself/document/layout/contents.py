"""The table of contents of a printed document: laid out in its place, and given its page numbers at the end.

How high it is follows from the headings alone, so the document is laid out once: each entry leaves room for a number,
which is put there when the place of its heading is known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from sendself.document.fonts import text_width
from sendself.document.headings import Entry
from sendself.document.layout.flow import Flow, Slot, text_shape
from sendself.document.layout.structure import Element, Place, Spot
from sendself.document.lines import Line, break_lines
from sendself.document.shapes import Path, Text, TextStyle
from sendself.document.style import BLOCK_GAP, CONTENTS_CHAPTER, CONTENTS_SECTION, MARGIN, MUTED, TEXT_WIDTH
from sendself.document.text import is_right_to_left

_GUTTER = 10.0
_INDENT = 4.0
_NUMBER_WIDTH = 9.0
_LEADER_GAP = 1.5
_ABOVE_CHAPTER = 2.4
# An entry names its heading; one that is longer is cut, since the heading itself stands whole further on.
_LINES = 2
# Higher than this on one column of the page's width, it is set in two columns.
_ONE_COLUMN = 110.0


@dataclass(frozen=True, slots=True)
class _Row:
    """An entry broken into the lines of a column."""

    entry: Entry
    style: TextStyle
    lines: tuple[Line, ...]

    @property
    def above(self) -> float:
        """Space above it, unless it is the first of its column."""
        return _ABOVE_CHAPTER if self.entry.chapter else 0.0

    @property
    def height(self) -> float:
        """Height of its lines."""
        return len(self.lines) * self.style.leading


def contents_opening(entries: Sequence[Entry]) -> float:
    """The height that the beginning of the contents needs: a chapter with its first section."""
    return _height([_row(entry, TEXT_WIDTH) for entry in entries[:2]])


def lay_contents(flow: Flow, entries: Sequence[Entry]) -> None:
    """Lay out the entries, in two columns where one would be long, each with a slot for its number."""
    columns, width = 1, TEXT_WIDTH
    left = [_row(entry, width) for entry in entries]
    if _height(left) > _ONE_COLUMN:
        columns, width = 2, (TEXT_WIDTH - _GUTTER) / 2
        left = [_row(entry, width) for entry in entries]
    references = _references(flow, entries)
    while left:
        flow.need(_height(left[:2]))
        parts, left = _balanced(left, columns, flow.room)
        top, bottom = flow.y, flow.y
        for number, part in enumerate(parts):
            flow.y = top
            for place, row in enumerate(part):
                flow.y += row.above if place else 0
                _lay_row(flow, row, next(references), MARGIN + number * (width + _GUTTER), width)
            bottom = max(bottom, flow.y)
        flow.y = bottom
        if left:
            flow.break_page()
    flow.y += BLOCK_GAP if entries else 0


def number_contents(flow: Flow) -> None:
    """Put the page of each heading into its slot, now that it is known, and lead the entry's link there."""
    for slot in flow.slots:
        place = flow.bookmarks[slot.bookmark]
        number, shape, items = str(place.page + 1), slot.waiting.shape, flow.pages[slot.page]
        assert isinstance(shape, Text)
        width = text_width(number, shape.style)
        at = next(position for position, item in enumerate(items) if item is slot.waiting)
        items[at] = replace(slot.waiting, shape=replace(shape, x=shape.x - width, text=number, width=width))
        leads = Place(place.page, place.y)
        slot.link.spots.append(Spot(slot.page, slot.box, leads, f"{place.text}, page {number}"))


def _row(entry: Entry, width: float) -> _Row:
    style = CONTENTS_CHAPTER if entry.chapter else CONTENTS_SECTION
    room = width - _indent(entry) - _NUMBER_WIDTH
    lines = break_lines(entry.text, style, room)
    if len(lines) > _LINES:
        last = break_lines(lines[_LINES - 1].text, style, room - text_width("…", style))[0].text + "…"
        lines = [*lines[: _LINES - 1], Line(last, text_width(last, style))]
    # A space before the number, for those who hear it.
    lines[-1] = replace(lines[-1], spaced=True)
    return _Row(entry, style, tuple(lines))


def _indent(entry: Entry) -> float:
    return 0.0 if entry.chapter else _INDENT


def _height(rows: Sequence[_Row]) -> float:
    return sum(row.height + (row.above if place else 0) for place, row in enumerate(rows))


def _balanced(rows: list[_Row], columns: int, room: float) -> tuple[list[list[_Row]], list[_Row]]:
    """The rows in columns of about one height that the room holds, and the rows that are left for the next page."""
    height = min(_height(rows) / columns, room)
    while True:
        parts, left = _filled(rows, columns, height)
        if not left or height >= room:
            return parts, left
        height = min(height + CONTENTS_SECTION.leading, room)


def _filled(rows: list[_Row], columns: int, height: float) -> tuple[list[list[_Row]], list[_Row]]:
    parts, left = list[list[_Row]](), rows
    for _ in range(columns):
        heights = accumulate(row.height + (row.above if place else 0) for place, row in enumerate(left))
        # At least one, so that this ends; an entry is far lower than a page.
        count = max(sum(1 for _ in takewhile(lambda reached: reached <= height + 0.01, heights)), 1)
        if count < len(left):
            # A column ends before a chapter where that leaves little white, and never after a chapter's first line.
            starts = [place for place in range(1, count + 1) if left[place].entry.chapter]
            count = starts[-1] if starts and starts[-1] > count / 2 else count
            count -= left[count - 1].entry.chapter and count > 1 and not left[count].entry.chapter
        parts.append(left[:count])
        left = left[count:]
    return parts, left


def _references(flow: Flow, entries: Sequence[Entry]) -> Iterator[Element]:
    """The Reference of each entry; the sections of a chapter are in a TOC of their own."""
    whole = flow.root.add("TOC")
    inner: Element | None = None
    for entry in entries:
        if not entry.chapter and inner is None:
            inner = whole.add("TOC")
        elif entry.chapter:
            inner = None
        yield (inner or whole).add("TOCI").add("Reference")


def _lay_row(flow: Flow, row: _Row, reference: Element, x: float, width: float) -> None:
    """Title, a place for the number, and a leader between them; the whole entry is one link."""
    style, top, left, right = row.style, flow.y, x + _indent(row.entry), x + width
    link = reference.add("Link")
    for line in row.lines:
        shape = text_shape(line, style, left, flow.y, line.width)
        flow.words(replace(shape, right_to_left=is_right_to_left(line.text)), link)
        flow.y += style.leading
    base = flow.y - style.leading + style.baseline
    flow.paint(Text(right, base, "", style), link)
    box, bookmark = (left, top, right, flow.y), len(flow.bookmarks) + row.entry.place
    flow.slots.append(Slot(len(flow.pages) - 1, flow.pages[-1][-1], link, box, bookmark))
    start, end = left + row.lines[-1].width + _LEADER_GAP, right - _NUMBER_WIDTH + _LEADER_GAP
    if start < end:
        flow.paint(Path(((start, base), (end, base)), MUTED, line_width=0.25, dash=(0.25, 1.25)))
