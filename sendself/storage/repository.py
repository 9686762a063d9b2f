"""Keep evaluations: every change in one transaction with its history, and never a silent overwrite."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, select

from sendself.assessment.entries import EntryKey, Header, Value, assemble, checked_value
from sendself.assessment.model import Assessment, FieldVersion
from sendself.rubric.model import Setting
from sendself.storage.address import database_url, location
from sendself.storage.cleared import everything_in
from sendself.storage.engine import open_engine, reading
from sendself.storage.errors import AlreadyThereError, NotFoundError, StorageError, UnavailableError
from sendself.storage.failures import plain_errors
from sendself.storage.kept import Actor, Change, Conflict, Entry, Saved, Stored, Summary
from sendself.storage.listing import listed
from sendself.storage.local_file import empty_log, turn_to_write
from sendself.storage.rows import entry_of, key_of, name_of, usable_op_id
from sendself.storage.rubric_rows import drop_if_unused, keep_rubric, lock_rubric, rubric_of
from sendself.storage.tables import assessments, entries, history, insert_into
from sendself.storage.upgrade import make_ready
from sendself.storage.writing import entries_in_history, save_change, write_first


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
    """The evaluations of one database. Every call says who asks. Safe to use from several threads.

    Every call may raise `UnavailableError`; `location` says where the data is, without a password.
    """

    def __init__(self, engine: Engine) -> None:
        """Over an engine whose database is up to date."""
        self._engine, self._readers = engine, reading(engine)
        self.location = location(engine.url)

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()

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
            write_first(connection, actor, assessment.id, values, assessment.versions, datetime.now(UTC))

    def load(self, actor: Actor, assessment_id: str) -> Stored:
        """An evaluation as it is now. Raises `NotFoundError`."""
        with self._reading() as connection:
            head = _head(connection, assessment_id)
            rows = connection.execute(select(entries).where(entries.c.assessment == assessment_id)).all()
            with _readable():
                kept = {key_of(row): entry_of(row) for row in rows}
                return _stored(_header(connection, head), json.loads(head.withheld), kept)

    def save(self, actor: Actor, assessment_id: str, changes: Sequence[Change]) -> tuple[Saved | Conflict, ...]:
        """Save changes in one transaction; each is judged on its own. On return what is `Saved` is on the disk.

        A change whose `op_id` was saved before is answered again and not repeated. A value that is already there at the
        expected version makes no new one. Raises `ValueError` for a value that does not fit its field (then nothing is
        written) and `NotFoundError`.
        """
        cleaned = [(change, _checked(change)) for change in changes]
        with self._writing() as connection:
            _head(connection, assessment_id, for_update=True)
            now = datetime.now(UTC)
            return tuple(save_change(connection, actor, assessment_id, change, value, now) for change, value in cleaned)

    def history(self, actor: Actor, assessment_id: str, key: EntryKey) -> tuple[Entry, ...]:
        """Every version of one field, the oldest first; none when nothing was ever saved there."""
        with self._reading() as connection:
            return tuple(entries_in_history(connection, assessment_id, key))

    def latest_seq(self, actor: Actor, assessment_id: str) -> int:
        """The newest place in the history of an evaluation: it rises with every change, whoever made it.

        0 when it has none or is not here.
        """
        newest = select(func.max(entries.c.seq)).where(entries.c.assessment == assessment_id)
        with self._reading() as connection:
            return connection.execute(newest).scalar() or 0

    def delete(self, actor: Actor, assessment_id: str) -> None:
        """Remove an evaluation with its history, and its rubric when no other uses it. Raises `NotFoundError`."""
        with self._writing() as connection:
            head = _head(connection, assessment_id)
            # The rubric first, as in `create`: two that lock in different orders would wait for each other.
            lock_rubric(connection, head.rubric)
            _head(connection, assessment_id, for_update=True)
            for column in (entries.c.assessment, history.c.assessment, assessments.c.id):
                connection.execute(delete(column.table).where(column == assessment_id))
            drop_if_unused(connection, head.rubric)
        empty_log(self._engine)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with plain_errors(self._engine.url), self._readers.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with plain_errors(self._engine.url), turn_to_write(self._engine), self._engine.begin() as connection:
            yield connection


def _head(connection: Connection, assessment_id: str, *, for_update: bool = False) -> Row[Any]:
    """The row of an evaluation. `for_update`: others who write to it wait until the transaction ends."""
    wanted = select(assessments).where(assessments.c.id == assessment_id)
    row = connection.execute(wanted.with_for_update() if for_update else wanted).first()
    if row is None:
        raise NotFoundError("This self-evaluation is not here any more. Go to Start to see those that are.")
    return row


def _header(connection: Connection, head: Row[Any]) -> Header:
    return Header.model_construct(
        id=head.id,
        rubric=rubric_of(connection, head.rubric),
        setting=Setting(head.setting),
        example=head.example,
        created_at=head.created_at,
    )


def _stored(header: Header, withheld: Sequence[str], kept: Mapping[EntryKey, Entry]) -> Stored:
    newest = max(kept.values(), key=lambda entry: entry.seq, default=None)
    assessment = assemble(
        header,
        {key: entry.value for key, entry in kept.items()},
        updated_at=newest.at if newest else header.created_at,
        versions={
            key: FieldVersion(version=entry.version, base=entry.base, op_id=entry.op_id) for key, entry in kept.items()
        },
        withheld=tuple(withheld),
    )
    return Stored(assessment, kept, newest.seq if newest else 0)


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except ValueError:
        raise UnavailableError(
            "This self-evaluation holds something that sendself cannot read. It has been left as it is. "
            "Update sendself, or open a copy that you kept."
        ) from None


def _checked(change: Change) -> Value:
    if change.expected < 0 or not usable_op_id(change.op_id):
        raise ValueError("A change needs the version it was made from and an id of its own, of 1 to 64 characters.")
    return checked_value(change.key, change.value)
