"""Reading the DfE's CSV downloads: plain or gzip, three encodings, suppressed figures, columns in any case."""

from __future__ import annotations

import csv
import gzip
import io
import re
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from sendself.context.register import RegisterError

# The published pair is under 6 MB; ten times that is room for growth and a stop for anything else.
MAX_BYTES = 60_000_000
SUPPRESSED = frozenset({"", "supp", "ne", "na", "n/a", "c", "z", "x", "low", "-", ":", "..", "."})

Row = dict[str, str]


def read_download(path: Path) -> list[Row]:
    """The rows of a DfE CSV file, keyed by its column names in capitals; values are trimmed text.

    Raises RegisterError when the file cannot be read as a table.
    """
    text = _decode(_read_bytes(path), path)
    try:
        lines = csv.reader(io.StringIO(text, newline=""))
        header = [name.strip().upper() for name in next(lines, [])]
        rows = [_row(header, values) for values in lines if any(value.strip() for value in values)]
    except csv.Error as error:
        raise RegisterError(f"{path.name} is not a CSV file. Download it again from the DfE as CSV.") from error
    if len(header) < 2 or not rows:
        raise RegisterError(f"{path.name} has no table in it. Download it again from the DfE as CSV.")
    return rows


def require_columns(rows: Sequence[Row], columns: Iterable[str], path: Path, expected: str) -> None:
    """Raise RegisterError, naming the file expected, when any of the columns is missing."""
    missing = [column for column in columns if column not in rows[0]]
    if missing:
        raise RegisterError(
            f"{path.name} has no column {', '.join(missing)}, so it is not the DfE file {expected}. "
            f"Choose the file whose name begins with {expected}."
        )


def is_suppressed(value: str) -> bool:
    """True for a blank and for the DfE's symbols: SUPP, NE, c, z, x, low and the like."""
    return value.strip().casefold() in SUPPRESSED


def read_count(value: str) -> int | None:
    """A count written as 1038, 1,038 or 1038.0; None when it is suppressed.

    Raises ValueError for anything else, a share such as 8.4% among them.
    """
    if is_suppressed(value):
        return None
    match = re.fullmatch(r"(\d{1,9}|\d{1,3}(?:,\d{3})+)(?:\.0+)?", value.strip(), re.ASCII)
    if match is None:
        raise ValueError(f"{value!r} is not a count")
    return int(match[1].replace(",", ""))


def _row(header: Sequence[str], values: Sequence[str]) -> Row:
    padded = [*values, *[""] * (len(header) - len(values))]
    return {name: " ".join(value.split()) for name, value in zip(header, padded, strict=False)}


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            if stream.read(2) != b"\x1f\x8b":
                stream.seek(0)
                content = stream.read(MAX_BYTES + 1)
            else:
                stream.seek(0)
                with gzip.open(stream) as unpacked:
                    content = unpacked.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise RegisterError(f"There is no file {path}. Check its name.") from error
    except (OSError, EOFError, zlib.error) as error:
        raise RegisterError(f"{path.name} cannot be read or is damaged. Download it again from the DfE.") from error
    if len(content) > MAX_BYTES:
        raise RegisterError(f"{path.name} is far larger than the DfE file. Choose the file for England's schools.")
    return content


def _decode(content: bytes, path: Path) -> str:
    if content.startswith(b"PK"):
        raise RegisterError(f"{path.name} is an Excel workbook. Save it as CSV, or download the CSV from the DfE.")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise RegisterError(f"{path.name} is not a text file. Download it again from the DfE as CSV.")
