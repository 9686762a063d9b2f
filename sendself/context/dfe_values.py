"""What the DfE writes in a cell or a file's name: counts, days, symbols for what it suppresses, school years."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime

from sendself.assessment.school_years import school_years_in
from sendself.context.register import RegisterError

SUPPRESSED = frozenset({"", "supp", "ne", "na", "n/a", "c", "z", "x", "low", "-", ":", "..", "."})


def academic_year(text: str) -> str:
    """The form 2023/24, from 2023/24, 2023-24, 2023-2024 or 2023_24. Raises RegisterError for anything else."""
    alone = re.fullmatch(r"\s*\d{4}\D(\d\d){1,2}\s*", text, re.ASCII)
    year = next(school_years_in(text, between="/_- "), None) if alone else None
    if year is None:
        raise RegisterError(f"Give the school year of the census in the form 2023/24, not {text!r}.")
    return year


def year_in_names(*names: str) -> str | None:
    """The academic year in the first of the names that has one, such as england_census_2023-24.csv; or `None`."""
    return next((year for name in names for year in school_years_in(name)), None)


def is_suppressed(value: str) -> bool:
    """True for a blank and for the DfE's symbols: SUPP, NE, c, z, x, low and the like."""
    return value.strip().casefold() in SUPPRESSED


def read_count(value: str) -> int | None:
    """A count written as 1038, 1,038 or 1038.0; None when it is suppressed.

    Raises ValueError for anything else, a share such as 8.4% among them.
    """
    if is_suppressed(value):
        return None
    match = re.fullmatch(r"(\d{1,9}|\d{1,3}(?:,\d{3})+)(?:\.0+)?", value.strip(), re.ASCII)
    if match is None:
        raise ValueError(f"{value!r} is not a count")
    return int(match[1].replace(",", ""))


def read_day(value: str) -> date | None:
    """A day written as 12-06-2024, 12/06/2024 or 2024-06-12; `None` for anything else."""
    for form in ("%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"):
        with suppress(ValueError):
            return datetime.strptime(value.strip(), form).date()  # noqa: DTZ007 - a day has no zone
    return None
