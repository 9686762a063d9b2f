"""A slide: of the shape of slides, its words inside it, sharp enough for a projector."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from sendself.document.images.png import slide_png
from sendself.document.images.slide import Slide, slide_shapes
from sendself.document.shapes import Text
from tests.document.samples import RADAR

SLIDE = Slide(RADAR, "Some school", "Self-evaluation, 20 November 2026", "EXAMPLE: invented")
LONG = "A name that goes on and on " * 12


@pytest.mark.parametrize("slide", [SLIDE, replace(SLIDE, title=LONG), replace(SLIDE, note="", subtitle="")])
def test_words_stand_on_a_slide_of_16_by_9(slide: Slide) -> None:
    """Every word is on the sheet, and the head stands above the labels of the radar."""
    drawing = slide_shapes(slide)
    texts = [shape for shape in drawing.shapes if isinstance(shape, Text)]

    assert drawing.width / drawing.height == pytest.approx(16 / 9)
    assert all(text.x >= 0 and text.x + text.width <= drawing.width for text in texts)
    assert all(0 < text.y < drawing.height for text in texts)
    head = [text.y for text in texts if text.x == texts[0].x]
    labels = [text.y for text in texts if text.text.strip() in RADAR.axes]
    assert labels
    assert max(head) < min(labels)


def test_picture_is_white_wide_and_always_the_same() -> None:
    """At least 1600 pixels wide, white at its edge; the same slide gives the same bytes, another title another."""
    made = slide_png(SLIDE)
    image = Image.open(io.BytesIO(made))

    assert image.width >= 1600
    assert image.getpixel((0, 0)) == (255, 255, 255, 255)
    assert slide_png(SLIDE) == made
    assert slide_png(replace(SLIDE, title="Another school")) != made
