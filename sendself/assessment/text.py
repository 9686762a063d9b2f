"""What may stand in a text: cleaned at the door, so that every store, page and document can hold it."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

LINE_LIMIT = 300
NOTE_LIMIT = 20_000
LINK_LIMIT = 2_000

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters and lone surrogates, and marks that would reverse or hide what stands beside them: stored text is
# data, not layout.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text in Unicode NFC with single line ends, without control characters, lone surrogates or outer spaces."""
    text = _UNWANTED.sub("", _LINE_END.sub("\n", text))
    # Cleaned at every load: most text is plain already, and looking is ten times cheaper than normalising.
    return (text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)).strip()


def clean_line(text: str) -> str:
    """The text as `clean` gives it, on one line."""
    return " ".join(clean(text).split())


Line = Annotated[str, AfterValidator(clean_line), StringConstraints(max_length=LINE_LIMIT)]
"""A name, a role, a title: one line of at most 300 characters."""

Link = Annotated[str, AfterValidator(clean_line), StringConstraints(max_length=LINK_LIMIT)]
"""Where something is to be found: a web address or a place in words, at most 2,000 characters."""

Note = Annotated[str, AfterValidator(clean), StringConstraints(max_length=NOTE_LIMIT)]
"""Prose: at most 20,000 characters."""
