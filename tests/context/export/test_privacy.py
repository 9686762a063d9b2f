"""Nothing of a pupil leaves the count: a name that stands in every cell is looked for in everything that comes out."""

import io
import logging
import sys
import traceback
import warnings
from collections.abc import Callable
from typing import Any

import pytest

from sendself.context.export.columns import ColumnMapping, guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.errors import ExportError
from sendself.context.export.facts import Fact
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, figures, json_of
from tests.context.export.making import CANARY, Cell, csv_bytes, upn, with_part, workbook

HEADINGS = ["UPN", "Name", "Year", "SEN status", "Need", "Rank", "FSM", "Attendance %", "Suspensions", "Notes"]
PUPIL = [upn(1), CANARY, "7", "K", "SEMH", "1", "Y", "94", "2", f"spoke with {CANARY}"]
EVERYWHERE: list[list[Cell]] = [
    [f"Report for {CANARY}"],
    [*HEADINGS],
    [*PUPIL],
    [upn(2), *[CANARY] * 9],
    [CANARY] * 10,
    [f"Total {CANARY}", *[""] * 9],
    [upn(3), CANARY, "8", "N", "", "", "N", "97", "0", ""],
]


def words_of_trouble(error: BaseException | None) -> str:
    """Everything an error says, and every error behind it."""
    said = []
    while error is not None:
        said += [str(error), repr(error), repr(error.args), *traceback.format_exception(error)]
        said.append(repr(getattr(error, "object", "")))
        error = error.__cause__ or error.__context__
    return "\n".join(said)


def summary_of(data: bytes) -> ExportSummary:
    """The counts of a file as its columns are guessed."""
    table = read_table(data, f"{CANARY}.csv")
    return count(table, guess_mapping(table))


def everything_from(data: bytes, change: Callable[[ColumnMapping], ColumnMapping]) -> str:
    """All that comes out of a file apart from its table: mapping, summary, JSON, figures, or the error."""
    try:
        table = read_table(data, f"{CANARY}.csv")
        mapping = change(guess_mapping(table))
        summary = count(table, mapping)
    except ExportError as error:
        return words_of_trouble(error)
    out: list[Any] = [
        table,
        mapping,
        mapping.to_json(),
        summary,
        str(summary),
        json_of(summary),
        figures(summary, "2025/26", "2024/25"),
    ]
    return "\n".join(map(repr, out))


def anything(fact: Fact) -> Callable[[ColumnMapping], ColumnMapping]:
    """The name column taken for a fact by mistake."""
    return lambda mapping: mapping.chosen(fact, 1)


@pytest.mark.parametrize("change", [lambda mapping: mapping, *map(anything, Fact)])
@pytest.mark.parametrize("make", [csv_bytes, lambda rows: workbook({CANARY: rows})])
def test_name_in_every_cell_comes_out_nowhere(
    make: Callable[[list[list[Cell]]], bytes],
    change: Callable[[ColumnMapping], ColumnMapping],
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Neither by what is returned, nor in a log, a warning or on the screen, even with the wrong column chosen."""
    with caplog.at_level(logging.DEBUG), warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        out = everything_from(make(EVERYWHERE), change)

    heard = f"{caplog.text}{capsys.readouterr()}{[str(warning.message) for warning in warned]}"
    for word in (CANARY, *CANARY.split(), upn(1)):
        assert word not in out
        assert word not in heard


@pytest.mark.parametrize(
    "data",
    [
        f'UPN,Name\nA1,"{CANARY}\n'.encode(),
        f"{CANARY},K\n{CANARY},N\n".encode(),
        f"{upn(1)},{CANARY}\n{upn(2)},{CANARY}\n".encode(),
        f"UPN,Name\n{CANARY},\x81\x8d\n".encode("latin-1"),
        f"UPN,Name\n{CANARY},\0\1\n".encode(),
        f"UPN,Name\n{CANARY},".encode("utf-16") + b"\x00\xd8",
        f"UPN,Name,SEN status\n{CANARY},{CANARY},{CANARY}\n".encode(),
        csv_bytes([["Name", "Colour"], [CANARY, "red"]]),
        with_part(workbook({CANARY: EVERYWHERE}), "xl/worksheets/sheet1.xml", f"<row><c>{CANARY}</c>"),
        with_part(workbook({CANARY: EVERYWHERE}), "xl/workbook.xml", f"<{CANARY}>"),
        with_part(workbook({CANARY: EVERYWHERE}), "xl/sharedStrings.xml", f"<sst>{CANARY}&x;"),
        workbook({"Pupils": EVERYWHERE}).replace(b"sheet1", b"sheet2", 1),
    ],
)
def test_name_is_in_no_error(data: bytes) -> None:
    """Whatever is wrong with a file, the error and every error behind it are silent about what stands in it."""
    with pytest.raises(ExportError) as raised:
        summary_of(data)

    said = words_of_trouble(raised.value)
    for word in CANARY.split():
        assert word not in said
    assert raised.value.__cause__ is raised.value.__context__ is None


def test_name_can_be_found_where_it_is() -> None:
    """The search above can fail: the name does stand in the table that is read."""
    table = read_table(csv_bytes(EVERYWHERE))

    assert CANARY in str(table.rows)
    assert CANARY in words_of_trouble(ValueError(CANARY))
    assert io.StringIO(str(table.titles)).read().count(CANARY) == 1


def test_nothing_read_is_remembered_after_the_count() -> None:
    """No cache of a module holds texts of a file: the only one is of the letters of columns."""
    summary_of(csv_bytes(EVERYWHERE))

    modules = [module for name, module in sys.modules.items() if name.startswith("sendself.context.export")]
    cached = {name for module in modules for name, thing in vars(module).items() if hasattr(thing, "cache_info")}
    assert cached == {"_column"}
