"""Where a school stands among schools like it: all of its census type, and the hundred nearest in size and poverty."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from sendself.assessment.disclosure import SMALL
from sendself.assessment.measures import BY_ID
from sendself.assessment.model import Assessment, Figure
from sendself.assessment.words import counted
from sendself.context.entry import COUNTS, RegisterEntry
from sendself.context.national import national_phase
from sendself.context.register import Register
from sendself.rubric.model import SchoolKind, Setting

Among = Literal["type", "nearest"]
_Numbers = npt.NDArray[np.float64]

SMALLEST_GROUP = 20
NEAREST = 100
COMPARED: Mapping[str, str] = {
    "ehc_plans": "pupils with an EHC plan",
    "sen_support": "pupils with SEN support",
    "fsm": "pupils eligible for free school meals",
}
TYPE_PLURALS: Mapping[str, str] = {
    "State-funded primary": "state-funded primaries",
    "State-funded secondary": "state-funded secondaries",
    "State-funded special school": "state-funded special schools",
    "Non-maintained special school": "non-maintained special schools",
    "State-funded nursery": "state-funded nurseries",
    "State-funded AP school": "state-funded AP schools",
    "Independent school": "independent schools",
}
_TYPE_OF_PHASE: Mapping[str | None, str] = {
    "state_funded_primary": "State-funded primary",
    "state_funded_secondary": "State-funded secondary",
    "special": "State-funded special school",
    "state_funded_ap": "State-funded AP school",
    "state_funded_nursery": "State-funded nursery",
    "independent": "Independent school",
}
_WIDTHS = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0)
_MOST_BINS = 24
# Percent and its words; the nearest is taken, so that none is more than five points from the truth.
_FRACTIONS = (
    *((5.0, "1 in 20"), (10.0, "1 in 10"), (20.0, "1 in 5"), (25.0, "1 in 4"), (100 / 3, "1 in 3"), (40.0, "2 in 5")),
    *((50.0, "half"), (60.0, "3 in 5"), (200 / 3, "2 in 3"), (75.0, "3 in 4"), (80.0, "4 in 5"), (90.0, "9 in 10")),
)


@dataclass(frozen=True, slots=True)
class OwnCounts:
    """A school's own counts (the names of `COUNTS`), its census type, and the measures whose count is small."""

    census_type: str
    values: Mapping[str, float | None]
    urn: int | None = None
    small: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """One share (percent of the pupils on roll) beside those of a group of schools, the school itself not among them.

    `below` of the `n` schools have a smaller share, `equal` the same; `left_out` more have no published count.
    `counts` are the schools between two `edges`; the first and the last also hold those beyond. `year` is the census's.
    Quartiles are interpolated between neighbours. With `reveals_small_count` it stays in the school.
    """

    measure: str
    what: str
    among: Among
    group: str
    year: str
    value: float
    n: int
    left_out: int
    below: int
    equal: int
    quartiles: tuple[float, float, float]
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    reveals_small_count: bool

    @property
    def percentile(self) -> float:
        """Percent of the group strictly below, plus half of those with the same share."""
        return 100 * (self.below + self.equal / 2) / self.n


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Why there is no standing, as a sentence."""

    measure: str
    among: Among
    reason: str


def may_be_shown(figures: Mapping[str, Figure], measure: str) -> bool:
    """Whether a figure, and what is made of it, may leave: the rule by which a shared record hides small counts."""
    figure, described = figures.get(measure), BY_ID.get(measure)
    if figure is None or figure.value is None or described is None:
        return True
    if figure.source == "published" or not described.counts_pupils:
        return True
    whole = figures.get(described.part_of or "")
    complement = whole.value - figure.value if whole is not None and whole.value is not None else None
    return figure.value not in SMALL and complement not in SMALL


def published_counts(entry: RegisterEntry) -> OwnCounts | None:
    """The counts that the DfE has published for a school; `None` without a census row."""
    if entry.census is None:
        return None
    values = {name: getattr(entry.census, name) for name in COUNTS}
    return OwnCounts(entry.census.school_type, values, entry.urn)


def given_counts(assessment: Assessment, register: Register) -> OwnCounts | None:
    """The evaluation's own figures; FSM in the last six years, which it does not ask for, comes from the register.

    `None` where there is nothing to compare with: a resourced provision is no school, colleges have no census.
    """
    school = assessment.school
    if assessment.setting is Setting.RESOURCED_PROVISION:
        return None
    entry = register.find(school.urn) if school.urn else None
    census = entry.census if entry else None
    phase_type = _TYPE_OF_PHASE.get(national_phase(school, assessment.setting))
    if phase_type == "State-funded special school" and school.kind is SchoolKind.NON_MAINTAINED_SPECIAL:
        phase_type = "Non-maintained special school"
    census_type = census.school_type if census else phase_type
    if census_type is None:
        return None
    ever6 = {name: getattr(census, name, None) for name in ("fsm_ever6", "fsm_ever6_of")}
    values = {name: assessment.figure(name) for name in ("roll", *COMPARED)}
    small = frozenset(name for name in COMPARED if not may_be_shown(assessment.context.figures, name))
    return OwnCounts(census_type, {**values, **ever6}, school.urn, small)


def standings(own: OwnCounts, register: Register) -> tuple[Standing | NotCompared, ...]:
    """Each compared share among the census type and among the nearest; a row of the same URN is left out.

    The nearest are the 100 of the same type with the smallest distance in log roll and in the share of pupils with
    FSM in the last six years, each divided by its standard deviation among the other schools of the type; of schools
    equally near the one with the lower URN comes first.
    """
    others = _others(own, register)
    plural = TYPE_PLURALS.get(own.census_type, f"schools of the type {own.census_type}")
    near = _nearest(own, others)
    found: list[Standing | NotCompared] = []
    for measure in COMPARED:
        found.append(_standing(own, measure, "type", plural, others, register.year))
        if near is None:
            reason = "The school's roll or its share of free school meals in the last six years is not published."
            found.append(NotCompared(measure, "nearest", reason))
        else:
            chosen = {name: column[near] for name, column in others.items()}
            words = f"the {len(near)} {plural} nearest in size and free school meals"
            found.append(_standing(own, measure, "nearest", words, chosen, register.year))
    return tuple(found)


def in_words(standing: Standing) -> str:
    """The standing as a clause: "3 in 4 state-funded primaries have a smaller share of pupils with SEN support".

    The largest of the three parts (smaller, larger, the same share) is named, as the nearest plain fraction: at most
    five points from the truth, with "about" when more than one point from it; a half always has "about", and "all"
    is exact. The part with the same share is named as well when it is one school in twenty or more.
    """
    above = standing.n - standing.below - standing.equal
    smaller, larger, same = (standing.below, "a smaller"), (above, "a larger"), (standing.equal, "the same")
    lead, share = max((smaller, larger, same), key=lambda part: part[0])
    fraction = fraction_in_words(lead, standing.n)
    of = " of " if standing.among == "nearest" or fraction == "about half" else " other " if fraction == "all" else " "
    second, other = max((smaller, larger), key=lambda part: part[0]) if share == "the same" else same
    one = "" if other == "the same" else " one"
    also = f", and {fraction_in_words(second, standing.n)} {other}{one}" if 20 * second >= standing.n else ""
    return f"{fraction.capitalize()}{of}{standing.group} have {share} share of {standing.what}{also}"


def basis_in_words(standing: Standing) -> str:
    """What a standing rests on: how many schools, of which census, and how many were left out."""
    out = f"; {standing.left_out:,} more without published counts are left out" if standing.left_out else ""
    return f"Compared with {standing.n:,} schools in the census of {standing.year}{out}."


def fraction_in_words(count: int, n: int) -> str:
    """A part of `n` in plain words, from "none", "hardly any", "1 in 20" to "about 9 in 10", "nearly all", "all"."""
    percent = 100 * count / n
    if count in (0, n):
        return "all" if count else "none"
    if percent < 2.5 or percent >= 95:
        return "hardly any" if percent < 2.5 else "nearly all"
    # Half-way between two fractions the one nearer to a half is taken: it claims less.
    nearest, words = min(_FRACTIONS, key=lambda step: (round(abs(step[0] - percent), 9), abs(step[0] - 50)))
    return words if words != "half" and abs(nearest - percent) <= 1 else f"about {words}"


def _others(own: OwnCounts, register: Register) -> dict[str, _Numbers]:
    table = register.table
    columns = {name: _numbers(table[name]) for name in ("urn", *COUNTS)}
    same_type = np.array([name == own.census_type for name in table["census_type"].to_pylist()], dtype=bool)
    chosen = same_type & (columns["urn"] != (own.urn or 0))
    return {name: column[chosen] for name, column in columns.items()}


def _numbers(column: Any) -> _Numbers:
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


def _percent(part: Any, whole: Any) -> _Numbers:
    with np.errstate(divide="ignore", invalid="ignore"):
        # Rounded once only, so that equal shares of different rolls are equal numbers.
        return np.where(np.asarray(whole) > 0, np.divide(100 * part, whole), np.nan)


def _place(counts: Mapping[str, Any]) -> tuple[_Numbers, _Numbers]:
    with np.errstate(divide="ignore"):
        return np.log(counts["roll"]), _percent(counts["fsm_ever6"], counts["fsm_ever6_of"])


def _nearest(own: OwnCounts, others: Mapping[str, _Numbers]) -> npt.NDArray[np.int64] | None:
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


def _standing(
    own: OwnCounts, measure: str, among: Among, group: str, schools: Mapping[str, _Numbers], year: str
) -> Standing | NotCompared:
    part, roll = own.values.get(measure), own.values.get("roll")
    if part is None or not roll or part > roll:
        larger = part is not None and bool(roll)
        reason = "The count is larger than the number on roll." if larger else "The count or the roll is not given."
        return NotCompared(measure, among, reason)
    every = _percent(schools[measure], schools["roll"])
    shares = every[np.isfinite(every)]
    n = len(shares)
    if n < SMALLEST_GROUP:
        few = f"Too few to compare with: {counted(n, 'school')} with published counts"
        return NotCompared(measure, among, f"{few}, and fewer than {SMALLEST_GROUP} say little.")
    value = float(_percent(part, roll))
    first, middle, third = (float(cut) for cut in np.quantile(shares, (0.25, 0.5, 0.75)))
    edges, counts = _histogram(shares, value)
    return Standing(
        measure=measure,
        what=COMPARED[measure],
        among=among,
        group=group,
        year=year,
        value=value,
        n=n,
        left_out=len(every) - n,
        below=int((shares < value).sum()),
        equal=int((shares == value).sum()),
        quartiles=(first, middle, third),
        edges=edges,
        counts=counts,
        reveals_small_count=measure in own.small,
    )


def _histogram(shares: _Numbers, value: float) -> tuple[tuple[float, ...], tuple[int, ...]]:
    """Bins of one plain width over all but the farthest hundredths and the school's own value."""
    low, high = (float(cut) for cut in np.quantile(shares, (0.01, 0.99)))
    low, high = min(low, value), max(high, value)
    width = next((width for width in _WIDTHS if (high - low) / width <= _MOST_BINS - 1), _WIDTHS[-1])
    start = int(low // width)
    bins = max(1, int(-(-high // width)) - start)
    places = np.clip((shares // width).astype(int) - start, 0, bins - 1)
    counts = np.bincount(places, minlength=bins)
    edges = tuple(width * (start + number) for number in range(bins + 1))
    return edges, tuple(int(count) for count in counts)
