"""News for an open tab: whether somebody else saved something, came or went since it was drawn."""

from starlette.requests import Request
from starlette.responses import JSONResponse

from sendself.storage.errors import StorageError
from sendself.storage.kept import Actor
from sendself.ui.editor import NOBODY
from sendself.ui.presence import PRESENCE
from sendself.ui.store import repository


def news(request: Request) -> JSONResponse:
    """Answer `?tab=...` with whether that tab should draw again. It tells nothing of what was changed.

    Not a coroutine: the database is asked in a thread of its own.
    """
    tab = request.query_params.get("tab", "")
    return JSONResponse({"news": _is_behind(tab)}, headers={"cache-control": "no-store"})


def _is_behind(tab: str) -> bool:
    drawn = PRESENCE.asks(tab)
    if drawn is None:
        return False
    if PRESENCE.others(drawn.evaluation, tab) != drawn.others:
        return True
    try:
        return repository().changed_by_others(Actor(NOBODY), drawn.evaluation, drawn.seq, drawn.own)
    except StorageError:
        # The page says so itself at its next run; asking again is enough here.
        return False
