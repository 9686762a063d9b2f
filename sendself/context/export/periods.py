"""Of which term, date and school year each row of an export is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sendself.context.export.codes import plain
from sendself.context.export.facts import Fact
from sendself.context.export.headings import says_start_of_suspension
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.table import RawTable
from sendself.context.export.terms import NO_PERIOD, Period, period_named
from sendself.context.export.values import day_of_record

_TERM = re.compile(
    r"(school |academic |attendance |reporting |data )?(half ?terms?|terms?|periods?|months?|weeks?)( name)?|ht|"
    r"(week|w) ?(commencing|beginning|c)"
)
_EVENT = re.compile(
    r"(suspension|exclusion|incident|event|session)s? (start )?(date|day)|"
    r"(date|day) of (suspension|exclusion|incident|event)"
)
_DATE = re.compile(r"date|day|start date|date from|from|start")
"""What a type of need and a SEN status have too, so that it says nothing of events where either may be meant."""
_SHEET = re.compile(
    r"\b(autumn|spring|summer|michaelmas|lent|term|half ?term|h ?t ?\d|t ?[1-6]|january|february|march|april|may|june|"
    r"july|september|october|november|december|to date|ytd|cumulative)\b|\b20\d\d (20)?\d\d\b"
)
_YEAR = re.compile(r"(academic|school|attendance|reporting|data|census)? ?years?( name| code)?")
_STARTED = re.compile(
    r"send? (status |provision |stage |code )?(start|from|start date|date from|started|since)( date)?"
)
_MOSTLY = 0.9
Moment = tuple[str, int]


class Periods:
    """Of which term or date each row of a table is. Nothing of it is in its repr."""

    def __init__(self, table: RawTable, mapping: ColumnMapping) -> None:
        free = {at: plain(name) for at, name in enumerate(table.header) if mapping.fact(at) is None}
        dated = not any(mapping.columns(fact) for fact in (Fact.NEED, Fact.SEN_STATUS_END))
        terms = [at for at, name in free.items() if _TERM.fullmatch(name)]
        events = [at for at, name in free.items() if _EVENT.fullmatch(name) or (dated and _DATE.fullmatch(name))]
        starts = [at for at in mapping.columns(Fact.SUSPENSIONS) if says_start_of_suspension(table.header[at])]
        events += starts
        self.of_events, self.of_starts = bool(events), bool(starts)
        # Few different texts stand in a column. What is remembered of them ends with the count.
        self._named = lru_cache(maxsize=1024)(period_named)
        self._table, self._terms, self._events = table, terms, events
        self._years = [at for at, name in free.items() if _YEAR.fullmatch(name)]
        self._started = [at for at, name in free.items() if _STARTED.fullmatch(name)]
        self._sheets: list[Period] = []
        for name, rows in zip(table.sheets_read, table.rows_of_sheets, strict=False):
            self._sheets += [period_named(name) if _SHEET.search(plain(name)) else NO_PERIOD] * rows

    def of(self, at: int) -> Period:
        """The term or date of the row at this place, or one without a name where nothing says it."""
        return _together([*self._of_row(at, self._terms), *self._of_row(at, self._events), *self._sheets[at : at + 1]])

    def moment(self, at: int) -> Moment | None:
        """When the SEN status of a row began, or of which term it is, to compare it with other rows of the table."""
        if not (self._started or self._terms or self._sheets):
            return None
        row = self._table.rows[at]
        for column in self._started:
            if (day := day_of_record(row[column])) is not None:
                return "", day.toordinal()
        if self._started:
            return None
        period = _together([*self._of_row(at, self._terms), *self._sheets[at : at + 1]])
        return None if period.place is None else (period.year, period.place)

    def newest_year(self, rows: Sequence[int]) -> tuple[str, frozenset[int]]:
        """The newest school year of these rows, and the rows of another; "" unless nearly all name theirs."""
        if not (self._years or self._terms or self._sheets):
            return "", frozenset()
        years = {at: year for at in rows if (year := self._year(at))}
        if not years or len(years) < _MOSTLY * len(rows):
            return "", frozenset()
        newest = max(years.values())
        return newest, frozenset(at for at, year in years.items() if year != newest)

    def _year(self, at: int) -> str:
        periods = [*self._of_row(at, self._years), *self._of_row(at, self._terms), *self._sheets[at : at + 1]]
        return next((period.year for period in periods if period.year), "")

    def _of_row(self, at: int, columns: Sequence[int]) -> list[Period]:
        row = self._table.rows[at]
        return [self._named(row[column]) for column in columns]


def _together(periods: Sequence[Period]) -> Period:
    """What several cells say of one period."""
    named = [period for period in periods if period.name]
    if len(named) < 2:
        return named[0] if named else NO_PERIOD
    return Period(
        "\x1f".join(period.name for period in named),
        next((period.year for period in named if period.year), ""),
        next((period.place for period in named if period.place is not None), None),
        any(period.to_date for period in named),
    )
