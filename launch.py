"""Set sendself up and start it, on a computer with nothing but Python: `python launch.py`.

The first run makes a `.venv` folder beside this file and installs `requirements.txt` into it; later runs only start
the app. Uses the standard library alone, and is written so that an old Python can read it and say that it is too old.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import webbrowser
from pathlib import Path
from typing import Any, Callable, Mapping  # noqa: UP035 - collections.abc cannot be subscripted before 3.9

from installing import NEWEST, OLDEST, Problem, explain_failure, prepare

ROOT = Path(__file__).resolve().parent
FIRST_PORT = 8501
LAST_PORT = FIRST_PORT + 99
SECONDS_TO_START = 90


class PortTaken(Problem):
    """Another program took the port between our looking and our listening."""


def python_problem(version: tuple[int, int], platform: str, bits: int) -> str | None:
    """Say what is wrong with a Python of this version, `sysconfig` platform and pointer size; None when it suits."""
    oldest, newest, found = ("{}.{}".format(*numbers) for numbers in (OLDEST, NEWEST, version))
    advice = f"Install Python {newest} from python.org or your school's software store (Company Portal), or ask IT."
    if version < OLDEST:
        return f"sendself needs Python {oldest} or newer, and this is Python {found}. {advice}"
    if version > NEWEST:
        return f"sendself does not work with Python {found} yet: it needs {oldest} to {newest}. {advice}"
    if platform == "win-arm64" or bits < 64:
        return f"This Python is not of the 64-bit (x64) kind that sendself's parts are made for. {advice}"
    return None


def is_free(port: int) -> bool:
    """True when nothing on this computer answers at the port and the app could listen there."""
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_STREAM) as caller:
            caller.settimeout(0.3)
            if caller.connect_ex((address, port)) == 0:
                return False
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        if os.name != "nt":  # on Windows the option would share a port that is taken
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def first_free_port(first: int = FIRST_PORT, last: int = LAST_PORT, free: Callable[[int], bool] = is_free) -> int:
    """Return the first port from `first` to `last` that is free.

    Raises:
        Problem: all of them are taken.
    """
    for port in range(first, last + 1):
        if free(port):
            return port
    raise Problem(f"All ports from {first} to {last} are in use. Close other programs and start again.")


def wants_browser(environment: Mapping[str, str], platform: str) -> bool:
    """True when a browser window should be opened: there is a screen, and nobody asked for none."""
    if environment.get("SENDSELF_NO_BROWSER") or environment.get("CI"):
        return False
    has_screen = bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
    return platform in ("win32", "darwin") or has_screen


def answers(port: int) -> bool:
    """True when the app at this port says that it is ready."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def wait_until_ready(server: subprocess.Popen[bytes], port: int) -> None:
    """Return as soon as the app answers at its port. Raises what `serve` raises."""
    patience = time.monotonic() + SECONDS_TO_START
    while server.poll() is not None or not answers(port):
        if server.poll() is not None:
            if not is_free(port):
                raise PortTaken(f"Port {port} was taken by another program meanwhile. Start sendself again.")
            raise Problem("sendself could not start. What is printed above says why.")
        if time.monotonic() > patience:
            raise Problem(f"sendself did not start within {SECONDS_TO_START} seconds. Start it again.")
        time.sleep(0.1)


def serve(root: Path, python: Path, port: int) -> int:
    """Run the app at the port until it is stopped, and return the exit code.

    Raises:
        PortTaken: somebody else was quicker.
        Problem: the app ended before it was ready, or did not become ready.
    """
    command = [str(python), "-m", "streamlit", "run", "app.py", "--server.address", "localhost"]
    command += ["--server.port", str(port), "--server.headless", "true", "--server.fileWatcherType", "none"]
    command += ["--logger.hideWelcomeMessage", "true"]
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONHOME", "PYTHONPATH")}
    server = subprocess.Popen(command, cwd=str(root), env=environment, **_left_alone_by_ctrl_c())
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    try:
        wait_until_ready(server, port)
        address = f"http://localhost:{port}"
        print(f"sendself is at {address} (to stop it, press Ctrl+C here).", flush=True)
        if wants_browser(os.environ, sys.platform):
            webbrowser.open(address)
        code = max(0, server.wait())  # ended by a signal is stopped, not failed
    except KeyboardInterrupt:
        code = 0
        end_kindly(server)
    finally:
        stop(server)
    print("\nsendself has stopped. Everything shown as saved is kept.", flush=True)
    return code


def _left_alone_by_ctrl_c() -> dict[str, Any]:
    """Options for a process that the terminal does not interrupt: we end it, and then only we have something to say."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)}


def end_kindly(server: subprocess.Popen[bytes]) -> None:
    """Ask the app to end by itself, after what it is writing."""
    if sys.platform == "win32":
        server.send_signal(signal.CTRL_BREAK_EVENT)
    else:
        server.terminate()


def stop(server: subprocess.Popen[bytes]) -> None:
    """Wait for the app to end by itself, and end it when it does not."""
    for end in (server.terminate, server.kill):
        try:
            server.wait(timeout=5)
            return
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            end()
    server.wait()


def start(arguments: argparse.Namespace) -> int:
    """Do what the command line asks for and return the exit code.

    Raises:
        Problem: something stops it that the user can put right.
    """
    bits = 64 if sys.maxsize > 2**32 else 32
    problem = python_problem(sys.version_info[:2], sysconfig.get_platform(), bits)
    if problem:
        raise Problem(problem)
    if arguments.check_python:
        return 0
    python = prepare(ROOT, arguments.dev)
    if arguments.prepare_only:
        return 0
    port = first_free_port()
    while True:
        if port != FIRST_PORT:
            print(
                f"Port {FIRST_PORT} is in use, perhaps by sendself in another window (http://localhost:{FIRST_PORT}). "
                f"This one uses {port}."
            )
        try:
            return serve(ROOT, python, port)
        except PortTaken:
            port = first_free_port(port + 1)


def main() -> int:
    """Read the command line, start sendself, and put any problem in plain words."""
    parser = argparse.ArgumentParser(description="Set sendself up and start it.")
    parser.add_argument("--prepare-only", action="store_true", help="install what the app needs and stop")
    parser.add_argument("--dev", action="store_true", help="install what the checks need as well")
    parser.add_argument("--check-python", action="store_true", help="only say whether this Python suits")
    try:
        return start(parser.parse_args())
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{explain_failure(str(error))}\n({error})", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Start it again to go on.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
