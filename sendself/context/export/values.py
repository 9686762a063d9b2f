"""What a cell says for the fact of its column."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sendself.assessment.dates import DayError, parse_day
from sendself.context.export.code_words import FLAG_WORDS
from sendself.context.export.codes import Status, percent_parts, plain, status_of, whole_number, yes_or_no
from sendself.context.export.facts import Fact

_EXCEL_BEGINS = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 32_874, 73_050
"""1 January 1990 and the last day of 2099, as Excel counts days."""
MOST_SESSIONS = 1_000
MOST_EVENTS = 100
MOST_EXCLUSIONS = 5

_UPN = re.compile(r"[A-Z]\d{11}[A-Z0-9]")
_NUMBER_OF_PUPIL = re.compile(r"[A-Z0-9][A-Z0-9/_.-]{0,19}")
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}")
_TIME = re.compile(r"[ T]\d{1,2}:\d\d(:\d\d)?(\.\d+)?( ?[ap]m)?$", re.IGNORECASE)
_TOTAL = re.compile(r".*\b(sub ?|grand ?)?totals?\b.*|(count|average|mean|sum|number|overall|percent)( of .*)?( \d.*)?")
_SESSIONS = re.compile(r"(\d{1,3}) ?(?:/|of|out of) ?(\d{1,3})", re.IGNORECASE)
_NOTE = re.compile(
    r"(printed|generated|exported|produced|created|extracted|run|report run) (by|on|at|from|date)\b|"
    r"filters? applied\b|page \d+( of \d+)?$|report date\b"
)
_AMOUNT = re.compile(r"£\s*(\d{1,3}(,\d{3})*|\d{1,6})(\.\d\d)?")
_BEGINS_WITH_YES = re.compile(r"(?:yes|y)\b(?! ?n\b)(?P<more>.*)")
_NOT_NOW = re.compile(
    r"\b(until|ended?|expired?|stopped|ceased|no|not|never|former\w*|previous\w*|past|pending|applied|requested|"
    r"awaiting|draft)\b"
)
_BETWEEN_TYPES = re.compile(r"[;,/+&|]|\band\b", re.IGNORECASE)
_BETWEEN_DAYS = re.compile(r"[;,&|]|\band\b", re.IGNORECASE)
_AT_LEAST = re.compile(r"[1-9]\d?\+|> ?\d{1,2}|(over|more than|at least) \d{1,2}")


def is_upn(text: str) -> bool:
    """A unique pupil number, permanent or temporary, with or without spaces."""
    return _UPN.fullmatch(text.replace(" ", "").upper()) is not None


def pupil_number(text: str) -> str:
    """A UPN or admission number in one form, or "" for words, a date, a total or a blank."""
    if is_upn(text):
        return text.replace(" ", "").upper()
    number = text.upper().removesuffix(".0")
    plausible = _NUMBER_OF_PUPIL.fullmatch(number) and any(map(str.isdigit, number)) and not _DATE.fullmatch(number)
    return number if plausible and not is_total(text) else ""


def day_in(text: str) -> date | None:
    """The day of a date with or without a time; `None` for anything else."""
    try:
        return parse_day(_TIME.sub("", text))
    except DayError:
        return None


def day_of_record(text: str) -> date | None:
    """The day of a column of days: a date, or the bare number that Excel keeps for one."""
    number = whole_number(text, _LAST_SERIAL)
    if number is not None and number >= _FIRST_SERIAL:
        return _EXCEL_BEGINS + timedelta(days=number)
    return day_in(text)


def is_total(text: str) -> bool:
    """The beginning of a line of totals: "Total: 428", "Year 7 total", "Average", "Count: 36"."""
    return _TOTAL.fullmatch(plain(text)) is not None


def is_note(text: str) -> bool:
    """The beginning of what a system writes below a table: "Printed by J Smith", "Filters applied: Year 7"."""
    return _NOTE.match(plain(text)) is not None


def flag(fact: Fact, text: str) -> bool | None:
    """What a column of yes and no says; `None` for a blank and for what says neither, such as a date."""
    said = yes_or_no(text)
    if said is not None:
        return said
    if _begins_with_yes(fact, text):
        return True
    # The day from which there is one.
    if fact is Fact.EHC_PLAN and day_in(text) is not None:
        return True
    if fact is Fact.EHC_PLAN or fact is Fact.SEN_SUPPORT:
        status = status_of(text)
        return None if status is None else status is (Status.EHC_PLAN if fact is Fact.EHC_PLAN else Status.SUPPORT)
    if fact is Fact.PUPIL_PREMIUM and (amount := _AMOUNT.fullmatch(text)):
        return any(digit in "123456789" for digit in amount[0])
    return True if _are_words_of(fact, text) else None


def _begins_with_yes(fact: Fact, text: str) -> bool:
    """Whether a cell says yes and more: "Yes - Deprivation", "Yes (12/03/2026)"; not "Yes, until July"."""
    found = _BEGINS_WITH_YES.fullmatch(plain(text))
    return found is not None and (not _NOT_NOW.search(found["more"]) or _are_words_of(fact, found["more"]))


def _are_words_of(fact: Fact, text: str) -> bool:
    """Whether a cell gives nothing but words that say yes in such a column: "Deprivation; Service"."""
    words = FLAG_WORDS.get(fact, frozenset())
    return plain(text) in words or all(plain(part) in words for part in _BETWEEN_TYPES.split(text))


def events(text: str, most: int) -> int | None:
    """How many times; -1 for a mere yes, which leaves the number open; `None` for what says neither.

    Days are a mere yes, since two of them may be how long it was, and so is "5+".
    """
    number = whole_number(text, most)
    if number is not None:
        return number
    said = yes_or_no(text)
    if said is not None:
        return -int(said)
    yes = _AT_LEAST.fullmatch(text.casefold()) or _begins_with_yes(Fact.SUSPENSIONS, text) or days_in(text)
    return -1 if yes else None


def days_in(text: str) -> tuple[date, ...]:
    """The days of a cell with nothing but days, such as "03/11/2025; 12/01/2026"; none where there is anything else."""
    days = [day_in(part.strip()) for part in _BETWEEN_DAYS.split(text)]
    return () if None in days else tuple(day for day in days if day is not None)


def sessions_in(text: str) -> tuple[int, int] | None:
    """Sessions attended and possible in one cell: "110/118", "110 of 118"."""
    found = _SESSIONS.fullmatch(text)
    return (int(found[1]), int(found[2])) if found and found[0].isascii() else None


def time_lost(text: str) -> float | None:
    """Sessions or days, halves among them."""
    number = whole_number(text, MOST_SESSIONS)
    if number is not None:
        return float(number)
    parts = percent_parts(text)
    return parts[0] if parts and not parts[1] else None


def rank_of(text: str) -> int | None:
    """The rank of a need: 1, "1st", "Primary"."""
    words = plain(text)
    named = {"primary": 1, "main": 1, "first": 1, "secondary": 2, "second": 2, "tertiary": 3, "third": 3, "other": 9}
    if words in named:
        return named[words]
    found = re.fullmatch(r"(?:rank )?([1-9]\d?)(?:st|nd|rd|th)?", words.removesuffix(" 0"))
    return int(found[1]) if found else None


def looks_like_share(text: str) -> bool:
    """A number from 0 to 100 with or without a percent sign."""
    parts = percent_parts(text)
    return parts is not None and parts[0] <= 100


def looks_like_count(text: str) -> bool:
    """A whole number such as sessions in a year."""
    return whole_number(text, MOST_SESSIONS) is not None


def is_share_column(texts: list[str]) -> bool:
    """Whether a column writes 0.942 for 94.2 %: no number without a sign in it is above 1."""
    numbers = [parts[0] for text in texts if (parts := percent_parts(text)) and not parts[1]]
    return any(numbers) and max(numbers) <= 1


def most_decimals(texts: list[str]) -> int:
    """The most decimals of any number above 1, which tells a stray 0.942 from a true 0.9 %."""
    numbers = [parts for text in texts if (parts := percent_parts(text))]
    return max((decimals for number, _, decimals in numbers if number > 1), default=0)


def percent(text: str, shares: bool, decimals: int) -> float | None:
    """A share as percent from 0 to 100, or `None`.

    `shares` says that the whole column writes 0.942 for 94.2 %. In a column of percentages a number below 1 is a stray
    share when it has at least two decimals, and more than any other (`decimals`).
    """
    parts = percent_parts(text)
    if parts is None:
        return None
    number, signed, own = parts
    if not signed and number <= 1 and (shares or (number > 0 and own > max(decimals, 1))):
        number *= 100
    return round(number, 10) if number <= 100 else None
