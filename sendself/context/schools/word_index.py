"""Which documents hold which words, looked up by a whole word, by its beginning, or by one with a slip in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

Scores = NDArray[np.float32]

WHOLE, BEGINNING, NEAR = 1.0, 0.9, 0.7
LAST = "\uffff"
"""After every word in the order of words."""
FORGIVEN = 4
"""Letters: in a shorter word a slip makes another word."""
_MOST_ALIKE = 20


class WordIndex:
    """Which documents hold which words; the words are sorted, so that a beginning is one unbroken range."""

    def __init__(self, documents: Iterable[Iterable[str]]) -> None:
        holders: dict[str, list[int]] = {}
        for number, words in enumerate(documents):
            for word in words:
                holders.setdefault(word, []).append(number)
        self._words = sorted(holders)
        self._letters = np.fromiter(map(_letters, self._words), np.uint64, len(self._words))
        self._lengths = np.fromiter(map(len, self._words), np.int64, len(self._words))
        self._starts = [0, *accumulate(len(holders[word]) for word in self._words)]
        self._documents = np.fromiter((n for word in self._words for n in holders[word]), np.int32)

    def mark(self, word: str, scores: Scores, weight: float) -> None:
        """Raise the score of every document with this word, or with a word that begins so."""
        low, high = bisect_left(self._words, word), bisect_left(self._words, word + LAST)
        self._raise(low, high, scores, weight * BEGINNING)
        if low < len(self._words) and self._words[low] == word:
            self._raise(low, low + 1, scores, weight * WHOLE)

    def mark_near(self, word: str, scores: Scores, weight: float) -> None:
        """Raise the score of every document with a word a slip or two away; short words allow none."""
        slips = 0 if len(word) < FORGIVEN else 1 if len(word) < 6 else 2
        if not slips:
            return
        for length in range(len(word) - slips, len(word) + slips + 1):
            alike = self._likely_near(word, length, slips)
            for _, distance, place in process.extract(
                word, alike, scorer=OSA.distance, score_cutoff=slips, limit=_MOST_ALIKE
            ):
                self._raise(place, place + 1, scores, weight * NEAR * (1 - distance / len(word)))

    def _likely_near(self, word: str, length: int, slips: int) -> dict[int, str]:
        """By their places the words of a length whose letters do not rule out that they are so few slips away.

        It finds every word that is, and spares measuring nearly all others: a slip takes and brings a letter at most.
        """
        differing = np.bitwise_count(self._letters ^ np.uint64(_letters(word)))
        places = np.flatnonzero((self._lengths == length) & (differing <= 2 * slips))
        return {place: self._words[place] for place in places.tolist()}

    def _raise(self, low: int, high: int, scores: Scores, value: float) -> None:
        documents = self._documents[self._starts[low] : self._starts[high]]
        scores[documents] = np.maximum(scores[documents], value)


def _letters(word: str) -> int:
    """The characters of a word as bits, in whatever order and however often they stand in it."""
    found = 0
    for character in set(word):
        found |= 1 << ord(character) % 64
    return found
