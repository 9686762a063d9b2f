"""What binds the groups of a school's pupils to each other: parts to wholes, needs to pupils, events to pupils."""

from collections.abc import Iterable, Mapping, Set
from functools import cached_property
from math import ceil, floor

from sendself.assessment.disclosure.attendance_told import attendance_told
from sendself.assessment.disclosure.bounds import Known
from sendself.assessment.disclosure.pupil_groups import COUNTS, NEEDS, OTHERS, all_send, sum_of
from sendself.assessment.disclosure.sums import Sum, less

_EVENTS = {"suspensions_send": "suspended_send", f"suspensions {OTHERS}": f"suspended {OTHERS}"}
"""The events that each need a pupil, by whom."""


class Ties:
    """The true numbers of a school's groups as far as figures say them, and what holds of them in every school.

    Where figures contradict each other, what they break does not hold.
    """

    def __init__(self, values: Mapping[str, float], withheld: Set[str], small: range) -> None:
        """`withheld` are figures that are given but not even known here."""
        self.values, self.small = values, small
        self.most = 2 * int(max(values.values(), default=0)) + small.stop
        self.true = _groups_in(values)
        self._needs = [name for name in NEEDS if name in values or name in withheld]

    def number(self, group: Sum) -> float | None:
        """How many there truly are; `None` where the figures do not say."""
        found = [self.true.get(name) for name in group]
        return None if None in found else sum(group[name] * self.true[name] for name in group)

    @cached_property
    def always(self) -> tuple[Known, ...]:
        """What a reader knows whatever is told."""
        return tuple(self._parts_within_wholes())

    def told(self, hidden: Set[str]) -> Iterable[Known]:
        """What a reader knows by the figures that leave, and of those withheld by whether they are small."""
        for measure in COUNTS:
            value = self.values.get(measure.id)
            if value is None:
                continue
            if measure.id not in hidden:
                yield Known(sum_of(measure), floor(value), ceil(value))
            elif value:
                yield Known(sum_of(measure), 1, self.small.stop - 1 if value in self.small else self.most)
        for whole, part in attendance_told(self.values, hidden):
            yield from self._no_less(whole, part)

    def _parts_within_wholes(self) -> Iterable[Known]:
        for measure in COUNTS:
            if measure.about:
                yield from self._no_less(all_send(), {measure.id: 1})
            if measure.about and measure.part_of:
                yield from self._no_less({OTHERS: 1}, {f"{measure.part_of} {OTHERS}": 1})
        for events, pupils in _EVENTS.items():
            yield from self._no_less({events: 1}, {pupils: 1})
            # Where anything happened there is a pupil to whom it did.
            yield from self._no_less({pupils: self.most}, {events: 1})
        if self._needs:
            yield self._all_needs(dict.fromkeys(self._needs, 1))

    def _no_less(self, whole: Sum, part: Sum) -> Iterable[Known]:
        rest = less(whole, part)
        # A whole that figures leave below nought holds no part, whether that is told or not.
        if (self.number(rest) or 0) >= 0 and (self.number(whole) or 0) >= 0:
            yield self._nought_or_more(rest)

    def _nought_or_more(self, of: Sum) -> Known:
        return Known(of, 0, int(2 * self.most * sum(max(times, -times) for times in of.values())))

    def _all_needs(self, needs: Sum) -> Known:
        """The needs make up all with SEND, as a reader will take them to; the few that they leave out are known."""
        rest = less(all_send(), needs)
        true = self.number(rest)
        if true is None:
            return Known(rest, 0, 0)
        return Known(rest, floor(true), ceil(true)) if true < self.small.stop else self._nought_or_more(rest)


def _groups_in(values: Mapping[str, float]) -> dict[str, float]:
    """The true number of every group that shares nobody with another, where the figures say it."""
    found = {name: values[name] for name in atoms() if name in values}
    for measure in COUNTS:
        parts = sum_of(measure)
        unsaid = [name for name in parts if name not in found]
        if measure.id in values and len(unsaid) == 1:
            found[unsaid[0]] = values[measure.id] - sum(found[name] for name in parts if name in found)
    return found


def atoms() -> set[str]:
    """The groups that share nobody with another."""
    return {name for measure in COUNTS for name in sum_of(measure)}
