"""The school year that an export says its numbers are of: in a heading, or in a title above the table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from sendself.assessment.school_years import school_year_in, school_year_of
from sendself.context.export.facts import OF_ATTENDANCE, OF_EVENTS, Fact
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.table import RawTable

_THIS, _LAST = re.compile(r"\b(this (academic|school) )?year( to date)?\b|\bytd\b"), re.compile(r"\blast\b")


def year_of_titles(table: RawTable) -> str | None:
    """The one school year that the lines above the headings name, or `None`."""
    return _one(map(school_year_in, table.titles))


def year_of_events(table: RawTable, mapping: ColumnMapping, today: date) -> str | None:
    """The school year that the columns of suspensions and exclusions say they are of, or `None`.

    A heading names it ("Suspensions 2024/25") or says which it is ("this academic year", "last year").
    """
    return _year_of(OF_EVENTS, table, mapping, today)


def year_of_attendance(table: RawTable, mapping: ColumnMapping, today: date) -> str | None:
    """The same of the columns of attendance and absence."""
    return _year_of(OF_ATTENDANCE, table, mapping, today)


def _year_of(facts: Iterable[Fact], table: RawTable, mapping: ColumnMapping, today: date) -> str | None:
    columns = [column for fact in facts for column in mapping.columns(fact)]
    headings = [table.header[column] for column in columns if column < len(table.header)]
    return _one(school_year_in(heading) or _relative(heading, today) for heading in headings)


def _relative(heading: str, today: date) -> str | None:
    words = heading.casefold()
    if not _THIS.search(words):
        return None
    return school_year_of(today, before=1 if _LAST.search(words) else 0)


def _one(years: Iterable[str | None]) -> str | None:
    found = {year for year in years if year}
    return found.pop() if len(found) == 1 else None
