"""Write entries: each with its history row, in the caller's transaction, which holds the evaluation."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.field_versions import FieldVersion
from sendself.assessment.joining.lineage import mark, marks, seen_after
from sendself.assessment.joining.removals import followed_by_removal, is_removal
from sendself.assessment.model import Assessment
from sendself.storage.kept import Actor, Change, Conflict, Entry, Saved
from sendself.storage.rows import as_text, at_key, entry_of, first_op_id, key_of, row_of, same_field, usable_op_id
from sendself.storage.tables import entries, history, insert_into


def write_first(
    connection: Connection, actor: Actor, assessment: Assessment, values: Mapping[EntryKey, Value], at: datetime
) -> None:
    """Write the entries of a new evaluation. A version brought from a file is kept and becomes the base."""
    came, op_ids = assessment.versions, _op_ids(assessment, values)
    rows = [
        row_of(
            key,
            value,
            assessment_id=assessment.id,
            version=came[key.text].version if key.text in came else 1,
            op_id=op_ids[key],
            actor=actor,
            at=at,
        )
        for key, value in values.items()
    ]
    if not rows:
        return
    numbered = insert(history).returning(history.c.seq, sort_by_parameter_order=True)
    seqs = connection.execute(numbered, rows).scalars().all()
    of_fields = [_of_field(came.get(key.text), op_ids[key]) for key in values]
    connection.execute(
        insert(entries), [{**row, "seq": seq, **more} for row, seq, more in zip(rows, seqs, of_fields, strict=True)]
    )


def save_changes(
    connection: Connection, actor: Actor, assessment_id: str, changes: Iterable[tuple[Change, Value]], at: datetime
) -> Iterator[Saved | Conflict]:
    """Save changes, each with its value as it is to be kept, and none that goes along with one that is refused."""
    refused = False
    for change, value in changes:
        if change.along and refused:
            yield Conflict(change.key, _current(connection, assessment_id, change.key))
            continue
        outcome = _save_change(connection, actor, assessment_id, change, value, at)
        refused = refused if change.along else isinstance(outcome, Conflict)
        yield outcome


def _save_change(
    connection: Connection, actor: Actor, assessment_id: str, change: Change, value: Value, at: datetime
) -> Saved | Conflict:
    """Save one change unless its field has another version than expected. A write that is known is not repeated."""
    known = _written_by(connection, assessment_id, change.op_id)
    current = _current(connection, assessment_id, change.key)
    if known is not None:
        same = key_of(known) == change.key and known.value == as_text(value)
        return Saved(change.key, entry_of(known)) if same else Conflict(change.key, current)
    if current and current.version == change.expected and as_text(current.value) == as_text(value):
        return Saved(change.key, _learnt(connection, assessment_id, change, current))
    row = row_of(
        change.key,
        value,
        assessment_id=assessment_id,
        version=change.expected + 1,
        op_id=change.op_id,
        actor=actor,
        at=at,
    )
    row |= _lineage(connection, assessment_id, change, value, current)
    if not _replaced(connection, change, row):
        return Conflict(change.key, current)
    shared = {name: value for name, value in row.items() if name in history.c}
    seq = connection.execute(insert(history).values(shared).returning(history.c.seq)).scalar_one()
    here = at_key(entries, assessment_id, change.key)
    written = connection.execute(update(entries).where(here).values(seq=seq).returning(entries)).one()
    return Saved(change.key, entry_of(written))


def _lineage(
    connection: Connection, assessment_id: str, change: Change, value: Value, current: Entry | None
) -> dict[str, str]:
    """Which writes a change is and follows; what takes an item away follows all that was written in it."""
    heads, seen = change.heads or mark(change.op_id), change.seen
    if is_removal(change.key) and value and not change.heads:
        seen = marks([*seen.split(), *_words_in(connection, assessment_id, change.key.subject).split()])
    return {"heads": change.heads, "seen": seen_after(current.field_version if current else None, heads, seen)}


def entries_in_history(connection: Connection, assessment_id: str, key: EntryKey) -> Iterator[Entry]:
    """Every version of one field, the oldest first."""
    rows = connection.execute(
        IN_HISTORY.where(at_key(history, assessment_id, key)).order_by(history.c.version, history.c.seq)
    )
    yield from map(entry_of, rows)


# These are facts of the field, not of one of its versions.
IN_HISTORY = select(history, entries.c.base, entries.c.heads, entries.c.seen).join(
    entries, same_field(entries, history)
)


def _of_field(came: FieldVersion | None, op_id: str) -> dict[str, Any]:
    """What a new field brings from a file: it keeps the mark of its write, though another id had to be given to it."""
    if came is None:
        return {"base": 0, "heads": "", "seen": ""}
    heads = came.heads or ("" if came.op_id == op_id else mark(came.op_id))
    return {"base": came.version, "heads": heads, "seen": came.seen}


def _learnt(connection: Connection, assessment_id: str, change: Change, current: Entry) -> Entry:
    """Keep which writes elsewhere the value is or follows. It is no new version: nobody sees another value."""
    if not change.heads and not change.seen:
        return current
    heads = change.heads or current.heads
    seen = seen_after(current.field_version, heads or mark(current.op_id), change.seen)
    here = at_key(entries, assessment_id, change.key)
    written = connection.execute(update(entries).where(here).values(heads=heads, seen=seen).returning(entries)).one()
    return entry_of(written)


def _replaced(connection: Connection, change: Change, row: dict[str, Any]) -> bool:
    """Put the row in the place of the expected version. False: another version stands there."""
    if change.expected:
        here = at_key(entries, row["assessment"], change.key)
        statement = update(entries).where(here, entries.c.version == change.expected).values(row)
        return connection.execute(statement.returning(entries.c.version)).first() is not None
    added = insert_into(connection, entries).values({**row, "base": 0, "seq": 0}).on_conflict_do_nothing()
    return connection.execute(added.returning(entries.c.version)).first() is not None


def _written_by(connection: Connection, assessment_id: str, op_id: str) -> Row[Any] | None:
    return connection.execute(IN_HISTORY.where(history.c.assessment == assessment_id, history.c.op_id == op_id)).first()


def _current(connection: Connection, assessment_id: str, key: EntryKey) -> Entry | None:
    row = connection.execute(select(entries).where(at_key(entries, assessment_id, key))).first()
    return entry_of(row) if row else None


def _words_in(connection: Connection, assessment_id: str, subject: str) -> str:
    """The writes that stand in an item: taking it away follows them."""
    here = select(entries).where(entries.c.assessment == assessment_id, entries.c.subject == subject)
    fields = {key_of(row).text: entry_of(row).field_version for row in connection.execute(here)}
    return followed_by_removal(fields, subject)


def _op_ids(assessment: Assessment, values: Mapping[EntryKey, Value]) -> dict[EntryKey, str]:
    """An id for each write. Those in a file may be missing, or the same twice, when it was edited by hand."""
    taken: set[str] = set()
    chosen = {}
    for key in values:
        came = assessment.versions[key.text].op_id if key.text in assessment.versions else ""
        chosen[key] = came if usable_op_id(came) and came not in taken else first_op_id(assessment, key)
        taken.add(chosen[key])
    return chosen
