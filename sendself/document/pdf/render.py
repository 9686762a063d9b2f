"""A document as PDF: PDF/A-3A and PDF/UA-1, with its attachment inside.

`layout` decides where everything stands; this module paints it with fpdf2, page by page, and `tagging` gives it its
structure. The same document always gives the same bytes.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, time
from io import BytesIO
from itertools import groupby

from sendself.document.blocks import Document
from sendself.document.layout.flow import Item
from sendself.document.layout.pages import Layout, lay_out
from sendself.document.pdf.tagging import TaggedPdf, add_structure
from sendself.document.pdf.writing import paint_text
from sendself.document.pdf.xmp import xmp_packet
from sendself.document.printable import unprintable_characters
from sendself.document.shapes import Box, Path, Picture, Text
from sendself.document.text import as_metadata

__all__ = ["render_pdf", "unprintable_characters"]

# Missing glyphs are replaced before painting, so fpdf2 and fontTools have nothing to say that anyone could act on.
logging.getLogger("fpdf").setLevel(logging.ERROR)
logging.getLogger("fontTools").setLevel(logging.ERROR)

Progress = Callable[[float], object]

_CREATOR = "sendself"
_PRODUCER = "fpdf2"
_LAYOUT_SHARE, _PAINT_SHARE = 0.4, 0.8


def render_pdf(document: Document, progress: Progress | None = None) -> bytes:
    """The document as PDF bytes; `progress` is called with the share done, rising to 1."""
    report = progress or (lambda share: None)
    layout = lay_out(document, lambda share: report(share * _LAYOUT_SHARE))
    pdf = _new_pdf(document)
    for number, page in enumerate(layout.pages):
        pdf.add_blank_page()
        _add_bookmarks(pdf, layout, number)
        _paint_page(pdf, page)
        report(_LAYOUT_SHARE + (_PAINT_SHARE - _LAYOUT_SHARE) * (number + 1) / len(layout.pages))
    language = as_metadata(document.language) or "en-GB"
    data = add_structure(pdf.written(), layout.root, language, _xmp(document), _info(document))
    report(1.0)
    return data


def _title(document: Document) -> str:
    return as_metadata(document.title) or as_metadata(document.running_title) or "Document"


def _new_pdf(document: Document) -> TaggedPdf:
    pdf = TaggedPdf()
    made = datetime.combine(document.made_on, time(), UTC)
    pdf.set_auto_page_break(False)
    pdf.c_margin = 0
    pdf.creation_date = made
    if document.attachment:
        pdf.embed_file(
            bytes=document.attachment.data, basename=document.attachment.name,
            mime_type=document.attachment.mime_type, desc=as_metadata(document.attachment.description),
            associated_file_relationship="Source", creation_date=made, modification_date=made, compress=True,
        )  # fmt: skip
    return pdf


def _xmp(document: Document) -> bytes:
    return xmp_packet(
        title=_title(document), author=as_metadata(document.author), subject=as_metadata(document.subject),
        language=as_metadata(document.language) or "en-GB", made_on=document.made_on,
        creator=_CREATOR, producer=_PRODUCER,
    )  # fmt: skip


def _info(document: Document) -> dict[str, str]:
    made = f"D:{document.made_on:%Y%m%d}000000Z"
    return {
        "Title": _title(document), "Author": as_metadata(document.author), "Subject": as_metadata(document.subject),
        "Creator": _CREATOR, "Producer": _PRODUCER, "CreationDate": made, "ModDate": made,
    }  # fmt: skip


def _add_bookmarks(pdf: TaggedPdf, layout: Layout, page: int) -> None:
    """Outline entries of one page: title and chapters at the top level, sections below their chapter."""
    for bookmark in layout.bookmarks:
        if bookmark.page == page:
            pdf.set_y(bookmark.y)
            pdf.start_section(as_metadata(bookmark.text), max(bookmark.level - 2, 0), strict=False)


def _paint_page(pdf: TaggedPdf, items: tuple[Item, ...]) -> None:
    """Paint neighbouring items that belong together inside one stretch of marked content."""
    for (content, artifact), group in groupby(items, key=lambda item: (item.content, item.artifact)):
        with pdf.content(content) if content else pdf.artifact(artifact):
            for item in group:
                _paint(pdf, item)


def _paint(pdf: TaggedPdf, item: Item) -> None:
    shape = item.shape
    if isinstance(shape, Text):
        paint_text(pdf, shape)
    elif isinstance(shape, Box):
        _paint_box(pdf, shape)
    elif isinstance(shape, Picture):
        pdf.image(BytesIO(shape.png), shape.x, shape.y, shape.width, shape.height)
    else:
        _paint_path(pdf, shape)


def _paint_box(pdf: TaggedPdf, box: Box) -> None:
    style = _pens(pdf, box)
    rounded = box.radius > 0
    pdf.rect(
        box.x, box.y, box.width, box.height, style=style, round_corners=rounded,
        corner_radius=min(box.radius, box.height / 2, box.width / 2),
    )  # fmt: skip


def _paint_path(pdf: TaggedPdf, path: Path) -> None:
    style = _pens(pdf, path)
    if path.dash:
        pdf.set_dash_pattern(*path.dash)
    pdf.polyline(path.points, style=style, polygon=path.closed)
    if path.dash:
        pdf.set_dash_pattern()


def _pens(pdf: TaggedPdf, shape: Box | Path) -> str:
    """Set colours and line width, and say whether to fill, to stroke, or both."""
    if shape.fill:
        pdf.set_fill_color(*shape.fill)
    if shape.stroke:
        pdf.set_draw_color(*shape.stroke)
        pdf.set_line_width(shape.line_width)
    return ("D" if shape.stroke else "") + ("F" if shape.fill else "")
