"""Bring a database to the shape this program knows, and refuse one that is newer."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, String, column, inspect, select, table, text

from sendself.storage.address import SETTING, database_url, file_of, is_file
from sendself.storage.engine import open_engine, patient, reading
from sendself.storage.errors import NewerDatabaseError, OlderDatabaseError, UnavailableError
from sendself.storage.failures import plain_errors, sqlite_sentence

STEPS = Path(__file__).with_name("migrations")
"""The folder of the steps: `versions/v0001_*.py` makes shape 0001, and so on."""

# Not Alembic's usual name: another program's table of that name must not be taken for ours.
_SHAPE_TABLE = "sendself_shape"
# Any number will do, as long as every sendself that migrates takes the same.
_ADVISORY_LOCK = 1_586_323_999
# Alembic holds what it works on in module variables.
_running = Lock()


def make_ready(engine: Engine, steps: Path = STEPS) -> None:
    """See that the database has the present shape. A local file is made or upgraded; PostgreSQL is only looked at.

    Raises `NewerDatabaseError`, `UnavailableError`, and on PostgreSQL `OlderDatabaseError`.
    """
    with reading(engine).begin() as connection:
        if not is_file(engine.url):
            check_shape(connection, steps)
            return
        _check_whole(connection, engine)
        if _has_present_shape(connection, steps):
            return
    upgrade(engine, steps)


def check_shape(connection: Connection, steps: Path = STEPS) -> None:
    """Raise `OlderDatabaseError`, `NewerDatabaseError` or `UnavailableError` where the shape is not the present one."""
    if not _has_present_shape(connection, steps):
        raise OlderDatabaseError(
            "The database is not ready for this sendself. Whoever hosts it runs: python -m sendself migrate"
        )


def migrate(url: str | None = None) -> None:
    """Make or upgrade the database at an address. Safe to run from several places at once: one does it.

    Raises `StorageError`.
    """
    engine = open_engine(database_url(url))
    try:
        with plain_errors(engine.url):
            upgrade(engine)
    finally:
        engine.dispose()


def upgrade(engine: Engine, steps: Path = STEPS) -> None:
    """Take every step that is missing, in one transaction: a database is never left between two shapes.

    A file that has a shape already is copied first.
    """
    shapes = _shapes(steps)
    with patient(engine).begin() as connection:
        if not is_file(engine.url):
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ADVISORY_LOCK})
        # Somebody else may have taken the steps while we waited for the lock.
        shape = _shape(connection, shapes)
        if shape == shapes[-1]:
            return
        if shape is not None and is_file(engine.url):
            _back_up(file_of(engine.url), shape)
        _take_steps(connection, steps)


def _has_present_shape(connection: Connection, steps: Path) -> bool:
    shapes = _shapes(steps)
    return _shape(connection, shapes) == shapes[-1]


def _shapes(steps: Path) -> list[str]:
    return sorted(file.stem[1:5] for file in (steps / "versions").glob("v[0-9]*.py"))


def _shape(connection: Connection, shapes: list[str]) -> str | None:
    """The shape of the database; `None` when it is empty."""
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if _SHAPE_TABLE not in names:
        raise UnavailableError(
            f"This database belongs to another program. It has been left as it is. Name another one in {SETTING}."
        )
    found = connection.execute(select(column("version_num", String)).select_from(table(_SHAPE_TABLE))).scalar_one()
    if found not in shapes:
        raise NewerDatabaseError(
            "This database was made by a newer sendself. It has been left as it is. Update sendself, then try again."
        )
    return found


def _check_whole(connection: Connection, engine: Engine) -> None:
    if connection.execute(text("PRAGMA quick_check(1)")).scalar_one() != "ok":
        raise UnavailableError(sqlite_sentence("malformed", engine.url))


def _back_up(file: Path, shape: str) -> None:
    """A copy beside the file, by SQLite's own backup: it sees one whole state, whoever else reads."""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    copy = file.with_name(f"{file.stem}-shape-{shape}-{moment}{file.suffix}")
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def _take_steps(connection: Connection, steps: Path) -> None:
    # Alembic is needed on the day of an upgrade only, and takes a tenth of a second to import.
    from alembic.command import upgrade as take
    from alembic.config import Config

    config = Config(attributes={"connection": connection, "shape_table": _SHAPE_TABLE})
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    with _running:
        take(config, "head")
