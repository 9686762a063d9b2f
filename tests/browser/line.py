"""The connection of a browser to the server, which a test can cut, and hold back what comes along it."""

import re

from playwright.sync_api import BrowserContext, WebSocketRoute
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


class Line:
    """The connection of a browser to the server, which can be cut: Playwright's own leaves open sockets alone."""

    def __init__(self, context: BrowserContext) -> None:
        """Stand between the browser and the server."""
        self._context, self._whole = context, True
        self._sockets: list[WebSocketRoute] = []
        self._holds = False
        self.held: list[tuple[WebSocketRoute, str | bytes]] = []
        context.route_web_socket(re.compile("_stcore/stream"), self._connect)

    def cut(self) -> None:
        """Nothing comes through any more."""
        self._whole = False
        self._context.set_offline(True)
        for socket in self._sockets:
            socket.close(code=1006)

    def mend(self) -> None:
        """Everything comes through again."""
        self._whole = True
        self._context.set_offline(False)

    def hold(self) -> None:
        """What the server says reaches the browser no more, while what the browser says goes on reaching the server."""
        self._holds = True

    def holds_a_whole_run(self) -> bool:
        """Whether among what is held is the end of a run."""
        said = [ForwardMsg.FromString(one) for _, one in self.held if isinstance(one, bytes)]
        return any(one.WhichOneof("type") == "script_finished" for one in said)

    def release(self) -> None:
        """All that was held comes through now, in its order."""
        self._holds = False
        for socket, said in self.held:
            socket.send(said)
        self.held.clear()

    def _connect(self, socket: WebSocketRoute) -> None:
        if self._whole:
            self._sockets.append(socket)
            socket.connect_to_server().on_message(lambda said: self._hear(socket, said))
        else:
            socket.close()

    def _hear(self, socket: WebSocketRoute, said: str | bytes) -> None:
        if self._holds:
            self.held.append((socket, said))
        else:
            socket.send(said)
