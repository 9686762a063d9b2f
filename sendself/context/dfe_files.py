"""The DfE's CSV downloads: plain or gzip, three encodings, columns in any case, told apart."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from sendself.context.register import RegisterError

# The published pair is under 6 MB; ten times that is room for growth and a stop for anything else.
MAX_BYTES = 60_000_000
MAX_ROWS, MAX_COLUMNS, MAX_LINE = 100_000, 1_000, 1_000_000

CENSUS_FILE, INFORMATION_FILE = "england_census", "england_school_information"
REQUIRED = {
    CENSUS_FILE: ("URN", "SCHOOLTYPE", "NOR", "TSENELSE", "TSENELK"),
    INFORMATION_FILE: ("URN", "SCHNAME", "LANAME", "TOWN", "POSTCODE", "SCHSTATUS", "SCHOOLTYPE"),
}
"""The columns without which a file is not the one that the DfE gives this name."""

_TOO_LARGE = "{name} is far larger than the DfE file. Choose the file for England's schools."

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Download:
    """One of the DfE's files, read: its rows keyed by column names in capitals, values as trimmed text.

    `folder` is the name of the folder it lay in, which may say the year; `sha256` is of the file as it came.
    """

    name: str
    folder: str
    sha256: str
    rows: Sequence[Row] = field(repr=False)


def read_download(path: Path) -> Download:
    """A DfE file on the disk. Raises RegisterError when it cannot be read as a table."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise RegisterError(f"There is no file {path}. Check its name.") from error
    except (OSError, ValueError) as error:
        raise RegisterError(f"{path.name} cannot be read or is damaged. Download it again from the DfE.") from error
    return download_of(path.name, content, folder=path.absolute().parent.name)


def download_of(name: str, content: bytes, *, folder: str = "") -> Download:
    """A DfE file in memory. Raises RegisterError when it cannot be read as a table."""
    text = _decode(_unpacked(content, name), name)
    try:
        lines = csv.reader(_lines(text, name))
        header = [column.strip().upper() for column in next(lines, [])]
        filled = (values for values in lines if any(value.strip() for value in values))
        rows = [_row(header, values) for values in islice(filled, MAX_ROWS + 1)] if len(header) <= MAX_COLUMNS else []
    except csv.Error as error:
        raise RegisterError(f"{name} is not a CSV file. Download it again from the DfE as CSV.") from error
    if len(header) > MAX_COLUMNS or len(rows) > MAX_ROWS:
        raise RegisterError(_TOO_LARGE.format(name=name))
    if len(header) < 2 or not rows:
        raise RegisterError(f"{name} has no table in it. Download it again from the DfE as CSV.")
    return Download(name, folder, hashlib.sha256(content).hexdigest(), rows)


def require_columns(download: Download, expected: str) -> None:
    """Raise RegisterError, naming the file `expected`, when any of its columns is missing."""
    if missing := _missing(download, expected):
        raise RegisterError(
            f"{download.name} has no column {', '.join(missing)}, so it is not the DfE file {expected}. "
            f"Choose the file whose name begins with {expected}."
        )


def order_downloads(downloads: Sequence[Download]) -> tuple[Download, Download]:
    """The census file and the information file, told apart by their columns, whatever their names and order.

    Raises RegisterError unless there is exactly one of each.
    """
    census, information = (
        [download for download in downloads if not _missing(download, expected)]
        for expected in (CENSUS_FILE, INFORMATION_FILE)
    )
    if len(downloads) != 2 or len(census) != 1 or len(information) != 1 or census[0] is information[0]:
        raise RegisterError(
            _without_a_column(downloads)
            or f"Give two DfE files: the one whose name begins with {CENSUS_FILE} and the one whose name begins with "
            f"{INFORMATION_FILE}."
        )
    return census[0], information[0]


def _missing(download: Download, expected: str) -> list[str]:
    return [column for column in REQUIRED[expected] if column not in download.rows[0]]


def _without_a_column(downloads: Sequence[Download]) -> str:
    """What one of two files lacks, where it is plain which is which; empty where it is not."""
    kinds = {_likely_kind(download): download for download in downloads}
    if len(downloads) != 2 or set(kinds) != set(REQUIRED):
        return ""
    return " ".join(
        f"{download.name} has no column {', '.join(missing)}, without which it cannot be used. Download the file that "
        f"begins with {kind} again from the DfE, with all its columns."
        for kind, download in kinds.items()
        if kind and (missing := _missing(download, kind))
    )


def _likely_kind(download: Download) -> str | None:
    """Which of the two files it is by most of the columns that only one of them needs, or `None`."""
    for kind, other in ((CENSUS_FILE, INFORMATION_FILE), (INFORMATION_FILE, CENSUS_FILE)):
        own = set(REQUIRED[kind]) - set(REQUIRED[other])
        if 2 * len(own & download.rows[0].keys()) > len(own):
            return kind
    return None


def _lines(text: str, name: str) -> Iterator[str]:
    for line in io.StringIO(text, newline=""):
        if len(line) > MAX_LINE:
            raise RegisterError(_TOO_LARGE.format(name=name))
        yield line


def _row(header: Sequence[str], values: Sequence[str]) -> Row:
    padded = [*values, *[""] * (len(header) - len(values))]
    return {name: " ".join(value.split()) for name, value in zip(header, padded, strict=False)}


def _unpacked(content: bytes, name: str) -> bytes:
    if content.startswith(b"\x1f\x8b"):
        try:
            with gzip.open(io.BytesIO(content)) as packed:
                content = packed.read(MAX_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise RegisterError(f"{name} cannot be read or is damaged. Download it again from the DfE.") from error
    if len(content) > MAX_BYTES:
        raise RegisterError(_TOO_LARGE.format(name=name))
    return content


def _decode(content: bytes, name: str) -> str:
    if content.startswith(b"PK"):
        raise RegisterError(f"{name} is an Excel workbook. Save it as CSV, or download the CSV from the DfE.")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise RegisterError(f"{name} is not a text file. Download it again from the DfE as CSV.")
