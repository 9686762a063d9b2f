"""A document laid out: pages of shapes, the structure tree that owns them, and the bookmarks. No PDF yet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import assert_never

from sendself.document.blocks import (
    Block,
    Bullets,
    Contents,
    Cover,
    Document,
    Facts,
    Heading,
    LevelMark,
    Notice,
    PageBreak,
    Paragraph,
    Radar,
    Table,
    TickBoxes,
    WritingLines,
)
from sendself.document.headings import entries_of, heading_level, with_one_title
from sendself.document.layout.colouring import coloured
from sendself.document.layout.contents import lay_contents, number_contents
from sendself.document.layout.flow import Bookmark, Flow, Item
from sendself.document.layout.forms import grown, lay_tick_boxes, lay_writing_lines, writing_height
from sendself.document.layout.letterhead import lay_letterhead
from sendself.document.layout.lists import lay_bullets
from sendself.document.layout.marks import draw_mark, measure_mark
from sendself.document.layout.openings import break_for_the_end, opening, space_before
from sendself.document.layout.prose import (
    HeadingLevel,
    lay_cover,
    lay_heading,
    lay_notice,
    lay_paragraph,
)
from sendself.document.layout.running import first_page_watermark, running_items
from sendself.document.layout.structure import Element
from sendself.document.layout.tables import lay_facts, lay_table
from sendself.document.radar.drawing import radar_shapes
from sendself.document.radar.room import with_grown_radars
from sendself.document.shapes import moved
from sendself.document.style import (
    BLOCK_GAP,
    BOTTOM,
    MARGIN,
    PARAGRAPH_GAP,
    TEXT_WIDTH,
    TOP,
)
from sendself.document.text import as_metadata

_LEVELS: dict[int, HeadingLevel] = {1: 1, 2: 2, 3: 3}


@dataclass(frozen=True, slots=True)
class Layout:
    """Every page's items in reading order, with the structure that their content belongs to."""

    pages: tuple[tuple[Item, ...], ...]
    root: Element
    bookmarks: tuple[Bookmark, ...]


def lay_out(document: Document, progress: Callable[[float], object] | None = None) -> Layout:
    """Lay out every block; `progress` is called with the share done, from 0 to 1."""
    blocks = with_grown_radars(with_one_title(document), partial(_room_left, document))
    flow, starts = _flowed(document, blocks, progress)
    if early := break_for_the_end(blocks, starts, (len(flow.pages) - 1, flow.y)):
        flow, _ = _flowed(document, blocks, None, early)
    number_contents(flow)
    running = running_items(document, len(flow.pages), flow.bookmarks)
    pages = tuple(coloured((*page, *extra), document.looks) for page, extra in zip(flow.pages, running, strict=True))
    return Layout(pages, flow.root, tuple(flow.bookmarks))


def _room_left(document: Document, blocks: Sequence[Block], first: bool) -> float:
    """The millimetres left on the page of these blocks, the first of the document or another; 0 where it is not one."""
    last = len(blocks) - 1 if blocks and isinstance(blocks[-1], PageBreak) else len(blocks)
    flow, _ = _flowed(document, blocks[:last], None, first=first)
    return flow.room if len(flow.pages) == 1 else 0.0


def _flowed(
    document: Document,
    blocks: Sequence[Block],
    progress: Callable[[float], object] | None,
    early: int = 0,
    *,
    first: bool = True,
) -> tuple[Flow, list[tuple[int, float]]]:
    """The blocks on their pages, with page and height at which each began; a page ends before the block `early`.

    What does not begin with the `first` page of a document has no letterhead, and its headings are what they say.
    """
    flow, starts, reached = Flow(), list[tuple[int, float]](), 0 if first else max(_LEVELS)
    if first:
        lay_letterhead(flow, document)
        first_page_watermark(flow, document)
    for number, block in enumerate(blocks):
        flow.need(space_before(block) + opening(blocks, number))
        if early and number == early and not flow.at_top:
            flow.break_page()
        starts.append((len(flow.pages) - 1, flow.y))
        if isinstance(block, WritingLines) and block.grows and _ends_page(flow, blocks, number, block, reached):
            lay_writing_lines(flow, grown(block, flow.room))
        else:
            reached = _lay(flow, blocks, number, reached)
        if progress:
            progress((number + 1) / len(blocks))
    if flow.at_top and len(flow.pages) > 1 and not flow.pages[-1]:
        flow.pages.pop()
    return flow, starts


def _lay(flow: Flow, blocks: Sequence[Block], number: int, reached: int) -> int:
    """Lay out one block; `reached` and the result are the heading level before and after, so that none is skipped."""
    match blocks[number]:
        case Heading() as block:
            level = _LEVELS[min(block.level, reached + 1)]
            lay_heading(flow, block, level, number > 0 and isinstance(blocks[number - 1], Heading))
            return level
        case Cover() as block:
            level = _LEVELS[2 if reached else 1]
            lay_cover(flow, block, level)
            lay_facts(flow, Facts(block.facts))
            lay_paragraph(flow, Paragraph(block.note))
            return level if heading_level(block) else reached
        case Paragraph() as block:
            lay_paragraph(flow, block)
        case Bullets() as block:
            lay_bullets(flow, block)
        case Facts() as block:
            lay_facts(flow, block)
        case Table() as block:
            lay_table(flow, block)
        case Radar() as block:
            _lay_radar(flow, block)
        case LevelMark() as block:
            box = measure_mark(block, TEXT_WIDTH)
            draw_mark(flow, box, MARGIN, flow.y, flow.root.add("P"))
            flow.y += box.height + PARAGRAPH_GAP
        case Notice() as block:
            lay_notice(flow, block)
        case WritingLines() as block:
            lay_writing_lines(flow, block)
        case TickBoxes() as block:
            lay_tick_boxes(flow, block)
        case PageBreak(together=True):
            if not flow.at_top and not _fits(flow.y, blocks, number, reached):
                flow.break_page()
        case PageBreak(unless_left=share):
            if not flow.at_top and flow.room < share * (BOTTOM - TOP):
                flow.break_page()
        case Contents() as block:
            lay_contents(flow, entries_of(block, blocks[number + 1 :]))
        case unreachable:
            assert_never(unreachable)
    return reached


def _ends_page(flow: Flow, blocks: Sequence[Block], number: int, lines: WritingLines, reached: int) -> bool:
    """Whether nothing stands below these lines on their page: a break follows, and what it holds has no room there."""
    after = blocks[number + 1] if number + 1 < len(blocks) else PageBreak()
    if not isinstance(after, PageBreak):
        return False
    return not after.together or not _fits(flow.y + writing_height(lines) + BLOCK_GAP, blocks, number + 1, reached)


def _fits(y: float, blocks: Sequence[Block], number: int, reached: int) -> bool:
    """Whether all that follows a break, up to the next, stands on one page that is filled down to `y` already."""
    tried = Flow(y=y)
    for following in range(number + 1, len(blocks)):
        if isinstance(blocks[following], PageBreak) or len(tried.pages) > 1:
            break
        tried.need(space_before(blocks[following]) + opening(blocks, following))
        reached = _lay(tried, blocks, following, reached)
    return len(tried.pages) == 1


def _lay_radar(flow: Flow, radar: Radar) -> None:
    """The radar as one figure; its box on the page goes into the structure."""
    drawing = radar_shapes(radar, TEXT_WIDTH)
    top = flow.y
    box = (MARGIN, top, MARGIN + drawing.width, top + drawing.height)
    figure = flow.root.add("Figure", alt=as_metadata(radar.alt) or "Radar", box=box)
    for shape in drawing.shapes:
        flow.paint(moved(shape, MARGIN, top), figure)
    flow.y += drawing.height + BLOCK_GAP
