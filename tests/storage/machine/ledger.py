"""What must be true of the two tables after everything that was saved, and of every answer to a save."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, Row, Table, select

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.entries.values import checked_value
from sendself.storage.kept import Actor, Change, Changed, Conflict, Entry, Saved
from sendself.storage.repository import Repository
from sendself.storage.tables import entries, history
from tests.storage.machine.line import Sent

# A computer's clock may be set while the tests run.
CLOCK = timedelta(minutes=5)


class Broken(AssertionError):
    """A promise about saving that was not kept, in a sentence."""


def promised(kept: bool, sentence: str, *about: object) -> None:
    """Raises `Broken` with the sentence unless the promise was kept."""
    if not kept:
        raise Broken(f"{sentence}: {'; '.join(map(repr, about))}" if about else sentence)


@dataclass(frozen=True, slots=True)
class Attempt:
    """The first time a write was sent: by whom, when, and the version that its writer had before their eyes."""

    key: EntryKey
    value: Value
    by: str
    seen: int
    began: datetime
    ended: datetime


@dataclass(frozen=True, slots=True)
class Written:
    """One row of a table: the field and what stands there."""

    key: EntryKey
    entry: Entry


class Ledger:
    """The history of one evaluation as it has to be, read from the tables themselves after every call."""

    def __init__(self, engine: Engine, assessment_id: str, happened: Counter[str]) -> None:
        """Of an evaluation in which nothing was saved yet. What happens in it is counted in `happened`."""
        self._engine, self._id, self._happened = engine, assessment_id, happened
        self._written: list[Written] = []
        self._attempts: dict[str, Attempt] = {}

    def judge(self, sent: Sent, seen: Mapping[EntryKey, int]) -> None:
        """Hold one call against what its writer had seen of each field (the version; 0: nothing). Raises `Broken`."""
        self._happened[sent.fault.name] += 1
        for change in sent.changes:
            self._happened["sent again"] += change.op_id in self._attempts
            value = checked_value(change.key, change.value)
            attempt = Attempt(change.key, value, sent.actor.name, seen[change.key], sent.began, sent.ended)
            self._attempts.setdefault(change.op_id, attempt)
        before, old = self._present(), len(self._written)
        self._take_in()
        new = self._written[old:]
        for written in new:
            self._explain(written, sent, before.get(written.key))
        if sent.outcomes is None:
            promised(not new, "a save that broke before its commit left something behind", new)
            return
        for change, outcome in zip(sent.changes, sent.outcomes, strict=True):
            promised(outcome.key == change.key, "an answer speaks of another field", change, outcome)
            self._check_answer(change, outcome, before.get(change.key), sent.answered)

    def check(self) -> None:
        """Nothing was changed in either table since the last call. Raises `Broken`."""
        old = len(self._written)
        self._take_in()
        promised(len(self._written) == old, "something was written that nobody sent", self._written[old:])

    def check_views(self, repository: Repository) -> None:
        """Every view of the history that the repository gives is the history. Raises `Broken`."""
        reader, present = Actor("Reader"), self._present()
        stored = repository.load(reader, self._id)
        promised(stored.entries == present, "what is loaded is not what was saved", stored.entries, present)
        fields = repository.fields(reader, self._id)
        promised(fields.keys() == present.keys(), "fields for joining are missing", fields.keys())
        newest = repository.changes(reader, self._id, most=len(self._written) + 1)
        promised(list(newest) == self._changes(), "the newest changes are not the history", newest)
        for key in present:
            versions = [written.entry for written in self._written if written.key == key]
            found = repository.history(reader, self._id, key)
            promised(list(found) == versions, "the history of a field lacks versions", found, versions)
            promised(fields[key].op_ids == {one.op_id for one in versions}, "a field lacks writes", fields[key])

    def _take_in(self) -> None:
        """Read both tables: what stood in the history stands there still, and the present is its last word."""
        with self._engine.connect() as connection:
            past, now = (
                connection.execute(select(table).where(table.c.assessment == self._id).order_by(table.c.seq)).all()
                for table in (history, entries)
            )
        written = [_written(row) for row in past]
        promised(written[: len(self._written)] == self._written, "something is lost from the history", self._written)
        self._written = written
        standing = {one.key: one.entry for one in map(_written, now)}
        promised(standing == self._present(), "history and present differ", standing, self._present())
        for row, table in [(row, history) for row in past] + [(row, entries) for row in now]:
            _check_columns(row, table)

    def _explain(self, written: Written, sent: Sent, before: Entry | None) -> None:
        """A new row was sent in this call, once, by somebody who had seen what it replaced."""
        entry, there = written.entry, before.version if before else 0
        attempt = self._attempts.get(entry.op_id)
        promised(attempt is not None, "something was written that nobody sent", written)
        assert attempt is not None
        promised(attempt.seen == there, "a silent overwrite", written, before, attempt)
        promised(entry.version == there + 1, "versions do not rise by one", written, before)
        promised(entry.op_id in {change.op_id for change in sent.changes}, "written by an earlier call", written)
        told = (written.key, entry.value, entry.by)
        promised(told == (attempt.key, attempt.value, attempt.by), "another change than was sent", written, attempt)
        promised(sent.began - CLOCK <= entry.at <= sent.ended + CLOCK, "the time is wrong", written, sent.began)
        writes = [one for one in self._written if one.entry.op_id == entry.op_id]
        promised(writes == [written], "a write was made twice", writes)

    def _check_answer(self, change: Change, outcome: Saved | Conflict, before: Entry | None, answered: bool) -> None:
        attempt = self._attempts[change.op_id]
        mine = next((one.entry for one in self._written if one.entry.op_id == change.op_id), None)
        match outcome:
            case Saved(_, entry) if mine is not None:
                promised(entry == mine, "saved is answered with something else than was saved", outcome, mine)
                self._happened["saved"] += 1
                self._happened["acknowledged late"] += before is not None and entry.version < before.version
            case Saved(_, entry):
                same = before is not None and before.value == attempt.value
                promised(same and entry == before, "acknowledged but not there", change, outcome, before)
                self._happened["there already"] += 1
            case Conflict(_, current):
                promised(mine is None, "the same write is refused when it comes again", change, outcome, answered)
                promised(current == before, "a conflict does not carry what is there", outcome, before)
                there = before.version if before else 0
                promised(there != attempt.seen, "refused though nobody else had saved", change, outcome)
                self._happened["conflict"] += 1

    def _present(self) -> dict[EntryKey, Entry]:
        return {written.key: written.entry for written in self._written}

    def _changes(self) -> list[Changed]:
        """Every write with what it replaced, the newest first."""
        last: dict[EntryKey, Entry] = {}
        made: list[Changed] = []
        for written in self._written:
            made.append(Changed(written.key, written.entry, last.get(written.key)))
            last[written.key] = written.entry
        return made[::-1]


def _written(row: Row[Any]) -> Written:
    key = EntryKey(row.subject, row.perspective, row.field)
    # The base is of the field and not of a version. Nothing here was opened from a file.
    return Written(key, Entry(json.loads(row.value), row.version, 0, row.op_id, row.by, row.at, row.seq))


def _check_columns(row: Row[Any], table: Table) -> None:
    value = json.loads(row.value) if row.field == "rating" else None
    told = (value if isinstance(value, int) else None, value if isinstance(value, str) else None)
    promised((row.level, row.state) == told, "level and state are not those of the value", row)
    promised(table is history or row.base == 0, "a base came from nowhere", row)
