"""What is printed to be filled in by hand."""

from datetime import date

from sendself.document.blocks import Block, Document

# A form belongs to a rubric and not to a day; the PDF needs one, and the same form must give the same file.
_MADE_ON = date(2026, 11, 23)


def paper_document(title: str, blocks: tuple[Block, ...]) -> Document:
    """A document of these blocks that belongs to no school and no day."""
    return Document(title=title, subject=title, author="sendself", made_on=_MADE_ON, running_title=title, blocks=blocks)
