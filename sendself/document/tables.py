"""Tables that flow: a row breaks over pages line by line, so no cell is too tall and no page is left half empty."""

from collections.abc import Sequence
from dataclasses import dataclass

from sendself.document.blocks import Cell, Facts, LevelMark, Table
from sendself.document.columns import PAD_X, Column, fact_columns, header_columns, table_columns
from sendself.document.flow import Flow
from sendself.document.marks import MarkBox, draw_mark, measure_mark
from sendself.document.prose import rule
from sendself.document.shapes import Box, TextStyle
from sendself.document.structure import Element, Scope
from sendself.document.style import (
    BLOCK_GAP,
    BOTTOM,
    CAPTION,
    MARGIN,
    TEXT_WIDTH,
    TINT,
    TOP,
)
from sendself.document.text import Line, fill, is_right_to_left

# A row lower than this goes to the next page whole; a taller one is broken, so that the gap it leaves stays small.
WHOLE_ROW = 38.0
_LONGEST_MARK = 3


@dataclass(slots=True)
class LaidCell:
    """A cell as lines still to be printed, or as a mark."""

    element: Element | None
    lines: list[Line]
    mark: MarkBox | None = None

    def height(self, style: TextStyle) -> float:
        """Height of what is still to be printed."""
        return self.mark.height if self.mark else len(self.lines) * style.leading


def lay_table(flow: Flow, table: Table) -> None:
    """A table with its caption and a header that is repeated, as decoration, on every page the table reaches."""
    if not table.header:
        return
    columns, head = table_columns(table), header_columns(table)
    header = _header(table, head)
    flow.skip(1.0)
    flow.need(table_opening(table))
    whole = flow.root.add("Table")
    if caption := fill(table.caption, CAPTION, TEXT_WIDTH):
        flow.lines(caption, CAPTION, whole.add("Caption"), MARGIN, TEXT_WIDTH)
        flow.y += 1.2
    _lay_header(flow, header, head, whole.add("TR"))
    repeat = _row_height(header, head) <= (BOTTOM - TOP) / 3
    for row in table.rows:
        _lay_row(flow, row, columns, whole.add("TR"), (header, head) if repeat else None)
    flow.y += BLOCK_GAP


def lay_facts(flow: Flow, facts: Facts) -> None:
    """Labels with their values, as a table without a header row."""
    rows = [row for row in facts.rows if row[0] or row[1]]
    if not rows:
        return
    columns = fact_columns(facts)
    whole = flow.root.add("Table")
    for row in rows:
        _lay_row(flow, row, columns, whole.add("TR"), None)
    flow.y += BLOCK_GAP


def table_opening(table: Table) -> float:
    """Height of caption, header and the beginning of the first row, which stay together."""
    if not table.header:
        return 0.0
    head, columns = header_columns(table), table_columns(table)
    caption = len(fill(table.caption, CAPTION, TEXT_WIDTH)) * CAPTION.leading
    first = _row_height(_cells(table.rows[0], columns, None), columns) if table.rows else 0.0
    return caption + _row_height(_header(table, head), head) + min(first, WHOLE_ROW) + 3


def _header(table: Table, head: Sequence[Column]) -> list[LaidCell]:
    return _cells(table.header, head, None)


def _cells(row: Sequence[Cell], columns: Sequence[Column], element: Element | None) -> list[LaidCell]:
    """Cells measured for their columns; with `element`, a row of the structure, each gets its own TH or TD."""
    laid = []
    for cell, column in zip(row, columns, strict=True):
        tag, scope = _role(column)
        own = element.add(tag, scope=scope) if element else None
        inner = column.width - 2 * PAD_X
        mark = measure_mark(cell, inner) if isinstance(cell, LevelMark) else None
        if mark and len(mark.lines) <= _LONGEST_MARK:
            laid.append(LaidCell(own, [], mark))
        else:
            laid.append(LaidCell(own, fill(cell.text if isinstance(cell, LevelMark) else cell, column.style, inner)))
    return laid


def _role(column: Column) -> tuple[str, Scope]:
    return ("TH", "Row") if column.header else ("TD", "")


def _row_height(cells: Sequence[LaidCell], columns: Sequence[Column]) -> float:
    tallest = max(cell.height(column.style) for cell, column in zip(cells, columns, strict=True))
    return max(tallest, columns[0].style.leading) + 2 * columns[0].air


def _lay_header(flow: Flow, cells: Sequence[LaidCell], columns: Sequence[Column], row: Element | None) -> None:
    """The header row; without `row` it is a repetition and decoration."""
    laid = [LaidCell(row.add("TH", scope="Column") if row else None, list(cell.lines), cell.mark) for cell in cells]
    while True:
        fit = int((flow.room - 2 * columns[0].air) / columns[0].style.leading)
        height = min(_row_height(laid, columns), max(fit, 1) * columns[0].style.leading + 2 * columns[0].air)
        flow.paint(Box(MARGIN, flow.y, TEXT_WIDTH, height, TINT))
        _paint_part(flow, laid, columns, max(fit, 1), height)
        if not any(cell.lines for cell in laid):
            return
        flow.break_page()


def _lay_row(
    flow: Flow, row: Sequence[Cell], columns: Sequence[Column], element: Element,
    header: tuple[Sequence[LaidCell], Sequence[Column]] | None,
) -> None:  # fmt: skip
    """One row, broken over pages when it is tall."""
    cells = _cells(row, columns, element)
    leading, air = columns[0].style.leading, columns[0].air
    fresh = flow.at_top
    while True:
        height = _row_height(cells, columns)
        fit = int((flow.room - 2 * air + 0.01) / leading)
        fits = height <= flow.room + 0.01
        has_mark = any(cell.mark for cell in cells)
        if fits or ((height > WHOLE_ROW or fresh) and fit >= (3 if has_mark else 2)):
            part = height if fits else fit * leading + 2 * air
            _paint_part(flow, cells, columns, fit, part)
            flow.paint(rule(flow.y))
            if not any(cell.lines for cell in cells):
                return
        flow.break_page()
        fresh = True
        if header:
            _lay_header(flow, *header, None)


def _paint_part(flow: Flow, cells: Sequence[LaidCell], columns: Sequence[Column], fit: int, height: float) -> None:
    """Print up to `fit` lines of every cell, keep the rest in the cells, and move below."""
    top = flow.y + columns[0].air
    for cell, column in zip(cells, columns, strict=True):
        if cell.mark:
            draw_mark(flow, cell.mark, column.x + PAD_X, top - 0.2, cell.element)
            cell.mark = None
        inner, right_to_left = column.width - 2 * PAD_X, bool(cell.lines) and is_right_to_left(cell.lines[0].text)
        flow_y, flow.y = flow.y, top
        for line in cell.lines[:fit]:
            flow.line(line, column.style, cell.element, column.x + PAD_X, inner, column.align, right_to_left)
            flow.y += column.style.leading
        flow.y = flow_y
        cell.lines = cell.lines[fit:]
    flow.y += height
