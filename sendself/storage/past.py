"""Read the history of an evaluation: its newest changes, and which writes each field has seen."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, exists, false, or_, select

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.joining.joined import Field
from sendself.storage.kept import Changed, Entry
from sendself.storage.rows import entry_of, key_of, same_field
from sendself.storage.tables import entries, history
from sendself.storage.writing import IN_HISTORY


def newest_changes(
    connection: Connection,
    assessment_id: str,
    *,
    subject: str,
    seen_by: Collection[str] | None,
    before: int | None,
    most: int,
) -> tuple[Changed, ...]:
    """The newest writes with what stood there before, the newest first."""
    wanted = _WITH_EARLIER.where(history.c.assessment == assessment_id)
    if subject:
        wanted = wanted.where(history.c.subject == subject)
    if seen_by is not None:
        wanted = wanted.where(history.c.perspective.in_(seen_by), _difference_seen_by(seen_by))
    if before is not None:
        wanted = wanted.where(history.c.seq < before)
    rows = connection.execute(wanted.order_by(history.c.seq.desc()).limit(most)).all()
    return tuple(Changed(key_of(row), entry_of(row), _earlier_of(row)) for row in rows)


def fields_of(connection: Connection, assessment_id: str) -> dict[EntryKey, Field]:
    """Every field as it stands, with the ids of all writes in its history."""
    place = (history.c.subject, history.c.perspective, history.c.field)
    wanted = select(*place, history.c.op_id).where(history.c.assessment == assessment_id)
    op_ids: dict[EntryKey, set[str]] = {}
    for row in connection.execute(wanted):
        op_ids.setdefault(EntryKey(row.subject, row.perspective, row.field), set()).add(row.op_id)
    standing = connection.execute(select(entries).where(entries.c.assessment == assessment_id)).all()
    kept = {key_of(row): entry_of(row) for row in standing}
    return {key: Field(entry.value, entry.field_version, frozenset(op_ids.get(key, ()))) for key, entry in kept.items()}


_earlier = history.alias("earlier")
_EARLIER = ("value", "version", "op_id", "by", "at", "seq")
_WITH_EARLIER = IN_HISTORY.outerjoin(
    _earlier,
    and_(same_field(_earlier, history), _earlier.c.version == history.c.version - 1),
).add_columns(*(_earlier.c[name].label(f"earlier_{name}") for name in _EARLIER))


def _difference_seen_by(perspectives: Collection[str]) -> ColumnElement[bool]:
    """What a copy says differently stands under the agreed perspective: whose it is, is in the key that it keeps."""
    field = entries.alias("difference_key")
    whose = or_(false(), *(field.c.value.contains(f"|{who}|", autoescape=True) for who in perspectives))
    may_be_seen = exists().where(
        field.c.assessment == history.c.assessment,
        field.c.subject == history.c.subject,
        field.c.field == "key",
        whose,
    )
    return or_(history.c.subject.not_like("difference:%"), may_be_seen)


def _earlier_of(row: Row[Any]) -> Entry | None:
    if row.earlier_version is None:
        return None
    value, version, op_id, by, at, seq = (getattr(row, f"earlier_{name}") for name in _EARLIER)
    return Entry(json.loads(value), version, row.base, op_id, by, at, seq)
