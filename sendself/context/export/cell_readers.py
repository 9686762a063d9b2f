"""What reads the cells of each fact of a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from sendself.context.export import values
from sendself.context.export.codes import Status, status_of, whole_number, year_label
from sendself.context.export.facts import Fact
from sendself.context.export.headings import says_start_of_suspension
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.table import RawTable


def readers_of(
    table: RawTable, columns: dict[Fact, tuple[int, ...]], mapping: ColumnMapping
) -> dict[Fact, Callable[[str], Any]]:
    """How to read a cell of each fact that has a column; a reader gives `None` for what it cannot read."""
    readers: dict[Fact, Callable[[str], Any]] = {
        Fact.SEN_STATUS: lambda text: _status(text, mapping),
        Fact.YEAR_GROUP: year_label,
        Fact.SUSPENSIONS: _suspensions_reader(table, columns.get(Fact.SUSPENSIONS, ())),
        Fact.SUSPENSION_TIME: values.time_lost,
        Fact.PERMANENT_EXCLUSIONS: lambda text: values.events(text, values.MOST_EXCLUSIONS),
        Fact.ATTENDANCE: _percent_reader(table, columns.get(Fact.ATTENDANCE, ())),
        Fact.ABSENCE: _percent_reader(table, columns.get(Fact.ABSENCE, ()), stray=False),
    }
    for fact in (Fact.SESSIONS_ATTENDED, Fact.SESSIONS_ABSENT, Fact.SESSIONS_POSSIBLE):
        readers[fact] = lambda text: whole_number(text, values.MOST_SESSIONS)
    for fact in (Fact.EHC_PLAN, Fact.SEN_SUPPORT, Fact.FSM, Fact.PUPIL_PREMIUM, Fact.EVER_IN_CARE):
        readers[fact] = _flag_reader(fact)
    # Few different texts stand in a column. What is remembered of them ends with the count.
    return {fact: lru_cache(maxsize=1024)(reader) for fact, reader in readers.items() if fact in columns}


def _status(text: str, mapping: ColumnMapping) -> Status | None:
    said = mapping.meant(text)
    return status_of(text) if said is None else said


def _flag_reader(fact: Fact) -> Callable[[str], bool | None]:
    return lambda text: values.flag(fact, text)


def _suspensions_reader(table: RawTable, columns: tuple[int, ...]) -> Callable[[str], int | None]:
    if not any(says_start_of_suspension(table.header[at]) for at in columns):
        return lambda text: values.events(text, values.MOST_EVENTS)
    # Each day on which one began is a suspension.
    return lambda text: len(set(values.days_in(text))) or values.events(text, values.MOST_EVENTS)


def _percent_reader(table: RawTable, columns: tuple[int, ...], stray: bool = True) -> Callable[[str], float | None]:
    # A line of totals below may hold another kind of number.
    rows = [row for row in table.rows if not values.is_total(next(filter(None, row), ""))] if columns else []
    texts = [row[at] for at in columns for row in rows if row[at]]
    shares = values.is_share_column(texts)
    # Small absences are common, so a number below 1 is one.
    decimals = values.most_decimals(texts) if stray else 99
    return lambda text: values.percent(text, shares, decimals)
