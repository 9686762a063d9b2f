"""An entry as a row of a table, and a row as an entry."""

import hashlib
import json
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, Table, and_

from sendself.assessment.answers import State
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.model import Assessment
from sendself.assessment.text import clean_line
from sendself.storage.kept import Actor, Entry

_OP_ID_LIMIT = 64


def row_of(
    key: EntryKey, value: Value, *, assessment_id: str, version: int, op_id: str, actor: Actor, at: datetime
) -> dict[str, Any]:
    """The columns that `entries` and `history` share."""
    rated = key.field == "rating"
    return {
        "assessment": assessment_id,
        **key._asdict(),
        "value": as_text(value),
        "level": value if rated and isinstance(value, int) else None,
        "state": value if rated and value in tuple(State) else None,
        "version": version,
        "op_id": op_id,
        "by": name_of(actor),
        "at": at,
    }


def name_of(actor: Actor) -> str:
    """The name that is kept: one line, without what a database cannot hold."""
    return clean_line(actor.name)


def entry_of(row: Row[Any]) -> Entry:
    """The entry in a row that has all its columns: `seq`, and `base`, `heads` and `seen` of its field, among them."""
    return Entry(json.loads(row.value), row.version, row.base, row.op_id, row.by, row.at, row.seq, row.heads, row.seen)


def key_of(row: Row[Any]) -> EntryKey:
    """Where the entry in a row belongs."""
    return EntryKey(row.subject, row.perspective, row.field)


def at_key(table: Table, assessment_id: str, key: EntryKey) -> ColumnElement[bool]:
    """The condition for the rows of one field."""
    return and_(
        table.c.assessment == assessment_id,
        table.c.subject == key.subject,
        table.c.perspective == key.perspective,
        table.c.field == key.field,
    )


def same_field(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """The condition for the rows of two tables that are about the same field of the same evaluation."""
    return and_(*(one.c[name] == other.c[name] for name in ("assessment", *EntryKey._fields)))


def as_text(value: Value) -> str:
    """A value as it stands in a row. Equal values have the same text; 1 and true are not equal."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def usable_op_id(op_id: str) -> bool:
    """Whether every database can hold this id of a write."""
    return 0 < len(op_id) <= _OP_ID_LIMIT and op_id.isascii() and op_id.isprintable()


def first_op_id(assessment: Assessment, key: EntryKey) -> str:
    """An id for a write that has none: the same on every computer that begins from the same file.

    It is not made from the value. What follows it may leave the school, and the value could be found by guessing.
    """
    state = f"{assessment.id} {assessment.updated_at.isoformat()} {key.text}"
    return "begun-" + hashlib.sha256(state.encode()).hexdigest()[:40]
