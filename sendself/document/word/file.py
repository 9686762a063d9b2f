"""What a Word file says of itself, at the top and foot of its pages, and how it is packed."""

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as Docx

from sendself.document.blocks import Document
from sendself.document.fonts import text_width
from sendself.document.layout.running import running_line
from sendself.document.style import TEXT_WIDTH, WATERMARK
from sendself.document.text import as_metadata
from sendself.document.word.xml import add_field, lines

# Millimetres between the running title and a mark at its right.
_BESIDE_MARK = 12.0


def set_properties(docx: Docx, document: Document) -> None:
    """Title, subject, author and day; nothing of the computer that it is made on."""
    about, made = docx.core_properties, datetime.combine(document.made_on, time())
    about.title = (as_metadata(document.title) or as_metadata(document.running_title) or "Document")[:255]
    about.subject, about.author = as_metadata(document.subject)[:255], as_metadata(document.author)[:255]
    about.last_modified_by, about.comments, about.revision = about.author, "", 1
    about.language = as_metadata(document.language) or "en-GB"
    about.created = about.modified = made


def set_running_lines(docx: Docx, document: Document) -> None:
    """Header from the second page on; on every page its number."""
    section = docx.sections[0]
    section.different_first_page_header_footer = True
    mark = " ".join(lines(document.watermark))
    # The font of Word is a little narrower than ours, which it is measured in.
    space = TEXT_WIDTH - (text_width(mark, WATERMARK) + _BESIDE_MARK if mark else 0)
    title = running_line(" ".join(lines(document.running_title)), "", space).text
    section.header.paragraphs[0].text = "\t".join(part for part in (title, mark) if part)
    section.first_page_header.paragraphs[0].text = "\t".join(["", *lines(document.watermark)])
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.text = "\tPage "
        add_field(paragraph, "PAGE")
        paragraph.add_run(" of ")
        add_field(paragraph, "NUMPAGES")


def packed(docx: Docx) -> bytes:
    """The file with its parts in their order and without the time at which it was made."""
    loose, packed = BytesIO(), BytesIO()
    docx.save(loose)
    with ZipFile(loose) as given, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in _in_order(given.namelist()):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, given.read(name))
    return packed.getvalue()


def _in_order(names: list[str]) -> Iterator[str]:
    """The list of contents first, as readers expect."""
    yield from sorted(names, key=lambda name: (name != "[Content_Types].xml", not name.startswith("_rels"), name))
