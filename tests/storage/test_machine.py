"""Whatever editors do, and whatever breaks meanwhile: nothing acknowledged is lost, nothing is overwritten unseen."""

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine

from sendself.storage.address import database_url
from sendself.storage.repository import open_repository
from sendself.storage.upgrade import migrate
from sendself.ui.editor import Editor
from sendself.ui.fields.boxes import keep
from tests.storage.machine.editors import EVERYTHING, Place
from tests.storage.machine.line import Line
from tests.storage.machine.running import run


@pytest.fixture
def place(url: str) -> Iterator[Place]:
    """A database that is ready, with the code as it is."""
    migrate(url)
    line, tables = Line(url, open_repository), create_engine(database_url(url))
    yield Place(line, tables, keep, Editor)
    line.close()
    tables.dispose()


@pytest.mark.parametrize(
    ("url", "runs", "number"),
    [
        pytest.param("sqlite", 140, 1, id="sqlite"),
        pytest.param("postgresql", 60, 2, id="postgresql"),
        pytest.param("sqlite", 1200, 3, id="sqlite, long", marks=pytest.mark.prove),
        pytest.param("postgresql", 800, 4, id="postgresql, long", marks=pytest.mark.prove),
    ],
    indirect=["url"],
)
def test_editors_lose_nothing_and_overwrite_nothing_unseen(place: Place, runs: int, number: int) -> None:
    """Three tabs write, rate, take back and bring back, through lost replies, failures, retries and restarts."""
    run(place, runs, number)
    assert place.happened["whole run"] == runs
    assert not EVERYTHING - place.happened.keys()
