"""The table of an export as text: gathered within limits, its heading row found below titles and above totals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sendself.context.export.codes import need_codes, plain, status_of
from sendself.context.export.errors import ExportError
from sendself.context.export.facts import Fact
from sendself.context.export.headings import recognise
from sendself.context.export.two_headings import joined_headings
from sendself.context.export.values import is_upn
from sendself.rubric.text import MISLEADING

MAX_ROWS = 20_000
MAX_COLUMNS = 400
MAX_CELLS = 1_000_000
"""Filled cells: 20,000 rows of 50, or 2,500 rows of 400. It bounds the memory that a file can take."""
MAX_CELL = 200
"""Characters kept of a cell. What is counted is shorter; long cells are notes, which nothing here reads."""

HEADING_WITHIN = 30
# Excel's own limits, with some room: blank rows and cells up to there are an oversight, beyond it an attack.
_LAST_LINE = 1_050_000
_WIDEST = 20_000

_ONLY_COLUMNS = "Export only the columns to be counted, such as UPN, year group, SEN status and need type."
TOO_MANY_ROWS = (
    f"This file has more than {MAX_ROWS:,} rows. Export the pupils of one school, with one row for each pupil."
)
TOO_MANY_COLUMNS = f"This file has more than {MAX_COLUMNS} columns. {_ONLY_COLUMNS}"
_TOO_MANY_CELLS = f"This file has more than a million filled cells. {_ONLY_COLUMNS}"
_UNWANTED = re.compile(f"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u2060-\u2065{MISLEADING}]+")
# By ="0123" and '0123 whoever writes a file keeps Excel from making a number of a text.
_GUARDED = re.compile(r"""\s*(?:="(.*)"|'(.*))\s*""", re.DOTALL)
# What a heading never is, and the first pupil of a file without headings often is.
_VALUE = re.compile(r"[\d.,/:\s%-]*\d[\d.,/:\s%-]*")


@dataclass(frozen=True, slots=True)
class RawTable:
    """An export as text, for the one step in which it is counted. Nothing that stands in the file is in its repr.

    Every row is as wide as `header`, where a column without a heading has "". `titles` are the lines above the
    headings; `blank_rows` counts the empty ones between the rows. `sheets` are all of the workbook and `sheets_read`
    those that the rows come from, sheet by sheet as many as `rows_of_sheets` says; `sheets_left_out` have
    the same headings and seem to hold the same pupils; `elsewhere` is what only headings of other sheets say. All are
    empty for a text file.
    """

    header: tuple[str, ...] = field(repr=False)
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    titles: tuple[str, ...] = field(default=(), repr=False)
    blank_rows: int = 0
    sheets: tuple[str, ...] = field(default=(), repr=False)
    sheets_read: tuple[str, ...] = field(default=(), repr=False)
    rows_of_sheets: tuple[int, ...] = ()
    sheets_left_out: tuple[str, ...] = field(default=(), repr=False)
    elsewhere: tuple[Fact, ...] = ()

    @property
    def sheets_not_read(self) -> tuple[str, ...]:
        """The sheets of the workbook that no row comes from."""
        return tuple(name for name in self.sheets if name not in self.sheets_read)


def clean_cell(text: str) -> str:
    """A cell on one line, without guards against Excel, control and invisible characters, cut to `MAX_CELL`."""
    text = text[: 4 * MAX_CELL]
    if guarded := _GUARDED.fullmatch(text):
        text = guarded[1] or guarded[2] or ""
    if not text.isascii() or not text.isprintable():
        text = _UNWANTED.sub(" ", text)
    return " ".join(text.split())[:MAX_CELL].rstrip()


class _CleanCells(dict[str, str]):
    """Cells as cleaned before: an export repeats few values, and each is cleaned and kept once."""

    def __missing__(self, text: str) -> str:
        cleaned = clean_cell(text)
        if len(text) <= MAX_CELL:
            self[text] = cleaned = text if cleaned == text else cleaned
        return cleaned


class Grid:
    """The rows of a file as they are read. `add` raises ExportError at the first row or cell beyond the limits."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, ...]] = []
        self.numbers: list[int] = []
        self._cells = 0
        self._clean = _CleanCells()

    def add(self, number: int, cells: list[str]) -> None:
        """Take row `number` of the file, unless it is blank."""
        if number > _LAST_LINE or len(cells) > _WIDEST:
            raise ExportError(TOO_MANY_ROWS if number > _LAST_LINE else TOO_MANY_COLUMNS)
        if not any(cells):
            return
        while not cells[-1]:
            cells.pop()
        row = [self._clean[text] for text in cells]
        while row and not row[-1]:
            row.pop()
        if not row:
            return
        self._cells += sum(map(bool, row))
        if len(self.rows) >= MAX_ROWS:
            raise ExportError(TOO_MANY_ROWS)
        if len(row) > MAX_COLUMNS:
            raise ExportError(TOO_MANY_COLUMNS)
        if self._cells > MAX_CELLS:
            raise ExportError(_TOO_MANY_CELLS)
        self.rows.append(tuple(row))
        self.numbers.append(number)


def headings_in(row: Iterable[str]) -> int:
    """How many different facts the cells of a row would be headings of."""
    return len({known[0] for text in row if (known := recognise(text))})


def headings_look_like_data(table: RawTable) -> bool:
    """Whether the row taken for headings may be a pupil's, as in an export without headings.

    It is so when fewer than two of them are known, one is a number, a date or a UPN, or one stands again in its column.
    """
    if headings_in(table.header) < 2 or any(_VALUE.fullmatch(text) or is_upn(text) for text in table.header):
        return True
    below = [row for row in table.rows if row != table.header]
    return any(heading and any(row[at] == heading for row in below) for at, heading in enumerate(table.header))


def is_table(grid: Grid) -> bool:
    """Whether the rows look like a table at all: two rows with two columns."""
    return sum(len(row) > 1 for row in grid.rows[:200]) > 1


def headings_of(row: Iterable[str]) -> tuple[str, ...]:
    """A row of headings as what two exports of one report share: words in small letters, no blanks at the end."""
    headings = [plain(heading) for heading in row]
    while headings and not headings[-1]:
        headings.pop()
    return tuple(headings)


def table_of(grid: Grid) -> RawTable:
    """The table that the rows make. Raises ExportError when there is none, or none with headings."""
    if not is_table(grid):
        raise ExportError(
            "There is no table in this file: it needs a row of headings and a row for each pupil. "
            "Export again from your MIS as CSV or XLSX."
        )
    header, first, at = joined_headings(grid.rows, heading_row(grid))
    below = grid.rows[at + 1 :]
    if not below:
        raise ExportError("There are no rows below the headings. Export again with a row for each pupil.")
    width = max(len(header), max(map(len, below)))
    return RawTable(
        header=_widened(header, width),
        rows=tuple(_widened(row, width) for row in below),
        titles=tuple(" ".join(filter(None, row)) for row in grid.rows[:first]),
        # A hostile workbook may number its rows in any order.
        blank_rows=max(grid.numbers[-1] - grid.numbers[at] - len(below), 0),
    )


def heading_row(grid: Grid) -> int:
    """The place of the headings. Raises ExportError when no row can be one."""
    first = grid.rows[:HEADING_WITHIN]
    known = [_as_headings(row) for row in first]
    if max(known):
        return known.index(max(known))
    likely = next((place for place, row in enumerate(grid.rows) if sum(map(bool, row)) > 1), None)
    if likely is None or any(_is_value(text) for text in grid.rows[likely]):
        raise ExportError(
            "No row of headings was found. Put the name of each column in the first row, such as UPN, Year group, "
            "SEN status, and choose the file again."
        )
    return likely


def _as_headings(row: tuple[str, ...]) -> int:
    """How many headings a row shows; none when it is a pupil's, whose status may read like one."""
    known = headings_in(row) if len(row) > 1 else 0
    if any(is_upn(text) for text in row) or (known == 1 and any(map(_is_value, row))):
        return 0
    return known


def _is_value(text: str) -> bool:
    return bool(_VALUE.fullmatch(text)) or is_upn(text) or status_of(text) is not None or bool(need_codes(text))


def _widened(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return row + ("",) * (width - len(row))
