"""Where things stand on the pages: nothing alone, nothing beyond the margins, no half-empty pages."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from sendself.document.blocks import (
    Block,
    Bullets,
    Facts,
    Heading,
    LevelMark,
    Notice,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Table,
    TickBoxes,
    WritingLines,
)
from sendself.document.layout import Layout, lay_out
from sendself.document.shapes import Box, Path, Text
from sendself.document.style import BODY, BOTTOM, MARGIN, PAGE_WIDTH, TOP
from tests.document.samples import ESTABLISHED, RADAR, document, long_document
from tests.report.page_faults import left_behind

WORDS = "Staff review the provision map each term with pupils and parents. "


def body_lines(layout: Layout, page: int) -> list[Text]:
    """The lines of text that belong to the structure, from top to bottom."""
    items = (item for item in layout.pages[page] if item.content)
    return sorted((item.shape for item in items if isinstance(item.shape, Text)), key=lambda text: text.y)


def page_words(layout: Layout) -> list[str]:
    """The words of each page, line after line."""
    return ["".join(text.text for text in body_lines(layout, number)) for number in range(len(layout.pages))]


@pytest.mark.parametrize("filler", range(36, 50))
@pytest.mark.parametrize(
    "follower",
    [
        Paragraph(WORDS * 20),
        Table(("A", "B"), ((WORDS, ESTABLISHED),) * 5),
        RADAR,
        Bullets((WORDS * 3,) * 3),
        Facts((("A", WORDS * 4),) * 3),
        Notice("Act now", WORDS * 2),
        TickBoxes(("one", "two")),
        WritingLines(4),
    ],
)
def test_heading_is_never_the_last_thing_on_a_page(filler: int, follower: Block) -> None:
    """Wherever a section begins, its heading and its label stay with what follows."""
    lines = Paragraph("\n".join(["line"] * (filler // 2)))
    spacer = WritingLines((filler - 30) // 2)
    blocks = (Heading("T", 1), lines, spacer, Heading("Section", 3), Paragraph("Label", "label"), follower)
    layout = lay_out(document(*blocks))
    assert "".join(page_words(layout)).count("Section") == 1
    for number in range(len(layout.pages) - 1):
        last = max(
            (item for item in layout.pages[number] if not item.artifact),
            key=lambda item: item.shape.points[0][1] if isinstance(item.shape, Path) else item.shape.y,
        )
        assert not (isinstance(last.shape, Text) and last.shape.text.strip() in ("Section", "Label"))


@pytest.mark.parametrize("offset", range(6))
def test_paragraph_leaves_no_single_line_behind(offset: int) -> None:
    """A paragraph over two pages has at least two lines on each."""
    blocks: tuple[Block, ...] = (Heading("T", 1), *[Paragraph("line")] * (28 + offset), Paragraph(WORDS * 6))
    layout = lay_out(document(*blocks))
    counts = [sum("review" in text.text or "Staff" in text.text for text in body_lines(layout, n)) for n in range(2)]
    assert sum(counts) >= 4
    assert 1 not in counts


def test_tall_row_is_broken_and_leaves_no_gap() -> None:
    """A cell of 9,000 characters begins under the row before and fills the pages it needs."""
    rows = (("One", "short"), ("Two", WORDS * 140), ("Three", "short"))
    layout = lay_out(document(Table(("Name", "Text"), rows)))
    assert len(layout.pages) >= 3
    for page in range(len(layout.pages) - 1):
        assert body_lines(layout, page)[-1].y > BOTTOM - 3 * BODY.leading


@pytest.mark.parametrize("filler", range(18, 30))
@pytest.mark.parametrize("small", range(7))
def test_heading_stays_with_the_heading_that_follows_it(filler: int, small: int) -> None:
    """Wherever a page ends, a chapter does not stand there without the section that it begins with."""
    lines, small_print = ("\n".join(["Line."] * count) for count in (filler, small))
    sections = (Heading("Chapter", 2), Heading("Section", 3), Paragraph("words " * 700))
    blocks = (Heading("Title", 1), Paragraph(lines), Paragraph(small_print, "small"), *sections)
    assert list(left_behind(lay_out(document(*blocks)))) == []


def test_short_row_stays_whole() -> None:
    """A row of a few lines is not broken: all its lines are on one page."""
    rows = tuple((f"R{number}", WORDS * 3) for number in range(40))
    layout = lay_out(document(Table(("Name", "Text"), rows)))
    names = [sum(text.text.startswith("R") for text in body_lines(layout, n)) for n in range(len(layout.pages))]
    assert len(names) > 1
    assert sum(names) == 40
    for page, here in enumerate(names):
        assert sum("Staff review" in text.text for text in body_lines(layout, page)) == 3 * here


def test_everything_stands_within_the_margins() -> None:
    """No text or box of the structure leaves the page's margins."""
    items = [item for page in lay_out(long_document()).pages for item in page]
    texts = [item.shape for item in items if item.content and isinstance(item.shape, Text)]
    boxes = [item.shape for item in items if not item.artifact and isinstance(item.shape, Box)]
    assert len(texts) > 100
    assert boxes
    for text in texts:
        assert text.x >= MARGIN - 0.01
        assert text.x + text.width <= PAGE_WIDTH - MARGIN + 0.01
        assert text.y < BOTTOM + 0.01
    for box in boxes:
        assert box.y + box.height <= BOTTOM + 2


def test_page_break_on_an_empty_page_changes_nothing() -> None:
    """Two breaks in a row, or one at the end, leave no empty page."""
    blocks = (Heading("T", 1), PageBreak(), PageBreak(), Heading("C", 2), PageBreak())
    assert len(lay_out(document(*blocks)).pages) == 2


@pytest.mark.parametrize(("lines", "pages"), [(10, 1), (30, 2)])
def test_chapter_goes_on_upon_a_page_with_room(lines: int, pages: int) -> None:
    """Where the share of a page is left, the break is none; where it is not, a page begins."""
    filler = Paragraph("\n".join(["line"] * lines))
    layout = lay_out(document(Heading("T", 1), filler, PageBreak(unless_left=0.4), Heading("C", 2)))

    assert len(layout.pages) == pages


@pytest.mark.parametrize(("lines", "pages"), [(2, 1), (26, 2)])
def test_what_belongs_together_shares_a_page_where_all_of_it_fits(lines: int, pages: int) -> None:
    """Up to the next break all stands on the page that is begun, or all of it on the next."""
    part = (Heading("Theme", 3), WritingLines(12, ("Strengths", "Evidence")))
    filler = Paragraph("\n".join(["line"] * lines))
    layout = lay_out(
        document(Heading("T", 1), filler, PageBreak(together=True), *part, PageBreak(together=True), *part)
    )
    themes = [mark.page for mark in layout.bookmarks if mark.text == "Theme"]

    assert themes == ([0, 0] if pages == 1 else [1, 1])


def test_lines_under_labels_stand_side_by_side() -> None:
    """Each label heads as many lines, all within the margins, and no line crosses into the next column."""
    layout = lay_out(document(Heading("T", 1), WritingLines(3, ("Strengths", "Areas for development", "Evidence"))))
    spans = sorted(
        (item.shape.points[0][0], item.shape.points[-1][0])
        for item in layout.pages[0]
        if isinstance(item.shape, Path) and not item.artifact
    )
    columns = sorted(set(spans))

    assert Counter(spans) == dict.fromkeys(columns, 3)
    assert len(columns) == 3
    assert (columns[0][0], columns[-1][1]) == pytest.approx((MARGIN, PAGE_WIDTH - MARGIN))
    assert all(before[1] < after[0] for before, after in pairwise(columns))


@pytest.mark.parametrize("last", ["because", "because of something that takes a whole long line of words to say"])
def test_line_to_write_on_follows_the_last_box(last: str) -> None:
    """Beside it, or below where too little of the line is left."""
    layout = lay_out(document(Heading("T", 1), TickBoxes(("Don't know yet", "Not looked at", last), writing=True)))
    (line,) = (item.shape for item in layout.pages[0] if isinstance(item.shape, Path) and not item.artifact)
    (start, _), (end, _) = line.points

    assert end == PAGE_WIDTH - MARGIN
    assert end - start >= 30


@pytest.mark.parametrize("filler", range(20, 34))
@pytest.mark.parametrize("small", range(4))
def test_first_words_about_a_theme_stay_with_what_it_is(filler: int, small: int) -> None:
    """Its heading and what it says are never left behind at the foot of a page without what its level means."""
    blocks: tuple[Block, ...] = (
        Heading("T", 1),
        Paragraph("\n".join(["line"] * filler)),
        *[Paragraph("line", "small")] * small,
        Heading("Theme", 3),
        Paragraph("What the theme says.", "note"),
        Paragraph("What its level means.", "small"),
        Paragraph("Strengths", "label"),
        Paragraph("Plans are read."),
    )
    pages = page_words(lay_out(document(*blocks)))

    assert ["Theme" in page for page in pages] == ["What its level means." in page for page in pages]
    assert ["Strengths" in page for page in pages] == ["Plans are read." in page for page in pages]


@pytest.mark.parametrize("filler", range(20, 34))
@pytest.mark.parametrize(
    "follower", [Table(("A", "B"), (("One", "end"),)), Facts((("One", "end"),)), Bullets(("One end",))]
)
@pytest.mark.parametrize("leading", [("lead", "note"), ("small",), ("body",)])
def test_words_that_lead_to_a_table_stay_with_it(
    filler: int, follower: Block, leading: tuple[ParagraphStyle, ...]
) -> None:
    """A priority in words and its themes stand on the page on which its actions begin."""
    lines = Paragraph("\n".join(["line"] * filler))
    words = [Paragraph("Leading words.", style) for style in leading]
    pages = page_words(lay_out(document(Heading("T", 1), lines, Heading("Section", 3), *words, follower)))

    assert ["Section" in page for page in pages] == ["One" in page for page in pages]
    assert [page.count("Leading words.") for page in pages] == [len(words) * ("One" in page) for page in pages]


@pytest.mark.parametrize("filler", range(16, 34))
@pytest.mark.parametrize("count", range(2, 10))
@pytest.mark.parametrize("kind", ["table", "facts", "bullets", "numbers"])
def test_row_or_item_never_stands_alone(filler: int, count: int, kind: str) -> None:
    """Where a table or a list goes on upon the next page, at least two low rows are on each side."""
    names = [f"Row{number}" for number in range(count)]
    follower: Block = Bullets(tuple(names), numbered=kind == "numbers")
    if kind == "table":
        follower = Table(("A", "B"), tuple((name, "words") for name in names))
    elif kind == "facts":
        follower = Facts(tuple((name, "words") for name in names))
    layout = lay_out(document(Heading("T", 1), Paragraph("\n".join(["line"] * filler)), follower))

    rows = [page.count("Row") for page in page_words(layout)]

    assert sum(rows) == count
    assert 1 not in rows


@pytest.mark.parametrize("filler", range(16, 34))
def test_short_table_stays_whole(filler: int) -> None:
    """A scale of four levels is not cut in two."""
    scale = Table(("Level", "Means"), tuple((f"Row{number}", WORDS * 2) for number in range(4)))
    layout = lay_out(document(Heading("T", 1), Paragraph("\n".join(["line"] * filler)), scale))

    assert sorted(page.count("Row") for page in page_words(layout) if "Row" in page) == [4]


def test_last_page_is_not_left_with_a_line() -> None:
    """Where two lines would stand alone at the end, the section that they belong to goes with them."""
    filler = Paragraph("\n".join(["line"] * 26))
    blocks = (Heading("T", 1), filler, Heading("Last", 2), Paragraph(WORDS * 3), Paragraph(WORDS * 3))
    first, last = page_words(lay_out(document(*blocks)))

    assert "Last" not in first
    assert last.count("Staff review") == 6


def test_note_has_a_rule_on_every_page_it_reaches() -> None:
    """The rule beside a note goes on where the note goes on."""
    layout = lay_out(document(Heading("T", 1), Paragraph(WORDS * 120, "note")))
    assert len(layout.pages) >= 2
    for page in layout.pages:
        (rule,) = [item.shape for item in page if isinstance(item.shape, Box)]
        assert rule.height > 20
        assert rule.y >= TOP


def test_mark_too_long_for_its_heading_goes_below() -> None:
    """A long state is printed whole under the heading."""
    layout = lay_out(document(Heading("Attendance", 3, LevelMark(None, WORDS * 2))))
    texts = body_lines(layout, 0)
    heading = next(text for text in texts if text.text.startswith("Attendance"))
    assert next(text for text in texts if text.text.startswith("Staff")).y > heading.y


def test_page_that_goes_on_with_a_chapter_names_it() -> None:
    """Whoever opens a report in the middle sees which focus area a theme belongs to."""
    filler = Paragraph("\n".join(["line"] * 40))
    layout = lay_out(document(Heading("T", 1), Heading("Families", 2), filler, PageBreak(), Heading("Leaders", 2)))
    heads = [" ".join(item.shape.text for item in page if isinstance(item.shape, Text) and item.artifact == "Header")
             for page in layout.pages]  # fmt: skip

    assert [head.partition(" · self-evaluation")[2] for head in heads] == ["", " · Families", ""]


def header_of(layout: Layout, page: int) -> str:
    """The running title at the top of a page."""
    texts = (
        item.shape.text for item in layout.pages[page] if item.artifact == "Header" and isinstance(item.shape, Text)
    )
    return next(texts)


def test_long_name_leaves_the_running_title_its_kind_and_chapter() -> None:
    """Of a name that fills the line as much stands there as has room; what it is and the chapter stay whole."""
    name = "The Blessed Saint Someone and All Companions Voluntary Aided Catholic Primary School and Nursery"
    blocks = (Heading("T", 1), Heading("Working with pupils and their families", 2), Paragraph(WORDS * 120))
    made = replace(document(*blocks), running_title=f"{name} · Self-evaluation", watermark="EXAMPLE")
    said = header_of(lay_out(made), 1)
    assert said.startswith("The Blessed Saint")
    assert said.endswith("… · Self-evaluation · Working with pupils and their families")
