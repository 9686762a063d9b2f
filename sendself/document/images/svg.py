"""Drawings as SVG, for the screen and for what cannot show PDF graphics."""

from xml.sax.saxutils import escape, quoteattr

from sendself.document.blocks import Radar
from sendself.document.layout.colouring import coloured_drawing
from sendself.document.looks import USUAL, Looks
from sendself.document.radar.drawing import radar_shapes
from sendself.document.shapes import MM_PER_POINT, Box, Colour, Drawing, Path, Shape, Text
from sendself.document.text import as_metadata, shown

_FAMILY = "'Source Sans 3', 'DejaVu Sans', sans-serif"
_PIXELS = 96 / 25.4


def radar_svg(radar: Radar, size: float = 170.0, looks: Looks = USUAL) -> str:
    """The radar as an SVG document `size` millimetres wide, titled with its alternative text."""
    return drawing_svg(coloured_drawing(radar_shapes(radar, size), looks), as_metadata(radar.alt))


def drawing_svg(drawing: Drawing, title: str) -> str:
    """A drawing as an SVG document that counts in millimetres and is shown at 96 pixels to the inch."""
    body = "\n".join(_element(shape) for shape in drawing.shapes)
    size = f'width="{drawing.width * _PIXELS:.1f}" height="{drawing.height * _PIXELS:.1f}"'
    box = f'viewBox="0 0 {drawing.width:g} {drawing.height:.2f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img" aria-label={quoteattr(title)}>\n'
        f"<title>{escape(title)}</title>\n{body}\n</svg>\n"
    )


def _element(shape: Shape) -> str:
    if isinstance(shape, Text):
        weight = {"bold": ' font-weight="700"', "italic": ' font-style="italic"', "regular": ""}[shape.style.weight]
        size = shape.style.size * MM_PER_POINT
        return (
            f'<text x="{shape.x:.2f}" y="{shape.y:.2f}" font-family="{_FAMILY}" font-size="{size:.3f}"{weight} '
            f'fill="{_hex(shape.style.colour)}">{escape(shown(shape.text.rstrip()))}</text>'
        )
    if isinstance(shape, Box):
        place = f'x="{shape.x:.2f}" y="{shape.y:.2f}" width="{shape.width:.2f}" height="{shape.height:.2f}"'
        return f'<rect {place} rx="{shape.radius:g}" {_pens(shape)}/>'
    points = " ".join(f"{x:.2f},{y:.2f}" for x, y in shape.points)
    dash = f' stroke-dasharray="{shape.dash[0]:g} {shape.dash[1]:g}"' if shape.dash else ""
    return f'<{"polygon" if shape.closed else "polyline"} points="{points}" {_pens(shape)}{dash}/>'


def _pens(shape: Box | Path) -> str:
    fill = f'fill="{_hex(shape.fill) if shape.fill else "none"}"'
    return f'{fill} stroke="{_hex(shape.stroke)}" stroke-width="{shape.line_width:g}"' if shape.stroke else fill


def _hex(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
