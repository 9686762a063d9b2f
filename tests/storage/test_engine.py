"""What a transaction that only reads may rely on."""

import sqlite3
from contextlib import suppress

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from sendself.storage.address import database_url
from sendself.storage.engine import open_engine, reading


@pytest.mark.usefixtures("short_wait")
def test_reading_sees_one_moment(url: str) -> None:
    """Two queries of one reading transaction agree, though somebody writes between them."""
    engine = open_engine(database_url(url))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE tries (number INTEGER)"))
    count = text("SELECT count(*) FROM tries")
    with reading(engine).begin() as connection:
        assert connection.execute(count).scalar_one() == 0
        # SQLite with a rollback journal makes the writer wait instead.
        with suppress(sqlite3.OperationalError, OperationalError), engine.begin() as other:
            other.execute(text("INSERT INTO tries VALUES (1)"))
        assert connection.execute(count).scalar_one() == 0
    engine.dispose()
