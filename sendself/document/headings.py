"""Which headings a document has: one title before any other, none without words, and what its contents list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sendself.document.blocks import Block, Contents, Cover, Document, Heading
from sendself.document.text import paragraphs


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as the contents name it; `place` is its number among all headings that follow the contents."""

    text: str
    chapter: bool
    place: int


def with_one_title(document: Document) -> tuple[Block, ...]:
    """The blocks with one heading of level 1, before any other; the document's title where they do not begin so."""
    blocks = tuple(block for block in document.blocks if not isinstance(block, Heading) or heading_level(block))
    first = next((number for number, block in enumerate(blocks) if heading_level(block)), None)
    if first is None or heading_level(blocks[first]) != 1:
        title = Heading(document.title if paragraphs(document.title) else "Document", 1)
        return (title, *map(_stepped_down, blocks))
    return (*blocks[: first + 1], *map(_stepped_down, blocks[first + 1 :]))


def heading_level(block: Block) -> int:
    """The level of a heading that has something to say, 1 for a cover with a title, 0 for anything else."""
    if isinstance(block, Cover):
        return 1 if paragraphs(block.title) else 0
    if isinstance(block, Heading):
        return block.level if heading_text(block) else 0
    return 0


def heading_text(heading: Heading) -> str:
    """What a heading says on one line: its words, or its mark's where it has none."""
    words = paragraphs(heading.text) or (paragraphs(heading.mark.text) if heading.mark else [])
    return " ".join(words)


def entries_of(contents: Contents, following: Sequence[Block]) -> list[Entry]:
    """What the contents list of the blocks that follow them."""
    headings = [block for block in following if heading_level(block)]
    return [
        Entry(" ".join(paragraphs(block.title)) if isinstance(block, Cover) else heading_text(block), level <= 2, place)
        for place, block in enumerate(headings)
        if isinstance(block, Heading | Cover) and (level := heading_level(block)) <= contents.deepest
    ]


def _stepped_down(block: Block) -> Block:
    return replace(block, level=2) if isinstance(block, Heading) and block.level == 1 else block
