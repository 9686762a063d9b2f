"""What a reader who knows the rules can still guess of a count that was withheld.

The reader knows every figure that leaves, that a part is no larger than its whole, that a count of nobody is told
unless it had to go, and even which of those withheld are small.
"""

from collections.abc import Iterable, Mapping, Set
from itertools import islice

from sendself.assessment.bounds import Known, can_be, connected, narrowed
from sendself.assessment.measures import SEND
from sendself.assessment.pupil_groups import COUNTS, NEEDS, OTHERS, all_send, sum_of
from sendself.assessment.sums import Sum, less

OPEN_ENOUGH = 4
"""So many small values that a withheld count may have leave it open which one it is."""


class Reader:
    """Somebody who sees every figure that is given but for those hidden; `withheld` went before, and nobody knows it.

    Where figures contradict each other, the reader is not held to what they break.
    """

    def __init__(self, values: Mapping[str, float], hidden: Set[str], withheld: Set[str], small: range) -> None:
        self._small = small
        self._true = _groups_in(values)
        self._most = 2 * int(max(values.values(), default=0)) + small.stop
        bounds = {name: self._bound(name, values, hidden) for name in _atoms()}
        self._send_told = all(name in values and name not in hidden for name in ("roll", *SEND))
        needs = [name for name in NEEDS if name in values or name in withheld]
        self._known = [*self._told(values, hidden), *self._parts_within_wholes(needs)]
        self._left = narrowed(bounds, self._known)

    def number(self, group: Sum) -> float | None:
        """How many there truly are; `None` where the figures do not say."""
        found = [self._true.get(name) for name in group]
        return None if None in found else sum(group[name] * self._true[name] for name in group)

    def is_left_guessing(self, group: Sum) -> bool:
        """Whether a small group could be several small numbers, even to somebody who knows that it is small."""
        open_enough = min(OPEN_ENOUGH, len(self._small))
        possible = (value for value in self._small if self._may_be(group, value))
        return sum(1 for _ in islice(possible, open_enough)) == open_enough

    def _may_be(self, group: Sum, value: int) -> bool:
        if self._left is None:
            return False
        bounds, known = connected(group, self._known, self._left)
        # What follows from the answer and each sum that is told is said as well: it ends the search early.
        follows = [Known(less(group, told.of), value - told.least, value - told.least) for told in known if told.exact]
        return can_be(bounds, [Known(group, value, value), *follows, *known])

    def _bound(self, name: str, values: Mapping[str, float], hidden: Set[str]) -> tuple[int, int]:
        true = self._true.get(name)
        # What is withheld is somebody, unless it had to go though it is nobody.
        least = 1 if name in hidden and values[name] else 0
        return (least if true is None else min(least, int(true))), self._most

    def _told(self, values: Mapping[str, float], hidden: Set[str]) -> Iterable[Known]:
        for measure in COUNTS:
            if measure.id in values and measure.id not in hidden:
                yield Known(sum_of(measure), values[measure.id], values[measure.id])
            elif measure.id in hidden and values[measure.id]:
                small = values[measure.id] in self._small
                yield Known(sum_of(measure), 1, self._small.stop - 1 if small else self._most)

    def _parts_within_wholes(self, needs: list[str]) -> Iterable[Known]:
        # Where it is withheld how many have SEND, this binds everything to everything and is left out.
        for measure in COUNTS if self._send_told else ():
            if measure.about:
                yield from self._no_less(all_send(), {measure.id: 1})
            if measure.about and measure.part_of:
                yield from self._no_less({OTHERS: 1}, {f"{measure.part_of} {OTHERS}": 1})
        for group in ("send", OTHERS):
            link = "_" if group == "send" else " "
            yield from self._no_less({f"suspensions{link}{group}": 1}, {f"suspended{link}{group}": 1})
        if needs:
            yield self._all_needs(dict.fromkeys(needs, 1))

    def _no_less(self, whole: Sum, part: Sum) -> Iterable[Known]:
        rest = less(whole, part)
        if (self.number(rest) or 0) >= 0:
            yield Known(rest, 0, self._most)

    def _all_needs(self, needs: Sum) -> Known:
        """The needs make up all with SEND, as a reader will take them to; the few that they leave out are known."""
        rest = less(all_send(), needs)
        true = self.number(rest)
        if true is None:
            return Known(rest, 0, 0)
        return Known(rest, true, true) if true < self._small.stop else Known(rest, 0, self._most)


def _atoms() -> set[str]:
    return {name for measure in COUNTS for name in sum_of(measure)}


def _groups_in(values: Mapping[str, float]) -> dict[str, float]:
    """The true number of every group that shares nobody with another, where the figures say it."""
    found = {name: values[name] for name in _atoms() if name in values}
    for measure in COUNTS:
        parts = sum_of(measure)
        unsaid = [name for name in parts if name not in found]
        if measure.id in values and len(unsaid) == 1:
            found[unsaid[0]] = values[measure.id] - sum(found[name] for name in parts if name in found)
    return found
