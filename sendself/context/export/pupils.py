"""Rows joined into pupils, in memory for one step: a pupil with several rows counts once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sendself.assessment.uk_clock import uk_today
from sendself.context.export.codes import Status
from sendself.context.export.facts import ASKED_YES, LABELS, OF_ATTENDANCE, Fact
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.over_periods import OVER_PERIODS, Over, over_periods
from sendself.context.export.periods import Periods
from sendself.context.export.pupil import Pupil, Pupils
from sendself.context.export.rows import BLANK, OTHER_YEAR, STATUS_FACTS, Rows
from sendself.context.export.table import RawTable


def read_pupils(table: RawTable, mapping: ColumnMapping, today: date) -> Pupils:
    """Every pupil of the table once, as it is on a day: a SEN status that ended before does not count."""
    rows, periods = Rows(table, mapping, today), Periods(table, mapping)
    pupils = Pupils(rows_read=len(table.rows) + table.blank_rows, subsidiary_count=rows.on_roll.subsidiary_count)
    if table.blank_rows:
        pupils.skipped[BLANK] = table.blank_rows
    reasons, pupils.year = _left_out(rows, periods)
    pupils.by_start = periods.of_starts
    pupils.skipped.update(reason for reason in reasons if reason)
    found: dict[str, int] = {}
    unread: defaultdict[Fact, set[int]] = defaultdict(set)
    for row_at, number in rows.pupil_numbers(reasons):
        at = found.setdefault(number, len(pupils.all)) if number else len(pupils.all)
        if at == len(pupils.all):
            pupils.all.append(Pupil(numbered=bool(number)))
        for fact in _take(pupils, at, row_at, rows, periods):
            unread[fact].add(at)
    _add_up(pupils, periods.of_events)
    pupils.doubtful = _doubtful(pupils, unread)
    for pupil in pupils.all:
        pupil.status = _strongest_status(pupil.said)
        pupil.status_blank = pupil.status_blank and pupil.status is None
    return pupils


def unread_statuses(table: RawTable, mapping: ColumnMapping) -> Counter[str]:
    """What stands for a SEN status and is not known here, with its rows: for the eyes of whoever chose the file.

    It is the same whatever the mapping says of it.
    """
    rows = Rows(table, replace(mapping, statuses={}), uk_today())
    reasons, _ = _left_out(rows, Periods(table, mapping))
    at_pupils = (row for row, reason in zip(table.rows, reasons, strict=True) if not reason)
    return Counter(text for row in at_pupils for text in rows.unread_statuses(row))


def _doubtful(pupils: Pupils, unread: Mapping[Fact, set[int]]) -> dict[Fact, int]:
    """The facts of which many pupils, or more than have a yes, say nothing but what cannot be read."""
    found = {}
    for fact in ASKED_YES:
        without = sum(fact not in pupils.all[at].said for at in unread[fact])
        if pupils.many(without) or without > sum(bool(pupil.said.get(fact)) for pupil in pupils.all):
            found[fact] = without
    return found


def _left_out(rows: Rows, periods: Periods) -> tuple[list[str], str]:
    """Why each row does not count, "" where it does, and the school year of those that do."""
    reasons = [rows.left_out(at) for at in range(len(rows.table.rows))]
    year, others = periods.newest_year([at for at, reason in enumerate(reasons) if not reason])
    for at in others:
        reasons[at] = OTHER_YEAR
    return reasons, year


def _take(pupils: Pupils, at: int, row_at: int, rows: Rows, periods: Periods) -> set[Fact]:
    """Take what a row says of a pupil; the facts that it gives and that cannot be read."""
    pupil, row = pupils.all[at], rows.table.rows[row_at]
    pupil.rows += 1
    status_counts = _status_counts(pupils, at, row_at, rows, periods)
    of_period: dict[Fact, Any] = {}
    read, unread = set(), set()
    for fact, value in rows.facts(row):
        if fact in STATUS_FACTS and not status_counts:
            continue
        pupils.filled.add(fact)
        # A mere no to plans, or to SEN support, leaves the status open.
        pupil.status_blank = pupil.status_blank and (fact not in STATUS_FACTS or value is False)
        if value is None:
            unread.add(fact)
            continue
        read.add(fact)
        if fact in OVER_PERIODS:
            of_period[fact] = value
        _say(pupils, at, fact, value)
    pupil.periods.append((periods.of(row_at), of_period))
    if rows.end_unread(row):
        unread.add(Fact.SEN_STATUS_END)
    if rows.has_ended(row):
        pupils.rows_ended += 1
        pupil.ended = True
    if _take_needs(pupil, row_at, rows):
        unread.add(Fact.NEED)
    pupils.unread.update(f"{LABELS[fact]} not recognised" for fact in unread - read)
    return unread - read


def _say(pupils: Pupils, at: int, fact: Fact, value: Any) -> None:
    """Join a value to what was said of a pupil before, and note where the two differ."""
    said = pupils.all[at].said
    before = said.get(fact)
    if before is not None and before != value:
        pupils.differ.setdefault(fact, set()).add(at)
    said[fact] = _joined(fact, before, value)


def _take_needs(pupil: Pupil, row_at: int, rows: Rows) -> bool:
    """Take the needs that a row gives. Whether one of them cannot be read."""
    rank, needs, unreadable = rows.needs(rows.table.rows[row_at])
    pupil.needs += [(rank, row_at, place, code) for place, code in enumerate(needs)]
    return bool(unreadable)


def _add_up(pupils: Pupils, of_events: bool) -> None:
    """Put what is one number over several terms in the place of what one row of them says."""
    found = over_periods([pupil.periods for pupil in pupils.all], of_events)
    for at, values in found.values.items():
        for fact, value in values.items():
            pupils.all[at].said[fact] = value
            pupils.differ.get(fact, set()).discard(at)
    if found.over is Over.UNCLEAR:
        for pupil in pupils.all:
            pupil.said = {fact: value for fact, value in pupil.said.items() if fact not in OF_ATTENDANCE}
        pupils.differ = {fact: differing for fact, differing in pupils.differ.items() if fact not in OF_ATTENDANCE}
    pupils.differ = {fact: differing for fact, differing in pupils.differ.items() if differing}
    pupils.over_periods, pupils.over = len(found.values), found.over


def _status_counts(pupils: Pupils, at: int, row_at: int, rows: Rows, periods: Periods) -> bool:
    """Whether the status of a row counts; what an earlier row says of status and need goes when a later one is taken.

    Rows without an order in time all count, and the strongest of them is taken.
    """
    pupil, moment = pupils.all[at], periods.moment(row_at)
    row = rows.table.rows[row_at]
    if moment is None or not any(fact in STATUS_FACTS for fact, _ in rows.facts(row)):
        return True
    before, pupil.moment = pupil.moment, moment if pupil.moment is None else max(moment, pupil.moment)
    if before is None or before == moment:
        return True
    said = {fact: value for fact, value in rows.facts(row) if fact in STATUS_FACTS and value is not None}
    if any(pupil.said.get(fact) not in (None, value) for fact, value in said.items()):
        pupils.changed.add(at)
    if moment < before:
        return False
    for fact in STATUS_FACTS:
        pupil.said.pop(fact, None)
    if at in pupils.changed:
        pupil.needs.clear()
    pupil.status_blank = True
    return True


def _strongest_status(said: dict[Fact, Any]) -> Status | None:
    given: list[Status] = [said[Fact.SEN_STATUS]] if Fact.SEN_STATUS in said else []
    flags = ((Fact.EHC_PLAN, Status.EHC_PLAN), (Fact.SEN_SUPPORT, Status.SUPPORT))
    given += [status for fact, status in flags if said.get(fact)]
    # No plan is not yet no SEN: that takes a no to SEN support beside it.
    if all(said.get(fact) is False for fact, _ in flags):
        given.append(Status.NONE)
    return max(given, default=None)


_STRONGEST = frozenset(
    {
        Fact.SEN_STATUS,
        Fact.EHC_PLAN,
        Fact.SEN_SUPPORT,
        Fact.FSM,
        Fact.PUPIL_PREMIUM,
        Fact.EVER_IN_CARE,
        Fact.SUSPENSIONS,
        Fact.SUSPENSION_TIME,
        Fact.PERMANENT_EXCLUSIONS,
    }
)


def _joined(fact: Fact, before: Any, value: Any) -> Any:
    """Of two cells the stronger, a mere yes (-1) being more than none; where there is no stronger one, the first."""
    if before is None:
        return value
    return max(before, value, key=lambda said: (said != 0, said)) if fact in _STRONGEST else before
