"""How many items of a kind are on their list, counted in the transaction that would add one."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from sendself.storage.errors import FullError
from sendself.storage.kept import Change, Room
from sendself.storage.rows import as_text
from sendself.storage.tables import entries


def check_room(connection: Connection, assessment_id: str, room: Room, changes: Sequence[Change]) -> None:
    """Raise `FullError` when these changes would begin an item more than there is room for.

    The caller holds the evaluation, so nobody adds one meanwhile. Items that the changes are about do not count: what
    is sent again after a lost reply finds its own item there.
    """
    here = (entries.c.assessment == assessment_id, entries.c.subject.startswith(f"{room.kind}:", autoescape=True))
    gone = select(entries.c.subject).where(*here, entries.c.field == "removed", entries.c.value == as_text(True))
    there = select(entries.c.subject).distinct().where(*here, entries.c.subject.not_in(gone))
    count = len(set(connection.execute(there).scalars()) - {change.key.subject for change in changes})
    if count >= room.most:
        raise FullError(f"Nothing was added: there are {count} already. Take one away to add another.")
