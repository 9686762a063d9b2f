"""Rows from a text file: its encoding and its delimiter are found, and the file is never decoded as a whole."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter

from sendself.context.export.errors import ExportError
from sendself.context.export.table import Grid, headings_in

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 65_536
_SAMPLE_ROWS = 100
_MAX_ROW = 1_000_000
"""Characters of one row: 400 columns of a page each."""
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_NOT_TEXT = "This file is not a table of text. Export again from your MIS as CSV or XLSX."


def read_text(data: bytes) -> Grid:
    """The rows of a CSV file. Raises ExportError when it is not text, or its quotation marks do not match."""
    encoding = encoding_of(data)
    sample = _sample(data, encoding)
    delimiter = delimiter_of(sample)
    grid = Grid()
    problem = ""
    with io.TextIOWrapper(io.BytesIO(data), encoding, newline="") as text:
        lines = _Lines(text)
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for number, row in enumerate(rows, start=1):
                lines.length = 0
                if number > 1 or not _SEPARATOR_LINE.fullmatch(delimiter.join(row)):
                    grid.add(number, row)
        except csv.Error:
            problem = (
                f'A quotation mark (") near line {rows.line_num:,} is not closed, so the columns cannot be told apart. '
                "Export again, or open the file in Excel and save it as XLSX."
            )
        except UnicodeError:
            problem = _NOT_TEXT
    if problem:
        raise ExportError(problem)
    return grid


class _Lines:
    """The lines of a text, while no row of them grows without end: `length` counts what the row has so far."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self.length = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(_MAX_ROW)
        self.length += len(line)
        if self.length >= _MAX_ROW:
            raise ExportError(
                "A row of this file is longer than any pupil's would be. Export only the columns to be counted, "
                "such as UPN, year group, SEN status and need type."
            )
        if not line:
            raise StopIteration
        return line


def encoding_of(data: bytes) -> str:
    """UTF-16 with its mark or by its zeros, UTF-8, or windows-1252. Raises ExportError for what is not text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = data[:4096]
    if start.count(0) * 3 > len(start):
        return "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"
    if _CONTROLS.search(data):
        raise ExportError(_NOT_TEXT)
    for encoding in ("utf-8-sig", "cp1252"):
        if _decodes(data, encoding):
            return encoding
    raise ExportError(_NOT_TEXT)


def _decodes(data: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(data), _SAMPLE):
            decoder.decode(data[start : start + _SAMPLE])
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _sample(data: bytes, encoding: str) -> list[str]:
    """The first lines, without the last, which may be cut."""
    text = codecs.getincrementaldecoder(encoding)(errors="replace").decode(data[:_SAMPLE])
    lines = text.splitlines(keepends=True)
    return (lines[:-1] if len(data) > _SAMPLE else lines)[:_SAMPLE_ROWS]


def delimiter_of(sample: list[str]) -> str:
    """What separates the cells: the one that gives most known headings, then the most even columns."""
    if sample and (said := _SEPARATOR_LINE.fullmatch(sample[0])) and said[1] in _DELIMITERS:
        return said[1]
    return max(_DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: list[str], delimiter: str) -> tuple[int, int]:
    try:
        rows = [row for row in csv.reader(sample, delimiter=delimiter) if any(row)]
    except csv.Error:
        return 0, 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    known = max((headings_in(row) for row in rows if len(row) > 1), default=0)
    return known, max((count * (width - 1) for width, count in widths.items()), default=0)
