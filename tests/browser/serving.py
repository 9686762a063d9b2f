"""A server of the app that a test can start, kill and start again on the same port and database."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.model import Assessment
from sendself.storage.kept import Actor, Change
from sendself.storage.repository import open_repository
from sendself.storage.tables import assessments, entries, export_columns, history, rubrics

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 90.0
"""How long a start may take on a busy computer."""


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """The app as its users run it, with a database file and a log of its own."""

    def __init__(self, folder: Path) -> None:
        """Keep everything in `folder`. Nothing runs before `start`."""
        self.port = free_port()
        self.database = folder / "sendself.sqlite3"
        self.log = folder / "server.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://localhost:{self.port}"

    @property
    def database_url(self) -> str:
        """The database, as `SENDSELF_DATABASE_URL` names it."""
        return f"sqlite:///{self.database}"

    def start(self) -> None:
        """Start and wait until it answers."""
        options = {"port": self.port, "headless": "true", "fileWatcherType": "none"}
        command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        command += [part for name, value in options.items() for part in (f"--server.{name}", str(value))]
        environment = {**os.environ, "SENDSELF_DATABASE_URL": self.database_url}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        end = time.monotonic() + PATIENCE_SECONDS
        while self.status() is None:
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"the server did not start:\n{self.said()}")
            time.sleep(0.1)

    def freeze(self) -> None:
        """Let it hear nothing from now on while its connections stay open. Only `kill` ends that."""
        if self._process is not None:
            self._process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        """End it as a power cut would: at once, with nothing tidied up."""
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
            self._process.wait()
            self._process = None

    def restart(self) -> None:
        """Kill it and start it again on the same port and database."""
        self.kill()
        self.start()

    def status(self, path: str = "/health") -> int | None:
        """The HTTP status of a path, or `None` when nobody answers."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code
        except OSError:
            return None

    def headers(self, path: str) -> dict[str, str]:
        """The headers of the answer for a path, with lower-case names."""
        with urllib.request.urlopen(self.address + path, timeout=10) as answer:
            return {name.lower(): value for name, value in answer.headers.items()}

    def said(self) -> str:
        """What it wrote to its log."""
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    def keep(self, assessment: Assessment) -> str:
        """Put an evaluation into the database, as another copy of the app would. Its id."""
        repository = open_repository(self.database_url)
        try:
            repository.create(Actor("Sam"), assessment)
        finally:
            repository.close()
        return assessment.id

    def change(self, evaluation: str, key: EntryKey, value: Value, *, by: str = "Sam") -> None:
        """Save a value as somebody else, over whatever stands there."""
        repository = open_repository(self.database_url)
        try:
            there = repository.load(Actor(by), evaluation).entries.get(key)
            change = Change(key, value, there.version if there else 0, uuid4().hex)
            repository.save(Actor(by), evaluation, [change])
        finally:
            repository.close()

    def kept(self, evaluation: str) -> Assessment:
        """An evaluation as it stands in the database."""
        repository = open_repository(self.database_url)
        try:
            return repository.load(Actor("Sam"), evaluation).assessment
        finally:
            repository.close()

    def empty(self) -> None:
        """Leave nothing of what was kept."""
        if not self.database.exists():
            return
        with closing(sqlite3.connect(self.database, timeout=20)) as connection, connection:
            for table in (export_columns, history, entries, assessments, rubrics):
                connection.execute(f"DELETE FROM {table.name}")

    def saved(self, evaluation: str, subject: str, field: str, perspective: str = "agreed") -> str | None:
        """The value of one field as SQLite holds it, in JSON; read without the app's own code."""
        wanted = "SELECT value FROM entries WHERE assessment = ? AND subject = ? AND perspective = ? AND field = ?"
        found = self.rows(wanted, evaluation, subject, perspective, field)
        return str(found[0][0]) if found else None

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What a query finds in the database file."""
        with closing(sqlite3.connect(self.database, timeout=20)) as connection:
            return connection.execute(query, values).fetchall()
