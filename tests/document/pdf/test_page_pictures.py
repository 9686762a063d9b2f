"""Pages as pictures: every page, at its size, whoever else asks at the same time."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from sendself.document.blocks import Heading, PageBreak
from sendself.document.pdf.page_pictures import page_count, page_picture
from sendself.document.pdf.render import render_pdf
from tests.document.samples import document


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Two pages, the second with nothing on it but a heading."""
    return render_pdf(document(Heading("First", 1), PageBreak(), Heading("Second", 2)))


def test_page_is_a_picture_of_an_a4_sheet(pdf: bytes) -> None:
    """Upright, in the proportion of the paper, with something dark on it."""
    picture = Image.open(io.BytesIO(page_picture(pdf, 1)))
    assert picture.format == "PNG"
    assert picture.height / picture.width == pytest.approx(297 / 210, abs=0.01)
    greys = picture.convert("L").tobytes()
    assert min(greys) < 128 < 250 < max(greys)


def test_every_page_has_its_own_picture(pdf: bytes) -> None:
    """They are counted from one, and there is none before or after."""
    assert page_count(pdf) == 2
    assert page_picture(pdf, 1) != page_picture(pdf, 2)
    for number in (0, 3):
        with pytest.raises(IndexError, match=f"page {number} of 2"):
            page_picture(pdf, number)


def test_many_may_ask_at_once(pdf: bytes) -> None:
    """Several people look at their reports at the same time; each gets her page."""
    wanted = [page_picture(pdf, number) for number in (1, 2)] * 8
    with ThreadPoolExecutor(8) as people:
        assert list(people.map(lambda number: page_picture(pdf, number), [1, 2] * 8)) == wanted
