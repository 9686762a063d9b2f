"""What stays together: how much of a block, and of what follows it, a page must hold before the block begins there."""

from collections.abc import Sequence
from typing import assert_never

from sendself.document.blocks import (
    Block,
    Bullets,
    Contents,
    Cover,
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
from sendself.document.headings import entries_of
from sendself.document.layout.contents import contents_opening
from sendself.document.layout.forms import writing_height
from sendself.document.layout.lists import bullets_opening, items_opening
from sendself.document.layout.prose import NOTE_INDENT, heading_height, notice_height
from sendself.document.layout.tables import facts_opening, table_opening
from sendself.document.lines import fill
from sendself.document.listed import TypedList, begins_with_list, parts
from sendself.document.radar.drawing import radar_shapes
from sendself.document.shapes import TextStyle
from sendself.document.style import BODY, BOTTOM, PARAGRAPH_GAP, PARAGRAPH_STYLES, SPACE_ABOVE_HEADING, TEXT_WIDTH, TOP
from sendself.document.text import paragraphs

# A paragraph of more lines may end a page without what follows it; so many letters of it are looked at.
_LEADING_LINES, _LOOKED_AT = 4, 400
# The shares of a page that the last one holds at least, and that are left on the one before it to see to that.
_LEAST_LAST, _LEAST_BEFORE = 0.15, 0.5


def opening(blocks: Sequence[Block], number: int) -> float:
    """The height that a block needs where it begins: what leads to something takes the beginning of that along."""
    if number >= len(blocks):
        return 0.0
    match blocks[number]:
        case Heading() as block:
            space = sum(map(space_before, blocks[number + 1 : number + 2]))
            return heading_height(block) + space + opening(blocks, number + 1)
        case Paragraph() as block:
            style = PARAGRAPH_STYLES[block.style]
            if begins_with_list(block.text):
                return _list_opening(block, style)
            lines = len(fill(block.text[:_LOOKED_AT], style, TEXT_WIDTH))
            if lines <= _LEADING_LINES and leads_on(blocks, number):
                return lines * style.leading + PARAGRAPH_GAP + opening(blocks, number + 1)
            return min(lines, 2 if block.style == "small" else 3) * style.leading
        case Table() as block:
            return table_opening(block)
        case Facts() as block:
            return facts_opening(block)
        case Bullets() as block:
            return bullets_opening(block)
        case Radar() as block:
            return radar_shapes(block, TEXT_WIDTH).height
        case Notice() as block:
            return min(notice_height(block) + 2, 80.0)
        case WritingLines() as block:
            return writing_height(block)
        case Contents() as block:
            return contents_opening(entries_of(block, blocks[number + 1 :]))
        case TickBoxes() | LevelMark():
            return 2 * BODY.leading + 3
        case Cover() | PageBreak():
            return 0.0
        case unreachable:
            assert_never(unreachable)


def _list_opening(paragraph: Paragraph, style: TextStyle) -> float:
    first = parts(paragraphs(paragraph.text))[0]
    assert isinstance(first, TypedList)
    indent = NOTE_INDENT if paragraph.style == "note" else 0.0
    return items_opening(first, style, TEXT_WIDTH - indent)


def space_before(block: Block) -> float:
    """The white above a heading, which the page must have room for too."""
    return SPACE_ABOVE_HEADING[block.look] if isinstance(block, Heading) else 0.0


def leads_on(blocks: Sequence[Block], number: int) -> bool:
    """Whether a block says what the next one is, so that no page ends between them."""
    block, after = blocks[number], blocks[number + 1] if number + 1 < len(blocks) else None
    if after is None or isinstance(after, Heading | PageBreak | Cover | Contents | Notice):
        return isinstance(block, Heading)
    if isinstance(block, Paragraph):
        # What a theme is stays with the first words about it; one text leads to another only where it looks different.
        if isinstance(after, Paragraph):
            return block.style in ("label", "lead", "note") and after.style != block.style
        return True
    return isinstance(block, Heading)


def break_for_the_end(blocks: Sequence[Block], starts: Sequence[tuple[int, float]], end: tuple[int, float]) -> int:
    """The block before which a page should end so that the last one is not almost empty; 0 where none is.

    `starts` are page and height at which each block began, `end` those at which the last one ended. A little is
    moved: the last section where that is enough, else the last block.
    """
    height = BOTTOM - TOP
    page, y = end
    if page == 0 or y - TOP >= _LEAST_LAST * height:
        return 0
    enough = [
        number
        for number, (begun, top) in enumerate(starts)
        if begun == page - 1
        and top - TOP >= _LEAST_BEFORE * height
        and (BOTTOM - top) + (y - TOP) >= _LEAST_LAST * height
        and not leads_on(blocks, number - 1)
    ]
    sections = [number for number in enough if isinstance(blocks[number], Heading)]
    return max(sections or enough, default=0)
