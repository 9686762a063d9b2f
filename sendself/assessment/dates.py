"""A day as people type it, and a year before a day."""

import re
from datetime import date

FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = re.compile(r"(\d{1,2})[ /.\-]+(\d{1,2})[ /.\-]+(\d{2}|\d{4})")
_BY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ /.\-]*([a-z]{3,9})[ /.,\-]*(\d{2}|\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class DayError(ValueError):
    """What was typed is no day. The message says what to enter."""


def parse_day(typed: str) -> date | None:
    """The day that was typed, day before month as in the UK, or `None` for nothing. Raises `DayError`."""
    text = " ".join(typed.lower().split())
    if not text:
        return None
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _NUMBERS.fullmatch(text):
        day, month, year = found.groups()
    elif (found := _BY_NAME.fullmatch(text)) and found[2][:3] in _MONTHS:
        day, month, year = found[1], str(_MONTHS.index(found[2][:3]) + 1), found[3]
    else:
        raise DayError("Enter the date as day, month and year, such as 31 March 2027 or 31/3/2027.")
    return _day(int(year) if len(year) == 4 else 2000 + int(year), int(month), int(day))


def _day(year: int, month: int, day: int) -> date:
    try:
        made = date(year, month, day)
    except ValueError:
        raise DayError("There is no such day. Check day and month.") from None
    if not FIRST <= made <= LAST:
        raise DayError(f"Check the year: enter one from {FIRST.year} to {LAST.year}.")
    return made


def year_before(day: date) -> date:
    """The same day a year earlier; for 29 February the day before."""
    if day.year == date.min.year:
        return date.min
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
