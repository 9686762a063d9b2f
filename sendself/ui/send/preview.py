"""A report on screen, part by part, before it is made into a file."""

from typing import assert_never

import streamlit as st

from sendself.assessment.english import listed
from sendself.document.blocks import (
    Block,
    Bullets,
    Cell,
    Contents,
    Cover,
    Document,
    Facts,
    Heading,
    LevelMark,
    Notice,
    PageBreak,
    Paragraph,
    Radar,
    Table,
    TickBox,
    TickBoxes,
    WritingLines,
    cell_text,
)
from sendself.ui.elements.plain import plain
from sendself.ui.elements.tables import table_of_markdown
from sendself.ui.send.report_files import radar_picture

# The page and the part of it that the preview stands in have the headings above these.
_HASHES = {1: "###", 2: "####", 3: "#####"}


def preview(document: Document) -> None:
    """Choose a part of the report, and read it as it will be printed."""
    parts = _parts(document)
    names = [f"{number}. {_name(part)}" for number, part in enumerate(parts, 1)]
    chosen = 0
    if len(parts) > 1:
        chosen = st.selectbox("Part to look at", range(len(parts)), format_func=names.__getitem__, key="preview-part")
    with st.container(border=True, key="preview"):
        for block in parts[min(chosen, len(parts) - 1)]:
            _draw(block)


def _parts(document: Document) -> list[list[Block]]:
    """The blocks between the places where a new page begins."""
    parts = list[list[Block]]([[]])
    for block in document.blocks:
        if isinstance(block, PageBreak):
            parts.append([])
        else:
            parts[-1].append(block)
    return [part for part in parts if part]


def _name(part: list[Block]) -> str:
    """What a part is about: the first heading in it."""
    for block in part:
        if isinstance(block, Heading):
            return " ".join(block.text.split())
        if isinstance(block, Cover):
            return "First page"
    return "Continued"


def _draw(block: Block) -> None:
    match block:
        case Heading(text=text, level=level, mark=mark):
            st.markdown(f"{_HASHES[level]} {plain(text)}{f': {plain(mark.text)}' if mark else ''}")
        case Paragraph(text=text, style=style):
            _paragraph(text, style)
        case Bullets(items=items, numbered=numbered):
            st.markdown(
                "\n".join(f"{f'{place}.' if numbered else '-'} {plain(it)}" for place, it in enumerate(items, 1))
            )
        case Facts(rows=rows):
            _facts(rows)
        case Table():
            _table(block)
        case Radar(alt=alt):
            st.image(radar_picture(block), alt=alt, width="stretch")
        case LevelMark():
            st.markdown(f"**{plain(block.text)}**")
        case Notice(title=title, text=text, tone=tone):
            (st.warning if tone == "act" else st.info)(f"**{plain(title)}** {plain(text)}")
        case WritingLines(count=count, labels=labels):
            st.caption(plain(f"({count} lines to write on{f' under each of: {listed(labels)}' if labels else ''})"))
        case Contents():
            st.caption("(The chapters and themes that follow: in the PDF with their pages, in Word as links)")
        case TickBoxes(options=options):
            st.markdown(" ".join(f"☐ {plain(option)}" for option in options))
        case Cover():
            st.markdown(f"{_HASHES[1]} {plain(block.title)}")
            _paragraph(block.subtitle, "lead")
            _facts(block.facts)
            _paragraph(block.note, "note")
        case PageBreak():
            return
        case _:
            assert_never(block)


def _paragraph(text: str, style: str) -> None:
    for line in text.splitlines():
        if not line.strip():
            continue
        if style == "small":
            st.caption(plain(line))
        else:
            st.markdown(f"**{plain(line)}**" if style == "label" else plain(line))


def _facts(rows: tuple[tuple[str, str], ...]) -> None:
    if rows:
        st.markdown("\n".join(f"- **{plain(label)}**: {plain(value) or '…'}" for label, value in rows))


def _table(table: Table) -> None:
    if table.caption:
        st.caption(plain(table.caption))
    # An empty heading would leave a screen reader without a name for the column.
    head = [_cell(cell) or "–" for cell in table.header]
    rows = [dict(zip(head, map(_cell, row), strict=True)) for row in table.rows]
    table_of_markdown(
        rows,
        alt=table.caption or f"Table: {', '.join(filter(None, map(cell_text, table.header)))}",
    )


def _cell(cell: Cell) -> str:
    if isinstance(cell, LevelMark):
        return f"**{plain(cell.text)}**"
    return f"☐ {plain(cell.text)}" if isinstance(cell, TickBox) else plain(cell)
