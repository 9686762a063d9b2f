"""Tables for spreadsheet programs: XLSX and CSV in which no text is ever a formula."""

import csv
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO, StringIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

SheetCell = str | int | date | None

CELL_LIMIT = 32_000
"""Characters that are written into one cell; Excel holds 32,767."""

_CUT = " … (the cell is full: the report has the whole text)"
# What makes Excel, LibreOffice and others read a cell as a formula; the wide signs do so in some languages.
_FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a header. `widths` are characters, one per column. Text that begins like a formula stays text.

    A day is a day of the workbook, and 2027-03-31 in CSV.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    widths: tuple[int, ...]


def render_xlsx(sheets: tuple[Sheet, ...], *, title: str, author: str, made_on: date) -> bytes:
    """The sheets as a workbook: header frozen and repeated in print, text wrapped, a filter over each column.

    The same sheets give the same bytes.
    """
    written = BytesIO()
    book = Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "author": author, "created": datetime.combine(made_on, time(), UTC)})
    looks = _Looks(book)
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        for column, (words, width) in enumerate(zip(sheet.header, sheet.widths, strict=True)):
            page.set_column(column, column, width)
            page.write_string(0, column, words, looks.head)
        for number, row in enumerate(sheet.rows, 1):
            for column, cell in enumerate(row):
                _write(page, number, column, cell, looks)
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        if sheet.rows:
            page.autofilter(0, 0, len(sheet.rows), len(sheet.header) - 1)
    book.close()
    return written.getvalue()


class _Looks:
    """How the cells of a workbook look."""

    def __init__(self, book: Workbook) -> None:
        top = {"text_wrap": True, "valign": "top"}
        self.head = book.add_format({**top, "bold": True, "bottom": 1})
        self.body = book.add_format(top)
        # As if typed after an apostrophe: it stays text when somebody edits the cell.
        self.quoted = book.add_format({**top, "quote_prefix": True})
        self.day = book.add_format({**top, "align": "left", "num_format": "d mmm yyyy"})


def _write(page: Worksheet, row: int, column: int, cell: SheetCell, looks: _Looks) -> None:
    if isinstance(cell, int):
        page.write_number(row, column, cell, looks.body)
    elif isinstance(cell, date):
        page.write_datetime(row, column, datetime.combine(cell, time()), looks.day)
    elif cell:
        page.write_string(row, column, _fitting(cell), looks.quoted if _like_a_formula(cell) else looks.body)


def render_csv(sheet: Sheet) -> bytes:
    """The table as CSV in UTF-8 with the mark that Excel needs to see that it is.

    Text that begins with one of = + - @ or a tab gets an apostrophe before it, so that no program reads a formula.
    """
    written = StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (sheet.header, *sheet.rows):
        writer.writerow(["" if cell is None else _harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return written.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    return f"'{text}" if _like_a_formula(text) else text


def _like_a_formula(text: str) -> bool:
    return text.lstrip(" ").startswith(tuple(_FORMULA_SIGNS))


def _fitting(text: str) -> str:
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - len(_CUT)] + _CUT
