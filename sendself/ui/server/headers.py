"""Headers that keep a page from being framed or leaking where its reader came from."""

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

METRICS = "/_stcore/metrics"
"""Streamlit's own counters, which nobody outside has to see and no option closes."""

_HEADERS = (
    (b"x-frame-options", b"DENY"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    # Streamlit needs inline styles, and compiles its components from blobs; everything else stays on this server. Its
    # websocket is `'self'` too for every browser that can read its pages (Safari before 15.5 disagreed, and cannot).
    (
        b"content-security-policy",
        b"default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:; style-src 'self' "
        b"'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; "
        b"worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
    ),
)


class SecurityHeaders:
    """Adds the headers to every HTTP answer, and closes the metrics."""

    def __init__(self, app: ASGIApp) -> None:
        """Around another application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add to the answer what it does not set itself."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"] == METRICS:
            await Response(status_code=404)(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(pair for pair in _HEADERS if pair[0] not in present)]
            await send(message)

        await self._app(scope, receive, send_with_headers)
