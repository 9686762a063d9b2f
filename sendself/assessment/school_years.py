"""School years, as they are written and as a day falls into them. The form is always "2023/24"."""

import re
from collections.abc import Iterator
from datetime import date


def school_years_in(text: str, *, between: str = "/_-") -> Iterator[str]:
    """The school years in a text, in order: 2023/24, 2023-24, 2023-2024, england_2023_24.csv.

    `between` holds the signs that may stand between the two calendar years. Two that do not follow each other are no
    school year.
    """
    pattern = rf"(?<!\d)(?=(20\d\d)\s*[{re.escape(between)}]\s*(?:20)?(\d\d)(?!\d))"
    for first, second in re.findall(pattern, text, re.ASCII):
        if follow(first, second):
            yield f"{first}/{second}"


def school_year_in(text: str) -> str | None:
    """The first school year in a text ("autumn 2023/24"), or `None`."""
    return next(school_years_in(text), None)


def follow(first: str, second: str) -> bool:
    """Whether a school year that begins in the year `first` (four digits) ends in `second` (two digits)."""
    return (int(first) + 1) % 100 == int(second)


def school_year_of(day: date, *, before: int = 0) -> str:
    """The school year that a day falls into, or one so many years before it."""
    start = day.year - (1 if day.month < 9 else 0) - before
    # A date that was typed wrongly must not stop a report: the nearest year that can be is taken.
    start = min(max(start, 2000), 2099)
    return f"{start}/{(start + 1) % 100:02d}"
