"""Read the words of a document from its blocks."""

from collections.abc import Iterator
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
    cell_text,
)


def words_of(blocks: tuple[Block, ...]) -> str:
    """Everything that is said, one line for each piece of text, with each run of white space as one space."""
    return "\n".join(" ".join(text.split()) for block in blocks for text in _texts(block))


def pages_of(document: Document) -> list[tuple[Block, ...]]:
    """The blocks between page breaks."""
    pages = list[list[Block]]([[]])
    for block in document.blocks:
        if isinstance(block, PageBreak):
            pages.append([])
        else:
            pages[-1].append(block)
    return [tuple(page) for page in pages]


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text, mark=mark):
            yield f"{text} [{mark.text}]" if mark else text
        case Paragraph(text=text):
            yield text
        case Bullets(items=items) | TickBoxes(options=items):
            yield from items
        case Facts(rows=rows):
            yield from (": ".join(row) for row in rows)
        case Table():
            yield block.caption
            yield from (" | ".join(map(cell_text, row)) for row in (block.header, *block.rows))
        case Radar(alt=alt):
            yield alt
        case LevelMark():
            yield block.text
        case Notice(title=title, text=text):
            yield from (title, text)
        case Cover():
            yield from (block.title, block.subtitle, *(": ".join(fact) for fact in block.facts), block.note)
        case WritingLines(labels=labels):
            yield from labels
        case PageBreak() | Contents():
            return
        case _:
            assert_never(block)
