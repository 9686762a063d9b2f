"""Lines in which two directions meet are set as the Unicode algorithm says; the orders are those of GNU FriBidi."""

import re

import pytest

from sendself.document.blocks import Bullets, Heading, Paragraph, Table
from sendself.document.pdf.directions import stretches
from sendself.document.pdf.render import render_pdf
from tests.document.pdf_reading import body_text, open_pdf, structure
from tests.document.samples import document
from tests.document.structure_checks import complaints

TURNED = str.maketrans("()", ")(")

# Text, whether its paragraph runs from right to left, and its characters from left to right.
KNOWN = [
    ("A حسن (2) B", False, "A (2) نسح B"),
    ("A حسن (2) B", True, "B (2) نسح A"),
    ("He said مرحبا 5 مرات then left", False, "He said تارم 5 ابحرم then left"),
    ("He said שלום (5 שלום) then left", False, "He said (םולש 5) םולש then left"),
    ('Name ليلى "حسن" done', False, 'Name نسح" ىليل" done'),
    ("كل 12.5% (A b) مع", True, "عم (A b) %12.5 لك"),
    ("מה (abc 3) זה", True, "הז (abc 3) המ"),
    ("שנה ٣٤ كل 20/21 x", False, "20/21 لك ٣٤ הנש x"),
    ("كل فصل ", True, " لصف لك"),
    ("no such letter", False, "no such letter"),
]


@pytest.mark.parametrize(("text", "right_to_left", "seen"), KNOWN)
def test_stretches_stand_in_the_order_of_the_unicode_algorithm(text: str, right_to_left: bool, seen: str) -> None:
    """Brackets, digits and words of the other direction are where a reader of the language looks for them."""
    placed = stretches(text, right_to_left)
    letters = [one.text[::-1].translate(TURNED) if one.right_to_left else one.text for one in placed]

    assert "".join(letters) == seen


def test_line_is_painted_in_that_order() -> None:
    """What stands on the page from left to right is what the algorithm says, not what was typed."""
    painted = body_text(render_pdf(document(Heading("T", 1), Paragraph("A حسن (2) B"))))

    assert re.findall(r"A|B|2|حسن", painted.splitlines()[-1]) == ["A", "2", "حسن", "B"]


def test_line_is_read_as_it_was_typed() -> None:
    """Whoever hears the document hears the words in their order, wherever such a line stands."""
    typed = "A حسن (2) B"
    blocks = (Heading(typed, 1), Paragraph(typed), Bullets((typed,)), Table(("x",), ((typed,),)))
    with open_pdf(render_pdf(document(*blocks))) as pdf:
        spans = structure(pdf).all("Span")
        assert [str(span.entry.ActualText).strip() for span in spans] == [typed] * 4
        assert complaints(pdf) == []
