"""Whether the database can be used, for whoever hosts the app: asked often, by anybody, and cheap."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine, event
from starlette.requests import Request

from sendself.storage.repository import Repository, open_repository
from sendself.ui.server.health import database_state, health

SLOW_SECONDS = 1.0


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """What any database is asked during a test."""
    asked: list[str] = []

    def note(*context: object) -> None:
        asked.append(str(context[2]))

    event.listen(Engine, "before_cursor_execute", note)
    yield asked
    event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """When a database server was called that takes a second for every call and then hangs up."""
    calls: list[float] = []

    def keep_waiting(listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                caller, _ = listening.accept()
                calls.append(time.monotonic())
                with caller:
                    time.sleep(SLOW_SECONDS)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=keep_waiting, args=(listening,), daemon=True).start()
        address = f"postgresql://sendself@127.0.0.1:{listening.getsockname()[1]}/sendself"
        monkeypatch.setenv("SENDSELF_DATABASE_URL", f"{address}?sslmode=disable&gssencmode=disable")
        st.cache_resource.clear()
        yield calls
        # Whoever waits in accept() is woken by it on every system.
        listening.shutdown(socket.SHUT_RDWR)
    st.cache_resource.clear()


async def answer() -> tuple[int, object]:
    """The status and the content of an answer."""
    given = await health(Request({"type": "http", "method": "GET", "path": "/health", "headers": []}))
    return given.status_code, json.loads(bytes(given.body))


def test_whole_file_is_checked_once_however_often_it_is_asked(repository: Repository, statements: list[str]) -> None:
    """What takes longer the more there is in the file is done when it is opened; after that one row is read."""
    assert database_state() == "ready"
    assert any("quick_check" in statement for statement in statements)
    statements.clear()

    assert asyncio.run(answer()) == (200, {"database": "ready"})
    assert not any("quick_check" in statement for statement in statements)
    assert any("sendself_shape" in statement for statement in statements), "the file itself has to be read"


def test_file_that_is_spoilt_while_it_is_open_is_noticed(repository: Repository, tmp_path: Path) -> None:
    """An open file that holds no database any more cannot be used."""
    assert database_state() == "ready"
    file = tmp_path / "sendself.sqlite3"
    file.write_bytes(b"no database any more" * (file.stat().st_size // 20))

    assert database_state() == "unavailable"


def test_database_of_a_newer_sendself_is_noticed(repository: Repository) -> None:
    """Another copy of the app may bring the database to a shape that this one does not know."""
    assert database_state() == "ready"
    with repository._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE sendself_shape SET version_num = '9999'")

    assert database_state() == "newerdatabase"
    with pytest.raises(Exception, match="made by a newer sendself"):
        open_repository()


def test_pages_are_served_while_the_database_does_not_answer(attempts: list[float]) -> None:
    """Many who ask wait together, for one attempt, and nobody else waits with them."""

    async def ask() -> tuple[list[tuple[int, object]], int]:
        turns = 0
        asking = asyncio.gather(*(answer() for _ in range(50)))
        while not asking.done():
            await asyncio.sleep(SLOW_SECONDS / 50)
            turns += 1
        return await asking, turns

    answers, turns = asyncio.run(ask())

    assert answers == [(503, {"database": "unavailable"})] * 50
    assert len(attempts) == 1
    assert turns >= 3, "somebody else had to wait until there was an answer"
