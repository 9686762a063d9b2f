"""The lists of words that the guard looks names up in (see `sendself/data/guard`), read once."""

import re
from functools import cache
from pathlib import Path

from sendself.assessment.text import without_accents

LISTS = Path(__file__).resolve().parents[2] / "data" / "guard"

_LETTERS = str.maketrans({"ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'"})


def folded(word: str) -> str:
    """A word in small letters without accents, as the lists hold it: "Łukasz" is "lukasz"."""
    small = word.casefold()
    return small if small.isascii() else without_accents(small.translate(_LETTERS))


@cache
def first_names() -> frozenset[str]:
    """First names that are nothing else."""
    return _words("first_names.txt")


@cache
def names_that_are_words() -> frozenset[str]:
    """First names that are also words, months, places or houses."""
    return _words("names_that_are_words.txt")


@cache
def capitals() -> frozenset[str]:
    """Words with a capital letter that name nobody."""
    return _words("capitals.txt")


@cache
def programmes() -> re.Pattern[str]:
    """Programmes, tests, books and authors by name: longer ones first, so that a whole title is taken."""
    lines = sorted(_lines("programmes.txt"), key=len, reverse=True)
    # An apostrophe is written in either way.
    titles = (re.sub("['’]", "['’]", re.escape(line)) for line in lines)
    return re.compile(rf"(?<!\w)(?:{'|'.join(titles)})(?!\w)")


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def _lines(name: str) -> list[str]:
    lines = (LISTS / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
