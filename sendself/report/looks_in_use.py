"""Which looks the reports have: those of a folder that a setting names, or those kept on this computer."""

import os
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_data_path

from sendself.document.looks import USUAL, Looks
from sendself.report.looks_loader import FILE_NAME, load_looks

SETTING = "SENDSELF_LOOKS"

Mark = tuple[tuple[str, int, int], ...]


def own_folder() -> Path:
    """Where looks that were chosen in the app are kept: beside the data of whoever uses this computer."""
    return user_data_path("sendself", appauthor=False) / "looks"


def set_folder() -> Path | None:
    """The folder that SENDSELF_LOOKS names, if it is set: then the looks are those for everyone here."""
    named = os.environ.get(SETTING)
    return Path(named) if named else None


def looks_in_use(given: Path | None = None) -> Looks:
    """The looks of a folder: the one given, else that of the setting, else those kept here, else the usual ones.

    Raises `LooksError` with file, key, problem and remedy.
    """
    folder = given or set_folder()
    if folder:
        return load_looks(folder)
    return load_looks(own_folder()) if (own_folder() / FILE_NAME).exists() else USUAL


def mark_of_looks() -> Mark:
    """What tells the looks in use from any others, without reading them."""
    folder = set_folder() or own_folder()
    try:
        return ((str(folder), 0, 0), *_files(sorted(folder.iterdir())))
    except OSError:
        return ((str(folder), 0, 0),)


def _files(files: Sequence[Path]) -> Mark:
    found = ((file.name, file.stat()) for file in files)
    return tuple((name, about.st_mtime_ns, about.st_size) for name, about in found)
