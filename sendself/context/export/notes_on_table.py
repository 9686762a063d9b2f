"""What to know of a table before its rows: sheets that were left out, and columns that could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from sendself.context.export.facts import ASKED_YES, OVER_TIME, Fact
from sendself.context.export.headings import names_leavers, recognise
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.phrases import named
from sendself.context.export.table import RawTable


def on_sheets(table: RawTable) -> tuple[str, ...]:
    """What to know of sheets that were left out of the count, without their names."""
    return (*_on_doubles(table), *_on_leavers(table), *_on_other_sheets(table))


def _on_leavers(table: RawTable) -> Iterator[str]:
    if leavers := sum(map(names_leavers, table.sheets_not_read)):
        sheets = "1 sheet" if leavers == 1 else f"{leavers} sheets"
        yield f"{sheets} of leavers left out: they are no longer on roll."


def _on_doubles(table: RawTable) -> tuple[str, ...]:
    if not table.sheets_left_out:
        return ()
    sheets = "1 sheet" if len(table.sheets_left_out) == 1 else f"{len(table.sheets_left_out)} sheets"
    return (
        f"{sheets} with the same headings left out: the pupils there seem to stand on another sheet too, and without a "
        "UPN or admission number they would count twice. If they do not, choose the sheets to count.",
    )


def _on_other_sheets(table: RawTable) -> Iterator[str]:
    there = [fact for fact in table.elsewhere if fact is Fact.NEED or fact in OVER_TIME or fact in ASKED_YES]
    if there:
        yield (
            f"Another sheet gives {', '.join(map(named, there))}. It is not joined to the pupils here: to have it "
            "counted, export again with it in the same sheet."
        )


def on_ends(table: RawTable, mapping: ColumnMapping) -> tuple[str, ...]:
    """What to know where a heading promises the day on which a SEN status ended, and no such day can be read."""
    ends = [at for at, heading in enumerate(table.header) if recognise(heading) == (Fact.SEN_STATUS_END, True)]
    if mapping.columns(Fact.SEN_STATUS_END) or not any(row[at] for row in table.rows for at in ends):
        return ()
    return (
        "A column that seems to give the day on which a SEN status ended is not read, so a status that has ended "
        "counts: export again with days such as 31/08/2026.",
    )
