"""Whether a word with a capital letter is the name of a pupil or relative: by the lists, and by the words around it."""

import re

from sendself.assessment.guard import people_words as words
from sendself.assessment.guard.called_after import is_thing
from sendself.assessment.guard.capital_words import CAPITAL, POSSESSIVE, Word, begins_sentence, shouted_throughout
from sendself.assessment.guard.count_words import TRAIT
from sendself.assessment.guard.found import Known
from sendself.assessment.guard.word_lists import capitals, first_names, folded, names_that_are_words

_POSSESSIVE_AFTER = re.compile(r"['’]s?")
_TRAIT = re.compile(TRAIT, re.IGNORECASE)
_ENDINGS = re.compile(r"(?:s|ing|ion|ment|ity|ance|ence|ship|ness|work|ed|ly|ism|age|al|ic)$")
"""Endings that words have and few names: a word that no list holds is no name with one of them."""
_WORDS_THAT_ARE_NAMES = frozenset(
    {
        "april",
        "may",
        "june",
        "august",
        "autumn",
        "summer",
        "winter",
        "january",
        "art",
        "mark",
        "will",
        "sunday",
        "wednesday",
        "tuesday",
    }
)
"""Words that have a capital letter, or begin a sentence, far more often than they are somebody's name."""


def is_name(sentence: str, word: Word, known: Known) -> bool:
    """Whether a word is a name here; a name of this school or its people is one only where a pupil is told of."""
    key = word.key
    first = key.split("-")[0]
    if len(key) < 2:
        return False
    if {key, first} & (known.people | known.places):
        return _is_a_namesake(sentence, word, known)
    if is_thing(sentence, word.start, word.end):
        return False
    if _is_family(sentence, word):
        return True
    if first in first_names() and key not in capitals():
        return not word.shouted or len(key) > 4 or shouted_throughout(sentence) or _told(sentence, word)
    if first in names_that_are_words():
        return _is_named_word(sentence, word)
    return first not in capitals() and _is_unlisted_name(sentence, word)


def _is_a_namesake(sentence: str, word: Word, known: Known) -> bool:
    """Whether a word of a name that is known is that of a pupil: by their year, what is said of them, or a surname."""
    if words.YEAR_AFTER.match(sentence, word.end) or words.PUPIL_STATE_AFTER.match(sentence, word.end):
        return True
    if word.key not in known.people or word.key not in first_names() | names_that_are_words():
        return False
    other = CAPITAL.match(sentence, word.end + 1) if sentence[word.end : word.end + 1] == " " else None
    if other is None or other.group().isupper():
        return False
    surname = folded(POSSESSIVE.sub("", other.group()))
    return surname not in known.people | known.places | capitals()


def _is_family(sentence: str, word: Word) -> bool:
    """Whether a word is the name of a family with children here: the Doherty twins."""
    if word.shouted or word.key in capitals() or word.key in names_that_are_words():
        return False
    named = re.search(r"\b[Tt]he $", sentence[max(0, word.start - 5) : word.start])
    return bool(named and words.SIBLINGS_AFTER.match(sentence, word.end) and not _TRAIT.fullmatch(word.text))


def _is_named_word(sentence: str, word: Word) -> bool:
    """Whether a name that is also a word is a name here."""
    if word.shouted and not shouted_throughout(sentence):
        return False
    if _told(sentence, word) or words.PUPIL_STATE_AFTER.match(sentence, word.end):
        return True
    person = bool(words.VERB_AFTER.match(sentence, word.end))
    third = bool(words.PRONOUN.search(sentence, word.end))
    if begins_sentence(sentence, word):
        return person and third
    if word.key in _WORDS_THAT_ARE_NAMES:
        return person
    person = person or bool(words.MOVING_AFTER.match(sentence, word.end))
    return person or (third and bool(re.match(r" [A-Z][a-z]+\b", sentence[word.end :])))


def _is_unlisted_name(sentence: str, word: Word) -> bool:
    """Whether a word that no list holds is a name: only where the words around it say so."""
    if word.shouted or len(word.text) < 3 or not _told(sentence, word):
        return False
    before = sentence[max(0, word.start - 20) : word.start]
    if words.CALLED_BEFORE.search(before):
        return True
    return not _ENDINGS.search(word.key) and not words.PLACE_BEFORE.search(before)


def _told(sentence: str, word: Word) -> bool:
    """Whether the words around tell of a pupil: a year group, a relative, something only a person has."""
    if words.TELLS_AFTER.match(sentence, word.end):
        return True
    if words.TELLS_BEFORE.search(sentence[max(0, word.start - 40) : word.start]):
        return True
    possessive = _POSSESSIVE_AFTER.match(sentence, word.end)
    return bool(possessive and words.THINGS_AFTER.match(sentence, possessive.end()))
