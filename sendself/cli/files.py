"""Files that a command reads and writes: read within limits, written whole or not at all."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import TextIO

STANDARD = "-"
"""The name of standard input and output."""

LIMIT = 25_000_001
"""Bytes that are read: one more than the largest file that is accepted, so that a larger one is still refused."""


class InputError(ValueError):
    """What was given cannot be used. The message is a sentence that names it and says what to do."""


def read_file(name: str) -> bytes:
    """The first `LIMIT` bytes of a file, or of standard input for "-". Raises `InputError`."""
    try:
        if name == STANDARD:
            return _open_stream(sys.stdin).buffer.read(LIMIT)
        with Path(name).open("rb") as file:
            return file.read(LIMIT)
    except FileNotFoundError:
        raise InputError(f"There is no file {name}. Check the name and the folder.") from None
    except IsADirectoryError:
        raise InputError(f"{name} is a folder. Name a file in it.") from None
    except InputError:
        raise
    except (OSError, ValueError) as error:
        raise InputError(f"{_called(name)} cannot be read ({_reason(error)}).") from None


def write_file(name: str, data: bytes) -> None:
    """Write a file whole, or standard output for "-". Raises `InputError`, and then what was there is untouched."""
    if name == STANDARD:
        with _writing_out():
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        return
    try:
        # Through a link to the file itself: replacing the link would leave the file it names as it was.
        target = Path(name).resolve()
        if target.is_dir():
            raise InputError(f"{name} is a folder. Name a file in it.")
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except FileNotFoundError:
        raise InputError(f"There is no folder {Path(name).parent}. Make it first, or name another.") from None
    except InputError:
        raise
    except (OSError, ValueError) as error:
        raise InputError(f"{name} cannot be written ({_reason(error)}).") from None


def say(line: str, end: str = "\n") -> None:
    """Print a line for a person. Raises `InputError`."""
    with _writing_out():
        print(line, end=end, flush=True)


@contextmanager
def _writing_out() -> Iterator[None]:
    _open_stream(sys.stdout)
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise InputError(f"Standard output cannot be written ({_reason(error)}).") from None


def _open_stream(stream: TextIO | None) -> TextIO:
    # Whoever starts a program may give it no standard input or output at all.
    if stream is None:
        raise InputError("Standard input or output is closed. Name a file.")
    return stream


def _called(name: str) -> str:
    return "Standard input" if name == STANDARD else name


def _replace(target: Path, data: bytes) -> None:
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(0, "it is protected against writing")
    draft = target.with_name(f".sendself-{token_hex(6)}.part")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.replace(target)
    finally:
        with suppress(OSError):
            draft.unlink()


def _reason(error: Exception) -> str:
    words = error.strerror if isinstance(error, OSError) else None
    return (words or str(error) or type(error).__name__).rstrip(".").lower()
