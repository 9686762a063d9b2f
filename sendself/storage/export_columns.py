"""The columns of a school's own exports as they were chosen: one row for each set of headings, the last choice only."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from sendself.storage.kept import Actor, KeptColumns
from sendself.storage.rows import name_of
from sendself.storage.tables import export_columns, insert_into


def columns_for(connection: Connection, signature: str) -> KeptColumns | None:
    """What was chosen for headings with this signature; `None` when nothing was, or it was forgotten."""
    row = connection.execute(select(export_columns).where(export_columns.c.signature == signature)).first()
    return KeptColumns(row.signature, row.columns, row.by, row.at) if row else None


def keep_columns(connection: Connection, actor: Actor, signature: str, columns: str, at: datetime) -> None:
    """Keep a choice in the place of the one before."""
    said = {"columns": columns, "by": name_of(actor), "at": at}
    row = insert_into(connection, export_columns).values(signature=signature, **said)
    connection.execute(row.on_conflict_do_update(index_elements=["signature"], set_=said))


def drop_columns(connection: Connection, signature: str) -> None:
    """Remove what was chosen for these headings, if anything was."""
    connection.execute(delete(export_columns).where(export_columns.c.signature == signature))
