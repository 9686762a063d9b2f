"""Open a database: the file in the user's data folder, or PostgreSQL by address."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from sendself.storage.errors import UnavailableError
from sendself.storage.failures import SETTING, location, sqlite_sentence

FILE_NAME = "sendself.sqlite3"
WAIT_SECONDS = 10
"""How long a connection, a lock or an answer is waited for."""

# Before 3.51.3 two connections that checkpoint a write-ahead log at once can corrupt it.
SAFE_WAL = (3, 51, 3)

# SQLite has one writer at a time. Queueing in the process is fair and quick; its own waiting is neither.
_writing = Lock()


def database_url(given: str | None = None) -> URL:
    """The address of the database: as given, else from SENDSELF_DATABASE_URL, else the file in the data folder.

    Raises `UnavailableError` when it is no such address.
    """
    text = given or os.environ.get(SETTING)
    if not text:
        return URL.create("sqlite", database=str(user_data_path("sendself", appauthor=False) / FILE_NAME))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise UnavailableError(
            f"{SETTING} is not the address of a database. Use sqlite:////path/to/file or postgresql://user@host/name."
        ) from None
    name = url.get_backend_name()
    if name in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if name == "sqlite" and url.database and url.database != ":memory:" and not url.query:
        return url.set(drivername="sqlite")
    raise UnavailableError(f"{SETTING} must name a SQLite file or a PostgreSQL database.")


def is_file(url: URL) -> bool:
    """Whether the database is a file on this computer."""
    return url.get_backend_name() == "sqlite"


def open_engine(url: URL) -> Engine:
    """An engine for the address, with the settings under which nothing acknowledged is lost.

    A file that is not there yet is made, readable by its owner alone. Raises `UnavailableError` when it cannot be made
    or written. PostgreSQL is not called yet.
    """
    if is_file(url):
        _make_writable(url)
        engine = create_engine(
            url, hide_parameters=True, connect_args={"timeout": WAIT_SECONDS, "check_same_thread": False}
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    limits = {"connect_timeout": WAIT_SECONDS, "tcp_user_timeout": WAIT_SECONDS * 1000}
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=limits)
    event.listen(engine, "connect", _prepare_postgresql)
    return engine


def reading(engine: Engine) -> Engine:
    """The same engine for transactions that only read: each sees one moment, and none waits for a writer's turn."""
    if is_file(engine.url):
        return engine.execution_options(read_only=True)
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


@contextmanager
def turn_to_write(engine: Engine) -> Iterator[None]:
    """One thread at a time for a file. Raises `UnavailableError` when the turn does not come."""
    if not is_file(engine.url):
        yield
        return
    if not _writing.acquire(timeout=WAIT_SECONDS):
        raise UnavailableError(sqlite_sentence("locked", engine.url))
    try:
        yield
    finally:
        _writing.release()


def empty_log(engine: Engine) -> None:
    """Leave nothing deleted in SQLite's write-ahead log. Somebody who reads at this moment may prevent it."""
    if is_file(engine.url):
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _make_writable(url: URL) -> None:
    file = Path(location(url))
    try:
        file.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)
    except OSError:
        raise UnavailableError(sqlite_sentence("unable to open", url)) from None
    # SQLite writes a journal beside the file: a folder that cannot be written would be noticed at the first save only.
    if not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        raise UnavailableError(sqlite_sentence("readonly", url))


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # Transactions are begun by us: the driver's own would begin late, and two writers would then deadlock.
    connection.isolation_level = None
    _set_journal(connection)
    connection.execute("PRAGMA synchronous=FULL")
    # macOS keeps what was "synced" in the disk's own memory unless asked for more; elsewhere this does nothing.
    connection.execute("PRAGMA fullfsync=ON")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")


def _set_journal(connection: sqlite3.Connection) -> None:
    wanted = "wal" if sqlite3.sqlite_version_info >= SAFE_WAL else "truncate"
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == wanted:
        return
    try:
        connection.execute(f"PRAGMA journal_mode={wanted}")
    except sqlite3.OperationalError:
        # Another process has the file open. Staying with a rollback journal is safe, staying with a log may not be.
        if wanted != "wal":
            raise


def _begin_sqlite(connection: Any) -> None:
    read_only = connection.get_execution_options().get("read_only")
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def _prepare_postgresql(connection: Any, _record: Any) -> None:
    connection.autocommit = True
    # Without a limit, a lock that is never given would hang the page.
    connection.execute(f"SET lock_timeout = '{WAIT_SECONDS}s'")
    connection.autocommit = False
