"""The radar as a picture: drawn with our fonts alone, and honest about what they cannot draw."""

import io
from dataclasses import replace

from PIL import Image

from sendself.document.blocks import Paragraph
from sendself.document.images.png import radar_png, unpictured_characters
from tests.document.samples import RADAR, document


def test_radar_is_drawn_with_its_labels() -> None:
    """The picture is as wide as print wants it, the same every time, and another label makes another picture."""
    made = radar_png(RADAR)
    assert Image.open(io.BytesIO(made)).width > 1500
    assert radar_png(RADAR) == made
    assert radar_png(replace(RADAR, axes=("Outcome", *RADAR.axes[1:]))) != made


def test_unpictured_characters_are_those_of_the_radar() -> None:
    """What a picture cannot show is told; the same sign in a text is no matter, since Word has its own fonts."""
    assert unpictured_characters(document(Paragraph("中"))) == ()
    assert unpictured_characters(document(replace(RADAR, axes=("中", *RADAR.axes[1:])))) == ("中",)
