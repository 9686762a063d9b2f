"""A slide: of the shape of slides, its words inside it, sharp enough for a projector."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from sendself.document.images.png import slide_png
from sendself.document.images.slide import Slide, slide_shapes
from sendself.document.looks import Looks
from sendself.document.shapes import Text
from sendself.document.style import ACCENT, ACT
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


def test_slide_has_the_colours_of_the_school() -> None:
    """Title and first line are in the school's own colour, and nothing is left in the usual one; other words stay."""
    looks = Looks(accent=(120, 20, 90))
    usual, own = slide_shapes(SLIDE).shapes, slide_shapes(SLIDE, looks).shapes
    words = {shape.text: shape.style.colour for shape in own if isinstance(shape, Text)}
    strokes = {shape.stroke for shape in own if not isinstance(shape, Text)}

    assert words["Some school"] == looks.accent
    assert words["EXAMPLE: invented"] == ACT
    assert looks.accent in strokes
    assert ACCENT in {shape.stroke for shape in usual if not isinstance(shape, Text)}
    assert ACCENT not in strokes
    assert slide_png(SLIDE, looks) != slide_png(SLIDE)
