"""The schools that a school is compared with: all of its census type, and those nearest in size and poverty."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from sendself.context.alike.own_counts import OwnCounts
from sendself.context.schools.entry import COUNTS
from sendself.context.schools.register import Register

Numbers = npt.NDArray[np.float64]

NEAREST = 100
TYPE_PLURALS: Mapping[str, str] = {
    "State-funded primary": "state-funded primaries",
    "State-funded secondary": "state-funded secondaries",
    "State-funded special school": "state-funded special schools",
    "Non-maintained special school": "non-maintained special schools",
    "State-funded nursery": "state-funded nurseries",
    "State-funded AP school": "state-funded AP schools",
    "Independent school": "independent schools",
}


def others_of_type(own: OwnCounts, register: Register) -> dict[str, Numbers]:
    """The columns of `COUNTS` and `urn` for the other schools of the census type; not-a-number where none is known."""
    table = register.table
    columns = {name: _numbers(table[name]) for name in ("urn", *COUNTS)}
    same_type = np.array([name == own.census_type for name in table["census_type"].to_pylist()], dtype=bool)
    chosen = same_type & (columns["urn"] != (own.urn or 0))
    return {name: column[chosen] for name, column in columns.items()}


def nearest(own: OwnCounts, others: Mapping[str, Numbers]) -> npt.NDArray[np.int64] | None:
    """The rows of the `NEAREST` other schools, nearest first; `None` where the school's own place is not known."""
    known = {name: np.float64(np.nan if (v := own.values.get(name)) is None else v) for name in COUNTS}
    mine, theirs = _place(known), _place(others)
    placed = np.flatnonzero(np.isfinite(theirs[0]) & np.isfinite(theirs[1]))
    if not np.all(np.isfinite(mine)):
        return None
    distance = np.zeros(len(placed))
    for here, column in zip(mine, theirs, strict=True):
        spread = column[placed].std() if len(placed) else 0
        distance += ((column[placed] - here) / (spread or 1)) ** 2
    # Rounded, so that schools alike in both are tied whatever the order of the arithmetic.
    return placed[np.lexsort((others["urn"][placed], distance.round(12)))[:NEAREST]]


def percent(part: Any, whole: Any) -> Numbers:
    """A part as percent of its whole; not-a-number where there is no whole."""
    with np.errstate(divide="ignore", invalid="ignore"):
        # Rounded once only, so that equal shares of different rolls are equal numbers.
        return np.where(np.asarray(whole) > 0, np.divide(100 * part, whole), np.nan)


def _numbers(column: Any) -> Numbers:
    """A whole-number column, not-a-number where it has none. Arrow's own to_numpy would import pandas, 0.7 s."""
    array = column.combine_chunks()
    known, data = array.buffers()
    if data is None:
        return np.full(len(array), np.nan)
    rows = slice(array.offset, array.offset + len(array))
    values = np.frombuffer(data, dtype=f"i{array.type.bit_width // 8}")[rows].astype(np.float64)
    if known is not None:
        values[np.unpackbits(np.frombuffer(known, dtype=np.uint8), bitorder="little")[rows] == 0] = np.nan
    return values


def _place(counts: Mapping[str, Any]) -> tuple[Numbers, Numbers]:
    with np.errstate(divide="ignore"):
        return np.log(counts["roll"]), percent(counts["fsm_ever6"], counts["fsm_ever6_of"])
