"""Install what sendself needs into the folder `.venv`, once, and know whether that is done.

Uses the standard library alone. What failed is told in plain words, with what to do about it.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Iterable, Iterator  # noqa: UP035 - launch.py, which imports this, is read by old Pythons too

OLDEST, NEWEST = (3, 11), (3, 14)
INSTALLING = "sendself-installing"
LOG = "sendself-install.log"

# What pip or the system says, and what a user can do about it; the first that fits is shown.
REMEDIES = (
    (("No space left", "Errno 28", "WinError 112"), "The disk is full. Free about 1 GB and start again."),
    (
        ("DO NOT MATCH THE HASHES",),
        "A download was not what was published, so nothing of it was used. Start again; if it happens again, "
        "try another network and tell whoever runs this one.",
    ),
    (
        ("ProxyError", "Cannot connect to proxy", "407 Proxy"),
        "The network sends downloads through a proxy that refused them. Ask IT for the proxy's address, "
        "set it as HTTPS_PROXY, and start again.",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SSLError", "SSLCertVerificationError"),
        "The network's web filter replaces security certificates, so downloads cannot be trusted. "
        "Ask IT for its certificate file, set PIP_CERT to where it lies, and start again.",
    ),
    (
        (
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "Network is unreachable",
            "Connection refused",
            "Connection broken",
            "Max retries exceeded",
        ),
        "The download did not get through. Check that this computer is on the internet and start again; "
        "sendself needs it only this once.",
    ),
    (
        ("Long Path support", "path is too long"),
        "The folder's path is too long for Windows. Move the folder to C:\\sendself, for example, and start again.",
    ),
    (
        ("WinError 1260", "WinError 4551", "WinError 225", "Application Control policy"),
        "This computer does not let programs run from this folder, or its virus scanner took one away. Ask IT to allow "
        "the folder of sendself, or use another computer.",
    ),
    (
        ("Permission denied", "Errno 13", "WinError 5", "WinError 32", "Read-only file system"),
        "A file could not be written. Close any other sendself window, wait a minute for OneDrive and the virus "
        "scanner, and start again. If that does not help, move the folder to one of your own outside OneDrive.",
    ),
    (
        ("No matching distribution", "Could not find a version"),
        "One of the parts is not made for this kind of computer or this version of its system. "
        "Try another computer: one with 64-bit Windows 10 or newer, macOS or Linux.",
    ),
)


class Problem(Exception):
    """What stops sendself from starting, in a sentence that says what to do about it."""


def explain_failure(output: str) -> str:
    """Turn what pip printed, or the text of an operating system's error, into what a user can do about it."""
    for signs, remedy in REMEDIES:
        if any(sign.lower() in output.lower() for sign in signs):
            return remedy
    return "Installing failed for a reason that sendself does not know."


def stamp_text(requirements: Iterable[Path], python_version: str) -> str:
    """Say what is installed: one line for the Python and one for each requirements file by its content."""
    digests = (f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in requirements)
    return "\n".join((f"python {python_version}", *digests, ""))


def venv_python(venv: Path, os_name: str = os.name) -> Path:
    """Where the Python of a virtual environment lies."""
    return venv / "Scripts" / "python.exe" if os_name == "nt" else venv / "bin" / "python"


def venv_version(venv: Path) -> tuple[int, int] | None:
    """Return the version of Python that a virtual environment was made with; None when there is none to be read."""
    try:
        lines = (venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
        keys = {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in lines)}
        major, minor = (keys.get("version") or keys["version_info"]).split(".")[:2]
        return int(major), int(minor)
    except (OSError, KeyError, ValueError):
        return None


def is_usable(venv: Path) -> bool:
    """True when a virtual environment has a Python that suits and was not left half made."""
    version = venv_version(venv)
    complete = venv_python(venv).exists() and not (venv / INSTALLING).exists()
    return complete and version is not None and OLDEST <= version <= NEWEST


def is_current(venv: Path, stamp: str, requirements: Iterable[Path]) -> bool:
    """True when the stamp in the virtual environment says that exactly these requirements are installed."""
    version = venv_version(venv)
    if version is None or not is_usable(venv):
        return False
    try:
        return (venv / stamp).read_text(encoding="utf-8") == stamp_text(requirements, "{}.{}".format(*version))
    except OSError:
        return False


@contextlib.contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Let one process at a time set this folder up; the system frees the lock however the process ends."""
    name = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    with (Path(tempfile.gettempdir()) / f"sendself-{name}.lock").open("a+") as lock:
        while True:
            try:
                if sys.platform == "win32":
                    import msvcrt

                    lock.seek(0)
                    msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
                else:
                    import fcntl

                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                time.sleep(0.5)
        yield


def make_venv(venv: Path) -> None:
    """Make an empty virtual environment, in place of what is there.

    Raises:
        Problem: Python came without venv or pip, or the folder cannot be written.
    """
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        version = "{}.{}".format(*sys.version_info[:2])
        raise Problem(
            f"This Python came without pip or venv. On Debian or Ubuntu type: sudo apt install python{version}-venv. "
            "Elsewhere install Python from python.org, which has both."
        )
    if venv.exists():
        shutil.rmtree(venv)
    venv.mkdir()
    (venv / INSTALLING).touch()
    # Inside a virtual environment, which may be the one just taken away, the Python that it was made from is meant.
    python = getattr(sys, "_base_executable", sys.executable)
    made = subprocess.run(
        [python, "-m", "venv", str(venv)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    if made.returncode:
        raise Problem(f"The folder .venv could not be made. {explain_failure(made.stdout)}\n{made.stdout.strip()}")


def install(venv: Path, requirements: Iterable[Path], *options: str) -> None:
    """Install exactly what the requirements files name, checked by hash and without building anything.

    `options` are more options for pip.

    Raises:
        Problem: pip failed; the sentence says why as far as it can be known, and where pip's own words are.
    """
    command = [str(venv_python(venv)), "-I", "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:"]
    command += ["--no-input", "--disable-pip-version-check", "--progress-bar", "off", *options]
    for path in requirements:
        command += ["--requirement", str(path)]
    log = venv / LOG
    if run_pip(command, log):
        raise Problem(f"{explain_failure(log.read_text(encoding='utf-8'))}\nWhat the installer said is in {log}")


def run_pip(command: list[str], log: Path) -> int:
    """Run pip and return its exit code. Its words go to the log; a terminal shows how far it is."""
    found = 0
    environment = {**os.environ, "PIP_USER": "0"}
    with log.open("w", encoding="utf-8") as words:
        with subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=environment,
        ) as pip:
            for line in pip.stdout or ():
                words.write(line)
                found += line.startswith("Collecting ")
                step = "installing" if line.startswith("Installing ") else f"{found} parts found"
                if sys.stdout.isatty():
                    print(f"\r  {step:<20}", end="", flush=True)
    if sys.stdout.isatty():
        print("\r" + " " * 24 + "\r", end="")
    return pip.returncode


def prepare(root: Path, dev: bool = False) -> Path:
    """Make sure that `.venv` has what the app needs (and the checks, with `dev`), and return its Python.

    Raises:
        Problem: it could not be set up.
    """
    venv, run = root / ".venv", [root / "requirements.txt"]
    wanted = {"sendself-run.stamp": run}
    if dev:
        wanted["sendself-dev.stamp"] = [*run, root / "requirements-dev.txt"]
    with only_one(root):
        if not all(is_current(venv, stamp, files) for stamp, files in wanted.items()):
            print("Setting sendself up in the folder .venv. This is done once and takes a minute or two.", flush=True)
            if not is_usable(venv):
                make_venv(venv)
            (venv / INSTALLING).touch()
            # The checks use a part of what they install; Python compiles that when it is first used.
            install(venv, list(wanted.values())[-1], *(["--no-compile"] if dev else []))
            version = "{}.{}".format(*(venv_version(venv) or OLDEST))
            for stamp, files in wanted.items():
                (venv / stamp).write_text(stamp_text(files, version), encoding="utf-8")
            (venv / INSTALLING).unlink()
    return venv_python(venv)
