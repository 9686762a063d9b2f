"""What the cells of a workbook share: its texts and its number formats."""

from __future__ import annotations

import re
import zipfile
from enum import Enum

from sendself.context.export.errors import ExportError
from sendself.context.export.table import MAX_CELL, MAX_CELLS, clean_cell
from sendself.context.export.xml_stream import Allowance, Attributes, read_xml

_BUILT_IN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_MAX_STYLES = 70_000
_BUILT_IN_PERCENT = frozenset([9, 10])
# What a number format shows as it stands: quoted and escaped letters, padding, colours and conditions.
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
KEPT = 4 * MAX_CELL
"""Characters taken of a text before it is cleaned and cut: a long note is not gathered whole."""


class Shown(Enum):
    """How a number format shows a number."""

    PLAIN = "plain"
    DATE = "date"
    PERCENT = "percent"


class _Strings:
    """The texts that cells share; guides to pronunciation (rPh) are not part of them."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._text = ""
        self._inside = self._aside = False

    def start(self, name: str, _: Attributes) -> None:
        self._inside = name == "t" and not self._aside
        if name == "rPh":
            self._aside = True

    def end(self, name: str) -> None:
        self._inside = False
        if name == "rPh":
            self._aside = False
        elif name == "si":
            self.found.append(clean_cell(unescaped(self._text)))
            self._text = ""
            if len(self.found) > MAX_CELLS:
                raise ExportError("This workbook has more than a million texts. Export only the columns to be counted.")

    def text(self, piece: str) -> None:
        if self._inside:
            self._text = (self._text + piece)[:KEPT]


class _Formats:
    """The number formats, and which of them each style of cell uses."""

    def __init__(self) -> None:
        self.found: list[Shown] = []
        self._own: dict[str, Shown] = {}
        self._in_cells = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            self._own[attributes.get("numFmtId", "")] = shown_by(attributes.get("formatCode", ""))
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            number = attributes.get("numFmtId", "0")
            self.found.append(self._own.get(number) or _built_in(number))
            if len(self.found) > _MAX_STYLES:
                raise ExportError(
                    "This workbook has more styles than Excel allows. Copy the table into a new workbook."
                )

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False


def read_strings(archive: zipfile.ZipFile, part: zipfile.ZipInfo | None, allowance: Allowance) -> list[str]:
    """The shared texts of a workbook, cleaned; none when it has no such part."""
    strings = _Strings()
    if part is not None:
        with archive.open(part) as stream:
            read_xml(stream, strings, allowance)
    return strings.found


def read_formats(archive: zipfile.ZipFile, part: zipfile.ZipInfo | None, allowance: Allowance) -> list[Shown]:
    """How each style of the workbook shows a number."""
    formats = _Formats()
    if part is not None:
        with archive.open(part) as stream:
            read_xml(stream, formats, allowance)
    return formats.found


def shown_by(code: str) -> Shown:
    """What a format such as `dd/mm/yyyy`, `0.0%` or `0" days"` makes of a number."""
    first = _LITERAL.sub("", code[:300]).partition(";")[0].casefold()
    if "%" in first:
        return Shown.PERCENT
    return Shown.DATE if first != "general" and re.search(r"[dmyhs]", first) else Shown.PLAIN


def _built_in(number: str) -> Shown:
    known = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0
    if known in _BUILT_IN_PERCENT:
        return Shown.PERCENT
    return Shown.DATE if known in _BUILT_IN_DATES else Shown.PLAIN


def unescaped(text: str) -> str:
    """The text without Excel's writing of control characters, such as _x000D_."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
