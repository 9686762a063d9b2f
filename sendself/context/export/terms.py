"""Terms, half terms, months and days as exports name them: which comes after which, and of which school year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sendself.assessment.school_years import school_year_of, school_years_in
from sendself.context.export.codes import plain
from sendself.context.export.values import day_in

_SEASONS = {"autumn": 0, "michaelmas": 0, "aut": 0, "spring": 1, "lent": 1, "spr": 1, "summer": 2, "trinity": 2}
_SEASON = re.compile(rf"\b({'|'.join(_SEASONS)})\b(?: (?:term )?([12])\b)?")
_MONTHS = (
    *("september", "october", "november", "december", "january", "february"),
    *("march", "april", "may", "june", "july", "august"),
)
_MONTH = re.compile(rf"\b({'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in _MONTHS)})\b")
_NUMBERED = re.compile(r"\b(?:half ?terms?|terms?|h ?t|t|periods?|months?|weeks?|wk) ?(\d{1,2})\b")
_WHOLE = re.compile(r"\b(to date|cumulative|ytd|so far|full year|whole year|all year|year|all terms|total)\b")
_ONE_YEAR = re.compile(r"\b(20\d\d)\b")
_LAST = 99
"""The place of what is of a whole year, after each of its terms."""


@dataclass(frozen=True, slots=True)
class Period:
    """A term, a date or the like, as it is named.

    `year` is the school year that it says, or "". `place` puts it in order among others of its file, where that is
    known; `to_date` says that it is named as one that holds those before it. A period without a name is none.
    """

    name: str = ""
    year: str = ""
    place: int | None = None
    to_date: bool = False


NO_PERIOD = Period()


def period_named(text: str) -> Period:
    """The period that a cell or the name of a sheet names."""
    words = plain(text)
    if not words:
        return NO_PERIOD
    if (day := day_in(text)) is not None:
        return Period(words, school_year_of(day), day.toordinal())
    place, seasons = _place(words)
    to_date = seasons > 1 or (place == _LAST and not seasons)
    return Period(words, _year(words), place, to_date)


def _year(words: str) -> str:
    """The school year that stands there, or that of a season or month of a calendar year."""
    if year := next(school_years_in(words, between=" "), None):
        return year
    one = _ONE_YEAR.search(words)
    if one is None or not (_SEASON.search(words) or _MONTH.search(words)):
        return ""
    return _school_year(int(one[1]), words)


def _place(words: str) -> tuple[int | None, int]:
    """The place of a period in its school year, and how many seasons it names."""
    seasons = _SEASON.findall(words)
    if seasons:
        name, half = seasons[-1]
        return 2 * _SEASONS[name] + (1 if half != "1" else 0), len({name for name, _ in seasons})
    if numbered := _NUMBERED.search(words):
        return int(numbered[1]), 0
    if month := _MONTH.search(words):
        return next(at for at, name in enumerate(_MONTHS) if name[:3] == month[1][:3]), 0
    return (_LAST, 0) if _WHOLE.search(words) else (None, 0)


def _school_year(calendar: int, words: str) -> str:
    """The school year of a season or month of a calendar year: autumn 2025 and spring 2026 are of 2025/26."""
    if season := _SEASON.search(words):
        first = _SEASONS[season[1]] == 0
    else:
        month = _MONTH.search(words)
        first = bool(month) and month[1][:3] in ("sep", "oct", "nov", "dec") if month else False
    start = calendar if first else calendar - 1
    return f"{start}/{(start + 1) % 100:02d}"
