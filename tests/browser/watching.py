"""What a browser did while a test walked: where it sent requests, and what went wrong in it."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page

LOST_CONNECTION = (
    "WebSocket connection",
    "net::ERR_",
    "Cannot send rerun backMessage when disconnected",
    "Client Error in reaching server endpoint",
    "Is Streamlit still running?",
)
"""How Chromium and Streamlit report that nobody answers."""

PROBE = re.compile(r"://[^/]+/.+/_stcore/(health|host-config)$")
"""On a deep link Streamlit looks for itself below the page's own path first, and learns by a 404 to look at the top."""


# Playwright notes its wrappers on the object, so there are no slots.
@dataclass
class Watch:
    """Every host that was asked, every error on the console and every exception of a page."""

    hosts: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    server_goes_away: bool = False

    def follow(self, page: Page) -> None:
        """Listen to a page."""
        page.on("request", lambda request: self._note(request.url))
        page.on("websocket", lambda socket: self._note(socket.url))
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def complaints(self) -> list[str]:
        """The errors; without those of a lost connection where the test took the server away."""
        if not self.server_goes_away:
            return self.errors
        return [error for error in self.errors if not any(sign in error for sign in LOST_CONNECTION)]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not PROBE.search(message.location["url"]):
            self.errors.append(message.text)

    def _note(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss"):
            self.hosts.add(parts.hostname or "")
