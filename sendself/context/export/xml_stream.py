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
    """What takes the elements of a part, by names without their namespace. `end` and `text` may be left out."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""


class Allowance:
    """How many elements may still be read from a workbook."""

    def __init__(self, elements: int = MAX_ELEMENTS) -> None:
        self.elements = elements


def read_xml(stream: IO[bytes], reader: Reader, allowance: Allowance) -> None:
    """Hand the elements of a part to a reader.

    Raises ExportError beyond the allowance and for document types, `expat.ExpatError` for what is not XML.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    local: dict[str, str] = {}
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        allowance.elements -= 1
        if depth > MAX_DEPTH or allowance.elements < 0:
            raise ExportError(_TOO_LARGE)
        if any(" " in key for key in attributes):
            attributes = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        reader.start(local.get(name) or local.setdefault(name, name.rpartition(" ")[2]), attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if on_end is not None:
            on_end(local[name])

    def refuse(*_: object) -> None:
        raise ExportError(_UNSAFE)

    on_end = getattr(reader, "end", None)
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = getattr(reader, "text", None)
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    fed = 0
    while chunk := stream.read(_CHUNK):
        parser.Parse(chunk, False)
        fed += len(chunk)
        if fed - max(parser.CurrentByteIndex, 0) > _MAX_TAG:
            raise ExportError(_UNSAFE)
    parser.Parse(b"", True)
