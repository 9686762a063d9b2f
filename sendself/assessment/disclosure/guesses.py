"""What a reader who knows the rules can still guess of a count that was withheld.

The reader knows every figure that leaves, that a part is no larger than its whole, that a count of nobody is told
unless it had to go, and even which of those withheld are small.
"""

from collections.abc import Iterable, Iterator, Set
from itertools import islice
from math import floor

from sendself.assessment.disclosure.bounds import BoundNumbers, Known
from sendself.assessment.disclosure.pupil_groups import all_send
from sendself.assessment.disclosure.sums import Sum, less, plus
from sendself.assessment.disclosure.ties import Ties, atoms
from sendself.assessment.measure import SEND

OPEN_ENOUGH = 4
"""So many small values that a withheld count may have leave it open which one it is."""

_SEND = "send"
"""All pupils with SEND, as one number: bounds that go through it alone are then drawn exactly."""

_LINK = Known(plus(all_send(), {_SEND: 1}, -1), 0, 0)


class Reader:
    """Somebody who sees every figure of a school but for those hidden."""

    def __init__(self, ties: Ties, hidden: Set[str]) -> None:
        self._small = ties.small
        self._known = (*ties.told(hidden), *ties.always)
        bounds = {name: _bound(name, ties, hidden) for name in atoms()}
        known = [_LINK, *(_with_send_as_one(one) for one in self._known)]
        self._numbers = BoundNumbers({**bounds, _SEND: (0, 2 * ties.most)}, known)

    def values_left(self, group: Sum) -> int:
        """How many small numbers a small group could be, even to somebody who knows that it is small.

        They are counted up to as many as leave it open.
        """
        return sum(1 for _ in islice(self._possible(group), OPEN_ENOUGH))

    def has_left(self, group: Sum, values: int) -> bool:
        """Whether a small group could be so many small numbers; no more of them are tried than it takes to know."""
        return sum(1 for _ in islice(self._possible(group, values), values)) == values

    def _possible(self, group: Sum, wanted: int = 0) -> Iterator[int]:
        ties = [_with_send_as_one(one) for one in (Known(group, 0, 0), *self._following(group))]
        may_fail = len(self._small) - wanted
        # The greatest first: what is bound from above fails at once.
        for value in reversed(self._small):
            if self._numbers.can_be(*(Known(of, value + least, value + greatest) for of, least, greatest in ties)):
                yield value
            elif may_fail == 0:
                return
            else:
                may_fail -= 1

    def _following(self, group: Sum) -> Iterable[Known]:
        """What binds closer than a sum that is known and the group's number do by themselves; to add to that number."""
        for one in self._known:
            if len(group) > 1 and len(group.keys() & one.of.keys()) > 1:
                yield Known(less(group, one.of), -one.greatest, -one.least)


def _bound(name: str, ties: Ties, hidden: Set[str]) -> tuple[int, int]:
    # What is withheld is somebody, unless it had to go though it is nobody.
    least = 1 if name in hidden and ties.values[name] else 0
    return min(least, floor(ties.true.get(name, least))), ties.most


def _with_send_as_one(known: Known) -> Known:
    times = {known.of.get(name, 0) for name in SEND}
    if len(times) > 1 or times == {0}:
        return known
    return known._replace(of=plus(plus(known.of, all_send(), -min(times)), {_SEND: min(times)}))
