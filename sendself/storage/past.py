"""Read the history of an evaluation: its newest changes, and which writes each field has seen."""

from sqlalchemy import Connection, select

from sendself.assessment.entries import EntryKey
from sendself.assessment.joining import Field
from sendself.storage.kept import Changed, Entry
from sendself.storage.rows import entry_of, key_of
from sendself.storage.tables import entries, history
from sendself.storage.writing import IN_HISTORY


def newest_changes(connection: Connection, assessment_id: str, subject: str, most: int) -> tuple[Changed, ...]:
    """The newest writes with what stood there before, the newest first."""
    wanted = IN_HISTORY.where(history.c.assessment == assessment_id)
    if subject:
        wanted = wanted.where(history.c.subject == subject)
    rows = connection.execute(wanted.order_by(history.c.seq.desc()).limit(most)).all()
    found = [(key_of(row), entry_of(row)) for row in rows]
    return tuple(Changed(key, entry, _before(connection, assessment_id, key, entry)) for key, entry in found)


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


def _before(connection: Connection, assessment_id: str, key: EntryKey, entry: Entry) -> Entry | None:
    if entry.version <= 1:
        return None
    wanted = IN_HISTORY.where(
        history.c.assessment == assessment_id,
        history.c.subject == key.subject,
        history.c.perspective == key.perspective,
        history.c.field == key.field,
        history.c.version == entry.version - 1,
    )
    row = connection.execute(wanted).first()
    return entry_of(row) if row else None
