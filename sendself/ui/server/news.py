"""News for an open tab: whether somebody else saved something, came or went since it was drawn."""

import asyncio
import time

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from sendself.storage.errors import StorageError
from sendself.storage.kept import Actor
from sendself.ui.editor import NOBODY
from sendself.ui.server.presence import PRESENCE
from sendself.ui.server.store import repository

HELD_SECONDS = 4.0
"""How long a request waits for something to tell: short, so that a stopping server need not wait for it."""
LOOK_SECONDS = 1.0
"""How often the database is asked meanwhile; what this process draws is noticed at once."""
_STIR_SECONDS = 0.1


async def news(request: Request) -> JSONResponse:
    """Answer `?tab=...` with whether that tab should draw again: when it should, or after `HELD_SECONDS`.

    A tab that nobody knows is answered at once; its page waits half a second before it asks again (keep_typing.js).
    It tells nothing of what was changed. A POST says that the tab is left.
    """
    tab = request.query_params.get("tab", "")
    if request.method == "POST":
        PRESENCE.left(tab)
        return JSONResponse({})
    if not PRESENCE.knows(tab):
        return _answer(news=False)
    end = time.monotonic() + HELD_SECONDS
    while not (behind := await run_in_threadpool(_is_behind, tab)) and time.monotonic() < end:
        await _something_stirs(min(end, time.monotonic() + LOOK_SECONDS))
        if await request.is_disconnected():
            # The page was left or loaded anew: nobody has to see its reader there for seconds on end.
            PRESENCE.left(tab)
            break
    return _answer(news=behind)


def _answer(*, news: bool) -> JSONResponse:
    return JSONResponse({"news": news}, headers={"cache-control": "no-store"})


async def _something_stirs(end: float) -> None:
    before = PRESENCE.stirred
    while PRESENCE.stirred == before and time.monotonic() < end:
        await asyncio.sleep(_STIR_SECONDS)


def _is_behind(tab: str) -> bool:
    shown = PRESENCE.asks(tab)
    if shown is None:
        return False
    if PRESENCE.others(shown.evaluation, tab) != shown.others:
        return True
    try:
        changed = repository().changed_by_others(Actor(NOBODY), shown.evaluation, shown.drawn.seq, shown.drawn.own)
    except StorageError:
        # The page says so itself at its next run; asking again is enough here.
        return False
    return changed or time.monotonic() >= shown.again_at
