"""Rows joined into pupils, in memory for one step: a pupil with several rows counts once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sendself.assessment.words import uk_today
from sendself.context.export.codes import Status
from sendself.context.export.facts import ASKED_YES, LABELS, Fact
from sendself.context.export.mapping import Mapping
from sendself.context.export.periods import OVER_PERIODS, Periods, over_periods
from sendself.context.export.rows import BLANK, STATUS_FACTS, Rows
from sendself.context.export.table import RawTable


@dataclass(slots=True, repr=False, eq=False)
class Pupil:
    """What the rows of one pupil say. Nothing of it is in its repr, and it does not outlive the count.

    `needs` holds rank, row, column and code; `status_blank` is true while no row gives a SEN status, and `ended` when
    one gives a status that has ended. `status` is the strongest that a row gives, or `None` when none gives one that
    can be read. `periods` are the rows again: of which term or date, and what is one number over all of them.
    """

    rows: int = 0
    said: dict[Fact, Any] = field(default_factory=dict)
    needs: list[tuple[int, int, int, str]] = field(default_factory=list)
    status_blank: bool = True
    numbered: bool = True
    ended: bool = False
    status: Status | None = None
    periods: list[tuple[str, dict[Fact, Any]]] = field(default_factory=list)

    @property
    def need(self) -> str | None:
        """The primary type of need: the one ranked first, and of equals the one that stands first."""
        return min(self.needs)[3] if self.needs else None


@dataclass(slots=True, repr=False, eq=False)
class Pupils:
    """All pupils of an export, and what was not used of it: rows by reason, and cells that could not be read.

    `doubtful` are the facts that cannot be counted, with the pupils of whom nothing that can be read is said.
    `subsidiary_count` says that pupils registered here in second place count, since most are.
    """

    all: list[Pupil] = field(default_factory=list)
    rows_read: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    differ: dict[Fact, set[int]] = field(default_factory=dict)
    filled: set[Fact] = field(default_factory=set)
    doubtful: dict[Fact, int] = field(default_factory=dict)
    subsidiary_count: bool = False
    rows_ended: int = 0
    added_up: int = 0

    @property
    def status_unread(self) -> int:
        """Pupils whose SEN status says something that is not known here."""
        return sum(pupil.status is None and not pupil.status_blank for pupil in self.all)

    def many(self, unread: int) -> bool:
        """Whether so many pupils are unread that a count of the rest would be wrong."""
        return unread > max(1, _FEW_UNREAD * len(self.all))


_FEW_UNREAD = 0.05


def read_pupils(table: RawTable, mapping: Mapping, today: date) -> Pupils:
    """Every pupil of the table once, as it is on a day: a SEN status that ended before does not count."""
    rows, periods = Rows(table, mapping, today), Periods(table, mapping)
    pupils = Pupils(rows_read=len(table.rows) + table.blank_rows, subsidiary_count=rows.on_roll.subsidiary_count)
    if table.blank_rows:
        pupils.skipped[BLANK] = table.blank_rows
    reasons = [rows.left_out(at) for at in range(len(table.rows))]
    pupils.skipped.update(reason for reason in reasons if reason)
    found: dict[str, int] = {}
    unread: defaultdict[Fact, set[int]] = defaultdict(set)
    for row_at, number in rows.pupil_numbers(reasons):
        at = found.setdefault(number, len(pupils.all)) if number else len(pupils.all)
        if at == len(pupils.all):
            pupils.all.append(Pupil(numbered=bool(number)))
        for fact in _take(pupils, at, row_at, rows, periods.of(row_at)):
            unread[fact].add(at)
    _add_up(pupils, periods.of_events)
    pupils.doubtful = _doubtful(pupils, unread)
    for pupil in pupils.all:
        pupil.status = _strongest_status(pupil.said)
        pupil.status_blank = pupil.status_blank and pupil.status is None
    return pupils


def unread_statuses(table: RawTable, mapping: Mapping) -> Counter[str]:
    """What stands for a SEN status and is not known here, with its rows: for the eyes of whoever chose the file.

    It is the same whatever the mapping says of it.
    """
    rows = Rows(table, replace(mapping, statuses={}), uk_today())
    at_pupils = (row for at, row in enumerate(table.rows) if not rows.left_out(at))
    return Counter(text for row in at_pupils for text in rows.unread_statuses(row))


def _doubtful(pupils: Pupils, unread: MappingOf[Fact, set[int]]) -> dict[Fact, int]:
    """The facts of which many pupils, or more than have a yes, say nothing but what cannot be read."""
    found = {}
    for fact in ASKED_YES:
        without = sum(fact not in pupils.all[at].said for at in unread[fact])
        if pupils.many(without) or without > sum(bool(pupil.said.get(fact)) for pupil in pupils.all):
            found[fact] = without
    return found


def _take(pupils: Pupils, at: int, row_at: int, rows: Rows, period: str) -> set[Fact]:
    """Take what a row says of a pupil; the facts that it gives and that cannot be read."""
    pupil, row = pupils.all[at], rows.table.rows[row_at]
    pupil.rows += 1
    of_period: dict[Fact, Any] = {}
    read, unread = set(), set()
    for fact, value in rows.facts(row):
        pupils.filled.add(fact)
        # A mere no to plans, or to SEN support, leaves the status open.
        pupil.status_blank = pupil.status_blank and (fact not in STATUS_FACTS or value is False)
        if value is None:
            unread.add(fact)
            continue
        read.add(fact)
        if fact in OVER_PERIODS:
            of_period[fact] = value
        before = pupil.said.get(fact)
        if before is not None and before != value:
            pupils.differ.setdefault(fact, set()).add(at)
        pupil.said[fact] = _joined(fact, before, value)
    pupil.periods.append((period, of_period))
    if rows.end_unread(row):
        unread.add(Fact.SEN_STATUS_END)
    if rows.has_ended(row):
        pupils.rows_ended += 1
        pupil.ended = True
    rank, needs, unreadable = rows.needs(row)
    pupil.needs += [(rank, row_at, place, code) for place, code in enumerate(needs)]
    if unreadable:
        unread.add(Fact.NEED)
    pupils.unread.update(f"{LABELS[fact]} not recognised" for fact in unread - read)
    return unread - read


def _add_up(pupils: Pupils, of_events: bool) -> None:
    """Put what is one number over several terms in the place of what one row of them says."""
    found = over_periods([pupil.periods for pupil in pupils.all], of_events)
    for at, values in found.items():
        for fact, value in values.items():
            pupils.all[at].said[fact] = value
            pupils.differ.get(fact, set()).discard(at)
    pupils.differ = {fact: differing for fact, differing in pupils.differ.items() if differing}
    pupils.added_up = len(found)


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
