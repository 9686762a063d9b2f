"""The head of the first page: logo and name, tagged, in the sender's colour, and nothing moved for them."""

from dataclasses import replace
from io import BytesIO

import docx
import pikepdf
import pytest

from sendself.document.blocks import Cover, Document, Heading, Paragraph
from sendself.document.layout.pages import lay_out
from sendself.document.logo import read_logo
from sendself.document.looks import Looks, tint_of
from sendself.document.pdf.render import render_pdf
from sendself.document.shapes import Box, Painted, Picture, Text
from sendself.document.style import ACCENT, SERIES_COLOURS, TINT
from sendself.document.word.render import render_word
from tests.document.pdf_reading import faults, marked_content, open_pdf, page_texts, structure
from tests.document.pictures import picture
from tests.document.samples import EVERY_BLOCK, RADAR, document
from tests.document.word_reading import paragraphs_of, parts_of

VIOLET = (122, 31, 92)
TRUST = Looks("Ash Valley Learning Trust", VIOLET, read_logo(picture()))
PLAIN = document(*EVERY_BLOCK, watermark="EXAMPLE")


def with_looks(looks: Looks = TRUST, made: Document = PLAIN) -> Document:
    """The document in these looks."""
    return replace(made, looks=looks)


def colours(shape: Painted) -> set[object]:
    """The colours that a shape is painted in."""
    if isinstance(shape, Picture):
        return set()
    return {shape.style.colour} if isinstance(shape, Text) else {shape.fill, shape.stroke}


def test_logo_is_a_figure_that_says_the_name() -> None:
    """The logo and the name come first, before the title; the figure has the name as its alternative text."""
    with open_pdf(render_pdf(with_looks())) as pdf:
        root = structure(pdf)
        figure = root.all("Figure")[0]
        first = [node.tag for node in root.kids[:4]]
        images = pdf.pages[0].images

    assert str(figure.entry.Alt) == "Ash Valley Learning Trust"
    assert first == ["Figure", "P", "P", "H1"]
    assert len(images) == 1


def test_file_with_a_logo_is_sound() -> None:
    """Every stroke is tagged or decoration, no picture is transparent, and the file has no fault."""
    data = render_pdf(with_looks())

    assert faults(data) == []
    assert data == render_pdf(with_looks())
    with open_pdf(data) as pdf:
        assert [marked_content(page)[1] for page in pdf.pages] == [[] for _ in pdf.pages]
        image = next(iter(pdf.pages[0].images.values()))
        assert "/SMask" not in image
        assert (int(image.Width), int(image.Height)) == (300, 100)
        assert image.ColorSpace in (pikepdf.Name.DeviceRGB, pikepdf.Name.DeviceGray) or "/ICCBased" in str(
            image.ColorSpace
        )


def test_looks_move_nothing() -> None:
    """Every page has the words that it has without looks, and the first page the name besides."""
    usual, dressed = page_texts(render_pdf(PLAIN)), page_texts(render_pdf(with_looks()))

    assert len(usual) == len(dressed)
    assert "Ash Valley Learning Trust" in dressed[0]
    assert dressed[1:] == usual[1:]
    assert set(usual[0].split()) <= set(dressed[0].split())


def test_accent_takes_the_place_of_ours() -> None:
    """Band, headings, heads of tables and notices follow; so does the first line of a figure, and no other."""
    pages = lay_out(with_looks()).pages
    in_figures = [item for page in pages for item in page if item.content and item.content.element.tag == "Figure"]
    others = set().union(*(colours(item.shape) for page in pages for item in page if item not in in_figures))

    assert {VIOLET, tint_of(VIOLET)} <= others
    assert not {ACCENT, TINT} & others
    drawn = set().union(*(colours(item.shape) for item in in_figures))
    assert ACCENT not in drawn
    assert {VIOLET, SERIES_COLOURS[1]} <= drawn


@pytest.mark.parametrize(
    "looks", [Looks(accent=VIOLET), Looks("A name"), Looks("Long name of a trust " * 4), replace(TRUST, name="")]
)
@pytest.mark.parametrize("blocks", [(Cover("Title " * 60),), (Heading("Title", 1), Paragraph("Words.")), (RADAR,)])
def test_any_looks_go_with_any_beginning(looks: Looks, blocks: tuple[Cover | Heading | Paragraph, ...]) -> None:
    """With a cover too long for its band, without a cover, without a name: the head stays above the text."""
    made = with_looks(looks, document(*blocks, watermark="EXAMPLE"))
    first = lay_out(made).pages[0]
    head = [item.shape for item in first if isinstance(item.shape, Text) and item.shape.style.colour == looks.accent]

    assert render_word(made).startswith(b"PK")
    assert structure(open_pdf(render_pdf(made))).all("H1")
    assert all(shape.x + shape.width <= 190.5 for shape in head)
    assert bool(looks.name or looks.logo) == any(
        isinstance(item.shape, Box) and (item.shape.x, item.shape.y) == (0, 0) and item.shape.fill == (255, 255, 255)
        for item in first
    )


def test_word_has_logo_name_and_colour() -> None:
    """The logo stands first with the name as its alternative text; headings and heads of tables have the accent."""
    data = render_word(with_looks())
    made = docx.Document(BytesIO(data))
    styles = {name: made.styles[name].font.color.rgb for name in ("Heading 1", "Heading 2", "Table header", "Label")}

    assert paragraphs_of(data)[1] == ("Organisation", "Ash Valley Learning Trust")
    assert made.inline_shapes[0]._inline.docPr.get("descr") == "Ash Valley Learning Trust"
    assert {str(colour) for colour in styles.values()} == {"7A1F5C"}
    assert str(docx.Document(BytesIO(render_word(PLAIN))).styles["Heading 1"].font.color.rgb) == "0B5C6B"
    assert TRUST.logo
    assert TRUST.logo.png in parts_of(data).values()
