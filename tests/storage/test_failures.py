"""When the database cannot be used there is a sentence that says what to do, and it repeats nothing of the data."""

import logging
import os
import socket
import sqlite3
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, text

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.school import School
from sendself.storage.address import database_url
from sendself.storage.errors import StorageError, UnavailableError
from sendself.storage.kept import Change, Saved
from sendself.storage.local_file import WAIT_SECONDS
from sendself.storage.repository import Repository, open_repository
from sendself.storage.upgrade import migrate
from tests.storage.conftest import ALEX, empty_evaluation

NAME = EntryKey("school", AGREED, "name")
WHY = EntryKey("review", AGREED, "why")
# In two parts, so that a traceback that shows the lines of this file does not show it.
CANARY = "can" + "ary"


@pytest.fixture
def filled(file: Path) -> str:
    """The id of an evaluation in a file that is closed."""
    repository = open_repository(f"sqlite:///{file}")
    made = empty_evaluation().changed(school=School(name="Hill School"))
    repository.create(ALEX, made)
    repository.close()
    return made.id


def test_damaged_file_is_left_as_it_is(file: Path, filled: str) -> None:
    """Pages full of rubbish are noticed when the file is opened, and not a byte of it is changed."""
    content = bytearray(file.read_bytes())
    content[4096:-4096] = b"\x5a" * (len(content) - 8192)
    file.write_bytes(content)
    with pytest.raises(UnavailableError, match=r"is damaged.*left as it is") as caught:
        open_repository(f"sqlite:///{file}")
    assert str(file) in str(caught.value)
    assert file.read_bytes() == content


def test_file_that_lost_its_end_is_left_as_it_is(file: Path, filled: str) -> None:
    """A file that was copied in part is damaged too."""
    content = file.read_bytes()[: 4096 * 3]
    file.write_bytes(content)
    with pytest.raises(UnavailableError, match="is damaged"):
        open_repository(f"sqlite:///{file}")
    assert file.read_bytes() == content


def test_file_of_another_kind_is_left_as_it_is(file: Path) -> None:
    """A text that bears the name of the database is not overwritten."""
    file.parent.mkdir()
    file.write_text("Dear governors, " * 100)
    with pytest.raises(UnavailableError, match=r"is not sendself's.*left as it is"):
        open_repository(f"sqlite:///{file}")
    assert file.read_text() == "Dear governors, " * 100


def test_folder_in_the_place_of_the_file_is_explained(file: Path) -> None:
    """A folder that bears the name of the database gets a sentence."""
    file.mkdir(parents=True)
    with pytest.raises(UnavailableError, match="cannot be opened"):
        open_repository(f"sqlite:///{file}")


def test_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    """A path that leads through a file gets a sentence."""
    (tmp_path / "file").touch()
    with pytest.raises(UnavailableError, match=r"cannot be made there\..* name another file in SENDSELF_DATABASE_URL"):
        open_repository(f"sqlite:///{tmp_path}/file/data/sendself.sqlite3")


@pytest.mark.skipif(os.name == "nt", reason="these are the rights of POSIX")
def test_first_start_in_a_home_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    """Nobody is asked whether a file that never was is still there; the sentence names the way out."""
    home = tmp_path / "home"
    home.mkdir()
    with as_somebody_else(home), pytest.raises(UnavailableError, match="SENDSELF_DATABASE_URL") as caught:
        open_repository(f"sqlite:///{home}/.local/share/sendself/sendself.sqlite3")
    assert "still there" not in str(caught.value)


@contextmanager
def as_somebody_else(*paths: Path) -> Iterator[None]:
    """Without the right to write to these paths. Root may write anywhere, so for a while this process is not root."""
    modes = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(path.stat().st_mode & ~0o222)
    root = os.geteuid() == 0
    if root:
        os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        if root:
            os.setresuid(0, 0, 0)
        for path, mode in modes.items():
            path.chmod(mode)


@pytest.fixture
def open_to_all(tmp_path_factory: pytest.TempPathFactory, file: Path) -> None:
    """A data folder that anybody may look into."""
    file.parent.mkdir(exist_ok=True)
    for folder in (file.parent, *file.parents):
        if folder.stat().st_uid != os.geteuid() or folder == Path(folder.anchor):
            break
        folder.chmod(folder.stat().st_mode | 0o055)


@pytest.mark.skipif(os.name == "nt", reason="these are the rights of POSIX")
@pytest.mark.usefixtures("open_to_all")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_file_that_may_not_be_written_is_explained(file: Path, filled: str, what: str) -> None:
    """A read-only file, or one in a read-only folder, is refused before anybody types, and stays as it is."""
    file.chmod(0o666)
    content = file.read_bytes()
    with (
        as_somebody_else(file if what == "file" else file.parent),
        pytest.raises(UnavailableError, match=r"is read-only\. Allow writing"),
    ):
        open_repository(f"sqlite:///{file}")
    assert file.read_bytes() == content


@pytest.mark.skipif(os.name == "nt", reason="these are the rights of POSIX")
@pytest.mark.usefixtures("open_to_all")
def test_folder_that_becomes_read_only_is_explained_at_the_next_save(file: Path, filled: str) -> None:
    """The save is refused in plain words, nothing changes, and saving works again once writing is allowed."""
    repository = open_repository(f"sqlite:///{file}")
    change = Change(WHY, "To see ourselves", 0, "one")
    repository.close()
    file.chmod(0o666)
    with as_somebody_else(file, file.parent), pytest.raises(UnavailableError, match="is read-only"):
        repository.save(ALEX, filled, [change])
    (result,) = repository.save(ALEX, filled, [change])
    repository.close()
    assert isinstance(result, Saved)


@contextmanager
def small_disk(pages: int) -> Iterator[None]:
    """A disk that holds so many pages of a database: SQLite says of it what it says of a full one."""

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)


def test_full_disk_is_explained_and_what_was_there_stays(file: Path, filled: str) -> None:
    """A save for which there is no room is refused as a whole; what was saved before is there."""
    with small_disk(file.stat().st_size // 4096):
        repository = open_repository(f"sqlite:///{file}")
        changes = [Change(NAME, "New name", 1, "one"), Change(WHY, "word " * 4_000, 0, "two")]
        with pytest.raises(UnavailableError, match="The disk is full: the last change is not saved"):
            repository.save(ALEX, filled, changes)
        assert repository.load(ALEX, filled).assessment.school.name == "Hill School"
        repository.close()


@pytest.mark.usefixtures("short_wait")
def test_file_that_another_program_holds_is_explained(file: Path, filled: str) -> None:
    """A lock that is not given up ends in a sentence, and the save works once it is."""
    repository = open_repository(f"sqlite:///{file}")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UnavailableError, match=r"Another program is using .*the last change is not saved"):
        repository.save(ALEX, filled, [Change(WHY, "To see ourselves", 0, "one")])
    assert repository.load(ALEX, filled).assessment.school.name == "Hill School"
    other.close()
    (result,) = repository.save(ALEX, filled, [Change(WHY, "To see ourselves", 0, "one")])
    assert isinstance(result, Saved)
    repository.close()


@pytest.mark.usefixtures("short_wait_for_pages")
def test_page_hears_of_another_program_sooner_than_an_upgrade_gives_up(file: Path, filled: str) -> None:
    """A save is refused after the short wait; an upgrade, which nobody can do anything before, comes to its turn."""
    repository = open_repository(f"sqlite:///{file}")
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    with pytest.raises(UnavailableError, match="Another program is using"):
        repository.save(ALEX, filled, [Change(WHY, "To see ourselves", 0, "one")])
    assert time.monotonic() - began < WAIT_SECONDS / 2
    later = threading.Timer(1, other.close)
    later.start()
    migrate(f"sqlite:///{file}")
    later.join()
    repository.close()


def test_file_moved_away_is_noticed_and_not_begun_anew(file: Path, filled: str) -> None:
    """Nothing is acknowledged that would go to a file nobody sees; moved back, the file is used again."""
    repository = open_repository(f"sqlite:///{file}")
    change = Change(WHY, "To see ourselves", 0, "one")
    away = file.rename(file.with_name("away.sqlite3"))
    for _ in range(2):
        with pytest.raises(UnavailableError, match=r"cannot be opened\. Check that it is still there"):
            repository.save(ALEX, filled, [change])
    assert not file.exists()
    away.rename(file)
    (result,) = repository.save(ALEX, filled, [change])
    assert isinstance(result, Saved)
    repository.close()


def test_file_replaced_by_a_backup_is_the_one_that_is_written(file: Path, filled: str) -> None:
    """A restored file is used at once: what is saved next is in it."""
    repository = open_repository(f"sqlite:///{file}")
    backup = file.with_name("backup.sqlite3")
    backup.write_bytes(file.read_bytes())
    repository.save(ALEX, filled, [Change(NAME, "New name", 1, "one")])
    backup.replace(file)
    assert repository.load(ALEX, filled).assessment.school.name == "Hill School"
    repository.save(ALEX, filled, [Change(NAME, "Newer name", 1, "two")])
    repository.close()
    again = open_repository(f"sqlite:///{file}")
    assert again.load(ALEX, filled).assessment.school.name == "Newer name"
    again.close()


@pytest.mark.usefixtures("short_wait")
def test_commit_that_cannot_be_made_is_taken_back(file: Path, filled: str) -> None:
    """What is said not to be saved is not saved by and by: the retry makes the one version there is."""
    repository = open_repository(f"sqlite:///{file}")
    reading = sqlite3.connect(file, isolation_level=None)
    reading.execute("BEGIN")
    reading.execute("SELECT count(*) FROM entries").fetchall()
    change = Change(WHY, "To see ourselves", 0, "one")
    with pytest.raises(UnavailableError, match="the last change is not saved"):
        repository.save(ALEX, filled, [change])
    reading.close()
    assert repository.history(ALEX, filled, WHY) == ()
    repository.save(ALEX, filled, [change])
    assert [entry.op_id for entry in repository.history(ALEX, filled, WHY)] == ["one"]
    repository.close()


@pytest.mark.usefixtures("short_wait")
def test_lock_in_postgresql_that_is_not_given_up_is_explained(postgresql_url: str, evaluation: Assessment) -> None:
    """Waiting for somebody else's transaction ends after a while, in a sentence."""
    migrate(postgresql_url)
    repository = open_repository(postgresql_url)
    repository.create(ALEX, evaluation)
    engine = create_engine(database_url(postgresql_url))
    with engine.begin() as connection:
        connection.execute(text("LOCK TABLE assessments IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(UnavailableError, match="The database is busy: the last change is not saved"):
            repository.save(ALEX, evaluation.id, [Change(WHY, "To see ourselves", 0, "one")])
    engine.dispose()
    (result,) = repository.save(ALEX, evaluation.id, [Change(WHY, "To see ourselves", 0, "one")])
    assert isinstance(result, Saved)
    repository.close()


def _everything(error: BaseException, log: pytest.LogCaptureFixture) -> str:
    return log.text + "".join(traceback.format_exception(error))


def test_postgresql_that_is_not_there_is_explained_without_the_password(caplog: pytest.LogCaptureFixture) -> None:
    """Nobody listens at the address: the sentence says so, and nothing shows the password."""
    caplog.set_level(logging.DEBUG)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"postgresql://sam:{CANARY}@127.0.0.1:{taken.getsockname()[1]}/schools"
        with pytest.raises(UnavailableError, match="The database does not answer") as caught:
            open_repository(address)
    assert CANARY not in _everything(caught.value, caplog)


def test_database_that_the_server_does_not_have_is_explained(postgresql_url: str) -> None:
    """A wrong name in the address is said to be one."""
    address = database_url(postgresql_url).set(database="nowhere").render_as_string(hide_password=False)
    with pytest.raises(UnavailableError, match="There is no such database as SENDSELF_DATABASE_URL names"):
        open_repository(address)


def test_name_that_the_server_does_not_know_is_explained(postgresql_url: str) -> None:
    """A wrong user in the address is said to be one."""
    address = database_url(postgresql_url).set(username="nobody", password=CANARY)
    with pytest.raises(UnavailableError, match="refuses the user name or password") as caught:
        open_repository(address.render_as_string(hide_password=False))
    assert CANARY not in str(caught.value)


def test_words_are_in_no_error_and_no_log(
    postgresql_url: str, evaluation: Assessment, caplog: pytest.LogCaptureFixture
) -> None:
    """PostgreSQL repeats the values of a row that it refuses; neither the error nor a log at any level does."""
    caplog.set_level(logging.DEBUG)
    migrate(postgresql_url)
    engine = create_engine(database_url(postgresql_url))
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE entries ADD CONSTRAINT short CHECK (length(value) < 9)"))
    engine.dispose()
    repository = open_repository(postgresql_url)
    repository.create(ALEX, evaluation)
    with pytest.raises(UnavailableError) as caught:
        repository.save(ALEX, evaluation.id, [Change(WHY, f"{CANARY} in the note", 0, "one")])
    repository.close()
    assert CANARY not in _everything(caught.value, caplog)
    assert "state 23514, constraint short" in caplog.text


def test_words_in_a_local_file_are_in_no_error(file: Path, filled: str, caplog: pytest.LogCaptureFixture) -> None:
    """The same for the file: what SQLite refuses is not repeated."""
    caplog.set_level(logging.DEBUG)
    with sqlite3.connect(file) as connection:
        connection.execute(
            "CREATE TRIGGER short BEFORE INSERT ON entries WHEN length(new.value) > 9 "
            "BEGIN SELECT RAISE(ABORT, 'too long'); END"
        )
    connection.close()
    repository = open_repository(f"sqlite:///{file}")
    with pytest.raises(UnavailableError, match="could not be used") as caught:
        repository.save(ALEX, filled, [Change(WHY, f"{CANARY} in the note", 0, "one")])
    repository.close()
    assert CANARY not in _everything(caught.value, caplog)


def test_server_that_dropped_the_connections_is_used_again(postgresql_url: str, evaluation: Assessment) -> None:
    """After a restart of PostgreSQL the next save works without a restart of the app."""
    migrate(postgresql_url)
    repository = open_repository(postgresql_url)
    repository.create(ALEX, evaluation)
    engine = create_engine(database_url(postgresql_url), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"))
    engine.dispose()
    (result,) = repository.save(ALEX, evaluation.id, [Change(WHY, "To see ourselves", 0, "one")])
    assert isinstance(result, Saved)
    repository.close()


def test_connection_lost_in_mid_save_is_explained_and_the_retry_is_saved_once(
    postgresql_url: str, evaluation: Assessment
) -> None:
    """The server goes away while a save waits: nobody is told that it is saved, and the same write can come again."""
    migrate(postgresql_url)
    repository = open_repository(postgresql_url)
    repository.create(ALEX, evaluation)
    change = Change(WHY, "To see ourselves", 0, "one")
    engine = create_engine(database_url(postgresql_url), isolation_level="AUTOCOMMIT")
    failed: list[str] = []

    def save() -> None:
        try:
            repository.save(ALEX, evaluation.id, [change])
        except StorageError as error:
            failed.append(str(error))

    with engine.connect() as holding, engine.connect() as killing:
        holding.execute(text("BEGIN"))
        holding.execute(text("LOCK TABLE history"))
        waiting = threading.Thread(target=save)
        waiting.start()
        ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
        while waiting.is_alive() and not killing.execute(text(ended)).all():
            waiting.join(0.02)
        waiting.join()
        holding.execute(text("ROLLBACK"))
    engine.dispose()
    assert [sentence[:32] for sentence in failed] == ["The database does not answer: th"]
    (result,) = repository.save(ALEX, evaluation.id, [change])
    assert isinstance(result, Saved)
    assert len(repository.history(ALEX, evaluation.id, WHY)) == 1
    repository.close()


def test_entry_that_cannot_be_read_is_explained_and_left(
    repository: Repository, url: str, evaluation: Assessment
) -> None:
    """A value that somebody broke in the database is not shown as empty, and the list still opens."""
    repository.create(ALEX, evaluation.changed(school=School(name="Hill School", urn=109567)))
    engine = create_engine(database_url(url))
    with engine.begin() as connection:
        connection.execute(text("UPDATE entries SET value = '{broken' WHERE field = 'name'"))
    engine.dispose()
    with pytest.raises(UnavailableError, match=r"cannot read\. It has been left as it is"):
        repository.load(ALEX, evaluation.id)
    (summary,) = repository.summaries(ALEX)
    assert (summary.school_name, summary.urn) == ("", 109567)
