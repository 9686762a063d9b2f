"""Where things stand on the pages: nothing alone, nothing beyond the margins, no half-empty pages."""

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
    Table,
    TickBoxes,
    WritingLines,
)
from sendself.document.layout import Layout, lay_out
from sendself.document.shapes import Box, Path, Text
from sendself.document.style import BODY, BOTTOM, MARGIN, PAGE_WIDTH, TOP
from tests.document.samples import ESTABLISHED, RADAR, document, long_document

WORDS = "Staff review the provision map each term with pupils and parents. "


def body_lines(layout: Layout, page: int) -> list[Text]:
    """The lines of text that belong to the structure, from top to bottom."""
    items = (item for item in layout.pages[page] if item.content)
    return sorted((item.shape for item in items if isinstance(item.shape, Text)), key=lambda text: text.y)


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
    assert 1 not in counts


def test_tall_row_is_broken_and_leaves_no_gap() -> None:
    """A cell of 9,000 characters begins under the row before and fills the pages it needs."""
    rows = (("One", "short"), ("Two", WORDS * 140), ("Three", "short"))
    layout = lay_out(document(Table(("Name", "Text"), rows)))
    assert len(layout.pages) >= 3
    for page in range(len(layout.pages) - 1):
        assert body_lines(layout, page)[-1].y > BOTTOM - 3 * BODY.leading


def test_short_row_stays_whole() -> None:
    """A row of a few lines is not broken: all its lines are on one page."""
    rows = tuple((f"R{number}", WORDS * 3) for number in range(40))
    layout = lay_out(document(Table(("Name", "Text"), rows)))
    for page in range(len(layout.pages)):
        names = sum(text.text.startswith("R") for text in body_lines(layout, page))
        assert sum("Staff review" in text.text for text in body_lines(layout, page)) >= names


def test_everything_stands_within_the_margins() -> None:
    """No text or box of the structure leaves the page's margins."""
    layout = lay_out(long_document())
    for page in layout.pages:
        for item in page:
            if item.content and isinstance(item.shape, Text):
                assert item.shape.x >= MARGIN - 0.01
                assert item.shape.x + item.shape.width <= PAGE_WIDTH - MARGIN + 0.01
                assert item.shape.y < BOTTOM + 0.01
            elif isinstance(item.shape, Box) and not item.artifact:
                assert item.shape.y + item.shape.height <= BOTTOM + 2


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


@pytest.mark.parametrize("filler", range(30, 46))
def test_first_words_about_a_theme_stay_with_what_it_is(filler: int) -> None:
    """Its heading, what it says and what its level means are never left behind at the foot of a page."""
    blocks = (
        Heading("T", 1),
        Paragraph("\n".join(["line"] * filler)),
        Heading("Theme", 3),
        Paragraph("What the theme says.", "note"),
        Paragraph("What its level means.", "small"),
        Paragraph("Strengths", "label"),
        Paragraph("Plans are read."),
    )
    layout = lay_out(document(*blocks))
    pages = ["".join(text.text for text in body_lines(layout, number)) for number in range(len(layout.pages))]

    assert ["Theme" in page for page in pages] == ["Plans are read." in page for page in pages]


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
