"""Numbers of one pupil over several terms or dates: they are added up, or the last is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from statistics import median
from typing import Any

from sendself.context.export.facts import OF_SESSIONS, OF_SHARES, Fact
from sendself.context.export.terms import Period

OVER_PERIODS = OF_SESSIONS | OF_SHARES | {Fact.SUSPENSIONS}
"""What is one number over all terms of a pupil: a sum, or of percentages their mean."""

_FEWEST = 3
"""Of fewer pupils nobody can tell that a column says the same in every term."""
_NEARLY_ALL = 0.95
_GROWN, _A_LITTLE = 1.5, 1.05
"""No term is so much longer than another, so that possible sessions that grow so are those of the year so far."""
_LONGEST_TERM = 160
"""Sessions. More are those of several terms."""

Values = dict[Fact, Any]


class Over(Enum):
    """What is done with numbers for several periods; where nobody can tell, attendance is left out."""

    ADDED = "added up"
    LATEST = "the latest"
    UNCLEAR = "left out"


@dataclass(frozen=True, slots=True, repr=False)
class OverPeriods:
    """What pupils with rows for several periods have in all of them, by the pupil's place, and how it was found."""

    values: dict[int, Values]
    over: Over


def over_periods(pupils: Sequence[list[tuple[Period, Values]]], of_events: bool) -> OverPeriods:
    """What pupils with rows for several terms or dates have in all of them.

    Each pupil is a list of rows: of which period, and what it says. Where nothing names the period the sessions tell
    rows apart, if for most pupils with different rows they differ in both columns. Two rows of one period are one.
    Numbers of the year so far, which hold those of the terms before, are not added up: the last counts.
    """
    joined = {at: periods for at, rows in enumerate(pupils) if len(periods := _by_period(rows)) > 1}
    to_date = any(period.to_date for at in joined for period, _ in pupils[at])
    ordered = all(period.place is not None for at in joined for period, _ in pupils[at] if period.name)
    joined = joined or _told_by_sessions(pupils)
    over = _over(joined) if not to_date else Over.LATEST if ordered and _last_holds_all(joined) else Over.UNCLEAR
    if over is Over.LATEST:
        return OverPeriods({at: _latest(periods, joined) for at, periods in joined.items()}, over)
    again = (of_events or len(joined) >= _FEWEST) and _same_in_all(joined, *OF_SESSIONS)
    totals = _same_in_all(joined, Fact.SUSPENSIONS) and (_are_totals(joined) if of_events else again)
    found: dict[int, Values] = {}
    for at, periods in joined.items():
        values = ({} if again else _sessions(periods)) | _shares(periods) | ({} if totals else _suspensions(periods))
        if values:
            found[at] = values
    return OverPeriods(found, Over.ADDED if again else over)


def _over(joined: dict[int, list[Values]]) -> Over:
    """Whether possible sessions grow from period to period as those of the year so far do."""
    firsts, lasts = [], []
    for periods in joined.values():
        possible = [pair[1] for values in periods if (pair := _attended(values)) is not None]
        if len(possible) > 1 and possible[0]:
            firsts.append(possible[0])
            lasts.append(possible[-1])
    if not firsts:
        return Over.ADDED
    grown = median(last / first for first, last in zip(firsts, lasts, strict=True))
    if grown < _GROWN and (grown < _A_LITTLE or median(lasts) <= _LONGEST_TERM):
        return Over.ADDED
    if len(firsts) >= _FEWEST and not _fall(joined):
        return Over.LATEST
    return Over.UNCLEAR if grown >= _GROWN else Over.ADDED


def _fall(joined: dict[int, list[Values]]) -> bool:
    """Whether sessions possible, attended or missed fall from one period to the next, for more than a few pupils."""
    several = falling = 0
    for periods in joined.values():
        pairs = [pair for values in periods if (pair := _attended(values)) is not None]
        several += len(pairs) > 1
        falling += any(later[0] < pair[0] or later[1] - later[0] < pair[1] - pair[0] for pair, later in pairwise(pairs))
    return falling > (1 - _NEARLY_ALL) * several


def _last_holds_all(joined: dict[int, list[Values]]) -> bool:
    """Whether the last period has at least the sessions of each before it, for all but a few pupils."""
    pairs = [[values, periods[-1]] for periods in joined.values() for values in periods[:-1]]
    return not _fall(dict(enumerate(pairs)))


def _latest(periods: list[Values], joined: dict[int, list[Values]]) -> Values:
    """What the last of a pupil's periods says; suspensions are added up where they are not those of the year so far."""
    found: Values = {}
    for values in periods:
        found |= {fact: value for fact, value in values.items() if fact is not Fact.SUSPENSIONS}
    return found | (_last_suspensions(periods) if _suspensions_grow(joined) else _suspensions(periods))


def _by_period(rows: list[tuple[Period, Values]]) -> list[Values]:
    """What is said of each period that is named, in their order where that is known, or else as they stand.

    Of several rows it is the largest number of suspensions, and the first of the rest.
    """
    found: dict[Period, Values] = {}
    for period, said in rows:
        if period.name:
            values = found.setdefault(period, {})
            for fact, value in said.items():
                larger = fact is Fact.SUSPENSIONS and abs(value) > abs(values.get(fact, 0))
                values[fact] = value if larger else values.get(fact, value)
    places = [period.place for period in found if period.place is not None]
    if len(places) == len(found):
        return [found[period] for period in sorted(found, key=lambda one: (one.year, one.place or 0))]
    return list(found.values())


def _told_by_sessions(pupils: Sequence[list[tuple[Period, Values]]]) -> dict[int, list[Values]]:
    several: dict[int, list[Values]] = {}
    both = 0
    for at, rows in enumerate(pupils):
        pairs = [found for _, said in rows if (found := _attended(said)) is not None]
        if len(set(pairs)) > 1:
            several[at] = _by_period([(Period(str(_attended(said) or "")), said) for _, said in rows])
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
    said = {fact: [values[fact] for values in periods if fact in values] for fact in OF_SHARES}
    return {fact: sum(shares) / len(shares) for fact, shares in said.items() if shares}


def _suspensions_grow(joined: dict[int, list[Values]]) -> bool:
    """Whether the number of suspensions never falls for any pupil, as that of the year so far."""
    said = [[values.get(Fact.SUSPENSIONS, 0) for values in periods] for periods in joined.values()]
    return all(numbers == sorted(numbers) for numbers in said)


def _last_suspensions(periods: list[Values]) -> Values:
    numbers = [values[Fact.SUSPENSIONS] for values in periods if Fact.SUSPENSIONS in values]
    return {Fact.SUSPENSIONS: numbers[-1]} if numbers else {}


def _suspensions(periods: list[Values]) -> Values:
    numbers = [values[Fact.SUSPENSIONS] for values in periods if Fact.SUSPENSIONS in values]
    # A mere yes (-1) gives no number to add.
    return {Fact.SUSPENSIONS: sum(numbers)} if numbers and min(numbers) >= 0 else {}
