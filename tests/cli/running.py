"""The command line, run as a script runs it."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.command import run_command

ROOT = Path(__file__).parents[2]


def sendself(
    *arguments: str | Path, at: Path | None = None, stdin: bytes = b"", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m sendself` with these arguments in a folder."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("SENDSELF_")}
    return run_command([*map(str, arguments)], at=at or ROOT, environment={**known, **(environment or {})}, given=stdin)


def done(*arguments: str | Path, at: Path | None = None, stdin: bytes = b"") -> bytes:
    """What a command that works writes to standard output."""
    run = sendself(*arguments, at=at, stdin=stdin)
    assert (run.returncode, run.stderr.decode()) == (0, "")
    return run.stdout


def refusal(*arguments: str | Path, at: Path | None = None, **environment: str) -> str:
    """The one sentence or two with which a command refuses, on one line and without a traceback."""
    run = sendself(*arguments, at=at, environment=environment)
    said = run.stderr.decode()
    assert run.returncode == 2
    assert run.stdout == b""
    assert "Traceback" not in said
    assert said.count("\n") == 1
    assert said.endswith(".\n")
    return said
