"""Names of pupils and relatives, and of colleagues beside a weakness, in one sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sendself.assessment.guard import people_words as words
from sendself.assessment.guard.called_after import PUPIL_THING, is_place, is_thing
from sendself.assessment.guard.count_words import TRAIT
from sendself.assessment.guard.found import Found, Kind, Known
from sendself.assessment.guard.initials import initials_in
from sendself.assessment.guard.word_lists import capitals, first_names, folded, names_that_are_words, programmes

_CAPITAL = re.compile(r"(?<![\w'’‐‑-])[^\W\d_a-z][^\W\d_]*(?:['’‐‑-][^\W\d_]+)*")
_TITLED = re.compile(
    rf"\b(?:{words.TITLE}\.? (?:and|&) )?{words.TITLE}\.? (?:[A-Z]\.? )?(?:(?:de|van|el|al|bin|von|del|da|dos|"
    rf"della)[ -])?[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*"
    r"(?: (?!(?:EP|OT|SENCO|SENDCO|TA)\b)[A-Z][^\W\d_]+(?:['’‐‑-][^\W\d_]+)*)?"
)
_POSSESSIVE = re.compile(r"(?:['’]s?)$")
_OF = re.compile(r"['’]s?")
TRAITS = re.compile(TRAIT, re.IGNORECASE)
_PARTICLES = frozenset({"de", "van", "el", "al", "bin", "von", "del", "da", "dos", "della", "ibn", "abu"})
_ENDINGS = re.compile(r"(?:s|ing|ion|ment|ity|ance|ence|ship|ness|work|ed|ly|ism|age|al|ic)$")
"""Endings that words have and few names: a word that no list holds is no name with one of them."""
WORDS_THAT_ARE_NAMES = frozenset(
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


def people_in(sentence: str, known: Known) -> tuple[Found, ...]:
    """The pupils, relatives and criticised colleagues that a sentence names, in order."""
    taken = [match.span() for pattern in (programmes(), PUPIL_THING) for match in pattern.finditer(sentence)]
    pupils: list[tuple[int, int]] = []
    colleagues: list[tuple[int, int]] = []
    for match in _TITLED.finditer(sentence):
        place = match.start(), match.start() + len(_POSSESSIVE.sub("", match.group()))
        taken.append(place)
        (pupils if _is_relative(sentence, *place) else colleagues).append(place)
    for place in _names(sentence, taken, known):
        taken.append(place)
        (colleagues if _is_colleague(sentence, *place) else pupils).append(place)
    found = [Found(*place, Kind.NAME) for place in pupils]
    # A colleague may be named for what they do well.
    if colleagues and words.WEAKNESS.search(sentence):
        found += [Found(*place, Kind.STAFF) for place in colleagues]
    found += [one for one in initials_in(sentence) if _free(one.start, one.end, taken)]
    return tuple(sorted(found))


def _names(sentence: str, taken: list[tuple[int, int]], known: Known) -> Iterator[tuple[int, int]]:
    listed = [word for word in _capital_words(sentence) if _free(word.start, word.end, taken)]
    reached = 0
    for place, word in enumerate(listed):
        if word.start < reached or not _is_name(sentence, word, known):
            continue
        start, end = _whole_name(sentence, listed, place)
        reached = end
        # A centre or a road is called after somebody, with both names; a pupil is in a year.
        if is_place(sentence, word.start, word.end) and not words.YEAR_AFTER.match(sentence, end):
            continue
        yield start, end


def _capital_words(sentence: str) -> Iterator[Word]:
    for match in _CAPITAL.finditer(sentence):
        if match.group()[0].isupper():
            text = _POSSESSIVE.sub("", match.group())
            yield Word(match.start(), match.start() + len(text), text)


def _is_name(sentence: str, word: Word, known: Known) -> bool:
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
    if first in first_names() and (key not in capitals()):
        return not word.shouted or len(key) > 4 or _shouted_throughout(sentence) or _told(sentence, word)
    if first in names_that_are_words():
        return _is_named_word(sentence, word)
    return first not in capitals() and _is_unlisted_name(sentence, word)


def _is_a_namesake(sentence: str, word: Word, known: Known) -> bool:
    """Whether a word of a name that is known is that of a pupil: by their year, what is said of them, or a surname."""
    if words.YEAR_AFTER.match(sentence, word.end) or words.PUPIL_STATE_AFTER.match(sentence, word.end):
        return True
    if word.key not in known.people or word.key not in first_names() | names_that_are_words():
        return False
    other = _CAPITAL.match(sentence, word.end + 1) if sentence[word.end : word.end + 1] == " " else None
    if other is None or other.group().isupper():
        return False
    surname = folded(_POSSESSIVE.sub("", other.group()))
    return surname not in known.people | known.places | capitals()


def _is_family(sentence: str, word: Word) -> bool:
    """Whether a word is the name of a family with children here: the Doherty twins."""
    if word.shouted or word.key in capitals() or word.key in names_that_are_words():
        return False
    named = re.search(r"\b[Tt]he $", sentence[max(0, word.start - 5) : word.start])
    return bool(named and words.SIBLINGS_AFTER.match(sentence, word.end) and not TRAITS.fullmatch(word.text))


def _is_named_word(sentence: str, word: Word) -> bool:
    """Whether a name that is also a word is a name here."""
    if word.shouted and not _shouted_throughout(sentence):
        return False
    if _told(sentence, word) or words.PUPIL_STATE_AFTER.match(sentence, word.end):
        return True
    person = bool(words.VERB_AFTER.match(sentence, word.end))
    third = bool(words.PRONOUN.search(sentence, word.end))
    if _begins(sentence, word):
        return person and third
    if word.key in WORDS_THAT_ARE_NAMES:
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
    possessive = _OF.match(sentence, word.end)
    return bool(possessive and words.THINGS_AFTER.match(sentence, possessive.end()))


def _begins(sentence: str, word: Word) -> bool:
    return not any(sign.isalnum() for sign in sentence[: word.start])


def _shouted_throughout(sentence: str) -> bool:
    letters = [sign for sign in sentence if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) > len(letters) * 0.7


def _whole_name(sentence: str, listed: list[Word], place: int) -> tuple[int, int]:
    """The name with a family name or its letter after it, or a family name before it."""
    start, end = listed[place].start, listed[place].end
    for word in listed[place + 1 : place + 4]:
        between = sentence[end : word.start]
        joined = between == " " or (between.strip() in _PARTICLES and between[:1] == between[-1:] == " ")
        if not joined or word.key in capitals():
            break
        end = word.end
    if place and sentence[listed[place - 1].end : start] == " ":
        before = listed[place - 1]
        if before.key not in capitals() and before.start and not before.shouted:
            start = before.start
    return start, end


def _is_relative(sentence: str, start: int, end: int) -> bool:
    """Whether somebody with a title is a relative of a pupil."""
    after, before = sentence[end : end + 90], sentence[max(0, start - 30) : start]
    family = words.FAMILY
    return bool(
        re.match(rf",? (?:whose|(?:\(|a |the )?{family} (?:of|in))", after, re.IGNORECASE)
        or re.match(rf" ?\((?:[\w-]+ )*{family}\)", after, re.IGNORECASE)
        or re.search(rf"\b{family},? \(?$", before, re.IGNORECASE)
        or words.OWN_CHILD_AFTER.match(after)
    )


def _is_colleague(sentence: str, start: int, end: int) -> bool:
    before = sentence[max(0, start - 40) : start]
    return bool(words.ROLE_BEFORE.search(before) or words.ROLE_AFTER.match(sentence, end))


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return not any(start < there_end and there_start < end for there_start, there_end in taken)
