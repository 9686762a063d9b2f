"""Finding a school as somebody types: by name, town, postcode or URN, in any order, with small typing slips."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from sendself.assessment.text import without_accents

Scores = NDArray[np.float32]

WHOLE, BEGINNING, NEAR = 1.0, 0.9, 0.7
NAME, PLACE = 1.0, 0.8
ENOUGH = 0.5
MAX_WORDS = 12
MAX_QUERY = 200
_LAST = "\uffff"

_FILLERS = frozenset({"the", "of", "and", "at", "in", "for", "a"})
_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)(?: ?(\d[a-z]{0,2}))?(?= |$)")
_INITIALS = re.compile(r"\b([a-z])\.(?=[a-z]\b)")
_C_OF_E = re.compile(r"\bc of e\b")
_POSSESSIVES = (re.compile(r"\b(\w{3,})['\u2019]s\b"), re.compile(r"\b(?:st\.?|saint) (\w{3,})s\b"))
"""Whoever types "St Mary" means St Mary's, written with an apostrophe or without."""
_SAINT = re.compile(r"\bsaint\b")
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
_KINDS = _FILLERS | {
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


def _query_words(text: str) -> str:
    return _LOOSE_S.sub(r"\1s", plain_words(text[:MAX_QUERY]))


def _indexed_words(plain: str) -> set[str]:
    words = set(plain.split())
    for ways, others in _SAME:
        if any(way in words or (" " in way and way in plain) for way in ways):
            words.update(others)
    return words


def _name_words(name: str) -> set[str]:
    """The words that find a name; what it is possessive of is one of them."""
    folded = name.casefold()
    return _indexed_words(plain_words(name)) | {match[1] for form in _POSSESSIVES for match in form.finditer(folded)}


def _own_words(words: Iterable[str]) -> int:
    """How many of the words say which school it is."""
    return max(1, sum(word not in _KINDS for word in words))


class WordIndex:
    """Which documents hold which words; the words are sorted, so that a beginning is one unbroken range."""

    def __init__(self, documents: Iterable[Iterable[str]]) -> None:
        holders: dict[str, list[int]] = {}
        for number, words in enumerate(documents):
            for word in words:
                holders.setdefault(word, []).append(number)
        self._words = sorted(holders)
        self._by_length: dict[int, dict[int, str]] = {}
        for place, word in enumerate(self._words):
            self._by_length.setdefault(len(word), {})[place] = word
        self._starts = [0, *accumulate(len(holders[word]) for word in self._words)]
        self._documents = np.fromiter((n for word in self._words for n in holders[word]), np.int32)

    def mark(self, word: str, scores: Scores, weight: float) -> None:
        """Raise the score of every document with this word, or with a word that begins so."""
        low, high = bisect_left(self._words, word), bisect_left(self._words, word + _LAST)
        self._raise(low, high, scores, weight * BEGINNING)
        if low < len(self._words) and self._words[low] == word:
            self._raise(low, low + 1, scores, weight * WHOLE)

    def mark_near(self, word: str, scores: Scores, weight: float) -> None:
        """Raise the score of every document with a word a slip or two away; short words allow none."""
        slips = 0 if len(word) < 4 else 1 if len(word) < 6 else 2
        if not slips:
            return
        for length in range(len(word) - slips, len(word) + slips + 1):
            alike = self._by_length.get(length, {})
            for _, distance, place in process.extract(word, alike, scorer=OSA.distance, score_cutoff=slips, limit=20):
                self._raise(place, place + 1, scores, weight * NEAR * (1 - distance / len(word)))

    def _raise(self, low: int, high: int, scores: Scores, value: float) -> None:
        documents = self._documents[self._starts[low] : self._starts[high]]
        scores[documents] = np.maximum(scores[documents], value)


def _place_words(columns: Mapping[str, Sequence[Any]]) -> Iterator[frozenset[str]]:
    """Where each school is; one without a name is also found by its type ("camden nursery")."""
    words_of = cache(lambda text: frozenset(_indexed_words(plain_words(text))))
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
        self._names = WordIndex(_name_words(name or "") for name in columns["name"])
        self._places = WordIndex(_place_words(columns))
        self._codes = WordIndex(map(_codes, columns["urn"], columns["postcode"]))
        self._closed = np.array([status.casefold() == "closed" for status in columns["status"]])
        self._own_words = np.array([_own_words(name.split()) for name in names], np.float32)
        self._name_words = np.array([max(1, name.count(" ") + 1) for name in names], np.float32)
        # A school without a name stands after all that have one.
        self._unnamed = np.array([not name for name in names])
        names = [_SAINT.sub("st", name) for name in names]
        self._by_name = sorted(range(self._size), key=lambda row: (names[row] or _LAST, row))
        self._sorted_names = [names[row] or _LAST for row in self._by_name]
        self._name_rank = np.empty(self._size, np.int32)
        self._name_rank[self._by_name] = np.arange(self._size)

    def find(self, query: str, limit: int) -> list[int]:
        """The row numbers of the best matches, best first (see `Register.search` for the order)."""
        plain = _query_words(query)
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
        useful = [word for word in words if word not in _FILLERS] or ([] if codes else words)
        return list(dict.fromkeys(codes + useful))[:MAX_WORDS]

    def _score(self, word: str) -> Scores:
        scores: Scores = np.zeros(self._size, np.float32)
        self._names.mark(word, scores, NAME)
        self._places.mark(word, scores, PLACE)
        if any(character.isdigit() for character in word):
            self._codes.mark(word, scores, NAME)
        return scores

    def _ranked(self, plain: str, words: Sequence[str], found: NDArray[np.float32], limit: int) -> list[int]:
        matches = (found > 0).sum(axis=1)
        weights = np.log1p(self._size / (1 + matches)).astype(np.float32)
        share = (weights @ (found > 0)) / weights.sum()
        best = float(share.max())
        rows = np.flatnonzero(share >= (0.999 if best >= 0.999 else max(ENOUGH, best - 0.05)))
        exact = self._exact(plain)
        score = (weights @ found[:, rows]) / weights.sum() + 0.1 * self._begins(plain)[rows]
        # Of two names with every word, the one with fewer others: first those that would make it another school.
        score += 0.1 * np.minimum(1, _own_words(words) / self._own_words[rows])
        score += 0.02 * np.minimum(1, len(found) / self._name_words[rows])
        order = np.lexsort(
            (self._name_rank[rows], -score.round(4), self._unnamed[rows], self._closed[rows], ~exact[rows])
        )
        return [int(row) for row in rows[order[:limit]]]

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
        low, high = bisect_left(self._sorted_names, name), bisect_left(self._sorted_names, name + _LAST)
        begins[self._by_name[low:high]] = 1
        return begins
