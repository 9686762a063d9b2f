"""Which register is used: a newer DfE download that was loaded here, otherwise the one that sendself ships."""

from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_data_path

from sendself.assessment.school_years import school_year_of
from sendself.assessment.uk_clock import uk_today
from sendself.context.schools.dfe_files import Download, order_downloads
from sendself.context.schools.register import Register, RegisterError, load_register
from sendself.context.schools.register_build import build_register, save_register

FILE_NAME = "register.parquet"

Mark = tuple[int, int, int] | None


def own_register() -> Path:
    """Where a loaded register is kept: beside the data of whoever uses this computer."""
    return user_data_path("sendself", appauthor=False) / FILE_NAME


def register_in_use() -> Register:
    """The register that was loaded here, or the shipped one. Raises `RegisterError` when the loaded one is damaged."""
    loaded = own_register()
    return load_register(loaded if loaded.exists() else None)


def usable_register() -> tuple[Register, str]:
    """The register in use and ""; or where the loaded one is damaged, the shipped one and the sentence about that."""
    try:
        return register_in_use(), ""
    except RegisterError as error:
        return load_register(), str(error)


def mark_of_register() -> Mark:
    """What tells the register in use from any other, without reading it; `None` is the shipped one.

    It changes as soon as another register is in use, whoever replaced it.
    """
    try:
        found = own_register().stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def newer_register(downloads: Sequence[Download], *, year: str | None = None) -> Register:
    """The register that the DfE's two files make, in any order; nothing is kept.

    Raises `RegisterError` when they are not those two files, when neither `year` nor a name says the year, and when it
    has not begun.
    """
    census, information = order_downloads(downloads)
    register = build_register(census, information, year=year)
    if register.year > school_year_of(uk_today()):
        raise RegisterError(f"The school year {register.year} has not begun. Check the year of the census file.")
    return register


def use_register(register: Register) -> None:
    """Use a register from now on. Raises `OSError` when it cannot be kept; then the register in use stays."""
    save_register(register, own_register())


def use_shipped_register() -> None:
    """Go back to the register that sendself ships. Raises `OSError` when the loaded one cannot be removed."""
    own_register().unlink(missing_ok=True)
