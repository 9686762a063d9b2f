"""Pupils on several sheets of a workbook: which sheets belong together, and the one table that they make."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sendself.context.export.codes import whole_number
from sendself.context.export.errors import ExportError
from sendself.context.export.facts import Fact
from sendself.context.export.headings import names_a_register, names_leavers, recognise
from sendself.context.export.table import (
    HEADING_WITHIN,
    MAX_ROWS,
    TOO_MANY_ROWS,
    Grid,
    RawTable,
    heading_row,
    headings_in,
    headings_of,
    is_table,
)
from sendself.context.export.values import is_upn, pupil_number

PEEKED = HEADING_WITHIN + 1
"""Rows that are read of a sheet to see whether pupils stand on it: its headings, and one below."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: its name, the part of the file that it is in, and whether Excel shows it."""

    name: str
    part: str
    visible: bool


def called(sheets: Sequence[Sheet], names: Sequence[str]) -> list[Sheet]:
    """The sheets with these names, in the workbook's order. Raises ExportError when one is not there."""
    wanted = {name.strip().casefold() for name in names}
    found = [sheet for sheet in sheets if sheet.name.strip().casefold() in wanted]
    if len(found) < len(wanted):
        raise ExportError("The workbook has no sheet of that name. Choose one of its sheets.")
    return found


def with_pupils(sheets: Sequence[Sheet], peek: Callable[[Sheet], Grid]) -> list[Sheet]:
    """The sheets with the headings that say most of pupils, in whatever order, or else the first with a table.

    Headings that give the SEN status come before others, then those with a number for each pupil; of those that say as
    much the first. A hidden sheet is taken only when no other has such headings, and leavers only when all are.
    """
    first_table: list[Sheet] = []
    for visible in (True, False):
        alike: defaultdict[tuple[str, ...], list[Sheet]] = defaultdict(list)
        said: dict[tuple[str, ...], int] = {}
        problem: ExportError | None = None
        for sheet in (one for one in sheets if one.visible is visible):
            try:
                grid = peek(sheet)
            except ExportError as error:
                # Beside the pupils may stand what is too wide for us, such as every mark of a year.
                problem = error
                continue
            if own := tuple(sorted(_known_headings(grid))):
                alike[own].append(sheet)
                said[own] = max(_says(grid), said.get(own, 0))
            elif not first_table and is_table(grid):
                first_table = [sheet]
        if alike:
            most = max(alike, key=said.__getitem__)
            return [sheet for sheet in alike[most] if not names_leavers(sheet.name)] or alike[most]
        if problem is not None:
            raise problem
    return first_table


def facts_of(grid: Grid) -> frozenset[Fact]:
    """What the headings of a sheet say of pupils."""
    return frozenset(known[0] for heading in _known_headings(grid) if (known := recognise(heading)))


def _says(grid: Grid) -> int:
    """How much a sheet with headings says of pupils: their SEN status, then a number of their own."""
    at = heading_row(grid)
    facts = [known[0] if (known := recognise(heading)) else None for heading in grid.rows[at]]
    # Numbers under such a heading count pupils with SEN, as on a summary.
    status = any(
        fact in _STATUS and not any(_is_count(row[column]) for row in grid.rows[at + 1 :] if column < len(row))
        for column, fact in enumerate(facts)
    )
    return 2 * status + any(fact in _NUMBERS for fact in facts)


def _is_count(text: str) -> bool:
    number = whole_number(text, MAX_ROWS)
    return number is not None and number > 1


def _known_headings(grid: Grid) -> tuple[str, ...]:
    """The headings of rows that a sheet begins with; none where fewer than two are known or nothing stands below."""
    if not any(headings_in(row) > 1 for row in grid.rows[:HEADING_WITHIN]):
        return ()
    try:
        at = heading_row(grid)
    except ExportError:
        return ()
    return headings_of(grid.rows[at]) if at + 1 < len(grid.rows) else ()


_MOSTLY = 0.9
_SAMPLE = 200
_NUMBERS = (Fact.UPN, Fact.ADMISSION_NUMBER)
_STATUS = (Fact.SEN_STATUS, Fact.EHC_PLAN, Fact.SEN_SUPPORT)


def aligned(tables: Mapping[str, RawTable]) -> dict[str, RawTable]:
    """The tables of sheets, each with its columns in the order of the first where the headings are the same."""
    first = next(iter(tables.values()), None)
    return {name: table if first is None else _in_order_of(first, table) for name, table in tables.items()}


def _in_order_of(first: RawTable, table: RawTable) -> RawTable:
    wanted, own = headings_of(first.header), headings_of(table.header)
    if wanted == own or sorted(wanted) != sorted(own):
        return table
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, heading in enumerate(own):
        places[heading].append(at)
    order = [places[heading].pop(0) for heading in wanted]
    order += range(len(own), len(table.header))
    return replace(
        table,
        header=tuple(table.header[at] for at in order),
        rows=tuple(tuple(row[at] for at in order) for row in table.rows),
    )


def without_doubles(tables: Mapping[str, RawTable]) -> tuple[str, ...]:
    """The names of the sheets to count together: without those whose pupils stand on another of them too.

    A pupil who has a number counts once wherever it stands, so that all sheets stay. Otherwise a SEN register beside
    other sheets goes, and a sheet whose rows all stand on another one.
    """
    kept = dict(tables)
    if len(kept) < 2 or all(map(_has_numbers, kept.values())):
        return tuple(kept)
    registers = [name for name, table in kept.items() if any(map(names_a_register, (name, *table.titles)))]
    if len(registers) < len(kept):
        kept = {name: table for name, table in kept.items() if name not in registers}
    rows = {name: Counter(row[: len(headings_of(table.header))] for row in table.rows) for name, table in kept.items()}
    # The smallest first, and of two that are the same the later one.
    order = list(rows)
    for name in sorted(order, key=lambda name: (rows[name].total(), -order.index(name))):
        # Rows without a name or much else are alike by chance.
        distinct = len(rows[name]) >= _MOSTLY * rows[name].total()
        if distinct and any(rows[name] <= other for at, other in rows.items() if at != name):
            del rows[name]
    return tuple(name for name in kept if name in rows)


def _has_numbers(table: RawTable) -> bool:
    """Whether some column gives each pupil of a sheet, but for a few, a number to know the pupil by."""
    numbers = [at for at, heading in enumerate(table.header) if (known := recognise(heading)) and known[0] in _NUMBERS]
    sample = table.rows[:_SAMPLE]
    numbered = sum(any(pupil_number(row[at]) for at in numbers) or any(map(is_upn, row)) for row in sample)
    return numbered >= _MOSTLY * len(sample)


def joined(
    tables: Sequence[RawTable],
    sheets: tuple[str, ...],
    sheets_read: tuple[str, ...],
    sheets_left_out: tuple[str, ...] = (),
) -> RawTable:
    """One table of several with the same headings. Raises ExportError when they differ, or there are too many rows."""
    first = tables[0]
    if any(headings_of(table.header) != headings_of(first.header) for table in tables):
        raise ExportError(
            "The sheets chosen have different headings, so they cannot be counted together. Choose one of them, or "
            "sheets whose headings agree."
        )
    if sum(len(table.rows) for table in tables) > MAX_ROWS:
        raise ExportError(TOO_MANY_ROWS)
    width = max(len(table.header) for table in tables)
    return RawTable(
        header=first.header + ("",) * (width - len(first.header)),
        rows=tuple(row + ("",) * (width - len(row)) for table in tables for row in table.rows),
        titles=tuple(title for table in tables for title in table.titles),
        blank_rows=sum(table.blank_rows for table in tables),
        sheets=sheets,
        sheets_read=sheets_read,
        rows_of_sheets=tuple(len(table.rows) for table in tables),
        sheets_left_out=sheets_left_out,
    )
