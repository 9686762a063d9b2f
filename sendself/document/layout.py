"""A document laid out: pages of shapes, the structure tree that owns them, and the bookmarks. No PDF yet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
from sendself.document.colouring import coloured
from sendself.document.contents import contents_opening, lay_contents, number_contents
from sendself.document.flow import Bookmark, Flow, Item
from sendself.document.forms import LINE_DISTANCE, lay_tick_boxes, lay_writing_lines
from sendself.document.headings import entries_of, heading_level, with_one_title
from sendself.document.letterhead import lay_letterhead
from sendself.document.marks import draw_mark, measure_mark
from sendself.document.prose import (
    HeadingLevel,
    heading_height,
    lay_bullets,
    lay_cover,
    lay_heading,
    lay_notice,
    lay_paragraph,
    notice_height,
)
from sendself.document.radar import radar_shapes
from sendself.document.running import first_page_watermark, running_items
from sendself.document.shapes import moved
from sendself.document.structure import Element
from sendself.document.style import (
    BLOCK_GAP,
    BODY,
    BOTTOM,
    MARGIN,
    PARAGRAPH_GAP,
    PARAGRAPH_STYLES,
    SPACE_ABOVE_HEADING,
    TEXT_WIDTH,
    TOP,
)
from sendself.document.tables import lay_facts, lay_table, table_opening
from sendself.document.text import as_metadata, fill

_LEVELS: dict[int, HeadingLevel] = {1: 1, 2: 2, 3: 3}
_LOOKED_AT = 400
_LEADING_LINES = 4
"""A note of more lines may stand at the foot of a page without what follows; so many letters of it are looked at."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Every page's items in reading order, with the structure that their content belongs to."""

    pages: tuple[tuple[Item, ...], ...]
    root: Element
    bookmarks: tuple[Bookmark, ...]


def lay_out(document: Document, progress: Callable[[float], object] | None = None) -> Layout:
    """Lay out every block; `progress` is called with the share done, from 0 to 1."""
    flow = Flow()
    lay_letterhead(flow, document)
    first_page_watermark(flow, document)
    blocks = with_one_title(document)
    reached = 0
    for number, block in enumerate(blocks):
        flow.need(_space_before(block) + _opening(blocks, number))
        reached = _lay(flow, blocks, number, reached)
        if progress:
            progress((number + 1) / len(blocks))
    if flow.at_top and len(flow.pages) > 1 and not flow.pages[-1]:
        flow.pages.pop()
    number_contents(flow)
    running = running_items(document, len(flow.pages))
    pages = tuple(coloured((*page, *extra), document.looks) for page, extra in zip(flow.pages, running, strict=True))
    return Layout(pages, flow.root, tuple(flow.bookmarks))


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
        case PageBreak(unless_left=share):
            if not flow.at_top and flow.room < share * (BOTTOM - TOP):
                flow.break_page()
        case Contents() as block:
            lay_contents(flow, entries_of(block, blocks[number + 1 :]))
        case unreachable:
            assert_never(unreachable)
    return reached


def _lay_radar(flow: Flow, radar: Radar) -> None:
    """The radar as one figure; its box on the page goes into the structure."""
    drawing = radar_shapes(radar, TEXT_WIDTH)
    top = flow.y
    box = (MARGIN, top, MARGIN + drawing.width, top + drawing.height)
    figure = flow.root.add("Figure", alt=as_metadata(radar.alt) or "Radar", box=box)
    for shape in drawing.shapes:
        flow.paint(moved(shape, MARGIN, top), figure)
    flow.y += drawing.height + BLOCK_GAP


def _space_before(block: Block) -> float:
    return SPACE_ABOVE_HEADING[block.level] if isinstance(block, Heading) else 0.0


def _opening(blocks: Sequence[Block], number: int) -> float:
    """The height that a block needs where it begins: headings and labels take the beginning of what follows along."""
    if number >= len(blocks):
        return 0.0
    match blocks[number]:
        case Heading() as block:
            return heading_height(block) + _opening(blocks, number + 1)
        case Paragraph(style="label") as block:
            style = PARAGRAPH_STYLES["label"]
            return len(fill(block.text, style, TEXT_WIDTH)) * style.leading + 2 + _opening(blocks, number + 1)
        case Paragraph() as block:
            style = PARAGRAPH_STYLES[block.style]
            lines = len(fill(block.text[:_LOOKED_AT], style, TEXT_WIDTH))
            # What a theme is and what its level means stay with the first words about it.
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            leads_on = isinstance(after, Paragraph) and block.style in ("note", "small") and after.style != block.style
            if leads_on and lines <= _LEADING_LINES:
                return lines * style.leading + PARAGRAPH_GAP + _opening(blocks, number + 1)
            return min(lines, 3) * style.leading
        case Table() as block:
            return table_opening(block)
        case Radar() as block:
            return radar_shapes(block, TEXT_WIDTH).height
        case Notice() as block:
            return min(notice_height(block) + 2, 80.0)
        case WritingLines() as block:
            return min(block.count, 3) * LINE_DISTANCE
        case Contents() as block:
            return contents_opening(entries_of(block, blocks[number + 1 :]))
        case Bullets() | Facts() | TickBoxes() | LevelMark():
            return 2 * BODY.leading + 3
        case Cover() | PageBreak():
            return 0.0
        case unreachable:
            assert_never(unreachable)
