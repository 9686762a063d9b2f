"""Where a school stands among schools like it: all of its census type, and the hundred nearest in size and poverty."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from sendself.assessment.english import capital, counted
from sendself.context.alike.own_counts import COMPARED, OwnCounts
from sendself.context.alike.schools_alike import TYPE_PLURALS, Numbers, nearest, others_of_type, percent
from sendself.context.schools.national_phase import MOSTLY_MAINSTREAM
from sendself.context.schools.register import Register

Among = Literal["type", "nearest"]

SMALLEST_GROUP = 20
# The nearest are chosen by free school meals: they all have nearly the same share.
_CHOSEN_BY = frozenset({"fsm"})
_WIDTHS = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0)
_MOST_BINS = 24


@dataclass(frozen=True, slots=True)
class Standing:
    """One share (percent of the pupils on roll) beside those of a group of schools, the school itself not among them.

    `below` of the `n` schools have a smaller share, `equal` the same; `left_out` more have no published count.
    `counts` are the schools between two `edges`; the first and the last also hold those beyond. `year` is the census's.
    Quartiles are interpolated between neighbours.
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


def standings(own: OwnCounts, register: Register) -> tuple[Standing | NotCompared, ...]:
    """Each compared share among the census type and among the nearest; a row of the same URN is left out.

    The nearest are the 100 of the same type with the smallest distance in log roll and in the share of pupils with
    FSM in the last six years, each divided by its standard deviation among the other schools of the type; of schools
    equally near the one with the lower URN comes first. Free school meals are compared among the census type alone.
    """
    others = others_of_type(own, register)
    plural = TYPE_PLURALS.get(own.census_type, f"schools of the type {own.census_type}")
    if own.among_mainstream:
        plural += f" ({MOSTLY_MAINSTREAM})"
    near = nearest(own, others)
    found: list[Standing | NotCompared] = []
    for measure in COMPARED:
        found.append(_standing(own, measure, "type", plural, others, register.year))
        if measure in _CHOSEN_BY:
            continue
        if near is None:
            reason = "The school's roll or its share of free school meals in the last six years is not published."
            found.append(NotCompared(measure, "nearest", reason))
        else:
            chosen = {name: column[near] for name, column in others.items()}
            words = f"the {len(near)} {plural} nearest in size and free school meals"
            found.append(_standing(own, measure, "nearest", words, chosen, register.year))
    return tuple(found)


def _standing(
    own: OwnCounts, measure: str, among: Among, group: str, schools: Mapping[str, Numbers], year: str
) -> Standing | NotCompared:
    part, roll = own.values.get(measure), own.values.get("roll")
    if part is None or not roll or part > roll:
        return NotCompared(measure, among, _why_not(measure, part, roll))
    every = percent(schools[measure], schools["roll"])
    shares = every[np.isfinite(every)]
    n = len(shares)
    if n < SMALLEST_GROUP:
        few = f"Too few to compare with: {counted(n, 'school')} with published counts"
        return NotCompared(measure, among, f"{few}, and fewer than {SMALLEST_GROUP} say little.")
    value = float(percent(part, roll))
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
    )


def _why_not(measure: str, part: float | None, roll: float | None) -> str:
    what = capital(COMPARED[measure])
    if not roll:
        return "The number on roll is not given."
    return f"{what}: their number is not given." if part is None else f"{what}: more than the number on roll."


def _histogram(shares: Numbers, value: float) -> tuple[tuple[float, ...], tuple[int, ...]]:
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
