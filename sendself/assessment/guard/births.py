"""Dates of birth: a date beside words of birth, or straight after a name."""

import re
from collections.abc import Iterator, Sequence

from sendself.assessment.guard.found import Found, Kind

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"(?<![\w/.-])(?:\d{{1,2}} ?[/.-] ?\d{{1,2}} ?[/.-] ?(?:\d{{4}}|\d{{2}})"
    r"|\d{4}-\d{1,2}-\d{1,2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?:\d{{4}}|\d{{2}})"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|{_MONTH},? (?:19|20)\d{{2}})(?![\w/-])",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d\d")
_BIRTH = re.compile(
    r"\b(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|birthday|born(?! (?:between|before|after|from)))", re.IGNORECASE
)
_JUST_BEFORE = re.compile(
    r"(?:\bb\.|\baged? \d{1,2}|\bturn(?:ed|s|ing) (?:\d|1\d|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen) on),? *\(?$",
    re.IGNORECASE,
)
"""Words that a date of birth or a birthday stands straight after."""
_NEAR_BEFORE, _NEAR_AFTER = 40, 25
"""So many characters may lie between the word and the date, before and after it."""


def births_in(sentence: str, people: Sequence[Found]) -> Iterator[Found]:
    """The dates of birth in a sentence, `people` being the names that were found in it."""
    if not _DIGITS.search(sentence):
        return
    for match in _DATE.finditer(sentence):
        start, end = match.span()
        before = sentence[max(0, start - _NEAR_BEFORE) : start]
        after = sentence[end : end + _NEAR_AFTER]
        beside_name = any(sentence[one.end : start].strip(" ,") in ("", "(") for one in people if one.end <= start)
        if beside_name or _speaks_of_birth(before) or re.match(r"\W{1,3}(?:d\.?o\.?b|date of birth)", after, re.I):
            yield Found(start, end, Kind.BIRTH)


def _speaks_of_birth(words: str) -> bool:
    if _JUST_BEFORE.search(words):
        return True
    # Another date in between has taken the word for itself.
    found = list(_BIRTH.finditer(words))
    return bool(found) and not _DATE.search(words, found[-1].end())
