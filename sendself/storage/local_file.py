"""A SQLite file as a database: private, written through to the disk, one writer at a time."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, ExceptionContext, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DisconnectionError, SQLAlchemyError

from sendself.storage.address import file_of, is_file
from sendself.storage.errors import UnavailableError
from sendself.storage.failures import sqlite_sentence

WAIT_SECONDS = 10.0
"""How long an upgrade waits for the file, and a thread for its turn to write."""
PAGE_SECONDS = 3.0
"""How long a page waits for another program: those need the file for moments only, and somebody looks at the page."""

# Before 3.51.3 two connections that checkpoint a write-ahead log at once can corrupt it.
SAFE_WAL = (3, 51, 3)

# SQLite has one writer at a time. Queueing in the process is fair and quick; its own waiting is neither.
_writing = Lock()


def open_file(url: URL) -> Engine:
    """An engine for a file. One that is not there yet is made, readable by its owner alone.

    Raises `UnavailableError` when it cannot be made or written.
    """
    file = file_of(url)
    _make_writable(file, url)

    def connect() -> sqlite3.Connection:
        # Opened so that it is not made again when somebody has moved it away meanwhile.
        path = file.as_posix()
        address = "file://" + quote(path if path.startswith("/") else "/" + path) + "?mode=rw"
        return sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, check_same_thread=False)

    def remember_file(connection: sqlite3.Connection, record: Any) -> None:
        record.info["file"] = _identity(file)

    def check_file(connection: sqlite3.Connection, record: Any, _proxy: Any) -> None:
        # What is written to a file that was moved away or replaced would be acknowledged and lost.
        if record.info["file"] != _identity(file):
            raise DisconnectionError

    engine = create_engine(url, creator=connect, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "connect", remember_file)
    event.listen(engine, "checkout", check_file)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _do_not_keep_read_only)
    return engine


@contextmanager
def turn_to_write(engine: Engine) -> Iterator[None]:
    """One thread at a time, where the database is a file. Raises `UnavailableError` when the turn does not come."""
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
    """Leave nothing deleted in SQLite's write-ahead log. Somebody who reads at this moment delays it."""
    if is_file(engine.url):
        with suppress(SQLAlchemyError, sqlite3.Error), closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _make_writable(file: Path, url: URL) -> None:
    try:
        file.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)
    except OSError:
        sign = "cannot be made" if _identity(file) is None else "unable to open"
        raise UnavailableError(sqlite_sentence(sign, url)) from None
    # SQLite writes a journal beside the file: a folder that cannot be written would be noticed at the first save only.
    if not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        raise UnavailableError(sqlite_sentence("readonly", url))


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
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


def _begin(connection: Any) -> None:
    options = connection.get_execution_options()
    seconds = WAIT_SECONDS if options.get("patient") else min(PAGE_SECONDS, WAIT_SECONDS)
    connection.exec_driver_sql(f"PRAGMA busy_timeout={int(seconds * 1000)}")
    connection.exec_driver_sql("BEGIN" if options.get("read_only") else "BEGIN IMMEDIATE")


def _do_not_keep_read_only(context: ExceptionContext) -> None:
    # A connection opened while the file was read-only stays so, even when writing is allowed again. It is given up when
    # it is next asked for: closing it here, in its transaction, would leave its lock to whoever still holds a cursor.
    if context.connection is not None and "readonly" in str(context.original_exception):
        context.connection.info["file"] = None
