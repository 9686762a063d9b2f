"""What may stand in a text: cleaned at the door, so that every store, page and document can hold it."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from sendself.rubric.text import MISLEADING

LINE_LIMIT = 300
NOTE_LIMIT = 20_000
LINK_LIMIT = 2_000

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters and lone surrogates, and what would mislead: stored text is data, not layout.
_UNWANTED = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff{MISLEADING}]")

# Letters that Unicode does not take apart into a letter and an accent.
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D"})


def clean(text: str) -> str:
    """The text in Unicode NFC with single line ends, without control characters, lone surrogates or outer spaces."""
    text = _UNWANTED.sub("", _LINE_END.sub("\n", text))
    # Cleaned at every load: most text is plain already, and looking is ten times cheaper than normalising.
    return (text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)).strip()


def without_accents(text: str) -> str:
    """The text in letters without accents where Unicode can take them apart, or we: "Łukasz" is "Lukasz"."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def clean_line(text: str) -> str:
    """The text as `clean` gives it, on one line."""
    return " ".join(clean(text).split())


Line = Annotated[str, AfterValidator(clean_line), StringConstraints(max_length=LINE_LIMIT)]
"""A name, a role, a title: one line of at most 300 characters."""

Link = Annotated[str, AfterValidator(clean_line), StringConstraints(max_length=LINK_LIMIT)]
"""Where something is to be found: a web address or a place in words, at most 2,000 characters."""

Note = Annotated[str, AfterValidator(clean), StringConstraints(max_length=NOTE_LIMIT)]
"""Prose: at most 20,000 characters."""
