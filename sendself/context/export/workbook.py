"""An Excel workbook (.xlsx) as rows: its zip is judged before anything is unpacked, and only what is needed is read."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from xml.parsers.expat import ExpatError

from sendself.context.export.errors import ExportError
from sendself.context.export.facts import Fact
from sendself.context.export.headings import recognise
from sendself.context.export.several_sheets import (
    PEEKED,
    Sheet,
    aligned,
    called,
    facts_of,
    joined,
    with_pupils,
    without_doubles,
)
from sendself.context.export.sheet import UNLIMITED, EnoughRows, SheetReader
from sendself.context.export.sheet_parts import read_formats, read_strings
from sendself.context.export.table import Grid, RawTable, table_of
from sendself.context.export.xml_stream import Allowance, Attributes, read_xml

MAX_PARTS = 2_000
MAX_UNPACKED = 100_000_000
"""Bytes of all parts unpacked. A sheet of 20,000 rows and 40 columns takes 40 MB."""
MAX_RATIO = 100
"""A large part that shrinks by more than this is a bomb: real sheets shrink 10 to 30 times."""
_LARGE = 5_000_000
_MAX_SHEETS = 50

_DAMAGED = (
    "This workbook is damaged or was not made by Excel. Open it in Excel, save it again as XLSX, and choose that."
)
_TOO_LARGE = (
    "This workbook unpacks to far more than a school's pupils would fill. "
    "Copy the table alone into a new workbook, save it as XLSX, and choose that."
)
# What zipfile, zlib and expat raise over bytes that make no sense; RuntimeError over encrypted parts.
_READER_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ExpatError,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    OverflowError,
    RuntimeError,
)
_OTHER_ZIPS = (
    (
        "xl/workbook.bin",
        "This is a binary Excel workbook (.xlsb). Save it as an Excel workbook (.xlsx), and choose that.",
    ),
    ("content.xml", "This is an OpenDocument file. Save it as an Excel workbook (.xlsx) or CSV, and choose that."),
    ("index/document.iwa", "This is a Numbers file. Export it as an Excel workbook (.xlsx) or CSV, and choose that."),
)


@dataclass(slots=True, repr=False)
class _Outline:
    """What the workbook says of itself: its sheets in order, and where dates begin."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    from_1904: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            visible = attributes.get("state", "visible") == "visible"
            # The link is r:id, or id with any other prefix; sheetId is a number of its own.
            link = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            self.sheets.append((attributes.get("name", ""), link, visible))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "0") in ("1", "true")


def read_workbook(data: bytes, wanted: Sequence[str] = ()) -> RawTable:
    """The table of its sheets. Raises ExportError for bombs, damaged files, other zips, a sheet that is not there."""
    # Each entry of a zip's directory has this mark: more of them than parts can only be counted high, never low.
    if data.count(b"PK\x01\x02") > MAX_PARTS:
        raise ExportError(_TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Workbook(archive).table(wanted)
    except ExportError as error:
        problem = str(error)
    except _READER_ERRORS:
        problem = _DAMAGED
    raise ExportError(problem)


class _Workbook:
    """An open workbook whose directory has been found harmless."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        _judge(archive.infolist())
        self._archive = archive
        self._parts = {info.filename.replace("\\", "/").lower().lstrip("/"): info for info in archive.infolist()}
        self._allowance = Allowance()
        self._seen: dict[str, frozenset[Fact]] = {}
        for part, sentence in _OTHER_ZIPS:
            if part in self._parts:
                raise ExportError(sentence)
        main = next((target for kind, target in self._links("").values() if kind == "officeDocument"), "")
        if "word/" in main or "ppt/" in main or main not in self._parts:
            raise ExportError("This file is not an Excel workbook. Export again from your MIS as CSV or XLSX.")
        self._outline = _Outline()
        self._read(main, self._outline)
        links = self._links(main)
        of_kind = {kind: target for kind, target in links.values() if target in self._parts}
        self.sheets = [
            Sheet(name, links[link][1], visible)
            for name, link, visible in _once(self._outline.sheets)[:_MAX_SHEETS]
            if link in links and links[link][0] == "worksheet" and links[link][1] in self._parts
        ]
        self._strings = read_strings(self._archive, self._parts.get(of_kind.get("sharedStrings", "")), self._allowance)
        self._formats = read_formats(self._archive, self._parts.get(of_kind.get("styles", "")), self._allowance)

    def table(self, wanted: Sequence[str]) -> RawTable:
        chosen = called(self.sheets, wanted) if wanted else with_pupils(self.sheets, self._peek)
        tables = aligned({sheet.name: table_of(self._grid(sheet)) for sheet in chosen} or {"": table_of(Grid())})
        # Whoever chooses sheets has all of them counted.
        read = tuple(tables) if wanted else without_doubles(tables)
        left_out = tuple(name for name in tables if name not in read)
        table = joined([tables[name] for name in read], tuple(sheet.name for sheet in self.sheets), read, left_out)
        return replace(table, elsewhere=self._elsewhere(table))

    def _elsewhere(self, table: RawTable) -> tuple[Fact, ...]:
        """What only sheets say that were looked at and not read."""
        here = {known[0] for heading in table.header if (known := recognise(heading))}
        there = {fact for name, facts in self._seen.items() if name not in table.sheets_read for fact in facts}
        return tuple(fact for fact in Fact if fact in there - here)

    def _grid(self, sheet: Sheet, most: int = UNLIMITED) -> Grid:
        reader = SheetReader(self._strings, self._formats, self._outline.from_1904, most)
        with suppress(EnoughRows):
            self._read(sheet.part, reader)
        return reader.grid

    def _peek(self, sheet: Sheet) -> Grid:
        grid = self._grid(sheet, PEEKED)
        self._seen[sheet.name] = facts_of(grid)
        return grid

    def _read(self, part: str, reader: _Outline | SheetReader | _Links) -> None:
        with self._archive.open(self._parts[part]) as stream:
            read_xml(stream, reader, self._allowance)

    def _links(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that a part points to: id -> kind and path."""
        folder, name = posixpath.split(part)
        links = _Links(folder)
        if (path := posixpath.join(folder, "_rels", f"{name}.rels")) in self._parts:
            self._read(path, links)
        return links.found


class _Links:
    """The relationships of a part."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            path = posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"{self._folder}/{target}")
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = kind, path.lstrip("/").lower()


def _once(sheets: list[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    """The sheets without those that bear the name of an earlier one, as Excel never lets them."""
    return list({sheet[0].strip().casefold(): sheet for sheet in reversed(sheets)}.values())[::-1]


def _judge(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse a bomb by what its directory says; reading later stops at the size said there."""
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise ExportError(_TOO_LARGE)
    for part in parts:
        if part.file_size > _LARGE and part.file_size > MAX_RATIO * part.compress_size:
            raise ExportError(_TOO_LARGE)
        if part.flag_bits & 1:
            raise ExportError("This workbook has a password. Save it without one, and choose that file.")
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ExportError(_DAMAGED)
