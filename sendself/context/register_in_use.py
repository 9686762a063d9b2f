"""Which register is used: a newer DfE download that was loaded here, otherwise the one that sendself ships."""

from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_data_path

from sendself.context.register import Register, load_register
from sendself.context.register_build import build_register, order_downloads, save_register
from sendself.context.register_changes import RegisterChanges, compare_registers

FILE_NAME = "register.parquet"


def own_register() -> Path:
    """Where a loaded register is kept: beside the data of whoever uses this computer."""
    return user_data_path("sendself", appauthor=False) / FILE_NAME


def register_in_use() -> Register:
    """The register that was loaded here, or the shipped one. Raises `RegisterError` when the loaded one is damaged."""
    loaded = own_register()
    return load_register(loaded if loaded.exists() else None)


def replace_register(downloads: Sequence[Path], *, year: str | None = None) -> RegisterChanges:
    """Build a register from the DfE's two files, in any order, use it from now on, and say what changed.

    Raises `RegisterError` when they are not those two files; then the register in use stays.
    """
    census, information = order_downloads(downloads)
    new = build_register(census, information, year=year)
    changes = compare_registers(register_in_use(), new)
    save_register(new, own_register())
    return changes
