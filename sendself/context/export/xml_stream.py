"""XML read as a stream within an allowance: no document types, no entities, no depth, no endless tag."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Protocol
from xml.parsers import expat

from sendself.context.export.errors import ExportError

MAX_ELEMENTS = 3_000_000
"""Of all parts read: a sheet of a million filled cells has two or three elements for each."""
MAX_DEPTH = 64
_CHUNK = 65_536
# A tag that does not end keeps the parser looking back over all of it.
_MAX_TAG = 1_000_000

_TOO_LARGE = (
    "This workbook holds far more than a school's pupils would fill. "
    "Copy the table alone into a new workbook, save it as XLSX, and choose that."
)
_UNSAFE = "This workbook holds what no export has. Open it in Excel, save it again as XLSX, and choose that."

Attributes = Mapping[str, str]


class Reader(Protocol):
    """What takes the elements of a part, by names without their prefix. `end` and `text` may be left out."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""


class _LocalNames(dict[str, str]):
    """Names without their prefix, each worked out once."""

    def __missing__(self, name: str) -> str:
        self[name] = name.rpartition(":")[2]
        return self[name]


class Allowance:
    """How many elements may still be read from a workbook."""

    def __init__(self, elements: int = MAX_ELEMENTS) -> None:
        self.elements = elements


def read_xml(stream: IO[bytes], reader: Reader, allowance: Allowance) -> None:
    """Hand the elements of a part to a reader.

    Raises ExportError beyond the allowance and for document types, `expat.ExpatError` for what is not XML.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    local = _LocalNames()
    begins, ends = reader.start, getattr(reader, "end", None)
    depth, left = 0, allowance.elements

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, left
        depth += 1
        left -= 1
        if depth > MAX_DEPTH or left < 0:
            raise ExportError(_TOO_LARGE)
        begins(local[name], attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if ends is not None:
            ends(local[name])

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = getattr(reader, "text", None)
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    try:
        _feed(parser, stream)
    finally:
        # A reader may stop before the end: what it has seen counts all the same.
        allowance.elements = left


def _feed(parser: expat.XMLParserType, stream: IO[bytes]) -> None:
    fed = 0
    while chunk := stream.read(_CHUNK):
        parser.Parse(chunk, False)
        fed += len(chunk)
        if fed - max(parser.CurrentByteIndex, 0) > _MAX_TAG:
            raise ExportError(_UNSAFE)
    parser.Parse(b"", True)


def _refuse(*_: object) -> None:
    raise ExportError(_UNSAFE)
