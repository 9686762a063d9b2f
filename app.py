"""The ASGI application: `streamlit run app.py` finds it. The script that draws the pages is pages/navigation.py."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route
from streamlit.starlette import App

from sendself.ui.server.headers import SecurityHeaders
from sendself.ui.server.health import database_state, health
from sendself.ui.server.news import news
from sendself.ui.server.store import warm_up_register
from sendself.ui.server.uploads import keep_uploads_in_memory
from sendself.ui.server.went_wrong import say_what_went_wrong

WARM_UP_AFTER = 3.0
"""Seconds after the start."""


@asynccontextmanager
async def lifespan(_app: App) -> AsyncIterator[None]:
    """Check the database at the start, so that an upgrade is done before the first page; then see to the register."""
    print(f"sendself: {await run_in_threadpool(database_state)}", flush=True)
    # The first page comes first: nobody searches a school before there is one.
    warm_up_register(after=WARM_UP_AFTER)
    yield


keep_uploads_in_memory()
app = App(
    "pages/navigation.py",
    lifespan=lifespan,
    routes=[Route("/health", health), Route("/news", news, methods=["GET", "POST"])],
    on_script_error=say_what_went_wrong,
    middleware=[Middleware(GZipMiddleware, minimum_size=1000), Middleware(SecurityHeaders)],
)
