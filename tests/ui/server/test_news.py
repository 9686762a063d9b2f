"""News for an open tab: held for a tab that is known, and for nobody else."""

import asyncio
import json
import time
from collections.abc import Iterator

import pytest
from starlette.requests import Request
from starlette.types import Message

from sendself.assessment.model import Assessment
from sendself.storage.repository import Repository
from sendself.ui.editor import Drawn
from sendself.ui.server.news import HELD_SECONDS, news
from sendself.ui.server.presence import PRESENCE, Here, Shown
from tests.ui.conftest import SAM

SENCO, TAB = Here("Priya Nair", "Context"), "a tab of these tests"


@pytest.fixture
def tab(repository: Repository, evaluation: Assessment) -> Iterator[str]:
    """A tab that shows all there is of an evaluation."""
    show(repository, evaluation)
    yield TAB
    PRESENCE.left(TAB)


def show(repository: Repository, evaluation: Assessment) -> None:
    """Draw the tab."""
    seq = repository.load(SAM, evaluation.id).seq
    PRESENCE.drawn(TAB, SENCO, Shown(evaluation.id, Drawn(seq), PRESENCE.others(evaluation.id, TAB)))


async def asked(tab: str) -> bool:
    """Whether there are news for a tab whose reader stays on the page."""

    async def receive() -> Message:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    query = f"tab={tab}".encode()
    answer = await news(Request({"type": "http", "method": "GET", "headers": [], "query_string": query}, receive))
    return bool(json.loads(bytes(answer.body))["news"])


@pytest.mark.parametrize("name", ["made up", ""])
def test_tab_that_nobody_knows_is_answered_at_once(name: str) -> None:
    """Whoever asks without having the app open is told nothing, and keeps nobody busy."""
    begun = time.monotonic()

    assert not asyncio.run(asked(name))
    assert time.monotonic() - begun < HELD_SECONDS / 4


def test_tab_that_is_known_is_answered_when_there_is_something_to_tell(tab: str, evaluation: Assessment) -> None:
    """The answer waits until a colleague comes."""

    async def wait() -> bool:
        asking = asyncio.create_task(asked(tab))
        await asyncio.sleep(0.5)
        assert not asking.done()
        PRESENCE.drawn("a colleague's", Here("Alex Reed", "Plan"), Shown(evaluation.id, Drawn(0), ()))
        return await asking

    assert asyncio.run(wait())
    PRESENCE.left("a colleague's")


def test_tab_that_is_being_drawn_is_held(tab: str, repository: Repository, evaluation: Assessment) -> None:
    """It has no news of its own run, and hears at once what there is when that has ended."""

    async def wait() -> bool:
        PRESENCE.begins(tab)
        asking = asyncio.create_task(asked(tab))
        await asyncio.sleep(0.5)
        assert not asking.done()
        show(repository, evaluation)
        return await asking

    assert not asyncio.run(wait())
