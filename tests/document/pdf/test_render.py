"""The PDF as a file: complete, the same every time, with its attachment and all its words."""

import io
import os
import subprocess
import sys
from typing import Any

import pypdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sendself.document.blocks import (
    Attachment,
    Bullets,
    Cover,
    Facts,
    Heading,
    LevelMark,
    Notice,
    PageBreak,
    Paragraph,
    Table,
    TickBoxes,
)
from sendself.document.pdf.render import render_pdf, unprintable_characters
from tests.document.pdf_reading import faults, open_pdf, page_texts, pdf_facts, pdf_text
from tests.document.samples import ESTABLISHED, EVERY_BLOCK, RECORD, document, long_document
from tests.document.structure_checks import complaints


def squeezed(text: str) -> str:
    """Text without any space, to find words that a line end may have cut."""
    return "".join(text.split())


def test_attachment_comes_out_as_it_went_in() -> None:
    """The record inside is equal, byte by byte, and marked as the source of the document."""
    data = render_pdf(document(*EVERY_BLOCK, attachment=RECORD))
    (found,) = pypdf.PdfReader(io.BytesIO(data)).attachment_list
    assert (found.name, found.content) == (RECORD.name, RECORD.data)
    with open_pdf(data) as pdf:
        root: Any = pdf.Root
        (associated,) = root.AF
        assert associated.AFRelationship == "/Source"
        assert str(associated.Desc) == RECORD.description


def test_attachment_without_data_is_refused() -> None:
    """An empty file inside would only mislead."""
    with pytest.raises(ValueError, match="leave it out"):
        Attachment("record.json", "application/json", b"", "nothing")


def test_same_document_gives_the_same_bytes_in_another_process() -> None:
    """Nothing of the clock, the process or the order of sets gets into the file."""
    code = (
        "import hashlib, sys\nfrom sendself.document.pdf.render import render_pdf\n"
        "from tests.document.samples import long_document\n"
        "print(hashlib.sha256(render_pdf(long_document())).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_metadata_says_what_the_document_is() -> None:
    """Title, author, dates and the claims to PDF/UA and PDF/A are in the XMP; the title is escaped."""
    with open_pdf(render_pdf(document(Paragraph("x")))) as pdf, pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == "Self-evaluation of Meadowbank School"
        assert str(xmp["xmp:CreateDate"]).startswith("2026-11-23")
        assert (xmp["pdfuaid:part"], xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("1", "3", "A")
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261123000000Z"
        assert str(pdf.docinfo["/Title"]) == xmp["dc:title"]


def test_bookmarks_name_title_chapters_and_sections() -> None:
    """The outline of a long document leads to each of its headings."""
    data = render_pdf(long_document())
    outline = pypdf.PdfReader(io.BytesIO(data)).outline
    titles = [entry.title for entry in outline if not isinstance(entry, list)]
    assert titles == ["Self-evaluation", "Profile", "Blank form", "Plan"]
    below = outline[2]
    assert isinstance(below, list)
    assert [entry.title for entry in below if not isinstance(entry, list)] == ["Suspensions"]


def test_strict_readers_find_no_fault() -> None:
    """qpdf, pdfinfo and pypdf accept a long document, and agree on what it is."""
    data = render_pdf(long_document())
    facts = pdf_facts(data)
    assert faults(data) == []
    assert (facts["Title"], facts["Author"]) == ("Self-evaluation of Meadowbank School", "Meadowbank School")
    assert (facts["Tagged"], facts["Encrypted"], facts["JavaScript"]) == ("yes", "no", "no")
    assert facts["Page size"] == "595.28 x 841.89 pts (A4)"
    assert int(facts["Pages"]) == len(pypdf.PdfReader(io.BytesIO(data), strict=True).pages)


def test_qpdf_finds_the_fault_of_a_damaged_file() -> None:
    """The check can fail: with bytes lost from the middle the file no longer passes."""
    data = render_pdf(document(Paragraph("x")))
    assert faults(data[:2000] + data[2200:]) != []


def test_progress_rises_to_one() -> None:
    """Whoever waits sees it move, and end."""
    seen = list[float]()
    render_pdf(long_document(), seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert len(seen) > 10


def test_every_page_has_its_number_and_the_watermark() -> None:
    """A page that is copied alone still says what it is."""
    texts = page_texts(render_pdf(long_document()))
    assert len(texts) > 5
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
        assert "EXAMPLE" in text
        assert ("Meadowbank School · self-evaluation" in text) == (number > 1)


def test_words_of_every_block_are_extracted_in_order() -> None:
    """The text that comes out reads as the blocks do."""
    text = squeezed(pdf_text(render_pdf(document(*EVERY_BLOCK))))
    words = [
        "Self-evaluation",
        "999001",
        "A cover note.",
        "Profile",
        "Leading words.",
        "Levels by area",
    ]
    words += ["Suspensions", "First paragraph.", "Second paragraph.", "Strengths", "A note by the school."]
    words += ["apple", "pear", "first", "second", "Don’t know yet", "Record the suspension.", "Blank form"]
    places = [text.index(squeezed(word)) for word in words]
    assert places == sorted(places)


def test_wrapped_words_are_not_glued() -> None:
    """Words at the end of a line keep a space after them in the file itself."""
    data = render_pdf(document(Paragraph("attendance " * 80), Table(("a", "b"), (("x", "attendance " * 40),))))
    reader = pypdf.PdfReader(io.BytesIO(data))
    text = "".join(page.extract_text().replace("\n", "") for page in reader.pages)
    assert "attendanceattendance" not in text
    assert pdf_text(data).split().count("attendance") == 120


def test_long_note_and_endless_word_are_complete() -> None:
    """A note of 6,000 characters and a word of 10,000 flow over pages, in text and in a table."""
    note, word = "Every term we look again. " * 240, "abcdefghij" * 1000
    data = render_pdf(document(Paragraph(note, "note"), Table(("Name", "Note"), ((word[:2000], note), ("y", word)))))
    text = squeezed("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages))
    assert text.count("Everytermwelookagain.") == 480
    assert text.count("abcdefghij") >= 900
    assert sum(text.count(letter) for letter in "j") >= 1200
    with open_pdf(data) as pdf:
        assert complaints(pdf) == []


def test_empty_blocks_give_a_good_document() -> None:
    """Nothing typed yet is no reason to fail."""
    blocks = (
        Cover("", "", (("", ""),), ""),
        Heading("", 2),
        Heading("", 3, LevelMark(None, "")),
        Paragraph(""),
        Bullets(()),
        Bullets(("",)),
        Facts(()),
        Table((), ()),
        Table(("A", ""), ()),
        Table(("A", "B"), (("", ""),)),
        Notice("", ""),
        TickBoxes(()),
        PageBreak(),
        PageBreak(),
    )
    data = render_pdf(document(*blocks))
    with open_pdf(data) as pdf:
        assert complaints(pdf) == []
    assert "Self-evaluation of Meadowbank School" in pdf_text(data)


@pytest.mark.parametrize(
    "text",
    [
        "Mae’r ŵyl yn yr Eglwys ŷ",
        "Zażółć gęślą jaźń",
        "“Curly” – ‘quotes’ …",
        "ليلى حسن",
        "שלום",
        "Ọ̀rọ̀",
        "Việt Nam",
        "Ωμέγα",
    ],
)
def test_text_in_many_languages_is_printed_and_extracted(text: str) -> None:
    """Names come out as they were typed."""
    made = document(Heading(text, 2), Paragraph(text), Table(("Name", "x"), ((text, ESTABLISHED),)))
    data = render_pdf(made)
    assert unprintable_characters(made) == ()
    assert squeezed(pdf_text(data)).count(squeezed(text)) == 3
    with open_pdf(data) as pdf:
        assert complaints(pdf) == []


def test_words_after_arabic_at_the_top_of_a_page_are_shown() -> None:
    """The font that the shaper chose does not get lost on the way to the next line of the same look."""
    blocks = (Heading("T", 1), PageBreak(), Paragraph("ليلى حسن"), Paragraph("The next line"))
    assert "The next line" in page_texts(render_pdf(document(*blocks)))[1]


def test_characters_without_a_glyph_are_shown_and_named() -> None:
    """A sign stands in their place, which is copied as what it stands for; the caller can tell which they were."""
    made = document(Paragraph("before 中文 \U0001f44d\U0001f3fd after \x00\x07\ud800"))
    assert unprintable_characters(made) == ("中", "文", "\U0001f44d", "\U0001f3fd", "\ufffd")
    assert "before 中文 \U0001f44d\U0001f3fd after \ufffd" in pdf_text(render_pdf(made))


def test_markup_is_printed_as_typed() -> None:
    """Stars, tags and brackets are text."""
    typed = "**bold** <b>x</b> __u__ [link](http://a.b) {nb} (paren\\)"
    assert typed in pdf_text(render_pdf(document(Paragraph(typed))))


ANY_TEXT = st.text(max_size=400)
BLOCKS = st.one_of(
    st.builds(Heading, ANY_TEXT, st.sampled_from([1, 2, 3]), st.none() | st.builds(LevelMark, st.none(), ANY_TEXT)),
    st.builds(Paragraph, ANY_TEXT, st.sampled_from(["body", "lead", "note", "small", "label"])),
    st.builds(Bullets, st.lists(ANY_TEXT, max_size=3).map(tuple), st.booleans()),
    st.builds(Facts, st.lists(st.tuples(ANY_TEXT, ANY_TEXT), max_size=3).map(tuple)),
    st.builds(Table, st.tuples(ANY_TEXT, ANY_TEXT), st.lists(st.tuples(ANY_TEXT, ANY_TEXT), max_size=3).map(tuple)),
    st.builds(Notice, ANY_TEXT, ANY_TEXT, st.sampled_from(["info", "act"])),
    st.builds(TickBoxes, st.lists(ANY_TEXT, max_size=4).map(tuple)),
    st.builds(Cover, ANY_TEXT, ANY_TEXT, st.just(()), ANY_TEXT),
)


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(blocks=st.lists(BLOCKS, max_size=5))
def test_any_text_gives_a_sound_document(blocks: list[Paragraph]) -> None:
    """Whatever was typed, the document opens and its structure is complete."""
    data = render_pdf(document(*blocks))
    assert len(pypdf.PdfReader(io.BytesIO(data), strict=True).pages) >= 1
    with open_pdf(data) as pdf:
        assert complaints(pdf) == []


@settings(max_examples=15, deadline=None)
@given(
    text=st.text(st.characters(min_codepoint=33, max_codepoint=0x17F, exclude_categories=("C", "Z", "M")), max_size=900)
)
def test_every_printable_letter_is_in_the_text(text: str) -> None:
    """No letter of a paragraph, a cell or a list is lost on the way."""
    made = document(Paragraph(text, "note"), Table(("A", "B"), (("x", text),)), Bullets((text,)))
    pages = pypdf.PdfReader(io.BytesIO(render_pdf(made))).pages
    found = squeezed("".join(page.extract_text() for page in pages))
    for letter in set(text) - set(unprintable_characters(made)):
        assert found.count(letter) >= 3 * text.count(letter)
