"""A line of text painted in its place: run by run by font, and in its order where letters run from right to left."""

from dataclasses import replace

from sendself.document.fonts import Face, runs_by_face, runs_to_shape, text_width
from sendself.document.pdf.directions import Stretch, stretches
from sendself.document.pdf.tagging import TaggedPdf
from sendself.document.shapes import MM_PER_POINT, Text
from sendself.document.text import needs_shaping, shown


def paint_text(pdf: TaggedPdf, text: Text) -> None:
    """Paint a line where it stands, with a sign for each character that no font has."""
    text = replace(text, text=shown(text.text))
    pdf.set_text_color(*text.style.colour)
    if needs_shaping(text.text):
        _paint_in_order(pdf, text)
    else:
        _paint_left_to_right(pdf, text.text, text, text.x)


def _paint_in_order(pdf: TaggedPdf, text: Text) -> None:
    placed = [(one, _width(pdf, one, text)) for one in stretches(text.text.rstrip(" "), text.right_to_left)]
    x = text.x + (text.width - sum(width for _, width in placed) if text.right_to_left else 0)
    for one, width in placed:
        paint = _paint_right_to_left if one.right_to_left else _paint_left_to_right
        paint(pdf, one.text, text, x)
        x += width


def _width(pdf: TaggedPdf, stretch: Stretch, text: Text) -> float:
    if not stretch.right_to_left:
        return text_width(stretch.text, text.style)
    return sum(_shaped_width(pdf, run.face, run.text, text) for run in runs_to_shape(stretch.text, text.style.weight))


def _shaped_width(pdf: TaggedPdf, face: Face, words: str, text: Text) -> float:
    _use(pdf, face, text.style.size)
    pdf.set_text_shaping(True, direction="rtl")
    width = pdf.get_string_width(words)
    pdf.set_text_shaping(False)
    return width


def _paint_left_to_right(pdf: TaggedPdf, words: str, text: Text, x: float) -> None:
    unit = text.style.size * MM_PER_POINT / 1000
    for run in runs_by_face(words, text.style.weight):
        _use(pdf, run.face, text.style.size)
        pdf.text(x + run.right * unit, text.y - run.up * unit, run.text)
        x += text_width(run.text, text.style)


def _paint_right_to_left(pdf: TaggedPdf, words: str, text: Text, x: float) -> None:
    """Letters are joined, and brackets turned, by the shaper; the last run stands first."""
    height = text.style.size * MM_PER_POINT
    for run in reversed(runs_to_shape(words, text.style.weight)):
        width = _shaped_width(pdf, run.face, run.text, text)
        # fpdf2 sets the baseline of a cell 0.8 of the font size below its top when the cell is one font size high.
        pdf.set_xy(x, text.y - 0.8 * height)
        pdf.set_text_shaping(True, direction="rtl")
        pdf.cell(width, height, run.text)
        pdf.set_text_shaping(False)
        # It chose the font between q and Q, which undoes it, and takes it for set: text after it would not be shown.
        pdf.current_font_is_set_on_page = False
        x += width


def _use(pdf: TaggedPdf, face: Face, size: float) -> None:
    """Choose a font; one that a document does not use is not embedded."""
    if face.family.lower() + face.emphasis not in pdf.fonts:
        pdf.add_font(face.family, face.emphasis, face.path)
    pdf.set_font(face.family, face.emphasis, size)
