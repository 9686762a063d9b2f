"""Starting sendself as its users do: a real process that takes a port, answers, and stops when it is told."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

import installing
import launch

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_SECONDS = 90
QUICK_SECONDS = 45
"""A start that installed anything would take longer, even on a busy computer."""
PARTS = (
    "app.py",
    "launch.py",
    "installing.py",
    "requirements.txt",
    "Makefile",
    "pages",
    "sendself",
    "rubrics",
    ".streamlit",
)
KEPT = "sendself has stopped. Everything shown as saved is kept."
ADDRESS = re.compile(r"sendself is at http://localhost:([0-9]+) ")

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="signals of a terminal"),
    # One after another: each looks whether its port is free again.
    pytest.mark.xdist_group("launch"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The app in a folder of its own, in which all that it needs is installed already."""
    root = tmp_path_factory.mktemp("launched")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, root / name)
    environment = root / ".venv"
    venv.create(environment, symlinks=True)
    own = Path(sysconfig.get_path("purelib", vars={"base": str(environment), "platbase": str(environment)}))
    (own / "installed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    version = "{}.{}".format(*sys.version_info[:2])
    stamp = installing.stamp_text([root / "requirements.txt"], version)
    (environment / "sendself-run.stamp").write_text(stamp, encoding="utf-8")
    return root


class Started:
    """sendself as it was started: the process and what it has said so far."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        """Start it in a session of its own, as a terminal does."""
        self.said = folder / "said.txt"
        environment = {**os.environ, "SENDSELF_NO_BROWSER": "1", "PYTHONUNBUFFERED": "1"}
        environment["SENDSELF_DATABASE_URL"] = f"sqlite:///{folder / 'launched.sqlite3'}"
        with self.said.open("wb") as output:
            self.process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                # What runs in the background of a script is deaf to Ctrl+C, and so would be what it starts.
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
            )

    @property
    def words(self) -> str:
        """What it has printed."""
        return self.said.read_text(encoding="utf-8")

    @property
    def last_words(self) -> str:
        """What it has printed since it said where it is."""
        return self.words.partition("(to stop it, press Ctrl+C here).")[2].strip()

    def port(self) -> int:
        """Where it is to be found, once it says so."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not (found := ADDRESS.search(self.words)):
            assert self.process.poll() is None, self.words
            assert time.monotonic() < end, self.words
            time.sleep(0.05)
        return int(found[1])

    def ends_with(self, words: str) -> bool:
        """Whether it says this and leaves no process behind: `make` may be gone a moment before what it started."""
        end = time.monotonic() + PATIENCE_SECONDS
        while words not in self.words or self._is_alive():
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def _is_alive(self) -> bool:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, 0)
            return True
        return False

    def signalled(self, sign: signal.Signals, *, all_of_them: bool) -> int:
        """Send a signal, to all processes of the terminal or to the first alone; the exit code once it has ended."""
        os.killpg(self.process.pid, sign) if all_of_them else self.process.send_signal(sign)
        return self.process.wait(PATIENCE_SECONDS)


@contextmanager
def started(folder: Path, *command: str) -> Iterator[Started]:
    """sendself, which is ended for good when the test is over."""
    running = Started(folder, list(command) or [sys.executable, "launch.py"])
    try:
        yield running
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.process.pid, signal.SIGKILL)
        running.process.wait()


@contextmanager
def taken(port: int) -> Iterator[None]:
    """The port is taken: by us, where nobody else has it."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):
            listener.bind(("127.0.0.1", port))
            listener.listen()
        yield


def listened_at(port: int) -> set[str]:
    """The addresses of this computer at which the port is listened to, as the system writes them."""
    tables = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
    rows = [line.split() for table in tables if table.exists() for line in table.read_text().splitlines()[1:]]
    return {row[1].partition(":")[0] for row in rows if row[3] == "0A" and int(row[1].partition(":")[2], 16) == port}


def test_next_port_is_taken_and_ctrl_c_stops_it(folder: Path) -> None:
    """Where its port is in use it says so and takes another; Ctrl+C ends it, and that all is kept is all it says."""
    with taken(launch.FIRST_PORT), started(folder) as running:
        port = running.port()
        assert f"Port {launch.FIRST_PORT} is in use" in running.words
        assert port > launch.FIRST_PORT
        assert launch.answers(port)

        assert running.signalled(signal.SIGINT, all_of_them=True) == 0, running.words
        assert running.ends_with(KEPT), running.words
        assert running.last_words == KEPT


QUICKER = "import launch, sys; launch.first_free_port = lambda first=launch.FIRST_PORT: first; sys.exit(launch.main())"


def test_port_that_somebody_takes_meanwhile_is_left_to_them(folder: Path) -> None:
    """Where another program is quicker to listen than the app, the app takes the next port."""
    with taken(launch.FIRST_PORT), started(folder, sys.executable, "-c", QUICKER) as running:
        port = running.port()
        assert port > launch.FIRST_PORT
        assert f"This one uses {port}." in running.words
        assert running.signalled(signal.SIGTERM, all_of_them=False) == 0


def test_second_start_installs_nothing_and_the_system_can_stop_it(folder: Path) -> None:
    """What is installed is used as it is, quickly; told to end by the system, launcher and app both end."""
    before = time.monotonic()
    with started(folder) as running:
        running.port()
        assert time.monotonic() - before < QUICK_SECONDS
        assert "Setting sendself up" not in running.words
        assert not (folder / ".venv" / installing.LOG).exists()

        assert running.signalled(signal.SIGTERM, all_of_them=False) == 0
        assert running.ends_with(KEPT), running.words
        assert running.last_words == KEPT


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="no table of the system to read")
def test_it_listens_on_this_computer_alone(folder: Path) -> None:
    """No other computer reaches it: it listens on the loopback addresses and on no other."""
    loopback = {"0100007F", "00000000000000000000000001000000"}
    with started(folder) as running:
        found = listened_at(running.port())

    assert found
    assert found <= loopback


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_make_run_starts_it(folder: Path) -> None:
    """`make run` does what the launcher does, and ends with it."""
    with started(folder, "make", "run", f"PYTHON={sys.executable}") as running:
        port = running.port()
        assert launch.answers(port)
        running.signalled(signal.SIGINT, all_of_them=True)

        assert running.ends_with(KEPT), running.words
        assert running.last_words == KEPT
