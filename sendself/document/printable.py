"""Which characters of a document its fonts cannot print."""

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
from sendself.document.listed import said_by
from sendself.document.text import missing_characters


def unprintable_characters(document: Document) -> tuple[str, ...]:
    """The characters that are printed as the replacement sign, each once, in the order in which they appear.

    Half of a surrogate pair, which is no character, is given as U+FFFD. Invisible controls are left out of the print
    and not counted.
    """
    texts = [document.looks.name, document.watermark, document.running_title, document.title]
    for block in document.blocks:
        texts.extend(printed_texts(block))
    return missing_characters("\n".join(texts))


def printed_texts(block: Block) -> Iterator[str]:
    """Every text of a block that is printed, in reading order; contents say what the headings say themselves.

    Of a list that somebody typed the items, without their signs.
    """
    match block:
        case Heading(text=text, mark=mark):
            yield from (text, mark.text if mark else "")
        case Paragraph(text=text):
            yield from said_by(text)
        case Bullets(items=texts) | TickBoxes(options=texts):
            yield from texts
        case Facts(rows=rows):
            yield from (text for row in rows for text in row)
        case Table():
            yield block.caption
            yield from (cell_text(cell) for row in (block.header, *block.rows) for cell in row)
        case Radar(axes=axes, rings=rings, series=series):
            yield from (*axes, *(one.name for one in series), *rings)
        case LevelMark():
            yield block.text
        case Notice(title=title, text=text):
            yield from (title, text)
        case Cover():
            yield from (block.title, block.subtitle, *(text for row in block.facts for text in row), block.note)
        case WritingLines(labels=texts):
            yield from texts
        case PageBreak() | Contents():
            return
        case _:
            assert_never(block)
