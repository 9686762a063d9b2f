"""How headings, running text and notices are laid out."""

from dataclasses import replace
from typing import Literal

from sendself.document.blocks import Cover, Heading, Notice, Paragraph
from sendself.document.layout.flow import Bookmark, Flow, Item
from sendself.document.layout.lists import items_opening, lay_items
from sendself.document.layout.marks import MarkBox, draw_mark, measure_mark
from sendself.document.layout.structure import Element
from sendself.document.lines import Line, break_lines, fill
from sendself.document.listed import TypedList, parts
from sendself.document.shapes import Box, Path, Shape
from sendself.document.style import (
    ACCENT,
    ACT,
    ACT_TINT,
    BLOCK_GAP,
    BODY,
    COVER_SUBTITLE,
    COVER_TITLE,
    HEADING_STYLES,
    LABEL,
    LEAD,
    MARGIN,
    PAGE_WIDTH,
    PARAGRAPH_GAP,
    PARAGRAPH_STYLES,
    RULE,
    SPACE_ABOVE_HEADING,
    SPACE_BELOW_HEADING,
    TEXT_WIDTH,
    TINT,
    TOP,
)
from sendself.document.text import paragraphs

HeadingLevel = Literal[1, 2, 3]

NOTE_INDENT = 4.0
NOTICE_PAD = 4.0
_MARK_GAP = 3.0


def heading_height(heading: Heading) -> float:
    """Height of a heading with its mark and the space below it."""
    style = HEADING_STYLES[heading.look]
    height = len(fill(heading.text, style, TEXT_WIDTH)) * style.leading + SPACE_BELOW_HEADING[heading.look]
    return height + (measure_mark(heading.mark, TEXT_WIDTH).height if heading.mark else 0)


def lay_heading(flow: Flow, heading: Heading, level: HeadingLevel, after_heading: bool) -> None:
    """A heading tagged as `level`, with its bookmark; a section that follows text gets a hairline above it."""
    style, text = HEADING_STYLES[heading.look], " ".join(paragraphs(heading.text))
    if not text and not heading.mark:
        return
    gap = SPACE_ABOVE_HEADING[heading.look]
    if heading.look == 3 and not flow.at_top and not after_heading:
        flow.paint(rule(flow.y + gap * 0.45))
    flow.skip(gap * 0.35 if after_heading else gap)
    element = flow.root.add(f"H{level}")
    flow.bookmarks.append(Bookmark(text or heading.mark.text if heading.mark else text, level, _page(flow), flow.y))
    lines = break_lines(text, style, TEXT_WIDTH)
    if lines and heading.mark:
        lines[-1] = replace(lines[-1], spaced=True)
    flow.lines(lines, style, element, MARGIN, TEXT_WIDTH)
    if heading.mark:
        _heading_mark(flow, measure_mark(heading.mark, TEXT_WIDTH), lines, style.leading, element.add("Span"))
    flow.y += SPACE_BELOW_HEADING[heading.look]


def _page(flow: Flow) -> int:
    return len(flow.pages) - 1


def _heading_mark(flow: Flow, box: MarkBox, lines: list[Line], leading: float, element: Element) -> None:
    """The mark at the end of the heading's last line, or under it where there is no room."""
    end = lines[-1].width + _MARK_GAP if lines else 0.0
    if lines and end + box.width <= TEXT_WIDTH:
        draw_mark(flow, box, MARGIN + end, flow.y - (leading + box.height) / 2, element)
        return
    flow.need(box.height + 1)
    draw_mark(flow, box, MARGIN, flow.y + 0.8, element)
    flow.y += box.height + 1


def lay_paragraph(flow: Flow, paragraph: Paragraph) -> None:
    """Running text, one P for each paragraph, a list for what was typed as one; a note has a rule on its left."""
    style = PARAGRAPH_STYLES[paragraph.style]
    texts = paragraphs(paragraph.text)
    if not texts:
        return
    indent = NOTE_INDENT if paragraph.style == "note" else 0.0
    flow.skip(1.4 if paragraph.style == "label" else 0)
    start, x, width = flow.position(), MARGIN + indent, TEXT_WIDTH - indent
    said = parts(texts)
    for number, part in enumerate(said):
        gap = PARAGRAPH_GAP if number else 0.0
        if isinstance(part, TypedList):
            flow.need(gap + items_opening(part, style, width))
            flow.skip(gap)
            start = start if number else flow.position()
            lay_items(flow, part, style, x, width)
            continue
        lines = break_lines(part, style, width)
        listed = said[number + 1] if number + 1 < len(said) else ""
        leads = gap + items_opening(listed, style, width) if isinstance(listed, TypedList) and len(lines) < 3 else 0.0
        flow.need(gap + min(len(lines), 2) * style.leading + leads)
        flow.skip(gap)
        start = start if number else flow.position()
        flow.lines(lines, style, flow.root.add("P"), x, width)
    if indent:
        flow.underlay(start, lambda top, bottom: (Box(MARGIN + 0.6, top, 0.7, bottom - top, RULE),))
    flow.y += 0.8 if paragraph.style == "label" else PARAGRAPH_GAP


def notice_height(notice: Notice) -> float:
    """Height of a whole notice."""
    inner = TEXT_WIDTH - 2 * NOTICE_PAD
    lines = fill(notice.title, LABEL, inner), fill(notice.text, BODY, inner)
    return len(lines[0]) * LABEL.leading + len(lines[1]) * BODY.leading + 2 * NOTICE_PAD


def lay_notice(flow: Flow, notice: Notice) -> None:
    """A tinted box with a bar on its left; it stays whole unless it is longer than a third of a page."""
    colour, tint = (ACT, ACT_TINT) if notice.tone == "act" else (ACCENT, TINT)
    title, texts = " ".join(paragraphs(notice.title)), paragraphs(notice.text)
    if not title and not texts:
        return
    flow.skip(1.5)
    flow.need(min(notice_height(notice), 80.0))
    start, part = flow.position(), flow.root.add("Div")
    x, width = MARGIN + NOTICE_PAD, TEXT_WIDTH - 2 * NOTICE_PAD
    flow.y += NOTICE_PAD * 0.75
    title_style = replace(LABEL, colour=colour, size=11)
    if title:
        flow.lines(break_lines(title, title_style, width), title_style, part.add("P"), x, width)
    for number, text in enumerate(texts):
        flow.skip(1.2 if number or title else 0)
        flow.lines(break_lines(text, BODY, width), BODY, part.add("P"), x, width)
    flow.y += NOTICE_PAD * 0.75

    def background(top: float, bottom: float) -> tuple[Shape, ...]:
        height = bottom - top
        return Box(MARGIN, top, TEXT_WIDTH, height, tint), Box(MARGIN, top, 1.2, height, colour)

    flow.underlay(start, background)
    flow.y += BLOCK_GAP


def lay_cover(flow: Flow, cover: Cover, level: HeadingLevel) -> None:
    """The title on a band of colour across the page; a title too long for a band stands without one."""
    title, subtitle = " ".join(paragraphs(cover.title)), " ".join(paragraphs(cover.subtitle))
    lines = break_lines(title, COVER_TITLE, TEXT_WIDTH)
    below = break_lines(subtitle, COVER_SUBTITLE, TEXT_WIDTH)
    banded = flow.at_top and len(flow.pages) == 1 and len(lines) + len(below) <= 9
    if banded:
        height = len(lines) * COVER_TITLE.leading + len(below) * COVER_SUBTITLE.leading
        flow.pages[-1].insert(0, Item(Box(0, 0, PAGE_WIDTH, TOP + height + 14, ACCENT)))
        flow.y = TOP + 3
    if lines:
        flow.bookmarks.append(Bookmark(title, level, _page(flow), flow.y))
        style = COVER_TITLE if banded else HEADING_STYLES[1]
        flow.lines(lines, style, flow.root.add(f"H{level}"), MARGIN, TEXT_WIDTH)
    if below:
        flow.skip(1.2)
        flow.lines(below, COVER_SUBTITLE if banded else LEAD, flow.root.add("P"), MARGIN, TEXT_WIDTH)
    flow.y += 18 if banded else BLOCK_GAP


def rule(y: float, x: float = MARGIN, width: float = TEXT_WIDTH) -> Path:
    """A hairline, across the text unless it is told otherwise."""
    return Path(((x, y), (x + width, y)), RULE, line_width=0.25)
