"""Find pdftotext, pdfinfo and qpdf, which the tests read PDFs with, and with `--install` see that they are there.

`python -m tests.document.poppler --install` takes what is installed, else Debian's packages as root.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

PACKAGES = ("poppler-utils", "qpdf")
PROGRAMS = ("pdftotext", "pdfinfo", "qpdf")


class PopplerNotFound(RuntimeError):
    """A program is missing, in a sentence that says how to get it."""


def program_path(name: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return the path of one of the programs.

    Raises:
        PopplerNotFound: it is not installed.
    """
    if found := shutil.which(name, path=environment.get("PATH", os.defpath)):
        return found
    raise PopplerNotFound(
        f"The tests read PDFs with {name}, which is not installed. Install Poppler's programs "
        "and qpdf (Debian, Ubuntu: sudo apt install poppler-utils qpdf; macOS: brew install poppler qpdf)."
    )


def install_poppler() -> str:
    """Return where the programs are, installing them by apt as root when one is missing.

    Raises:
        PopplerNotFound: one is missing, and could not be installed.
    """
    try:
        return ", ".join(map(program_path, PROGRAMS))
    except PopplerNotFound:
        if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
            quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
            subprocess.run([*quiet, "update"], check=False)
            subprocess.run([*quiet, "install", "-y", "--no-install-recommends", *PACKAGES], check=False)
    return ", ".join(map(program_path, PROGRAMS))


def main(arguments: list[str]) -> int:
    """Print where the programs are, or what to install; exit code 1 when one is missing."""
    try:
        print(install_poppler() if "--install" in arguments else ", ".join(map(program_path, PROGRAMS)))
    except PopplerNotFound as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
