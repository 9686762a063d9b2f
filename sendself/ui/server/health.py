"""Whether the database can be used: for whoever hosts the app, and said at the start."""

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from sendself.storage.errors import StorageError
from sendself.ui.server.store import repository

_looks: set[asyncio.Task[str]] = set()


async def health(_request: Request) -> JSONResponse:
    """Whether the database can be used, and nothing else. All who ask while it is looked at share that look."""
    look = next((look for look in _looks if not look.done()), None)
    if look is None:
        look = asyncio.create_task(run_in_threadpool(database_state))
        _looks.add(look)
        look.add_done_callback(_looks.discard)
    # Whoever goes away meanwhile does not end it for the others.
    state = await asyncio.shield(look)
    return JSONResponse({"database": state}, status_code=200 if state == "ready" else 503)


def database_state() -> str:
    """`ready`, or one word for what is wrong. The first call opens the database and checks it whole."""
    try:
        repository().check()
    except StorageError as error:
        return type(error).__name__.removesuffix("Error").lower()
    return "ready"
