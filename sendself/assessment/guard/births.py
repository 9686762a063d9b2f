"""Dates of birth and birthdays: a date beside words of birth or one child's age, or straight after a name."""

import re
from collections.abc import Iterator, Sequence

from sendself.assessment.guard.found import Found, Kind

_MONTH_NAME = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH = rf"{_MONTH_NAME}\.?"
_DATE = re.compile(
    rf"(?<![\w/.-])(?:\d{{1,2}} ?[/.-] ?\d{{1,2}} ?[/.-] ?(?:\d{{4}}|\d{{2}})"
    r"|\d{4}-\d{1,2}-\d{1,2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?:\d{{4}}|\d{{2}})"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|{_MONTH},? (?:19|20)\d{{2}})(?![\w/-])",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"(?<![\w/.-])(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH_NAME}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?![\w/-])",
    re.IGNORECASE,
)
"""A day of a month without its year: a birthday straight after the words for one alone."""
_DIGIT = re.compile(r"\d")
_BIRTH = re.compile(
    r"\b(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|birthday|born(?! (?:between|before|after|from)))", re.IGNORECASE
)
_AGE = (
    r"(?:\d|1\d|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen)(?: years old)?"
)
_JUST_BEFORE = re.compile(
    rf"(?:\bb\.|\baged? \d{{1,2}}|\bturn(?:ed|s|ing) {_AGE} on),? *\(?$",
    re.IGNORECASE,
)
"""Words that a date of birth or a birthday stands straight after."""
_AGE_ON = re.compile(
    rf"\s(?:(?:will be|will turn|will become|is|was|turns|turned|becomes|became) {_AGE},? on(?: the)?) *$",
    re.IGNORECASE,
)
"""An age on a day, after him or her whose it is: many are 16 on 31 August."""
_ONE = re.compile(
    r"\b(?:s?he|(?:the|our|this|her|his|their) (?:[\w-]+ ){0,2}(?:pupil|child|boy|girl|student|learner|son|"
    r"daughter|brother|sister|sibling))$",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(
    r"\b(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?da(?:y|te)|(?:^|was |is |were )born)\W{0,3}"
    r"(?:(?:is|was|falls|on|the)\W{1,2}){0,3}$",
    re.IGNORECASE,
)
_NEAR_BEFORE, _NEAR_AFTER = 40, 25
"""So many characters may lie between the word and the date, before and after it."""


def births_in(sentence: str, people: Sequence[Found]) -> Iterator[Found]:
    """The dates of birth and the birthdays in a sentence, `people` being the names that were found in it."""
    dates = list(_DATE.finditer(sentence)) if _DIGIT.search(sentence) else []
    for match in dates:
        start, end = match.span()
        before = sentence[max(0, start - _NEAR_BEFORE) : start]
        after = sentence[end : end + _NEAR_AFTER]
        beside_name = any(sentence[one.end : start].strip(" ,") in ("", "(") for one in people if one.end <= start)
        if (
            beside_name
            or _speaks_of_birth(before)
            or _is_age_on(sentence, start, people)
            or re.match(r"\W{1,3}(?:d\.?o\.?b|date of birth)", after, re.I)
        ):
            yield Found(start, end, Kind.BIRTH)
    for match in _DAY.finditer(sentence) if _DIGIT.search(sentence) else ():
        if any(match.start() < date.end() and date.start() < match.end() for date in dates):
            continue
        before = sentence[max(0, match.start() - _NEAR_BEFORE) : match.start()]
        if _BIRTHDAY.search(before) or _is_age_on(sentence, match.start(), people):
            yield Found(*match.span(), Kind.BIRTH)


def _is_age_on(sentence: str, start: int, people: Sequence[Found]) -> bool:
    """Whether the words before a date say how old one child is on it."""
    said = _AGE_ON.search(sentence[max(0, start - _NEAR_BEFORE) : start])
    if not said:
        return False
    subject_end = start - len(said.group())
    before = sentence[max(0, subject_end - _NEAR_BEFORE) : subject_end]
    return bool(_ONE.search(before)) or any(one.end == subject_end for one in people)


def _speaks_of_birth(words: str) -> bool:
    if _JUST_BEFORE.search(words):
        return True
    # Another date in between has taken the word for itself.
    found = list(_BIRTH.finditer(words))
    return bool(found) and not _DATE.search(words, found[-1].end())
