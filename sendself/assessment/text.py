"""What may stand in a text: cleaned at the door, so that every store, page and document can hold it."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

LINE_LIMIT = 300
NOTE_LIMIT = 20_000

_KEPT_CONTROLS = {"\n", "\t"}
# Stored text is data, not layout: these would reverse or hide what stands beside them.
_INVISIBLE = {"\ufeff", "\ufffe", "\uffff", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}
_REPLACED = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n", "\x85": "\n"}


def clean(text: str) -> str:
    """The text in Unicode NFC with single line ends, without control characters, lone surrogates or outer spaces."""
    for old, new in _REPLACED.items():
        text = text.replace(old, new)
    kept = (
        character
        for character in text
        if character in _KEPT_CONTROLS
        or (unicodedata.category(character) not in ("Cc", "Cs") and character not in _INVISIBLE)
    )
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def clean_line(text: str) -> str:
    """The text as `clean` gives it, on one line."""
    return " ".join(clean(text).split())


Line = Annotated[str, AfterValidator(clean_line), StringConstraints(max_length=LINE_LIMIT)]
"""A name, a role, a title: one line of at most 300 characters."""

Note = Annotated[str, AfterValidator(clean), StringConstraints(max_length=NOTE_LIMIT)]
"""Prose: at most 20,000 characters."""
