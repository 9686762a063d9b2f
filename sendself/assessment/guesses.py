"""What a reader who knows the rules can still guess of a count that was withheld.

The reader knows every figure that leaves, that a part is no larger than its whole, that a count of nobody is told
unless it had to go, and even which of those withheld are small.
"""

from collections.abc import Iterable, Mapping, Set
from math import ceil, floor

from sendself.assessment.attendance_told import attendance_told
from sendself.assessment.bounds import BoundNumbers, Known
from sendself.assessment.measures import SEND
from sendself.assessment.pupil_groups import COUNTS, NEEDS, OTHERS, all_send, sum_of
from sendself.assessment.sums import Sum, less, plus

OPEN_ENOUGH = 4
"""So many small values that a withheld count may have leave it open which one it is."""

_SEND = "send"
"""All pupils with SEND, as one number: what is bound to what by it alone is then told exactly."""


class Reader:
    """Somebody who sees every figure that is given but for those hidden; `withheld` went before, and nobody knows it.

    Where figures contradict each other, the reader is not held to what they break.
    """

    def __init__(self, values: Mapping[str, float], hidden: Set[str], withheld: Set[str], small: range) -> None:
        self._small = small
        self._true = _groups_in(values)
        self._most = 2 * int(max(values.values(), default=0)) + small.stop
        needs = [name for name in NEEDS if name in values or name in withheld]
        self._told = list(self._counts(values, hidden))
        known = [*self._told, *self._parts_within_wholes(needs), *self._attendance(values, hidden)]
        bounds = {name: self._bound(name, values, hidden) for name in _atoms()}
        link = Known(plus(all_send(), {_SEND: 1}, -1), 0, 0)
        self._numbers = BoundNumbers(
            {**bounds, _SEND: (0, 2 * self._most)}, [link, *(_with_send_as_one(one) for one in known)]
        )

    def number(self, group: Sum) -> float | None:
        """How many there truly are; `None` where the figures do not say."""
        found = [self._true.get(name) for name in group]
        return None if None in found else sum(group[name] * self._true[name] for name in group)

    def values_left(self, group: Sum) -> int:
        """How many small numbers a small group could be, even to somebody who knows that it is small.

        They are counted up to as many as leave it open (see `is_left_guessing`).
        """
        left = 0
        for value in self._small:
            left += self._may_be(group, value)
            if left == OPEN_ENOUGH:
                break
        return left

    def is_left_guessing(self, group: Sum) -> bool:
        """Whether a small group could be several small numbers."""
        return self.values_left(group) == min(OPEN_ENOUGH, len(self._small))

    def _may_be(self, group: Sum, value: int) -> bool:
        # What follows from the answer and each sum that is told is said as well: it binds closer than both.
        follows = (
            Known(less(group, told.of), value - told.least, value - told.least) for told in self._told if told.exact
        )
        also = (Known(group, value, value), *(one for one in follows if len(one.of) < len(group)))
        return self._numbers.can_be(*map(_with_send_as_one, also))

    def _bound(self, name: str, values: Mapping[str, float], hidden: Set[str]) -> tuple[int, int]:
        true = self._true.get(name)
        # What is withheld is somebody, unless it had to go though it is nobody.
        least = 1 if name in hidden and values[name] else 0
        return (least if true is None else min(least, floor(true))), self._most

    def _counts(self, values: Mapping[str, float], hidden: Set[str]) -> Iterable[Known]:
        for measure in COUNTS:
            if measure.id in values and measure.id not in hidden:
                yield Known(sum_of(measure), floor(values[measure.id]), ceil(values[measure.id]))
            elif measure.id in hidden and values[measure.id]:
                small = values[measure.id] in self._small
                yield Known(sum_of(measure), 1, self._small.stop - 1 if small else self._most)

    def _parts_within_wholes(self, needs: list[str]) -> Iterable[Known]:
        for measure in COUNTS:
            if measure.about:
                yield from self._no_less(all_send(), {measure.id: 1})
            if measure.about and measure.part_of:
                yield from self._no_less({OTHERS: 1}, {f"{measure.part_of} {OTHERS}": 1})
        for events, pupils in (
            ("suspensions_send", "suspended_send"),
            (f"suspensions {OTHERS}", f"suspended {OTHERS}"),
        ):
            yield from self._no_less({events: 1}, {pupils: 1})
            # Where anybody is suspended there is a pupil who is.
            yield from self._no_less({pupils: self._most}, {events: 1})
        if needs:
            yield self._all_needs(dict.fromkeys(needs, 1))

    def _attendance(self, values: Mapping[str, float], hidden: Set[str]) -> Iterable[Known]:
        for whole, part in attendance_told(values, hidden):
            yield from self._no_less(whole, part)

    def _no_less(self, whole: Sum, part: Sum) -> Iterable[Known]:
        rest = less(whole, part)
        if (self.number(rest) or 0) >= 0:
            yield self._nought_or_more(rest)

    def _nought_or_more(self, of: Sum) -> Known:
        return Known(of, 0, 2 * self._most * sum(abs(times) for times in of.values()))

    def _all_needs(self, needs: Sum) -> Known:
        """The needs make up all with SEND, as a reader will take them to; the few that they leave out are known."""
        rest = less(all_send(), needs)
        true = self.number(rest)
        if true is None:
            return Known(rest, 0, 0)
        return Known(rest, true, true) if true < self._small.stop else self._nought_or_more(rest)


def _with_send_as_one(known: Known) -> Known:
    times = {known.of.get(name, 0) for name in SEND}
    if len(times) > 1 or times == {0}:
        return known
    return known._replace(of=plus(plus(known.of, all_send(), -min(times)), {_SEND: min(times)}))


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
