"""Open a database, with the settings under which nothing acknowledged is lost."""

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL

from sendself.storage.address import is_file
from sendself.storage.local_file import open_file

ANSWER_SECONDS = 10
"""How long PostgreSQL may take to accept a connection, to receive what is sent, or to give a lock."""


def open_engine(url: URL) -> Engine:
    """An engine for the address. Raises `UnavailableError` for a file that cannot be made or written.

    PostgreSQL is not called yet.
    """
    if is_file(url):
        return open_file(url)
    limits = {"connect_timeout": ANSWER_SECONDS, "tcp_user_timeout": ANSWER_SECONDS * 1000}
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=limits)
    event.listen(engine, "connect", _limit_waiting)
    return engine


def reading(engine: Engine) -> Engine:
    """The same engine for transactions that only read: each sees one moment, and none waits for a writer's turn."""
    if is_file(engine.url):
        return engine.execution_options(read_only=True)
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def patient(engine: Engine) -> Engine:
    """The same engine for an upgrade, before which nobody can do anything: it waits longer for another program."""
    return engine.execution_options(patient=True)


def _limit_waiting(connection: Any, _record: Any) -> None:
    connection.autocommit = True
    connection.execute(f"SET lock_timeout = '{ANSWER_SECONDS}s'")
    connection.autocommit = False
