"""Names of pupils and relatives, and of colleagues beside a weakness, in one sentence."""

import re
from collections.abc import Iterator

from sendself.assessment.guard import people_words as words
from sendself.assessment.guard.called_after import PUPIL_THING, is_place
from sendself.assessment.guard.capital_words import POSSESSIVE, Word, capital_words
from sendself.assessment.guard.found import Found, Kind, Known
from sendself.assessment.guard.initials import initials_in
from sendself.assessment.guard.names import is_name
from sendself.assessment.guard.word_lists import capitals, programmes

_TITLED = re.compile(
    rf"\b(?:{words.TITLE}\.? (?:and|&) )?{words.TITLE}\.? (?:[A-Z]\.? )?(?:(?:de|van|el|al|bin|von|del|da|dos|"
    rf"della)[ -])?[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*"
    r"(?: (?!(?:EP|OT|SENCO|SENDCO|TA)\b)[A-Z][^\W\d_]+(?:['’‐‑-][^\W\d_]+)*)?"
)
_PARTICLES = frozenset({"de", "van", "el", "al", "bin", "von", "del", "da", "dos", "della", "ibn", "abu"})


def people_in(sentence: str, known: Known) -> tuple[Found, ...]:
    """The pupils, relatives and criticised colleagues that a sentence names, in order."""
    taken = [match.span() for pattern in (programmes(), PUPIL_THING) for match in pattern.finditer(sentence)]
    pupils: list[tuple[int, int]] = []
    colleagues: list[tuple[int, int]] = []
    for match in _TITLED.finditer(sentence):
        place = match.start(), match.start() + len(POSSESSIVE.sub("", match.group()))
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
    listed = [word for word in capital_words(sentence) if _free(word.start, word.end, taken)]
    reached = 0
    for place, word in enumerate(listed):
        if word.start < reached or not is_name(sentence, word, known):
            continue
        start, end = _whole_name(sentence, listed, place)
        reached = end
        # A centre or a road is called after somebody, with both names; a pupil is in a year.
        if is_place(sentence, word.start, word.end) and not words.YEAR_AFTER.match(sentence, end):
            continue
        yield start, end


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
