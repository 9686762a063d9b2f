"""The cells of a sheet as Excel shows them: shared texts, numbers, percentages, dates, ticks."""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta
from functools import lru_cache

from sendself.context.export.errors import ExportError
from sendself.context.export.sheet_parts import KEPT, Shown, unescaped
from sendself.context.export.table import MAX_COLUMNS, TOO_MANY_COLUMNS, Grid
from sendself.context.export.xml_stream import Attributes

_LAST_COLUMN = 16_384
_NUMBER = re.compile(r"[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})([Ee][+-]?\d{1,3})?", re.ASCII)
_LAST_DAY = 2_950_000
"""A little before the end of the year 9999, from either day at which a workbook's dates begin."""


UNLIMITED = 10**9


class EnoughRows(Exception):
    """A sheet that is only looked at has shown as many rows as were asked for."""


class SheetReader:
    """Takes the elements of a sheet and gathers its rows in `grid`; raises EnoughRows once there are `most`."""

    def __init__(self, strings: list[str], formats: list[Shown], from_1904: bool, most: int = UNLIMITED) -> None:
        self.grid = Grid()
        self._most = most
        self._strings, self._formats = strings, formats
        self._epoch = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - a date, no moment
        self._row: list[str] = []
        # Few different numbers stand in a column. What is remembered of them ends with the sheet.
        self._number_text = lru_cache(maxsize=4096)(self._shown_number)
        self._number = self._column = 0
        self._kind = self._style = ""
        self._text = ""
        self._inside = self._aside = False

    def start(self, name: str, attributes: Attributes) -> None:
        """A row, a cell or its value begins."""
        if name == "c":
            self._column = _column(attributes.get("r", "").rstrip("0123456789")) or self._column + 1
            if self._column > _LAST_COLUMN:
                raise ExportError(TOO_MANY_COLUMNS)
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        elif name == "v" or (name == "t" and not self._aside):
            self._inside = True
        elif name == "row":
            said = attributes.get("r", "")
            self._number = int(said) if said.isascii() and said.isdigit() and len(said) < 8 else self._number + 1
            self._column = 0
        elif name == "rPh":
            self._aside = True

    def text(self, piece: str) -> None:
        """Part of a value."""
        if self._inside:
            self._text = (self._text + piece)[:KEPT]

    def end(self, name: str) -> None:
        """A value, a cell or a row ends."""
        self._inside = False
        if name == "c":
            if self._text and (value := self._value(self._text)):
                self._put(value)
            self._text = ""
        elif name == "row":
            self.grid.add(self._number, self._row)
            self._row = []
            if len(self.grid.rows) >= self._most:
                raise EnoughRows
        elif name == "rPh":
            self._aside = False

    def _put(self, value: str) -> None:
        """Put a value in its column: mostly the next one, but a workbook may leave some out or come back."""
        if self._column > MAX_COLUMNS:
            raise ExportError(TOO_MANY_COLUMNS)
        self._row += [""] * (self._column - len(self._row))
        self._row[self._column - 1] = value

    def _value(self, text: str) -> str:
        if self._kind == "s":
            place = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1
            return self._strings[place] if 0 <= place < len(self._strings) else ""
        if self._kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(text.strip(), "")
        if self._kind == "n":
            return self._number_text(text.strip(), self._style)
        # An error such as #N/A says nothing.
        return "" if self._kind == "e" else unescaped(text)

    def _shown_number(self, text: str, said_style: str) -> str:
        number = float(text) if _NUMBER.fullmatch(text) else math.inf
        if not math.isfinite(number):
            return ""
        style = int(said_style) if said_style.isascii() and said_style.isdigit() and len(said_style) < 6 else -1
        shown = self._formats[style] if 0 <= style < len(self._formats) else Shown.PLAIN
        if shown is Shown.DATE and 0 <= number < _LAST_DAY:
            moment = self._epoch + timedelta(days=number)
            return moment.date().isoformat() if number == int(number) else moment.isoformat(" ", "minutes")
        return f"{_decimal(100 * number)}%" if shown is Shown.PERCENT else _decimal(number)


def _decimal(number: float) -> str:
    """A number as a cell shows it: 12 digits hide what arithmetic leaves at the end."""
    if abs(number) < 1e15 and number == int(number):
        return str(int(number))
    return f"{number:.12g}"


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """1 for "A", 28 for "AB"; 0 for what is no column."""
    number = 0
    for letter in letters[:4].upper():
        if not "A" <= letter <= "Z":
            return 0
        number = 26 * number + ord(letter) - 64
    return number
