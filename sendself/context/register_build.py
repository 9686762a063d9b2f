"""Making a register from the two files of the DfE's "Compare school performance" download, and keeping it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from sendself.context.dfe_files import CENSUS_FILE, INFORMATION_FILE, Download, Row, require_columns
from sendself.context.dfe_values import academic_year, is_suppressed, read_count, read_day, year_in_names
from sendself.context.entry import COUNTS
from sendself.context.register import ATTRIBUTION, FORMAT, METADATA_KEY, SCHEMA, Register, RegisterError
from sendself.context.school_phase import school_phase

PUBLICATION = f"Department for Education, Compare school performance: {CENSUS_FILE} and {INFORMATION_FILE}"
LICENCE = "Open Government Licence v3.0"
STATUS_UNKNOWN = "Not known"
MAX_UNREAD = 20

_COUNT_COLUMNS = dict(zip(COUNTS, ("NOR", "TSENELSE", "TSENELK", "NUMFSM", "NUMFSMEVER", "NORFSMEVER"), strict=True))


def build_register(census: Download, information: Download, *, year: str | None = None) -> Register:
    """A register from the census file and the information file, joined outer on URN.

    `year` is the academic year of the census ("2023/24"); without it the year is taken from the name of the file or its
    folder, such as england_census_2023-24.csv. Rows that are not schools (NAT) are kept apart as `Register.national`.
    Raises RegisterError for a wrong file, or when the year is not known.
    """
    require_columns(census, CENSUS_FILE)
    require_columns(information, INFORMATION_FILE)
    found_year = academic_year(year) if year else year_in_names(census.name, census.folder)
    if found_year is None:
        raise RegisterError(
            f"The name {census.name} does not say which school year it is for. Give the year as 2023/24."
        )
    figures, unread = _census_by_urn(census.rows)
    named = _first_by_urn(information.rows)
    if not any(counts["roll"] for counts in figures.values()):
        raise RegisterError(f"No school in {census.name} has a number on roll. Download it again from the DfE.")
    if not any(counts["ehc_plans"] is not None or counts["sen_support"] is not None for counts in figures.values()):
        raise RegisterError(
            f"No school in {census.name} has a number of pupils with SEN support or an EHC plan. "
            "Download it again from the DfE."
        )
    authorities = {row.get("LA", ""): row["LANAME"] for row in information.rows}
    rows = [_register_row(urn, named.get(urn), figures.get(urn), authorities) for urn in sorted({*named, *figures})]
    about = {
        "format": FORMAT,
        "year": found_year,
        "source": f"{PUBLICATION}, {found_year}",
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
        "counts": _tally(rows),
        "national": _national(census.rows),
        "unread": unread[:MAX_UNREAD],
        "made_from": [
            {"file": file.name, "rows": len(file.rows), "sha256": file.sha256} for file in (census, information)
        ],
    }
    return Register(pa.Table.from_pylist(rows, schema=SCHEMA), about)


def save_register(register: Register, path: Path) -> None:
    """Write the register to `path` in one step: a reader sees the old file or the whole new one, never half."""
    metadata = {METADATA_KEY: json.dumps(register.about, ensure_ascii=False).encode()}
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with part.open("wb") as stream:
            pq.write_table(register.table.replace_schema_metadata(metadata), stream, compression="zstd")
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _first_by_urn(rows: Iterable[Row]) -> dict[int, Row]:
    found: dict[int, Row] = {}
    for row in rows:
        # A URN has six or seven digits; nothing longer fits the column.
        if row["URN"].isdecimal() and len(row["URN"]) < 10:
            found.setdefault(int(row["URN"]), row)
    return found


def _census_by_urn(rows: Sequence[Row]) -> tuple[dict[int, dict[str, Any]], list[str]]:
    unread: list[str] = []
    figures = {urn: _figures(row, unread) for urn, row in _first_by_urn(rows).items()}
    return figures, unread


def _figures(row: Row, unread: list[str]) -> dict[str, Any]:
    counts: dict[str, Any] = {"census_type": row["SCHOOLTYPE"], "la": row.get("LA", "")}
    for name, column in _COUNT_COLUMNS.items():
        try:
            counts[name] = read_count(row.get(column, ""))
        except ValueError:
            counts[name] = None
            unread.append(f"URN {row['URN']}, {column}: {row[column]}")
    return counts


def _national(rows: Iterable[Row]) -> list[dict[str, Any]]:
    national = []
    for row in rows:
        if row["URN"].upper() == "NAT":
            figures = _figures(row, [])
            national.append({"school_type": row["SCHOOLTYPE"], **{name: figures[name] for name in COUNTS}})
    return national


def _register_row(
    urn: int, named: Row | None, figures: dict[str, Any] | None, authorities: dict[str, str]
) -> dict[str, Any]:
    row, counts = named or {}, figures or {}
    census_type = counts.get("census_type")
    type_name = row.get("SCHOOLTYPE") or census_type or ""
    age_low, age_high = _age(row.get("AGELOW", "")), _age(row.get("AGEHIGH", ""))
    flags = {
        "primary": row.get("ISPRIMARY") == "1",
        "secondary": row.get("ISSECONDARY") == "1",
        "post_16": row.get("ISPOST16") == "1",
    }
    return {
        "urn": urn,
        "name": row.get("SCHNAME") or None,
        "locality": " ".join(filter(None, (row.get("LOCALITY"), row.get("ADDRESS3")))),
        "town": row.get("TOWN", ""),
        "postcode": row.get("POSTCODE", "").upper(),
        "local_authority": row.get("LANAME") or authorities.get(counts.get("la", ""), ""),
        "phase": school_phase(type_name, census_type or "", age_low, age_high, **flags),
        "type_name": type_name,
        "status": row.get("SCHSTATUS") or STATUS_UNKNOWN,
        "age_low": age_low,
        "age_high": age_high,
        "census_type": census_type,
        **{name: counts.get(name) for name in COUNTS},
        "inspected": read_day(row.get("OFSTEDLASTINSP", "")),
    }


def _age(value: str) -> int | None:
    return int(value) if value.isdecimal() and len(value) < 3 and not is_suppressed(value) else None


def _tally(rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    return {
        "schools": len(rows),
        "named": sum(row["name"] is not None for row in rows),
        "with_census": sum(row["census_type"] is not None for row in rows),
        "named_without_census": sum(row["name"] is not None and row["census_type"] is None for row in rows),
        "census_without_name": sum(row["name"] is None and row["census_type"] is not None for row in rows),
        "closed": sum(row["status"].casefold() == "closed" for row in rows),
    }
