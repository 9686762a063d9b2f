"""Rows of one pupil for several terms or dates: sessions and suspensions are added up over them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sendself.context.export.codes import plain
from sendself.context.export.facts import Fact
from sendself.context.export.mapping import Mapping
from sendself.context.export.table import RawTable

_SESSIONS = (Fact.SESSIONS_ATTENDED, Fact.SESSIONS_ABSENT, Fact.SESSIONS_POSSIBLE)
_SHARES = (Fact.ATTENDANCE, Fact.ABSENCE)
OVER_PERIODS = frozenset({*_SESSIONS, *_SHARES, Fact.SUSPENSIONS})
"""What is one number over all terms of a pupil: a sum, or of percentages their mean."""

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
    r"july|september|october|november|december)\b"
)
_FEWEST = 3
"""Of fewer pupils nobody can tell that a column says the same in every term."""

Values = dict[Fact, Any]


class Periods:
    """Of which term or date each row of a table is. Nothing of it is in its repr."""

    def __init__(self, table: RawTable, mapping: Mapping) -> None:
        free = {at: plain(name) for at, name in enumerate(table.header) if mapping.fact(at) is None}
        dated = not any(mapping.columns(fact) for fact in (Fact.NEED, Fact.SEN_STATUS_END))
        terms = [at for at, name in free.items() if _TERM.fullmatch(name)]
        events = [at for at, name in free.items() if _EVENT.fullmatch(name) or (dated and _DATE.fullmatch(name))]
        self.of_events = bool(events)
        self._table, self._columns = table, (*terms, *events)
        self._sheets: list[str] = []
        for name, rows in zip(map(plain, table.sheets_read), table.rows_of_sheets, strict=False):
            self._sheets += [name if _SHEET.search(name) else ""] * rows

    def of(self, at: int) -> str:
        """The term or date of the row at this place, or "" where nothing says it."""
        row = self._table.rows[at]
        said = [plain(row[column]) for column in self._columns]
        said += self._sheets[at : at + 1]
        return "\x1f".join(said) if any(said) else ""


def over_periods(pupils: Sequence[list[tuple[str, Values]]], of_events: bool) -> dict[int, Values]:
    """What pupils with rows for several terms or dates have in all of them, by the pupil's place.

    Each pupil is a list of rows: of which period, and what it says. Where nothing names the period the sessions tell
    rows apart, if for most pupils with different rows they differ in both columns. Two rows of one period are one.
    """
    joined = {at: periods for at, rows in enumerate(pupils) if len(periods := _by_period(rows)) > 1}
    joined = joined or _told_by_sessions(pupils)
    again = (of_events or len(joined) >= _FEWEST) and _same_in_all(joined, *_SESSIONS)
    totals = _same_in_all(joined, Fact.SUSPENSIONS) and (_are_totals(joined) if of_events else again)
    found: dict[int, Values] = {}
    for at, periods in joined.items():
        values = ({} if again else _sessions(periods)) | _shares(periods) | ({} if totals else _suspensions(periods))
        if values:
            found[at] = values
    return found


def _by_period(rows: list[tuple[str, Values]]) -> list[Values]:
    """What is said of each period that is named: the largest number of suspensions, and the first of the rest."""
    found: dict[str, Values] = {}
    for period, said in rows:
        if period:
            values = found.setdefault(period, {})
            for fact, value in said.items():
                larger = fact is Fact.SUSPENSIONS and abs(value) > abs(values.get(fact, 0))
                values[fact] = value if larger else values.get(fact, value)
    return list(found.values())


def _told_by_sessions(pupils: Sequence[list[tuple[str, Values]]]) -> dict[int, list[Values]]:
    several: dict[int, list[Values]] = {}
    both = 0
    for at, rows in enumerate(pupils):
        pairs = [found for _, said in rows if (found := _attended(said)) is not None]
        if len(set(pairs)) > 1:
            several[at] = _by_period([(str(_attended(said) or ""), said) for _, said in rows])
            both += all(len(set(column)) > 1 for column in zip(*pairs, strict=True))
    return several if several and 2 * both >= len(several) else {}


def _attended(said: Values) -> tuple[float, float] | None:
    """Sessions attended and possible, or `None` where they are not given or contradict each other."""
    possible, missed = said.get(Fact.SESSIONS_POSSIBLE), said.get(Fact.SESSIONS_ABSENT)
    if possible is None:
        return None
    attended = said.get(Fact.SESSIONS_ATTENDED, None if missed is None else possible - missed)
    return (attended, possible) if attended is not None and 0 <= attended <= possible else None


def _same_in_all(joined: dict[int, list[Values]], *facts: Fact) -> bool:
    """Whether some of these facts are given, and for no pupil differ from period to period."""
    said = [[[values.get(fact) for fact in facts] for values in periods] for periods in joined.values()]
    given = any(value is not None for periods in said for one in periods for value in one)
    return given and all(one == periods[0] for periods in said for one in periods)


def _are_totals(joined: dict[int, list[Values]]) -> bool:
    """Whether a row for each suspension gives the number of all of them, as three rows of three do."""
    return all(periods[0].get(Fact.SUSPENSIONS) in (None, 0, len(periods)) for periods in joined.values())


def _sessions(periods: list[Values]) -> Values:
    given = [values for values in periods if values.get(Fact.SESSIONS_POSSIBLE) is not None]
    pairs = [pair for values in given if (pair := _attended(values)) is not None]
    if not pairs or len(pairs) < len(given):
        return {}
    # What was missed is in what was attended.
    return {
        Fact.SESSIONS_ABSENT: None,
        Fact.SESSIONS_ATTENDED: sum(attended for attended, _ in pairs),
        Fact.SESSIONS_POSSIBLE: sum(possible for _, possible in pairs),
    }


def _shares(periods: list[Values]) -> Values:
    said = {fact: [values[fact] for values in periods if fact in values] for fact in _SHARES}
    return {fact: sum(shares) / len(shares) for fact, shares in said.items() if shares}


def _suspensions(periods: list[Values]) -> Values:
    numbers = [values[Fact.SUSPENSIONS] for values in periods if Fact.SUSPENSIONS in values]
    # A mere yes (-1) gives no number to add.
    return {Fact.SUSPENSIONS: sum(numbers)} if numbers and min(numbers) >= 0 else {}
