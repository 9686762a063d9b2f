"""The radar as a picture, for what cannot show drawings."""

import resvg_py

from sendself.document.blocks import Document, Radar
from sendself.document.fonts import BOLD, FALLBACK, FALLBACK_BOLD, ITALIC, REGULAR
from sendself.document.images.slide import Slide, slide_shapes
from sendself.document.images.svg import drawing_svg, radar_svg
from sendself.document.looks import USUAL, Looks
from sendself.document.printable import printed_texts
from sendself.document.text import as_metadata, missing_characters

# The SVG counts 96 pixels to the inch; printed on paper a picture wants about 240.
_ZOOM = 2.5
_SLIDE_ZOOM = 3.0
_FONTS = [str(face.path) for face in (REGULAR, BOLD, ITALIC, FALLBACK, FALLBACK_BOLD)]


def radar_png(radar: Radar, size: float = 170.0, looks: Looks = USUAL) -> bytes:
    """The radar as PNG on white, to be shown `size` millimetres wide. The same radar gives the same bytes."""
    return _png(radar_svg(radar, size, looks), _ZOOM)


def slide_png(slide: Slide, looks: Looks = USUAL) -> bytes:
    """A slide as PNG on white, sharp on any projector. The same slide and looks give the same bytes."""
    return _png(drawing_svg(slide_shapes(slide, looks), as_metadata(slide.radar.alt)), _SLIDE_ZOOM)


def unpictured_characters(document: Document) -> tuple[str, ...]:
    """The characters that its pictures show as the replacement sign, each once; other text needs none of our fonts."""
    texts = [text for block in document.blocks if isinstance(block, Radar) for text in printed_texts(block)]
    return missing_characters("\n".join(texts))


def _png(svg: str, zoom: float) -> bytes:
    return resvg_py.svg_to_bytes(
        svg_string=svg, zoom=zoom, background="#ffffff", skip_system_fonts=True, font_files=_FONTS
    )
