"""A text cut into sentences, each with its place in the text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# No sentence ends after a title, an initial or "e.g.": a full stop there belongs to the word.
_NO_END = re.compile(r"(?:\b(?:Mrs|Mr|Ms|Mx|Dr|St|Prof|Rev|No|no|vs|approx|incl|e\.g|i\.e|etc|d\.o\.b)|\b[A-Z]|\(b)\.$")
_END = re.compile(r"[.!?][\"'”’)\]]?[ \t\xa0]+(?=[^a-z\s])|\n")
_BEFORE = 8
"""So far back a full stop is looked at: the longest word in `_NO_END` and its stop."""

LONGEST = 1_000
"""Characters of one sentence: a longer one is cut at a space, so that reading takes no longer than in proportion."""


class Sentence(NamedTuple):
    """One sentence and where it begins in its text."""

    start: int
    text: str


def sentences(text: str) -> Iterator[Sentence]:
    """Every sentence of a text in order. A line end ends one as well; what is blank is left out."""
    start = 0
    for end in _END.finditer(text):
        stop = end.start() + 1
        if end.group() != "\n" and _NO_END.search(text[max(start, stop - _BEFORE) : stop]):
            continue
        yield from _trimmed(text, start, end.end())
        start = end.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    piece = text[start:end]
    if words := piece.strip():
        yield Sentence(start + piece.index(words[0]), words)
