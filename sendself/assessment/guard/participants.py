"""Names of those who take part, in prose, where the evaluation leaves with their roles alone."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sendself.assessment.guard.found import Found, Kind, Known
from sendself.assessment.guard.people_words import TITLE
from sendself.assessment.guard.word_lists import first_names, folded


def participants_in(sentence: str, known: Known) -> Iterator[Found]:
    """The withheld names that a sentence says: whole, as a title with the family name, or the first name alone.

    A first name that is also a word, and a family name alone, are not looked for: too many of them are words.
    """
    if pattern := _pattern(known.withheld):
        for match in pattern.finditer(sentence):
            yield Found(*match.span(), Kind.PARTICIPANT)


@lru_cache(maxsize=64)
def _pattern(names: frozenset[str]) -> re.Pattern[str] | None:
    forms = sorted({form for name in names for form in _forms(name)}, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)") if forms else None


def _forms(name: str) -> Iterator[str]:
    words = [word for word in name.split() if not re.fullmatch(rf"{TITLE}\.?", word)]
    if not words:
        return
    first, last = words[0], words[-1]
    yield rf"{TITLE}\.? {re.escape(last)}"
    if len(words) > 1:
        yield " ".join(re.escape(word) for word in words)
    if folded(first) in first_names():
        yield re.escape(first)
