"""What was measured on: without it a figure says nothing."""

import os
import platform
import sqlite3
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from sendself import __version__

LIBRARIES = ("streamlit", "pyarrow", "rapidfuzz", "pydantic", "fpdf2", "sqlalchemy")
_PROCESSORS = Path("/proc/cpuinfo")


def machine() -> str:
    """The computer, how busy it is, and the versions, one line each, as a list in Markdown."""
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return "\n".join(
        (
            f"- {processor()}, {os.cpu_count()} cores{_busy()}, {platform.system()}",
            f"- sendself {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}",
            f"- {versions}",
            f"- {datetime.now(UTC):%d %B %Y}",
        )
    )


def processor() -> str:
    """The name of the processor, as far as the system tells it."""
    if _PROCESSORS.exists():
        for line in _PROCESSORS.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _busy() -> str:
    # Not every system counts what waits for a processor.
    return f" (load {os.getloadavg()[0]:.1f} before)" if hasattr(os, "getloadavg") else ""
