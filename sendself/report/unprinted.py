"""What the fonts of a PDF cannot print, said in the PDF itself and to whoever makes it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from sendself.assessment.disclosure.report_kinds import ReportKind
from sendself.document.blocks import Document, Paragraph
from sendself.document.printable import unprintable_characters

_SHOWN = 20
_SIGNS = "emoji and other signs"


def with_unprinted(document: Document) -> Document:
    """The document, at its end a line on what its fonts cannot print; the same document where they print all of it.

    The characters are named by their script, since the line itself has to be printed.
    """
    missing = unprintable_characters(document)
    if not missing:
        return document
    kept = "The data inside has them." if document.attachment else "The evaluation in sendself has them."
    few = "1 character" if len(missing) == 1 else f"{len(missing):,} characters"
    line = (
        f"The fonts of this PDF cannot print: {few} ({'; '.join(_scripts(missing))}). A sign stands for each, behind "
        f"which it is when the text is copied or read aloud. {kept}"
    )
    return replace(document, blocks=(*document.blocks, Paragraph(line, "small")))


def cannot_print(missing: Iterable[str], kind: ReportKind) -> str:
    """The same as a sentence for a screen, which has the characters themselves: at most twenty of them."""
    kept = " The data inside keeps them." if kind is ReportKind.FULL else ""
    return f"The PDF cannot print {' '.join([*missing][:_SHOWN])}: a sign stands in their place.{kept}"


def _scripts(missing: Iterable[str]) -> tuple[str, ...]:
    """The scripts of the characters, each once in the order in which they come: "Thai", "CJK", "emoji"."""
    return tuple(dict.fromkeys(map(_script, missing)))


def _script(character: str) -> str:
    if unicodedata.category(character)[0] not in "LMN":
        return _SIGNS
    first = unicodedata.name(character, "").partition(" ")[0]
    return first if first == "CJK" else first.capitalize() or _SIGNS
