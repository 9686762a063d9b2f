"""Who may read the file, and the settings under which nothing acknowledged is lost."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL

from sendself.storage.address import database_url
from sendself.storage.engine import open_engine
from sendself.storage.local_file import SAFE_WAL
from sendself.storage.repository import open_repository
from sendself.storage.upgrade import make_ready
from tests.storage.conftest import LogSafeFrom


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's data folder private by other means")
def test_new_file_and_folder_are_private(file: Path) -> None:
    """Nobody else on the computer can read what is kept, nor the journal beside it."""
    old = os.umask(0)
    try:
        repository = open_repository(f"sqlite:///{file}")
    finally:
        os.umask(old)
    assert repository.location == str(file)
    repository.close()
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in file.parent.iterdir()} == {0o600}


def test_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    """A folder that the school shares on purpose stays shared."""
    before = tmp_path.stat().st_mode
    open_repository(f"sqlite:///{tmp_path / 'school.sqlite3'}").close()
    assert tmp_path.stat().st_mode == before


@pytest.mark.parametrize(("safe_wal", "journal"), [((99,), "truncate"), ((0,), "wal")])
def test_file_is_written_through_to_the_disk(
    file: Path, log_safe_from: LogSafeFrom, safe_wal: tuple[int, ...], journal: str
) -> None:
    """Every connection syncs fully, keeps references whole, erases what is deleted, and logs only where it is safe."""
    log_safe_from(safe_wal)
    engine = open_engine(database_url(f"sqlite:///{file}"))
    with engine.connect() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "fullfsync", "busy_timeout")
        }
    engine.dispose()
    assert found == {
        "journal_mode": journal,
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "fullfsync": 1,
        "busy_timeout": 3_000,
    }


def test_write_ahead_log_is_not_used_where_it_can_corrupt() -> None:
    """SQLite before 3.51.3 can damage a log that two connections checkpoint at once."""
    assert SAFE_WAL == (3, 51, 3)


def test_file_changes_its_journal_with_the_version_that_opens_it(file: Path, log_safe_from: LogSafeFrom) -> None:
    """A file made with a new SQLite opens with an old one, and the other way round."""
    for safe_wal, journal in (((0,), "wal"), ((99,), "delete"), ((0,), "wal")):
        log_safe_from(safe_wal)
        open_repository(f"sqlite:///{file}").close()
        connection = sqlite3.connect(file)
        assert connection.execute("PRAGMA journal_mode").fetchone() == (journal,)
        connection.close()


@pytest.mark.usefixtures("short_wait")
def test_log_is_not_demanded_while_another_has_the_file_open(file: Path, log_safe_from: LogSafeFrom) -> None:
    """Another process reads with a rollback journal: the file is used as it is, which is safe."""
    log_safe_from((99,))
    open_repository(f"sqlite:///{file}").close()
    log_safe_from((0,))
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM entries").fetchall()
    repository = open_repository(f"sqlite:///{file}")
    repository.close()
    assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    other.close()


@pytest.mark.parametrize("name", ["a b%20c.sqlite3", "what?mode=memory#1.sqlite3", "Łódź’s.sqlite3"])
def test_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    """Spaces, signs of addresses and letters of other alphabets are part of the name."""
    engine = open_engine(URL.create("sqlite", database=str(tmp_path / name)))
    make_ready(engine)
    engine.dispose()
    assert (tmp_path / name).stat().st_size > 0
