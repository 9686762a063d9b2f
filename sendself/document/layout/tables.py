"""Tables that flow: a row breaks over pages line by line, so no cell is too tall and no page is left half empty."""

from collections.abc import Sequence
from dataclasses import dataclass

from sendself.document.blocks import Cell, Facts, LevelMark, Table, TickBox, cell_text
from sendself.document.layout.columns import PAD_X, Column, fact_columns, header_columns, table_columns
from sendself.document.layout.flow import Flow
from sendself.document.layout.forms import TICK_INDENT, TICK_SIDE, tick_box
from sendself.document.layout.lists import held_together
from sendself.document.layout.marks import MarkBox, draw_mark, measure_mark
from sendself.document.layout.prose import rule
from sendself.document.layout.structure import Element
from sendself.document.lines import Line, fill
from sendself.document.shapes import Box, TextStyle
from sendself.document.style import (
    BLOCK_GAP,
    BOTTOM,
    CAPTION,
    MARGIN,
    TEXT_WIDTH,
    TINT,
    TOP,
)
from sendself.document.text import is_right_to_left

# A row lower than this goes to the next page whole; a taller one is broken, so that the gap it leaves stays small.
WHOLE_ROW = 38.0
# A row lower than this does not stand alone where a page ends: the next goes with it, if both are no higher than that.
_LOW_ROW, _TWO_ROWS = 18.0, 57.0
# A table whose rows are no higher than this stays whole; of so few low rows also one that is higher.
_LOW_TABLE, _MOST_MEASURED, _FEW_ROWS = 45.0, 8, 4
_LONGEST_MARK = 3
_ABOVE, _BELOW_CAPTION = 1.0, 1.2


@dataclass(slots=True)
class LaidCell:
    """A cell as lines still to be printed, as a mark, or as a box to tick."""

    lines: list[Line]
    mark: MarkBox | None = None
    element: Element | None = None
    tick: bool = False
    indent: float = 0.0

    def height(self, style: TextStyle) -> float:
        """Height of what is still to be printed."""
        return self.mark.height if self.mark else max(len(self.lines) * style.leading, TICK_SIDE * self.tick)


_Header = tuple[Sequence[LaidCell], Sequence[Column]]


def lay_table(flow: Flow, table: Table) -> None:
    """A table with its caption and a header that is repeated, as decoration, on every page the table reaches.

    A short table stays whole; of a longer one, neither the first nor the last row stands alone where it is low.
    """
    if not table.header:
        return
    columns, head = table_columns(table), header_columns(table)
    header = _header(table, head)
    flow.need(table_opening(table))
    flow.skip(_ABOVE)
    whole = flow.root.add("Table")
    if caption := fill(table.caption, CAPTION, TEXT_WIDTH):
        flow.lines(caption, CAPTION, whole.add("Caption"), MARGIN, TEXT_WIDTH)
        flow.y += _BELOW_CAPTION
    _lay_header(flow, header, head, whole.add("TR"))
    repeat = _row_height(header, head) <= (BOTTOM - TOP) / 3
    _lay_rows(flow, table.rows, columns, whole, (header, head) if repeat else None)


def lay_facts(flow: Flow, facts: Facts) -> None:
    """Labels with their values, as a table without a header row."""
    if rows := _facts(facts):
        flow.need(facts_opening(facts))
        _lay_rows(flow, rows, fact_columns(facts), flow.root.add("Table"), None)


def table_opening(table: Table) -> float:
    """Height of caption, header and the beginning of the rows, which stay together; of a short table all of it."""
    if not table.header:
        return 0.0
    head = header_columns(table)
    lines = len(fill(table.caption, CAPTION, TEXT_WIDTH))
    caption = lines * CAPTION.leading + _BELOW_CAPTION if lines else 0.0
    return _ABOVE + caption + _row_height(_header(table, head), head) + _rows_opening(table.rows, table_columns(table))


def facts_opening(facts: Facts) -> float:
    """Height of the beginning of facts; of a few all of it."""
    return _rows_opening(_facts(facts), fact_columns(facts))


def _rows_opening(rows: Sequence[Sequence[Cell]], columns: Sequence[Column]) -> float:
    heights = [_row_height(_cells(row, columns), columns) for row in rows[:_MOST_MEASURED]]
    few_and_low = len(rows) <= _FEW_ROWS and max(heights, default=0.0) < _LOW_ROW
    if few_and_low or (len(rows) <= _MOST_MEASURED and sum(heights) <= _LOW_TABLE):
        return sum(heights)
    first = min(heights[0], WHOLE_ROW) if heights else 0.0
    return first if first >= _LOW_ROW else max(held_together(heights, _TWO_ROWS), first)


def _facts(facts: Facts) -> list[tuple[str, str]]:
    return [row for row in facts.rows if row[0] or row[1]]


def _lay_rows(
    flow: Flow, rows: Sequence[Sequence[Cell]], columns: Sequence[Column], whole: Element, header: _Header | None
) -> None:
    """Every row, the last two together where the last is low."""
    laid = [_cells(row, columns) for row in rows]
    for number, cells in enumerate(laid):
        row = whole.add("TR")
        for cell, column in zip(cells, columns, strict=True):
            cell.element = row.add("TH", scope="Row") if column.header else row.add("TD")
        last_two = [_row_height(one, columns) for one in laid[number:]] if number == len(laid) - 2 else [_LOW_ROW]
        low = last_two[-1] < _LOW_ROW
        _lay_row(flow, cells, columns, header, held_together(last_two, _TWO_ROWS) if low else 0.0)
    flow.y += BLOCK_GAP


def _header(table: Table, head: Sequence[Column]) -> list[LaidCell]:
    return _cells(table.header, head)


def _cells(row: Sequence[Cell], columns: Sequence[Column]) -> list[LaidCell]:
    """Cells measured for their columns."""
    laid = []
    for cell, column in zip(row, columns, strict=True):
        inner = column.width - 2 * PAD_X
        mark = measure_mark(cell, inner) if isinstance(cell, LevelMark) else None
        if mark and len(mark.lines) <= _LONGEST_MARK:
            laid.append(LaidCell([], mark))
        else:
            indent = TICK_INDENT if isinstance(cell, TickBox) else 0.0
            lines = fill(cell_text(cell), column.style, inner - indent)
            laid.append(LaidCell(lines, tick=isinstance(cell, TickBox), indent=indent))
    return laid


def _row_height(cells: Sequence[LaidCell], columns: Sequence[Column]) -> float:
    tallest = max(cell.height(column.style) for cell, column in zip(cells, columns, strict=True))
    return max(tallest, columns[0].style.leading) + 2 * columns[0].air


def _lay_header(flow: Flow, cells: Sequence[LaidCell], columns: Sequence[Column], row: Element | None) -> None:
    """The header row; without `row` it is a repetition and decoration."""
    laid = [
        LaidCell(list(cell.lines), cell.mark, row.add("TH", scope="Column") if row else None, cell.tick, cell.indent)
        for cell in cells
    ]
    while True:
        fit = int((flow.room - 2 * columns[0].air) / columns[0].style.leading)
        height = min(_row_height(laid, columns), max(fit, 1) * columns[0].style.leading + 2 * columns[0].air)
        flow.paint(Box(MARGIN, flow.y, TEXT_WIDTH, height, TINT))
        _paint_part(flow, laid, columns, max(fit, 1), height)
        if not any(cell.lines for cell in laid):
            return
        flow.break_page()


def _lay_row(
    flow: Flow, cells: Sequence[LaidCell], columns: Sequence[Column], header: _Header | None, together: float
) -> None:
    """One row, broken over pages when it is tall; it begins where `together` fits."""
    leading, air = columns[0].style.leading, columns[0].air
    fresh = flow.at_top
    if together > flow.room + 0.01 and not fresh:
        _next_page(flow, header)
        fresh = True
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
        _next_page(flow, header)
        fresh = True


def _next_page(flow: Flow, header: _Header | None) -> None:
    flow.break_page()
    if header:
        _lay_header(flow, *header, None)


def _paint_part(flow: Flow, cells: Sequence[LaidCell], columns: Sequence[Column], fit: int, height: float) -> None:
    """Print up to `fit` lines of every cell, keep the rest in the cells, and move below."""
    top = flow.y + columns[0].air
    for cell, column in zip(cells, columns, strict=True):
        if cell.mark:
            draw_mark(flow, cell.mark, column.x + PAD_X, top - 0.2, cell.element)
            cell.mark = None
        if cell.tick:
            flow.paint(tick_box(column.x + PAD_X, top + (column.style.leading - TICK_SIDE) / 2))
            cell.tick = False
        x, inner = column.x + PAD_X + cell.indent, column.width - 2 * PAD_X - cell.indent
        right_to_left = bool(cell.lines) and is_right_to_left(cell.lines[0].text)
        flow_y, flow.y = flow.y, top
        for line in cell.lines[:fit]:
            flow.line(line, column.style, cell.element, x, inner, column.align, right_to_left)
            flow.y += column.style.leading
        flow.y = flow_y
        cell.lines = cell.lines[fit:]
    flow.y += height
