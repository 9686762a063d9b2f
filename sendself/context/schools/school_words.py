"""The words by which a school is typed and named: ways of writing that are one, and words that say little."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sendself.assessment.text import without_accents

MAX_QUERY = 200
FILLERS = frozenset({"the", "of", "and", "at", "in", "for", "a"})
"""What tells no school from another."""
_INITIALS = re.compile(r"\b([a-z])\.(?=[a-z]\b)")
_C_OF_E = re.compile(r"\bc of e\b")
_POSSESSIVES = (re.compile(r"\b(\w{3,})['\u2019]s\b"), re.compile(r"\b(?:st\.?|saint) (\w{3,})s\b"))
"""Whoever types "St Mary" means St Mary's, written with an apostrophe or without."""
_LOOSE_S = re.compile(r"\b([a-z]{3,}) s\b")
_TO_SPACE = {code: " " for code in range(128) if not chr(code).isalnum()} | {ord("&"): " and "}
_PLAIN = str.maketrans(_TO_SPACE | dict.fromkeys("'`\u2018\u2019\u00b4", ""))
# Ways of writing the same thing in the names of schools: whoever has one is found by the others.
_SAME = (
    (("st", "saint"), ("st", "saint")),
    (("cofe", "ce", "church of england"), ("cofe", "ce", "church", "england")),
    (("rc", "roman catholic"), ("rc", "roman", "catholic")),
    (("ap", "pru", "alternative provision", "pupil referral"), ("ap", "pru", "alternative", "provision")),
)

# Words that say what kind of school it is, and not which one.
_KINDS = FILLERS | {
    "school", "schools", "academy", "college", "nursery", "infant", "infants", "first", "primary", "junior", "middle",
    "lower", "upper", "secondary", "high", "sixth", "form", "preparatory", "special", "community", "voluntary", "aided",
    "controlled", "trust", "catholic", "roman", "rc", "cofe", "ce", "church", "england",
}  # fmt: skip


def plain_words(text: str) -> str:
    """`text` in small letters and digits only: no accents, apostrophes or stops, and "and" for "&"."""
    folded = text.casefold()
    if "." in folded:
        folded = _INITIALS.sub(r"\1", folded)
    folded = folded.translate(_PLAIN)
    if not folded.isascii():
        folded = re.sub(r"[^a-z0-9]+", " ", without_accents(folded))
    folded = " ".join(folded.split())
    return _C_OF_E.sub("cofe", folded) if "c of e" in folded else folded


def query_words(text: str) -> str:
    """The plain words of what somebody types, an s that lost its apostrophe back at its word."""
    return _LOOSE_S.sub(r"\1s", plain_words(text[:MAX_QUERY]))


def indexed_words(plain: str) -> set[str]:
    """The words that find a text in the form of `plain_words`, with the other ways of writing them."""
    words = set(plain.split())
    for ways, others in _SAME:
        if any(way in words or (" " in way and way in plain) for way in ways):
            words.update(others)
    return words


def name_words(name: str) -> set[str]:
    """The words that find a name; what it is possessive of is one of them."""
    folded = name.casefold()
    return indexed_words(plain_words(name)) | {match[1] for form in _POSSESSIVES for match in form.finditer(folded)}


def own_words(words: Iterable[str]) -> int:
    """How many of the words say which school it is."""
    return max(1, sum(word not in _KINDS for word in words))
