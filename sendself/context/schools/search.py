"""Finding a school as somebody types: by name, town, postcode or URN, in any order, with small typing slips."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from sendself.context.schools.school_words import (
    FILLERS,
    indexed_words,
    name_words,
    own_words,
    plain_words,
    query_words,
)
from sendself.context.schools.word_index import FORGIVEN, LAST, WHOLE, Scores, WordIndex

NAME, PLACE = 1.0, 0.8
ENOUGH = 0.5
MAX_WORDS = 12

_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)(?: ?(\d[a-z]{0,2}))?(?= |$)")
_SAINT = re.compile(r"\bsaint\b")


def _place_words(columns: Mapping[str, Sequence[Any]]) -> Iterator[frozenset[str]]:
    """Where each school is; one without a name is also found by its type ("camden nursery")."""
    words_of = cache(lambda text: frozenset(indexed_words(plain_words(text))))
    names = ("name", "town", "locality", "local_authority", "type_name")
    for name, town, locality, authority, kind in zip(*(columns[column] for column in names), strict=True):
        place: frozenset[str] = words_of(town) | words_of(locality) | words_of(authority)
        yield place if name else place | words_of(kind)


def _codes(urn: int, postcode: str) -> set[str]:
    outward, _, inward = postcode.casefold().partition(" ")
    return {str(urn), outward, outward + inward, f"{outward} {inward}".strip()} - {""}


class SchoolIndex:
    """The words, postcodes and URNs of a register, ready to be searched; schools are known by their row number."""

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "urn", "name", "locality", "town", "postcode", "local_authority", "type_name", "status",
    )  # fmt: skip

    def __init__(self, columns: Mapping[str, Sequence[Any]]) -> None:
        names = [plain_words(name or "") for name in columns["name"]]
        self._size = len(names)
        self._names = WordIndex(name_words(name or "") for name in columns["name"])
        self._places = WordIndex(_place_words(columns))
        self._codes = WordIndex(map(_codes, columns["urn"], columns["postcode"]))
        self._closed = np.array([status.casefold() == "closed" for status in columns["status"]])
        self._own_words = np.array([own_words(name.split()) for name in names], np.float32)
        self._name_words = np.array([max(1, name.count(" ") + 1) for name in names], np.float32)
        # A school without a name stands after all that have one.
        self._unnamed = np.array([not name for name in names])
        names = [_SAINT.sub("st", name) for name in names]
        self._by_name = sorted(range(self._size), key=lambda row: (names[row] or LAST, row))
        self._sorted_names = [names[row] or LAST for row in self._by_name]
        self._name_rank = np.empty(self._size, np.int32)
        self._name_rank[self._by_name] = np.arange(self._size)

    def find(self, query: str, limit: int) -> list[int]:
        """The row numbers of the best matches, best first (see `Register.search` for the order)."""
        plain = query_words(query)
        words = self._split(plain)
        if not words or limit < 1:
            return []
        found = np.stack([self._score(word) for word in words])
        if not np.any(found.min(axis=0) > 0):
            for row, word in zip(found, words, strict=True):
                self._names.mark_near(word, row, NAME)
                self._places.mark_near(word, row, PLACE)
        return self._ranked(plain, words, found, limit)

    def _split(self, plain: str) -> list[str]:
        # A space that was typed is meant: "s6 5" is a part of the district S6, not the district S65.
        codes = [match[0] for match in _POSTCODE.finditer(plain)]
        words = _POSTCODE.sub(" ", plain).split()
        useful = [word for word in words if word not in FILLERS] or ([] if codes else words)
        return list(dict.fromkeys(codes + useful))[:MAX_WORDS]

    def _score(self, word: str) -> Scores:
        scores: Scores = np.zeros(self._size, np.float32)
        self._names.mark(word, scores, NAME)
        self._places.mark(word, scores, PLACE)
        if any(character.isdigit() for character in word):
            self._codes.mark(word, scores, NAME)
        return scores

    def _ranked(self, plain: str, words: Sequence[str], found: NDArray[np.float32], limit: int) -> list[int]:
        weights = self._weights(words, (found > 0).sum(axis=1))
        share = (weights @ (found > 0)) / weights.sum()
        best = float(share.max())
        rows = np.flatnonzero(share >= (0.999 if best >= 0.999 else max(ENOUGH, best - 0.05)))
        exact = self._exact(plain)
        score = (weights @ found[:, rows]) / weights.sum() + 0.1 * self._begins(plain)[rows]
        # Of two names with every word, the one with fewer others: first those that would make it another school.
        score += 0.1 * np.minimum(1, own_words(words) / self._own_words[rows])
        score += 0.02 * np.minimum(1, len(found) / self._name_words[rows])
        order = np.lexsort(
            (self._name_rank[rows], -score.round(4), self._unnamed[rows], self._closed[rows], ~exact[rows])
        )
        return [int(row) for row in rows[order[:limit]]]

    def _weights(self, words: Sequence[str], matches: NDArray[np.int64]) -> NDArray[np.float32]:
        """How much each word says: the fewer schools have it, the more."""
        weights = np.log1p(self._size / (1 + matches)).astype(np.float32)
        # A slip in a word too short for one to be forgiven ("ciy") is not to outweigh the words that are found.
        lost = np.array([len(word) < FORGIVEN for word in words]) & (matches == 0)
        if matches.any():
            weights[lost] = weights[matches > 0].min()
        return weights

    def _exact(self, plain: str) -> NDArray[np.bool_]:
        exact = np.zeros(self._size, np.float32)
        postcode = _POSTCODE.fullmatch(plain)
        if plain.isdigit() or (postcode and len(postcode[2] or "") == 3):
            self._codes.mark(plain.replace(" ", ""), exact, WHOLE)
        name = _SAINT.sub("st", plain)
        low, high = bisect_left(self._sorted_names, name), bisect_left(self._sorted_names, name + " ")
        exact[self._by_name[low:high]] = WHOLE
        return exact >= WHOLE

    def _begins(self, plain: str) -> Scores:
        begins: Scores = np.zeros(self._size, np.float32)
        name = _SAINT.sub("st", plain)
        low, high = bisect_left(self._sorted_names, name), bisect_left(self._sorted_names, name + LAST)
        begins[self._by_name[low:high]] = 1
        return begins
