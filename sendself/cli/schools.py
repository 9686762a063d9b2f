"""The register in use and a school in it, for every command that needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sendself.cli.files import InputError

if TYPE_CHECKING:
    from sendself.context.schools.entry import RegisterEntry
    from sendself.context.schools.register import Register


def register_or_refusal() -> Register:
    """The register in use. Raises `InputError` when the one that was loaded here is damaged."""
    from sendself.context.schools.register import RegisterError
    from sendself.context.schools.register_in_use import register_in_use

    try:
        return register_in_use()
    except RegisterError as error:
        raise InputError(str(error)) from None


def school_with(urn: int) -> RegisterEntry:
    """The school with a URN. Raises `InputError` when the register in use has none."""
    entry = register_or_refusal().find(urn)
    if entry is None:
        raise InputError(
            f"No school with the URN {urn} is in the register. Look it up with python -m sendself schools."
        )
    return entry
