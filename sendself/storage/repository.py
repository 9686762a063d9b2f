"""Keep evaluations: every change in one transaction with its history, and never a silent overwrite."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, select

from sendself.assessment.entries.cleared import everything_in
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.entries.values import checked_value
from sendself.assessment.joining.joined import Field
from sendself.assessment.model import Assessment
from sendself.storage.address import database_url, is_file, location
from sendself.storage.engine import open_engine, reading
from sendself.storage.errors import AlreadyThereError, StorageError
from sendself.storage.export_columns import columns_for, drop_columns, keep_columns
from sendself.storage.failures import plain_errors
from sendself.storage.kept import Actor, Change, Changed, Conflict, Entry, KeptColumns, Room, Saved, Stored, Summary
from sendself.storage.listing import listed
from sendself.storage.loading import head_of, header_in, readable, stored_of
from sendself.storage.local_file import empty_log, turn_to_write
from sendself.storage.past import fields_of, newest_changes
from sendself.storage.room import check_room
from sendself.storage.rows import entry_of, key_of, name_of, usable_op_id
from sendself.storage.rubric_rows import drop_if_unused, keep_rubric, lock_rubric
from sendself.storage.tables import assessments, entries, history, insert_into
from sendself.storage.upgrade import check_shape, make_ready
from sendself.storage.writing import entries_in_history, save_changes, write_first


def open_repository(url: str | None = None) -> "Repository":
    """The repository at an address (see `database_url`). A local file is made, or brought up to date after a backup.

    Raises `StorageError` with what to do when that cannot be done.
    """
    engine = open_engine(database_url(url))
    try:
        with plain_errors(engine.url):
            make_ready(engine)
    except StorageError:
        engine.dispose()
        raise
    return Repository(engine)


class Repository:
    """The evaluations of one database. Safe to use from several threads.

    Every call about what is kept says who asks. Those that keep something note it; the others do nothing
    with it as long as whoever reaches the database may see and delete all of it: whether somebody may is asked here.

    Every call may raise `UnavailableError`; `location` says where the data is, without a password, and
    `on_this_computer` whether it is a file here rather than a server that several schools may share.
    """

    def __init__(self, engine: Engine) -> None:
        """Over an engine whose database is up to date."""
        self._engine, self._readers = engine, reading(engine)
        self.location = location(engine.url)
        self.on_this_computer = is_file(engine.url)

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()

    def check(self) -> None:
        """See that the database can still be read and has the shape of this program; it is not read whole.

        Raises `StorageError`.
        """
        with self._reading() as connection:
            check_shape(connection)

    def summaries(self, actor: Actor) -> tuple[Summary, ...]:
        """Every evaluation kept here, the one changed last first."""
        with self._reading() as connection:
            return listed(connection)

    def create(self, actor: Actor, assessment: Assessment) -> None:
        """Keep a whole new evaluation. Versions it brings from a file are kept, and become the base of its fields.

        Raises `AlreadyThereError` when its id is kept here already.
        """
        values = everything_in(assessment)
        with self._writing() as connection:
            row = {
                "id": assessment.id,
                "rubric": keep_rubric(connection, assessment.rubric),
                "setting": assessment.setting.value,
                "example": assessment.example,
                "withheld": json.dumps(assessment.withheld, ensure_ascii=False),
                "created_at": assessment.created_at,
                "created_by": name_of(actor),
            }
            new = insert_into(connection, assessments).values(row).on_conflict_do_nothing()
            if connection.execute(new.returning(assessments.c.id)).first() is None:
                raise AlreadyThereError("This self-evaluation is already here. Open it from the list on Start.")
            write_first(connection, actor, assessment, values, datetime.now(UTC))

    def load(self, actor: Actor, assessment_id: str) -> Stored:
        """An evaluation as it is now. Raises `NotFoundError`."""
        with self._reading() as connection:
            head = head_of(connection, assessment_id)
            rows = connection.execute(select(entries).where(entries.c.assessment == assessment_id)).all()
            with readable():
                kept = {key_of(row): entry_of(row) for row in rows}
                return stored_of(header_in(connection, head), json.loads(head.withheld), kept)

    def save(
        self, actor: Actor, assessment_id: str, changes: Sequence[Change], *, room: Room | None = None
    ) -> tuple[Saved | Conflict, ...]:
        """Save changes in one transaction, each judged on its own. On return what is `Saved` is on the disk.

        A change whose `op_id` was saved before is answered again and not repeated. A value that is already there at the
        expected version makes no new one. What goes along with a change that is refused is refused too.

        Raises `ValueError` for a value that does not fit its field (then nothing is written), `NotFoundError`, and
        `FullError` when an item would be one more than there is `room` for.
        """
        cleaned = [(change, _checked(change)) for change in changes]
        with self._writing() as connection:
            head_of(connection, assessment_id, for_update=True)
            if room:
                check_room(connection, assessment_id, room, changes)
            now = datetime.now(UTC)
            return tuple(save_changes(connection, actor, assessment_id, cleaned, now))

    def history(self, actor: Actor, assessment_id: str, key: EntryKey) -> tuple[Entry, ...]:
        """Every version of one field, the oldest first; none when nothing was ever saved there."""
        with self._reading() as connection:
            return tuple(entries_in_history(connection, assessment_id, key))

    def changes(
        self,
        actor: Actor,
        assessment_id: str,
        *,
        subject: str = "",
        seen_by: Collection[str] | None = None,
        before: int | None = None,
        most: int = 200,
    ) -> tuple[Changed, ...]:
        """The newest writes, the newest first; with `subject` those of one theme, area or item alone.

        `seen_by` are the perspectives whose words may be seen (`None`: all), `before` a place in the history (`seq`).
        """
        with self._reading() as connection:
            return newest_changes(connection, assessment_id, subject=subject, seen_by=seen_by, before=before, most=most)

    def fields(self, actor: Actor, assessment_id: str) -> Mapping[EntryKey, Field]:
        """Every field with the writes in its history, as joining another copy needs them."""
        with self._reading() as connection:
            return fields_of(connection, assessment_id)

    def changed_by_others(self, actor: Actor, assessment_id: str, since: int, own: Collection[int]) -> bool:
        """Whether a field was saved after the place `since` in the history, apart from the asker's own saves."""
        newer = select(entries.c.seq).where(entries.c.assessment == assessment_id, entries.c.seq > since)
        with self._reading() as connection:
            return any(seq not in own for seq in connection.execute(newer).scalars())

    def delete(self, actor: Actor, assessment_id: str) -> None:
        """Remove an evaluation with its history, and its rubric when no other uses it. Raises `NotFoundError`."""
        with self._writing() as connection:
            head = head_of(connection, assessment_id)
            # The rubric first, as in `create`: two that lock in different orders would wait for each other.
            lock_rubric(connection, head.rubric)
            head_of(connection, assessment_id, for_update=True)
            for column in (entries.c.assessment, history.c.assessment, assessments.c.id):
                connection.execute(delete(column.table).where(column == assessment_id))
            drop_if_unused(connection, head.rubric)
        empty_log(self._engine)

    def export_columns(self, actor: Actor, signature: str) -> KeptColumns | None:
        """The columns chosen last for an export whose headings have this signature, if any were."""
        with self._reading() as connection:
            return columns_for(connection, signature)

    def keep_export_columns(self, actor: Actor, signature: str, columns: str) -> None:
        """Keep a choice of columns in the place of the one before. `columns` holds no heading and no data."""
        with self._writing() as connection:
            keep_columns(connection, actor, signature, columns, datetime.now(UTC))

    def forget_export_columns(self, actor: Actor, signature: str) -> None:
        """Remove the choice for headings with this signature, if there is one."""
        with self._writing() as connection:
            drop_columns(connection, signature)
        empty_log(self._engine)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with plain_errors(self._engine.url), self._readers.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with plain_errors(self._engine.url), turn_to_write(self._engine), self._engine.begin() as connection:
            yield connection


def _checked(change: Change) -> Value:
    if change.expected < 0 or not usable_op_id(change.op_id):
        raise ValueError("A change needs the version it was made from and an id of its own, of 1 to 64 characters.")
    return checked_value(change.key, change.value)
