"""The pages of a PDF as pictures, to be looked at before it is sent."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2

_ONE_CALLER = Lock()
"""PDFium must not be called from two threads at once, whatever they ask."""
_POINTS_PER_INCH = 72
_DOTS_PER_INCH = 110


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with _opened(pdf) as document:
        return len(document)


def page_picture(pdf: bytes, number: int) -> bytes:
    """One page as PNG. `number` counts from 1. Raises `IndexError` when there is no such page."""
    with _opened(pdf) as document:
        if not 1 <= number <= len(document):
            raise IndexError(f"page {number} of {len(document)}")
        picture = document[number - 1].render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH).to_pil()
    held = io.BytesIO()
    picture.save(held, "PNG", compress_level=1)
    return held.getvalue()


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_CALLER:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
