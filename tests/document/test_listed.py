"""Lists that somebody typed: which lines make one, and that they are real lists in PDF and Word."""

import pytest

from sendself.document.blocks import Heading, Paragraph
from sendself.document.layout.pages import lay_out
from sendself.document.listed import TypedList, begins_with_list, parts, said_by
from sendself.document.pdf.render import render_pdf
from sendself.document.printable import printed_texts
from sendself.document.word.render import render_word
from tests.document import structure_checks as checks
from tests.document.pdf_reading import body_text, open_pdf, structure
from tests.document.samples import document
from tests.document.word_reading import W, body_of, paragraphs_of, part
from tests.report.page_faults import page_faults

NOTE = (
    "We did this:\n- asked pupils\n* asked parents\n• wrote it down\n\nThen:\n1. began\n2. looked again\nThat helped."
)


def test_neighbouring_lines_with_signs_are_one_list() -> None:
    """Signs may differ within a list; numbers make another list than signs; the other lines stay paragraphs."""
    assert parts(NOTE.replace("\n\n", "\n").split("\n")) == [
        "We did this:",
        TypedList(("asked pupils", "asked parents", "wrote it down")),
        "Then:",
        TypedList(("began", "looked again"), 1),
        "That helped.",
    ]


@pytest.mark.parametrize(
    "line", ["-5 pupils", "**Bold**", "2026. That was the year", "1.5 hours", "- ", "1.", "A - B", "-", "• ", "100. x"]
)
def test_other_lines_are_no_list(line: str) -> None:
    """A sign needs a space and words after it, and a number that no year has."""
    assert parts([line]) == [line]


def test_numbers_that_do_not_count_up_keep_what_they_say() -> None:
    """No number is changed: where one is left out another list begins with the number that was typed."""
    assert parts(["1. a", "1. b", "3. c", "4. d"]) == [
        TypedList(("a",), 1),
        TypedList(("b",), 1),
        TypedList(("c", "d"), 3),
    ]


def test_text_says_its_items_without_signs_and_all_else_as_typed() -> None:
    """A sign that was typed after what nobody sees is one too, and characters without a glyph stay what they are."""
    assert list(said_by("a - b\n5.5")) == ["a - b\n5.5"]
    assert list(said_by("x:\r\n\u200b- 中 a\n 2. b")) == ["x:", " 中 a", " b"]


def test_text_begins_with_a_list_where_its_first_words_do() -> None:
    """Empty lines before it do not count."""
    assert begins_with_list("\n\n - a\nb")
    assert not begins_with_list("a\n- b")
    assert not begins_with_list("")


def test_list_in_a_note_is_a_list_in_the_structure() -> None:
    """Paragraphs and lists follow each other as typed; each item has its label and its body."""
    with open_pdf(render_pdf(document(Heading("Title", 1), Paragraph(NOTE, "note")))) as pdf:
        assert checks.complaints(pdf) == []
        assert [node.tag for node in structure(pdf).kids] == ["H1", "P", "L", "P", "L", "P"]
        bullets, numbers = structure(pdf).all("L")
        assert str(bullets.entry.A.ListNumbering) == "/Disc"
        assert str(numbers.entry.A.ListNumbering) == "/Decimal"
        assert [[kid.tag for kid in item.kids] for item in bullets.kids] == [["Lbl", "LBody"]] * 3


def test_items_are_printed_with_signs_of_one_kind() -> None:
    """Bullets are bullets whatever was typed; numbers are those that were typed."""
    lines = body_text(render_pdf(document(Paragraph(f"{NOTE}\n7. seven")))).splitlines()[1:]
    assert lines == [
        "We did this:",
        "• asked pupils",
        "• asked parents",
        "• wrote it down",
        "Then:",
        "1. began",
        "2. looked again",
        "That helped.",
        "7. seven",
    ]


def test_list_in_a_note_is_a_list_in_word() -> None:
    """Running text becomes list styles; small print keeps its look and is numbered from the number that was typed."""
    data = render_word(document(Heading("Title", 1), Paragraph(NOTE), Paragraph("7. a\n8. b\n- c", "small")))
    assert [one for one in paragraphs_of(data) if one[1]][1:] == [
        ("Normal", "We did this:"),
        ("ListBullet", "asked pupils"),
        ("ListBullet", "asked parents"),
        ("ListBullet", "wrote it down"),
        ("Normal", "Then:"),
        ("ListNumber", "began"),
        ("ListNumber", "looked again"),
        ("Normal", "That helped."),
        ("Smallprint", "a"),
        ("Smallprint", "b"),
        ("Smallprint", "c"),
    ]
    small = [one for one in body_of(data).iter(f"{W}p") if one.find(f"{W}pPr/{W}numPr") is not None][-3:]
    numbers = [one.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for one in small]
    assert numbers[0] == numbers[1] != numbers[2]
    known = {one.get(f"{W}numId"): one for one in part(data, "word/numbering.xml").iter(f"{W}num")}
    assert known[numbers[0]].find(f".//{W}startOverride").get(f"{W}val") == "7"


def test_every_item_is_among_the_printed_texts() -> None:
    """What is asked of PDF and Word, that each text is there, is asked of each item."""
    assert list(printed_texts(Paragraph("- a\n- b"))) == [" a", " b"]


@pytest.mark.parametrize("lines", range(22, 34))
def test_words_that_lead_to_a_list_stay_with_it(lines: int) -> None:
    """Wherever a page ends, no label and no short line before a list stands there without its first items."""
    filling = Paragraph("\n".join(["Line."] * lines))
    item = "Staff review the provision map each term with pupils and parents. " * 3
    for words in (f"- {item}\n- {item}\n- {item}", f"We did this:\n- {item}\n- {item}"):
        layout = lay_out(document(Heading("Title", 1), filling, Paragraph("Strengths", "label"), Paragraph(words)))
        assert [fault for fault in page_faults(layout) if "filled" not in fault] == []
