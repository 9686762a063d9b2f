"""The table of contents: every heading with the page on which it is, in PDF, and links that need no page in Word."""

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdf
import pytest
from docx.oxml.ns import qn

from sendself.document.blocks import Block, Contents, Cover, Document, Heading, LevelMark, PageBreak, Paragraph
from sendself.document.layout.pages import lay_out
from sendself.document.pdf.render import render_pdf
from sendself.document.shapes import Text
from sendself.document.style import BOTTOM
from sendself.document.word.render import render_word
from tests.document.pdf_reading import Node, open_pdf, page_texts, structure
from tests.document.samples import ESTABLISHED, document
from tests.document.structure_checks import complaints
from tests.document.word_reading import W, body_of, paragraphs_of, text_of

WORDS = "Staff review the provision map each term with pupils and parents. "


def report(chapters: int, themes: int, words: int = 40) -> Document:
    """A document with contents after its first page, its chapters on pages of their own."""
    blocks: list[Block] = [Cover("Title"), Heading("Before", 2), PageBreak(), Heading("Contents", 2), Contents()]
    for chapter in range(chapters):
        blocks += [PageBreak(), Heading(f"Chapter {chapter}", 2)]
        for theme in range(themes):
            blocks += [Heading(f"Theme {chapter}.{theme}", 3, ESTABLISHED), Paragraph(WORDS * words)]
    return document(*blocks)


def entries(data: bytes) -> list[tuple[str, int]]:
    """The lines of the contents as they are painted: words and number."""
    with open_pdf(data) as pdf:
        links = {str(node.annotations[0].Contents) for node in structure(pdf).all("Link")}
    found = re.findall(r"^(.+?) +(\d+) *$", "\n".join(_lines(data)), re.MULTILINE)
    listed = [(words, int(number)) for words, number in found if f"{words}, page {number}" in links]
    assert len(listed) == len(links)
    return listed


def _lines(data: bytes) -> Iterator[str]:
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        if "/Annots" in page:
            yield page.extract_text()


@pytest.mark.parametrize(("chapters", "themes"), [(3, 2), (8, 6), (4, 90)], ids=["short", "usual", "several pages"])
def test_each_entry_bears_the_page_on_which_its_heading_is(chapters: int, themes: int) -> None:
    """Every heading after the contents is listed once, in order, with its page; the link leads to the same page."""
    data = render_pdf(report(chapters, themes, words=20 if themes < 9 else 1))
    pages = page_texts(data)
    listed = entries(data)
    assert [words for words, _ in listed] == [
        title for n in range(chapters) for title in (f"Chapter {n}", *(f"Theme {n}.{m}" for m in range(themes)))
    ]
    for words, number in listed:
        assert words in re.split(r"\n| 3 E", pages[number - 1])
    with open_pdf(data) as pdf:
        assert complaints(pdf) == []
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        links = [node.annotations[0] for node in structure(pdf).all("Link")]
        assert [numbers[link.Dest[0].objgen] for link in links] == [number for _, number in listed]
        assert [str(link.Contents) for link in links] == [f"{words}, page {number}" for words, number in listed]


def test_link_leads_to_the_height_of_its_heading() -> None:
    """Followed, the heading stands at the top of the window."""
    made = report(2, 5)
    laid = lay_out(made)
    with open_pdf(render_pdf(made)) as pdf:
        heights = [float(node.annotations[0].Dest[3]) for node in structure(pdf).all("Link")]
    places = [297 - height * 25.4 / 72 for height in heights]
    assert places == pytest.approx([mark.y for mark in laid.bookmarks if mark.text[:5] in ("Chapt", "Theme")], abs=0.01)


def test_sections_are_in_a_table_of_their_own_below_their_chapter() -> None:
    """Whoever listens hears what belongs to which chapter."""
    with open_pdf(render_pdf(report(2, 2))) as pdf:
        (whole,) = (node for node in structure(pdf).kids if node.tag == "TOC")

    def shape(node: Node) -> list[Any]:
        return [shape(kid) if kid.tag == "TOC" else kid.tag for kid in node.kids]

    assert shape(whole) == ["TOCI", ["TOCI", "TOCI"], "TOCI", ["TOCI", "TOCI"]]


def test_contents_take_no_page_of_what_follows_and_stay_within_theirs() -> None:
    """As many pages as without them and one for themselves; nothing of them stands below the foot of the text."""
    made = report(8, 6)
    bare = document(*(block for block in made.blocks if not isinstance(block, Contents)))
    laid = lay_out(made)
    assert len(laid.pages) == len(lay_out(bare).pages)
    texts = [item.shape for item in laid.pages[1] if item.content and isinstance(item.shape, Text)]
    assert max(text.y for text in texts) < BOTTOM
    assert not any(text.text == "" for text in texts)


def test_two_columns_end_before_a_chapter_and_are_read_one_after_the_other() -> None:
    """The second column begins with a chapter, and the order of reading is that of the headings."""
    laid = lay_out(report(8, 6))
    texts = [item.shape for item in laid.pages[1] if item.content and isinstance(item.shape, Text)]
    jumps = [after for before, after in pairwise(texts) if after.y < before.y]
    assert len({round(text.x) for text in texts if text.text.startswith("Chapter")}) == 2
    assert [text.text.strip() for text in jumps] == ["Chapter 4"]


def test_long_heading_is_cut_in_the_contents_and_whole_in_its_place() -> None:
    """An entry has two lines at most, and ends with an ellipsis where the heading is longer."""
    title = WORDS.strip() * 9
    laid = lay_out(document(Heading("T", 1), Contents(), Heading(title, 2), Paragraph("x")))
    texts = [item.shape.text for item in laid.pages[0] if item.content and isinstance(item.shape, Text)]
    listed = texts[1 : texts.index("1") + 1]
    assert len(listed) == 3
    assert listed[1].strip().endswith("…")
    assert "".join(texts[4:]).replace(" ", "").startswith(title.replace(" ", ""))


def test_only_chapters_where_asked_and_nothing_where_nothing_follows() -> None:
    """`deepest` 2 leaves sections out; contents of nothing leave no trace."""
    made = document(Heading("T", 1), Contents(2), Heading("A", 2), Heading("A1", 3), Paragraph("x"), Contents())
    data = render_pdf(made)
    assert [words for words, _ in entries(data)] == ["A"]
    with open_pdf(data) as pdf:
        assert len(structure(pdf).all("TOC")) == 1
    assert not any(style.startswith("toc3") for style, _ in paragraphs_of(render_word(made)))


def test_heading_of_a_level_alone_and_from_right_to_left_are_listed() -> None:
    """A heading without words is listed by its mark; an Arabic one is listed too."""
    made = document(
        Heading("T", 1),
        Contents(),
        Heading("", 2, LevelMark(3, "Established")),
        Heading("مدرسة الأمل", 3),
        Heading("", 2),
    )
    with open_pdf(render_pdf(made)) as pdf:
        assert complaints(pdf) == []
        said = [str(node.annotations[0].Contents) for node in structure(pdf).all("Link")]
    assert said == ["3 Established, page 1", "مدرسة الأمل, page 1"]
    assert [text for style, text in paragraphs_of(render_word(made)) if style.startswith("toc")] == [
        "3 Established",
        "مدرسة الأمل",
    ]


@pytest.mark.parametrize(("chapters", "themes"), [(3, 2), (8, 6)], ids=["one column", "two columns"])
def test_word_has_a_field_with_its_entries_in_it(chapters: int, themes: int) -> None:
    """The field is begun, parted and ended once, asks for no page numbers, and each entry leads to its heading."""
    data = render_word(report(chapters, themes, words=1))
    body = body_of(data)
    assert [one.get(f"{W}fldCharType") for one in body.iter(f"{W}fldChar")] == ["begin", "separate", "end"]
    assert ["".join(one.itertext()).split() for one in body.iter(f"{W}instrText")] == [
        ["TOC", r"\o", '"2-3"', r"\h", r"\z", r"\n"]
    ]
    places = {one.get(f"{W}name"): text_of(one.getparent()) for one in body.iter(f"{W}bookmarkStart")}
    assert len(places) == len(list(body.iter(f"{W}bookmarkEnd")))
    links = list(body.iter(f"{W}hyperlink"))
    assert len(links) == chapters * (1 + themes)
    for link in links:
        assert places[link.get(f"{W}anchor")].split("  ")[0] == text_of(link)
    assert not list(body.iter(f"{W}updateFields"))


def test_word_sets_long_contents_in_two_columns_and_goes_on_in_one() -> None:
    """Only the entries stand in columns; head and foot of the pages stay those of the first section."""
    body = body_of(render_word(report(8, 6, words=1)))
    sections = list(body.iter(f"{W}sectPr"))
    assert [one.find(f"{W}cols").get(f"{W}num", "1") for one in sections] == ["1", "2", "1"]
    assert [one.find(qn("w:headerReference")) is not None for one in sections] == [True, False, False]
    assert [one.find(f"{W}titlePg") is not None for one in sections] == [True, False, False]
    assert text_of(sections[0].getparent().getparent()) == "Contents"
    assert len(list(body_of(render_word(report(3, 2, words=1))).iter(f"{W}sectPr"))) == 1
