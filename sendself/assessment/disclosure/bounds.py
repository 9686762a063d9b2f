"""Whole numbers that are not told but are bound by what is: whether they can take given values all at once."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from sendself.assessment.disclosure.sums import Sum

Bounds = dict[str, tuple[int, int]]
"""The least and the greatest that each number can be."""


class Known(NamedTuple):
    """A sum of numbers, and the least and the greatest that it can be."""

    of: Sum
    least: int
    greatest: int


class BoundNumbers:
    """Whole numbers within bounds, of which some sums are known.

    Bounds are drawn closer until nothing changes. That is exact where each sum is of two numbers, or of more that meet
    no other sum but in one of them: there, bounds that settle have whole numbers within them that fit, and bounds that
    have not settled after two rounds for each number would go on for ever. Among others, such bounds may fit nothing.
    """

    def __init__(self, bounds: Mapping[str, tuple[int, int]], known: Sequence[Known]) -> None:
        """Draw the bounds as close as what is known draws them."""
        self._known = tuple(known)
        self._of: dict[str, list[int]] = {name: [] for name in bounds}
        for number, one in enumerate(self._known):
            for name in one.of:
                self._of[name].append(number)
        self._left = self._settled(dict(bounds), self._known)

    def can_be(self, *also: Known) -> bool:
        """Whether the numbers can be such that this holds as well; `False` also where the bounds do not settle."""
        return self._left is not None and self._settled(dict(self._left), also) is not None

    def _settled(self, left: Bounds, also: Sequence[Known]) -> Bounds | None:
        """The bounds, drawn closer by `also` and whatever follows; `None` where nothing is left or none settle."""
        waiting = also
        for _ in range(2 * len(left) + 2):
            closer: set[str] = set()
            for one in waiting:
                now = _within(left, one)
                if now is None:
                    return None
                if now:
                    left.update(now)
                    closer.update(now)
            if not closer:
                return left
            touched = sorted({number for name in closer for number in self._of[name]})
            waiting = [*(one for one in also if not closer.isdisjoint(one.of)), *(self._known[n] for n in touched)]
        return None


def _within(bounds: Bounds, known: Known) -> Bounds | None:
    """Numbers of a sum that what is known of it binds closer, with their new bounds; `None` where none are left."""
    low: int | Fraction = 0
    high: int | Fraction = 0
    for name, times in known.of.items():
        least, greatest = bounds[name] if times > 0 else bounds[name][::-1]
        low, high = low + times * least, high + times * greatest
    if low > known.greatest or high < known.least:
        return None
    closer: Bounds = {}
    if low >= known.least and high <= known.greatest:
        return closer
    # So much may the sum rise from its least, and fall from its greatest.
    rise, fall = known.greatest - low, high - known.least
    for name, times in known.of.items():
        least, greatest = bounds[name]
        up, down = (rise // times, fall // times) if times > 0 else (fall // -times, rise // -times)
        now = max(least, greatest - down), min(greatest, least + up)
        if now[0] > now[1]:
            return None
        if now != (least, greatest):
            closer[name] = now
    return closer
