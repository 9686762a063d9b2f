"""A school's own export of 3,000 pupils, from its bytes to its counts."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from bench.measuring import Measured, measured
from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary
from tests.context.export.making import Cell, Percent, csv_bytes, upn, workbook

PUPILS = 3_000
HEADINGS: list[Cell] = [
    "UPN", "Legal surname", "Legal forename", "Date of birth", "Gender", "Admission number", "Admission date",
    "Year group", "Reg group", "House", "SEN status", "SEN start date", "SEN need", "Eligible for free meals",
    "Pupil premium indicator", "Ever in care", "EAL", "First language", "Ethnicity", "Postcode", "% attendance",
    "Sessions attended", "Possible sessions", "Suspensions", "Permanent exclusions", "Notes",
]  # fmt: skip


def measure(times: int) -> Iterator[Measured]:
    """The same pupils as CSV and as XLSX, in 26 columns, each counted `times` times."""
    rows = [HEADINGS, *map(pupil, range(PUPILS))]
    for kind, data in (("CSV", csv_bytes(rows)), ("XLSX", workbook({"Pupils": rows}))):
        yield measured(
            f"count an export of {PUPILS:,} pupils, {kind}", [partial(counted, data)] * times, target="under 1,000 ms"
        )


def counted(data: bytes) -> ExportSummary:
    """Everything that the page does with an export."""
    table = read_table(data)
    return count(table, guess_mapping(table))


def pupil(number: int) -> list[Cell]:
    """The row of an invented pupil: every fifth has SEN support, every thirtieth an EHC plan."""
    status = "E" if number % 30 == 0 else "K" if number % 5 == 0 else "N"
    sen = status != "N"
    possible = 280 + number % 40
    attended = possible - number * 7 % 60
    return [
        upn(number), f"Surname{number}", f"Forename{number % 400}",
        date(2008 + number % 12, 1 + number % 12, 1 + number % 28), "MF"[number % 2], f"{number:06}",
        date(2019 + number % 5, 9, 1), str(7 + number % 5), f"{7 + number % 5}{'ABCDE'[number % 7 % 5]}",
        ("Oak", "Ash", "Elm")[number % 3], status, date(2020, 1, 1 + number % 28) if sen else None,
        ("SEMH", "ASD", "SLCN", "MLD")[number % 4] if sen else None, "YN"[number % 4 > 0], "YN"[number % 3 > 0],
        "YN"[number % 50 > 0], "YN"[number % 6 > 0], "English", "WBRI", f"EX{number % 9} {number % 8}AB",
        Percent(round(attended / possible, 3)), attended, possible, int(number % 40 == 0), 0, f"note {number}",
    ]  # fmt: skip
