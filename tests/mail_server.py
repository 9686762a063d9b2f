"""A mail server on this computer that keeps what it is handed: enough of SMTP (RFC 5321) for letters."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class MailServer:
    """What was handed in, as (sender, recipient, bytes); `refuses` is an address that it does not take."""

    port: int = 0
    refuses: str = ""
    letters: list[tuple[str, str, bytes]] = field(default_factory=list)


class _Listening(socketserver.ThreadingTCPServer):
    """Listens at a free port of this computer, and puts what it takes into `kept`."""

    def __init__(self, kept: MailServer) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.kept = kept
        kept.port = self.server_address[1]


class _Talk(socketserver.StreamRequestHandler):
    """One conversation with the server that stands around it."""

    server: _Listening

    def handle(self) -> None:
        sender = to = ""
        self.say("220 here")
        while line := self.rfile.readline().decode().strip():
            word = line.split(" ", 1)[0].upper()
            if word in ("EHLO", "HELO", "RSET", "NOOP"):
                self.say("250 fine")
            elif word == "MAIL":
                sender = line.partition("<")[2].partition(">")[0]
                self.say("250 fine")
            elif word == "RCPT":
                to = line.partition("<")[2].partition(">")[0]
                self.say("550 not here" if to == self.server.kept.refuses else "250 fine")
            elif word == "DATA":
                self.say("354 go on")
                self.server.kept.letters.append((sender, to, self.read_letter()))
                self.say("250 taken")
            elif word == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("502 not known")

    def say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())

    def read_letter(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line[1:] if line.startswith(b"..") else line)
        return b"".join(lines)


@contextmanager
def mail_server(refuses: str = "") -> Iterator[MailServer]:
    """The server while the block runs."""
    kept = MailServer(refuses=refuses)
    with _Listening(kept) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield kept
        server.shutdown()
        thread.join()
