"""The register of schools in England, as published by the DfE: who a school is, and its census counts."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Lock
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from sendself.context.schools.entry import COUNTS, Census, RegisterEntry
from sendself.context.schools.search import SchoolIndex

__all__ = ["Census", "Register", "RegisterEntry", "RegisterError", "load_register"]

SHIPPED_REGISTER = Path(__file__).resolve().parents[2] / "data" / "register.parquet"
ATTRIBUTION = "Contains public sector information licensed under the Open Government Licence v3.0."
METADATA_KEY = b"sendself.register"
FORMAT = 1

SCHEMA = pa.schema(
    [
        ("urn", pa.int32()),
        ("name", pa.string()),
        ("locality", pa.string()),
        ("town", pa.string()),
        ("postcode", pa.string()),
        ("local_authority", pa.string()),
        ("phase", pa.string()),
        ("type_name", pa.string()),
        ("status", pa.string()),
        ("age_low", pa.int16()),
        ("age_high", pa.int16()),
        ("census_type", pa.string()),
        ("roll", pa.int32()),
        ("ehc_plans", pa.int32()),
        ("sen_support", pa.int32()),
        ("fsm", pa.int32()),
        ("fsm_ever6", pa.int32()),
        ("fsm_ever6_of", pa.int32()),
        ("inspected", pa.date32()),
    ]
)
_ADDED = ("inspected",)
"""Columns that a register saved by an earlier sendself does not have: it is read as if they were empty."""


class RegisterError(ValueError):
    """A register or a DfE file that cannot be used; the message says what is wrong and what to do."""


class Register:
    """A register held in memory, sorted by URN; entries are made when asked for and the search index on first use."""

    def __init__(self, table: pa.Table, about: Mapping[str, Any]) -> None:
        self._table = table.combine_chunks()
        self._about = dict(about)
        self._urns: list[int] = self._table["urn"].to_pylist()
        self._made_index: SchoolIndex | None = None
        self._making_index = Lock()

    @property
    def year(self) -> str:
        """The academic year of the census counts, "2023/24"."""
        return str(self._about["year"])

    @property
    def source(self) -> str:
        """The publication that the register was made from."""
        return str(self._about["source"])

    @property
    def attribution(self) -> str:
        """The sentence that the licence asks to be shown wherever the register's figures are."""
        return str(self._about["attribution"])

    @property
    def about(self) -> dict[str, Any]:
        """Everything recorded about the register: year, source, licence, counts, national rows, files."""
        return json.loads(json.dumps(self._about))  # type: ignore[no-any-return]

    @property
    def national(self) -> dict[str, Census]:
        """The DfE's own national rows by census type; "Special school" includes non-maintained special schools."""
        return {row["school_type"]: Census(year=self.year, **row) for row in self._about["national"]}

    @property
    def table(self) -> pa.Table:
        """All entries as one Arrow table with the columns of `SCHEMA`, for calculations over many schools."""
        return self._table

    def __len__(self) -> int:
        return len(self._urns)

    def __iter__(self) -> Iterator[RegisterEntry]:
        for row in self._table.to_pylist():
            yield self._from_row(row)

    def find(self, urn: int) -> RegisterEntry | None:
        """The school with this URN, or None."""
        place = bisect_left(self._urns, urn)
        if place == len(self._urns) or self._urns[place] != urn:
            return None
        return self._entry(place)

    def search(self, query: str, limit: int = 20) -> list[RegisterEntry]:
        """Up to `limit` schools by name, town, postcode or URN, best first; an empty query finds none.

        A URN, postcode or whole name comes first, then schools that have every word (or its beginning), and only
        where there is none, near spellings and partial matches. Within each of these, open before closed, and those
        with a name before those without.
        """
        return [self._entry(place) for place in self._index.find(query, limit)]

    def warm_up(self) -> None:
        """Make the search index now, so that the first search is as fast as any."""
        _ = self._index

    @property
    def _index(self) -> SchoolIndex:
        # Two who ask at once wait for one index, rather than making two at half the speed.
        with self._making_index:
            if self._made_index is None:
                columns = {name: self._table[name].to_pylist() for name in SchoolIndex.COLUMNS}
                self._made_index = SchoolIndex(columns)
            return self._made_index

    def _entry(self, place: int) -> RegisterEntry:
        return self._from_row({name: self._table[name][place].as_py() for name in SCHEMA.names})

    def _from_row(self, row: dict[str, Any]) -> RegisterEntry:
        values = dict(row)
        del values["locality"]
        school_type = values.pop("census_type")
        counts = {name: values.pop(name) for name in COUNTS}
        census = None if school_type is None else Census(year=self.year, school_type=school_type, **counts)
        return RegisterEntry(**values, census=census)


def load_register(path: Path | None = None) -> Register:
    """The register kept at `path`, or the shipped one when no path is given.

    Raises RegisterError when the file is missing, damaged, or not a register of this version.
    """
    chosen = path or SHIPPED_REGISTER
    try:
        # ParquetFile, not read_table: the latter imports the dataset machinery, 0.3 s for nothing.
        with pq.ParquetFile(chosen) as file:
            table = file.read(use_threads=False)
        about = json.loads((table.schema.metadata or {})[METADATA_KEY])
    except FileNotFoundError as error:
        raise RegisterError(f"There is no school register at {chosen}. Load the two DfE files again.") from error
    except (OSError, pa.ArrowException, KeyError, ValueError) as error:
        raise RegisterError(
            f"{chosen.name} is damaged or is not a school register. Remove it, or load the two DfE files again."
        ) from error
    for name in _ADDED:
        if name not in table.schema.names:
            table = table.append_column(SCHEMA.field(name), pa.nulls(len(table), SCHEMA.field(name).type))
    if about.get("format") != FORMAT or table.schema.names != SCHEMA.names:
        raise RegisterError(
            f"{chosen.name} was made by another version of sendself. Load the two DfE files again to replace it."
        )
    return Register(table, about)
