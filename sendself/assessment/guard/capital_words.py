"""Words with a capital letter, which a name may be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sendself.assessment.guard.word_lists import folded

CAPITAL = re.compile(r"(?<![\w'’‐‑-])[^\W\d_a-z][^\W\d_]*(?:['’‐‑-][^\W\d_]+)*")
POSSESSIVE = re.compile(r"(?:['’]s?)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with a capital letter: its place in the sentence without 's, and as the lists hold it."""

    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """The word as the lists hold it."""
        return folded(self.text)

    @property
    def shouted(self) -> bool:
        """Whether it is all in capital letters."""
        return len(self.text) > 1 and self.text.isupper()


def capital_words(sentence: str) -> Iterator[Word]:
    """The words of a sentence that begin with a capital letter, in order."""
    for match in CAPITAL.finditer(sentence):
        if match.group()[0].isupper():
            text = POSSESSIVE.sub("", match.group())
            yield Word(match.start(), match.start() + len(text), text)


def begins_sentence(sentence: str, word: Word) -> bool:
    """Whether a word has its capital letter because the sentence begins with it."""
    return not any(sign.isalnum() for sign in sentence[: word.start])


def shouted_throughout(sentence: str) -> bool:
    """Whether so much of a sentence is in capital letters that they tell nothing."""
    letters = [sign for sign in sentence if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) > len(letters) * 0.7
