"""Commands of the program, each in a process of its own that begins where the slow imports are done."""

import os
import subprocess
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_SECONDS = 120
_PROCESSES: Any = get_context("forkserver" if os.name == "posix" else "spawn")
if os.name == "posix":
    _PROCESSES.set_forkserver_preload(["tests.command_imports"])


def run_command(
    arguments: list[str], *, at: Path = ROOT, environment: Mapping[str, str], given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Do what `python -m sendself` does with these arguments, in a folder and an environment."""
    with TemporaryDirectory() as folder:
        streams = [Path(folder, name) for name in ("in", "out", "err")]
        streams[0].write_bytes(given)
        process = _PROCESSES.Process(target=_main, args=(arguments, at, dict(environment), streams))
        with _no_main_module():
            process.start()
        process.join(PATIENCE_SECONDS)
        assert process.exitcode is not None, f"still at it: {arguments}"
        return subprocess.CompletedProcess(
            arguments, process.exitcode, streams[1].read_bytes(), streams[2].read_bytes()
        )


@contextmanager
def _no_main_module() -> Iterator[None]:
    """A new process would begin with the main module of this one, which a test of a page may have put in its place."""
    before = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = before


def _main(arguments: list[str], at: Path, environment: dict[str, str], streams: list[Path]) -> None:
    from sendself.cli.main import main

    for number, (stream, mode) in enumerate(zip(streams, ("rb", "wb", "wb"), strict=True)):
        with stream.open(mode) as opened:
            os.dup2(opened.fileno(), number)
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, encoding="utf-8", closefd=False) for number, mode in enumerate("rww")
    )
    os.chdir(at)
    os.environ.clear()
    os.environ.update(environment)
    try:
        code = main(arguments)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code or 0)
