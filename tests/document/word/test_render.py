"""Word: what each block becomes, what a screen reader needs, and a file that says nothing of where it was made."""

import io
from dataclasses import replace

import docx
import pytest
from docx.shared import Mm, Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sendself.document.blocks import (
    Block,
    Bullets,
    Heading,
    LevelMark,
    PageBreak,
    Paragraph,
    Table,
    TickBox,
    WritingLines,
)
from sendself.document.printable import printed_texts
from sendself.document.word.render import render_word
from tests.document.samples import ESTABLISHED, EVERY_BLOCK, RADAR, RECORD, document, long_document
from tests.document.word_reading import W, body_of, paragraphs_of, part, parts_of, text_of, word_text

# The order that the format asks for, as far as we write these.
PARAGRAPH_ORDER = [
    "pStyle",
    "keepNext",
    "pageBreakBefore",
    "numPr",
    "pBdr",
    "shd",
    "tabs",
    "bidi",
    "spacing",
    "ind",
    "jc",
]
RUN_ORDER = ["rStyle", "rFonts", "b", "color", "sz", "szCs", "bdr", "shd", "rtl", "lang"]


@pytest.fixture(scope="module")
def every_block() -> bytes:
    """A file with every kind of block."""
    return render_word(document(*EVERY_BLOCK, watermark="EXAMPLE", attachment=RECORD))


def squeezed(text: str) -> str:
    """Text without any space."""
    return "".join(text.split())


def test_every_word_is_there_in_reading_order(every_block: bytes) -> None:
    """What every block says stands in the body, one after the other; the radar speaks by its alternative text."""
    said, at = squeezed(word_text(every_block)), 0
    for block in EVERY_BLOCK:
        texts = [RADAR.alt] if block is RADAR else [text for text in printed_texts(block) if text]
        for text in texts:
            at = said.index(squeezed(text), at)


def test_headings_have_the_styles_that_readers_jump_by(every_block: bytes) -> None:
    """The title is Heading 1 and stands once; chapters and sections are Heading 2 and 3."""
    headings = [
        (style, text.split("  ")[0]) for style, text in paragraphs_of(every_block) if style.startswith("Heading")
    ]
    assert headings == [
        ("Heading1", "Self-evaluation"),
        ("Heading2", "Profile"),
        ("Heading3", "Suspensions"),
        ("Heading2", "Blank form"),
    ]


def test_small_chapter_is_a_chapter_that_looks_like_a_section() -> None:
    """It has the style of its level, which readers jump by, and the size of a section."""
    data = render_word(document(Heading("Title", 1), Heading("Why now", 2, small=True), Heading("Chapter", 2)))
    headings = docx.Document(io.BytesIO(data)).paragraphs[1:]
    assert [str(one.style and one.style.name) for one in headings] == ["Heading 2", "Heading 2"]
    assert [one.runs[0].font.size for one in headings] == [Pt(13), None]


def test_document_without_a_title_in_it_gets_one() -> None:
    """Without a cover and a heading of level 1 the document's title is the first heading."""
    assert paragraphs_of(render_word(document(Paragraph("Words."))))[0] == (
        "Heading1",
        "Self-evaluation of Meadowbank School",
    )


def test_table_repeats_its_header_and_keeps_its_rows_whole() -> None:
    """The first row alone is a header, no row breaks, columns are as wide as asked, and tables do not touch."""
    table = Table(("Area", "Level"), (("Outcomes", "3"), ("Families", "2\n4")), (1, 3), "Levels", ("left", "right"))
    tables = body_of(render_word(document(table, table))).findall(f"{W}tbl")
    assert len(tables) == 2
    for found in tables:
        rows = found.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        widths = [int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in rows[1].findall(f"{W}tc")]
        assert widths[1] == pytest.approx(3 * widths[0], abs=3)
        assert sum(widths) == pytest.approx(Mm(170).twips, abs=4)
        assert found.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Levels"
        assert found.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstColumn") == "1"
        assert [text_of(line) for line in rows[2].findall(f"{W}tc")[1].findall(f"{W}p")] == ["2", "4"]
        assert rows[1].find(f"{W}tc[2]/{W}p/{W}pPr/{W}jc").get(f"{W}val") == "right"
        assert found.getnext().tag == f"{W}p"


def test_radar_is_a_picture_with_its_alternative_text(every_block: bytes) -> None:
    """The picture is a PNG, and says in words what a sighted reader sees."""
    (described,) = [one for one in body_of(every_block).iter() if str(one.tag).endswith("}docPr")]
    assert described.get("descr") == RADAR.alt
    (picture,) = [content for name, content in parts_of(every_block).items() if "media" in name]
    assert picture.startswith(b"\x89PNG")


def test_level_is_a_shaded_word_with_its_number(every_block: bytes) -> None:
    """A level has a ground of its own colour, a state only a frame; both are words."""
    shaded = {text_of(one).strip(): one.find(f"{W}rPr/{W}shd") for one in body_of(every_block).iter(f"{W}r")}
    assert shaded["3\u00a0Established"].get(f"{W}fill") == "9ECAE1"
    states = [one for one in body_of(every_block).iter(f"{W}r") if "know" in text_of(one)]
    assert [one.find(f"{W}rPr/{W}bdr") is not None for one in states] == [True]


def test_numbered_lists_each_begin_at_one() -> None:
    """Two numbered lists have numbers of their own, and each starts again."""
    data = render_word(document(*(Bullets((f"{name} one", f"{name} two"), numbered=True) for name in ("a", "b"))))
    used = [one.get(f"{W}val") for one in body_of(data).iter(f"{W}numId")]
    assert used[0] == used[1] != used[2] == used[3]
    starts = list(part(data, "word/numbering.xml").iter(f"{W}startOverride"))
    assert [one.get(f"{W}val") for one in starts] == ["1", "1"]


def test_tick_boxes_can_be_ticked_and_are_named(every_block: bytes) -> None:
    """Each option is a box of its own that bears its words."""
    boxes = list(body_of(every_block).iter(f"{W}sdt"))
    assert [box.find(f"{W}sdtPr/{W}alias").get(f"{W}val") for box in boxes] == ["1 Not yet in place", "2 Developing"]
    assert all(any(str(one.tag).endswith("}checkbox") for one in box.iter()) for box in boxes)


def test_boxes_in_tables_and_lines_under_labels_can_be_used_on_screen() -> None:
    """A box in a cell bears its name, its words stand beside it, and a row of high cells waits for words."""
    ticks = Table((TickBox("1 Not yet: Reading", "1 Not yet"), "Other"), (("words", TickBox("Met")),), heads=False)
    body = body_of(render_word(document(ticks, WritingLines(2, ("Strengths", "Evidence")))))
    first, second = body.findall(f"{W}tbl")

    assert [box.find(f"{W}sdtPr/{W}alias").get(f"{W}val") for box in body.iter(f"{W}sdt")] == [
        "1 Not yet: Reading",
        "Met",
    ]
    assert text_of(first.find(f"{W}tr/{W}tc/{W}p")).endswith("1 Not yet")
    assert first.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstColumn") == "0"
    assert [text_of(line) for line in second.iter(f"{W}p")] == ["Strengths", "Evidence", "", ""]
    assert int(second.findall(f"{W}tr")[1].find(f"{W}trPr/{W}trHeight").get(f"{W}val")) == Mm(17).twips


def test_page_break_sets_what_follows_on_a_new_page() -> None:
    """A heading or a table after a break begins a page; a break at the start or at the end makes no empty page."""
    table = Table(("A", "B"), (("1", "2"),))
    blocks = (
        PageBreak(),
        Heading("One", 1),
        PageBreak(),
        PageBreak(),
        Heading("Two", 2),
        PageBreak(),
        table,
        PageBreak(),
    )
    breaks = [
        text_of(one.getparent().getparent())
        for one in body_of(render_word(document(*blocks))).iter(f"{W}pageBreakBefore")
    ]
    assert breaks == ["Two", ""]


def test_page_numbers_language_and_paper(every_block: bytes) -> None:
    """Every page says its number of how many; the text is British English on A4; the first page has its own header."""
    names = parts_of(every_block)
    for name in (one for one in names if one.startswith("word/footer")):
        fields = [one.get(f"{W}instr") for one in part(every_block, name).iter(f"{W}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]
    assert {one.get(f"{W}val") for one in part(every_block, "word/styles.xml").iter(f"{W}lang")} == {"en-GB"}
    section = body_of(every_block).find(f"{W}sectPr")
    assert section.find(f"{W}titlePg") is not None
    assert section.find(f"{W}pgSz").get(f"{W}w") == "11906"
    headers = sorted(text_of(part(every_block, name)).strip() for name in names if name.startswith("word/header"))
    assert headers == ["EXAMPLE", "Meadowbank School · self-evaluation EXAMPLE"]


def test_file_says_what_it_is_and_nothing_of_its_maker(every_block: bytes) -> None:
    """Title, subject and author are the document's; no program, template or attachment travels along."""
    about = docx.Document(io.BytesIO(every_block)).core_properties
    assert (about.title, about.author) == ("Self-evaluation of Meadowbank School", "Meadowbank School")
    assert (about.last_modified_by, about.comments, about.language) == ("Meadowbank School", "", "en-GB")
    assert not {name for name in parts_of(every_block) if "app.xml" in name or "custom" in name or "thumbnail" in name}
    whole = b"".join(parts_of(every_block).values())
    assert b"python-docx" not in whole
    assert b"Macintosh" not in whole
    assert RECORD.data[:40] not in whole


def test_same_document_gives_the_same_bytes() -> None:
    """No time and no chance gets into the file."""
    assert render_word(long_document()) == render_word(long_document())


def test_properties_stand_in_the_order_of_the_format(every_block: bytes) -> None:
    """Word calls a file damaged whose properties are out of order."""
    for name in ("word/document.xml", "word/styles.xml"):
        tree = part(every_block, name)
        for tag, order in (("pPr", PARAGRAPH_ORDER), ("rPr", RUN_ORDER)):
            properties = [[str(one.tag).removeprefix(W) for one in found] for found in tree.iter(f"{W}{tag}")]
            known = [[order.index(one) for one in names if one in order] for names in properties]
            assert max(map(len, known)) > 1
            assert [names for names in known if names != sorted(names)] == []


def test_styles_that_are_used_are_there(every_block: bytes) -> None:
    """No paragraph, run, table, list or other style names one that was taken out with the template's."""
    known = {one.get(f"{W}styleId") for one in part(every_block, "word/styles.xml").iter(f"{W}style")}
    used = {
        one.get(f"{W}val")
        for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml")
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
        for one in part(every_block, name).iter(f"{W}{tag}")
    }
    assert len(used) > 5
    assert used <= known


def test_text_from_right_to_left_is_marked() -> None:
    """An Arabic paragraph begins at the right; an English one beside it does not."""
    data = render_word(document(Paragraph("مدرسة الأمل"), Paragraph("Hope School")))
    marked = [text_of(one.getparent().getparent()) for one in body_of(data).iter(f"{W}bidi")]
    assert marked == ["مدرسة الأمل"]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(st.characters(codec=None), max_size=60))
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    """Whatever is written, also controls and halves of characters, the file opens and keeps every visible letter."""
    data = render_word(
        document(Heading("Title", 1), Paragraph(text), Table(("A", text), ((LevelMark(2, text), text),)))
    )
    opened = docx.Document(io.BytesIO(data))
    said = squeezed("".join(one.text for one in opened.paragraphs))
    for letter in text:
        if letter.isalnum() and letter.isascii():
            assert letter in said


def test_words_that_lead_to_a_table_stay_with_it_and_it_is_named() -> None:
    """A lead, a note or small print before a table keeps with it; the table bears the name of its section."""
    blocks: tuple[Block, ...] = (
        Heading("T", 1),
        Heading("Plan", 2),
        Paragraph("Lead", "lead"),
        Paragraph("Note", "note"),
        Table(("A",), ((ESTABLISHED,),)),
        Paragraph("After"),
    )
    opened = docx.Document(io.BytesIO(render_word(document(*blocks))))
    kept = {one.text: one.paragraph_format.keep_with_next for one in opened.paragraphs}

    assert (kept["Lead"], kept["Note"], kept["After"]) == (True, True, None)
    assert 'w:tblCaption w:val="Plan"' in opened.tables[0]._tbl.xml
    assert opened.tables[0].cell(1, 0).text.strip() == "3\u00a0Established"


def test_words_of_a_mark_part_in_a_narrow_cell() -> None:
    """Only the number is bound to its word: a long level is not broken within a word."""
    mark = LevelMark(1, "Not yet in place")
    opened = docx.Document(io.BytesIO(render_word(document(Table(("A",), ((mark,),))))))

    assert opened.tables[0].cell(1, 0).text.strip("\u00a0") == "1\u00a0Not yet in place"


def test_long_name_leaves_the_header_of_word_on_one_line() -> None:
    """The name gives way; what the document is, and that it is an example, stay."""
    made = replace(
        document(Paragraph("Text")), running_title=f"{'A very long name ' * 20}· Self-evaluation", watermark="EXAMPLE"
    )
    data = render_word(made)
    headers = [text_of(part(data, name)).strip() for name in parts_of(data) if name.startswith("word/header")]
    whole = max(headers, key=len)
    assert len(whole) < 120
    assert whole.startswith("A very long name")
    assert whole.endswith("… · Self-evaluation EXAMPLE")
