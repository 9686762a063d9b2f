"""What the tests read out of a Word file: its parts, its body, its text in the order of reading."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every part of the file by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def part(data: bytes, name: str) -> Any:
    """A part as XML."""
    return etree.fromstring(parts_of(data)[name])


def body_of(data: bytes) -> Any:
    """The body of the document."""
    return part(data, "word/document.xml").find(f"{W}body")


def paragraphs_of(data: bytes) -> list[tuple[str, str]]:
    """Style and text of every paragraph in the order of reading, those in tables included."""
    return [(_style(one), text_of(one)) for one in body_of(data).iter(f"{W}p")]


def word_text(data: bytes) -> str:
    """Everything that is said in the body, with what the pictures show put where they stand."""
    return "\n".join(text for _, text in paragraphs_of(data))


def text_of(element: Any) -> str:
    """The text below an element; a picture is its alternative text."""
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    for one in element.iter():
        if one.tag == f"{W}t":
            yield one.text or ""
        elif one.tag in (f"{W}br", f"{W}tab"):
            yield " "
        elif str(one.tag).endswith("}docPr"):
            yield one.get("descr", "")


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "Normal" if found is None else str(found.get(f"{W}val"))
