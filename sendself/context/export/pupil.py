"""What is known of a pupil, and of all pupils of an export, for the one step in which they are counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sendself.context.export.codes import Status
from sendself.context.export.facts import Fact
from sendself.context.export.over_periods import Over
from sendself.context.export.periods import Moment
from sendself.context.export.terms import Period

_FEW_UNREAD = 0.05


@dataclass(slots=True, repr=False, eq=False)
class Pupil:
    """What the rows of one pupil say. Nothing of it is in its repr, and it does not outlive the count.

    `needs` holds rank, row, column and code; `status_blank` is true while no row gives a SEN status, and `ended` when
    one gives a status that has ended. `status` is the strongest that a row gives, or `None` when none gives one that
    can be read. `periods` are the rows again: of which term or date, and what is one number over all of them.
    `moment` is that of the row which gave the status, where rows have an order in time.
    """

    rows: int = 0
    said: dict[Fact, Any] = field(default_factory=dict)
    needs: list[tuple[int, int, int, str]] = field(default_factory=list)
    status_blank: bool = True
    numbered: bool = True
    ended: bool = False
    status: Status | None = None
    periods: list[tuple[Period, dict[Fact, Any]]] = field(default_factory=list)
    moment: Moment | None = None

    @property
    def need(self) -> str | None:
        """The primary type of need: the one ranked first, and of equals the one that stands first."""
        return min(self.needs)[3] if self.needs else None


@dataclass(slots=True, repr=False, eq=False)
class Pupils:
    """All pupils of an export, and what was not used of it: rows by reason, and cells that could not be read.

    `doubtful` are the facts that cannot be counted, with the pupils of whom nothing that can be read is said.
    `over_periods` pupils have rows for several periods, and `over` says what was made of them; the status of those
    `changed` is another from one to the next. `year` is the school year that the rows name.
    `by_start` says that suspensions are counted by the days on which they began.
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
    over_periods: int = 0
    over: Over = Over.ADDED
    changed: set[int] = field(default_factory=set)
    by_start: bool = False
    year: str = ""

    @property
    def status_unread(self) -> int:
        """Pupils whose SEN status says something that is not known here."""
        return sum(pupil.status is None and not pupil.status_blank for pupil in self.all)

    def many(self, unread: int) -> bool:
        """Whether so many pupils are unread that a count of the rest would be wrong."""
        return unread > max(1, _FEW_UNREAD * len(self.all))
