"""From the bytes of a file to its table: text of any delimiter and encoding, or an Excel workbook."""

from __future__ import annotations

from collections.abc import Sequence

from sendself.context.export.errors import ExportError
from sendself.context.export.kinds import refuse_other_kinds
from sendself.context.export.table import RawTable, table_of
from sendself.context.export.text_file import read_text
from sendself.context.export.workbook import read_workbook

MAX_BYTES = 25_000_000


def read_table(data: bytes, name: str = "", sheets: Sequence[str] = ()) -> RawTable:
    """The table in a CSV file (comma, semicolon, tab or upright line) or XLSX workbook of at most `MAX_BYTES`.

    `name` is the file's name, used only to explain a file that is not what its name says. `sheets` chooses sheets of
    a workbook; by default they are the first whose headings are recognised and all with the same headings, or else
    the first with a table. Raises ExportError for any other file and for one beyond the limits, before it is unpacked
    or decoded as a whole.
    """
    if len(data) > MAX_BYTES:
        raise ExportError(
            f"This file is larger than {MAX_BYTES // 1_000_000} MB. Export only the columns to be counted, "
            "such as UPN, year group, SEN status and need type."
        )
    if not data.strip(b"\0 \t\r\n"):
        raise ExportError("This file is empty. Export again from your MIS as CSV or XLSX.")
    refuse_other_kinds(data, name)
    if data.startswith(b"PK"):
        return read_workbook(data, sheets)
    if sheets:
        raise ExportError("This is a text file, which has no sheets. Leave the name of the sheet out.")
    return table_of(read_text(data))
