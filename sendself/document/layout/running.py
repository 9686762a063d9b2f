"""What stands at the top and foot of every page: running title, watermark, page number."""

from collections.abc import Iterator, Sequence

from sendself.document.blocks import Document
from sendself.document.fonts import text_width
from sendself.document.layout.flow import Bookmark, Flow, Item, text_shape
from sendself.document.lines import Line, break_lines, fill
from sendself.document.shapes import Box, Path, Text, TextStyle
from sendself.document.style import ACT, ACT_TINT, MARGIN, RULE, RUNNING, TEXT_WIDTH, TOP, WATERMARK

_HEADER_TOP, _FOOTER_TOP = 11.0, 281.0
_CHAPTER = 2
_BETWEEN = " · "
_LEAST_WIDTH = 20.0


def first_page_watermark(flow: Flow, document: Document) -> None:
    """The watermark of the first page, which is read aloud; on later pages it is repeated as decoration."""
    line = _first_line(document.watermark, WATERMARK, TEXT_WIDTH / 3)
    if line.text:
        flow.paint(_watermark_box(line))
        flow.paint(_watermark_text(line), flow.root.add("P"))


def running_items(document: Document, count: int, bookmarks: Sequence[Bookmark]) -> Iterator[list[Item]]:
    """The items to add to each of `count` pages; the first has no running title, since it opens with the title.

    A page that goes on with a chapter says which; `bookmarks` are those of the document.
    """
    mark = _first_line(document.watermark, WATERMARK, TEXT_WIDTH / 3)
    space = TEXT_WIDTH - (mark.width + 12 if mark.text else 0)
    for number in range(1, count + 1):
        items = list[Item]()
        if number > 1:
            said = running_line(document.running_title, _goes_on(number - 1, bookmarks), space)
            items += _header(said, mark)
        text = f"Page {number} of {count}"
        foot = Line(text, text_width(text, RUNNING))
        shape = text_shape(foot, RUNNING, MARGIN, _FOOTER_TOP, TEXT_WIDTH, "right")
        yield [*items, Item(shape, artifact="Footer")]


def running_line(title: str, chapter: str, space: float) -> Line:
    """The running title and the chapter on one line; of a title in two parts the first gives way, a long name."""
    name, _, kind = title.rpartition(_BETWEEN) if _BETWEEN in title else (title, "", "")
    kept = _BETWEEN.join(part for part in (kind, chapter) if part)
    if name and kept:
        kept = _first_line(kept, RUNNING, space).text
        name = _first_line(name, RUNNING, space - text_width(f"{_BETWEEN}{kept}", RUNNING)).text
    return _first_line(_BETWEEN.join(part for part in (name, kept) if part), RUNNING, space)


def _goes_on(page: int, bookmarks: Sequence[Bookmark]) -> str:
    """The chapter that a page, counted from 0, begins in the middle of."""
    chapters = [one for one in bookmarks if one.level == _CHAPTER and (one.page, one.y) <= (page, TOP)]
    return chapters[-1].text if chapters and chapters[-1].page < page else ""


def _header(title: Line, mark: Line) -> list[Item]:
    line = Path(((MARGIN, _HEADER_TOP + 6.2), (MARGIN + TEXT_WIDTH, _HEADER_TOP + 6.2)), RULE)
    items = [Item(line, artifact="Header")]
    if title.text:
        shape = text_shape(title, RUNNING, MARGIN, _HEADER_TOP, TEXT_WIDTH)
        items.append(Item(shape, artifact="Header"))
    if mark.text:
        items += [Item(_watermark_box(mark), artifact="Header"), Item(_watermark_text(mark), artifact="Header")]
    return items


def _watermark_box(line: Line) -> Box:
    left = MARGIN + TEXT_WIDTH - line.width - 6
    return Box(left, _HEADER_TOP - 0.7, line.width + 6, WATERMARK.leading + 1.4, ACT_TINT, ACT, 0.35, 2.4)


def _watermark_text(line: Line) -> Text:
    return text_shape(line, WATERMARK, MARGIN + TEXT_WIDTH - line.width - 3, _HEADER_TOP, line.width)


def _first_line(text: str, style: TextStyle, width: float) -> Line:
    """The text on one line, shortened when it is too long."""
    whole = " ".join(line.text for line in fill(text, style, 10_000))
    if text_width(whole, style) <= width:
        return Line(whole, text_width(whole, style))
    if width < _LEAST_WIDTH:
        return Line("", 0)
    short = break_lines(whole, style, width - 3)[0].text + "…"
    return Line(short, text_width(short, style))
