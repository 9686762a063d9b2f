"""The commands about a school's context: its figures from the register or its own export, and a newer register."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sendself.cli.files import InputError, read_file, say, write_file
from sendself.cli.schools import register_or_refusal, school_with

if TYPE_CHECKING:
    from sendself.context.schools.entry import RegisterEntry
    from sendself.context.schools.register import Register


def add_context(command: argparse.ArgumentParser) -> None:
    """Give `context` its arguments."""
    source = command.add_mutually_exclusive_group(required=True)
    source.add_argument("--urn", type=urn, metavar="N", help="the published figures of the school with this URN")
    source.add_argument("--export", metavar="FILE", help="count a CSV or XLSX file from the school's own system")
    command.add_argument("--map", metavar="FILE", help="which columns say what, as JSON, instead of recognising them")
    command.add_argument(
        "--sheet",
        action="append",
        metavar="NAME",
        help="the sheet of a workbook with the pupils; more than once for several sheets (all with the same headings)",
    )
    command.set_defaults(run=context)


def add_register(command: argparse.ArgumentParser) -> None:
    """Give `register` its arguments."""
    command.add_argument(
        "files", nargs="*", metavar="FILE", help="england_census*.csv and england_school_information*.csv"
    )
    command.add_argument("--yes", action="store_true", help="replace the list without being asked")
    command.add_argument("--shipped", action="store_true", help="go back to the list that came with sendself")
    command.add_argument("--year", metavar="YYYY/YY", help="the census's school year, where no file name says it")
    command.set_defaults(run=register)


def urn(text: str) -> int:
    """A URN as an argument gives it."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10_000_000):
        raise argparse.ArgumentTypeError(f"{text!r} is not a URN, which is a number such as 109567")
    return int(text)


def context(chosen: argparse.Namespace) -> int:
    """Print a school's figures as JSON."""
    if chosen.urn is not None:
        for option, value in (("--map", chosen.map), ("--sheet", chosen.sheet)):
            if value is not None:
                raise InputError(f"{option} says how an export is read: it goes with --export, not with --urn.")
        found = _published(chosen.urn)
    else:
        found = _exported(chosen.export, chosen.map, chosen.sheet or ())
    write_file("-", (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode())
    return 0


def register(chosen: argparse.Namespace) -> int:
    """Say what another register would change, and use it from now on when that is wanted.

    The exit status is 1 when it was not wanted.
    """
    from sendself.context.schools.register import RegisterError
    from sendself.context.schools.register_changes import compare_registers
    from sendself.context.schools.register_in_use import mark_of_register, usable_register

    if chosen.shipped == bool(chosen.files) or (chosen.files and len(chosen.files) != 2):
        raise InputError("Name the DfE's two files, or --shipped to go back to the list that came with sendself.")
    if chosen.shipped and mark_of_register() is None:
        say("The list that came with sendself is in use already.")
        return 0
    try:
        new = _chosen_register(chosen)
        # A damaged one is replaced all the same.
        changes = compare_registers(usable_register()[0], new)
        say("\n".join(changes.sentences()))
        if not (chosen.yes or _wanted()):
            say("Nothing was changed.")
            return 1
        _use(new, shipped=chosen.shipped)
    except (RegisterError, OSError) as error:
        raise InputError(str(error)) from None
    say(f"The register of {new.year} is in use.")
    return 0


def _use(new: Register, *, shipped: bool) -> None:
    from sendself.context.schools.register_in_use import use_register, use_shipped_register

    if shipped:
        use_shipped_register()
    else:
        use_register(new)


def _chosen_register(chosen: argparse.Namespace) -> Register:
    from sendself.context.schools.dfe_files import read_download
    from sendself.context.schools.register import load_register
    from sendself.context.schools.register_in_use import newer_register

    if chosen.shipped:
        return load_register()
    return newer_register([read_download(Path(name)) for name in chosen.files], year=chosen.year)


def _wanted() -> bool:
    """Ask whoever sits at the terminal. A script has nobody to ask: what it named is what it wants."""
    if sys.stdin is None or not sys.stdin.isatty():
        return True
    say("Use this list from now on? Type yes or no: ", end="")
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _published(urn: int) -> dict[str, Any]:
    from sendself.context.alike.own_counts import published_counts
    from sendself.context.alike.standing import Standing, standings
    from sendself.context.alike.standing_words import in_words

    entry = school_with(urn)
    own = published_counts(entry)
    found = [one for one in standings(own, register_or_refusal()) if isinstance(one, Standing)] if own else []
    return {
        **_census(entry),
        "standings": [
            {
                "measure": one.measure,
                "among": one.among,
                "schools": one.n,
                "share": one.value,
                "percentile": one.percentile,
                "words": in_words(one),
            }
            for one in found
        ],
    }


def _census(entry: RegisterEntry) -> dict[str, Any]:
    census = entry.census
    return {
        "urn": entry.urn,
        "name": entry.name,
        "year": census.year if census else None,
        "roll": census.roll if census else None,
        "ehc_plans": census.ehc_plans if census else None,
        "sen_support": census.sen_support if census else None,
        "fsm": census.fsm if census else None,
        # What the census file does not have, in the shape that an export gives it.
        "primary_need": None,
        "attendance_percent": {"sen": None, "no_sen": None},
        "suspensions": {"sen": None, "no_sen": None},
        "skipped": {},
    }


def _exported(name: str, map_name: str | None, sheets: Sequence[str]) -> dict[str, Any]:
    from sendself.context.export.columns import guess_mapping
    from sendself.context.export.counting import count
    from sendself.context.export.errors import ExportError
    from sendself.context.export.mapping import ColumnMapping
    from sendself.context.export.preview import headings_left_alone
    from sendself.context.export.reading import read_table
    from sendself.context.export.summary import json_of

    try:
        table = read_table(read_file(name), name, sheets)
        said = read_file(map_name).decode("utf-8-sig", "replace") if map_name is not None else None
        recognised = guess_mapping(table)
        mapping = ColumnMapping.from_json(said, table, recognised) if said is not None else recognised
        return {
            **json_of(count(table, mapping)),
            "columns": mapping.numbers(),
            "headings_left_alone": list(headings_left_alone(table, mapping)),
            "sheets": {"read": list(table.sheets_read), "not_read": list(table.sheets_not_read)},
        }
    except ExportError as error:
        raise InputError(f"{name}: {error}") from None
