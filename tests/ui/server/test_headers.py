"""What the headers let a page do."""

import asyncio

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message

from sendself.ui.server.headers import SecurityHeaders


@pytest.fixture
def allowed() -> dict[str, set[str]]:
    """What the policy of an answer names as allowed, by kind."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
    asyncio.run(SecurityHeaders(PlainTextResponse("Hello"))(scope, receive, send))
    policy = dict(sent[0]["headers"])[b"content-security-policy"].decode()
    kinds = (part.split() for part in policy.split(";"))
    return {kind: set(sources) for kind, *sources in kinds}


def test_page_may_speak_to_no_other_server(allowed: dict[str, set[str]]) -> None:
    """A script that somebody smuggled in finds nobody to tell: no kind of source allows a whole scheme or any host."""
    assert allowed["connect-src"] == {"'self'", "data:", "blob:"}
    sources = set().union(*allowed.values())
    assert not sources & {"*", "http:", "https:", "ws:", "wss:"}
