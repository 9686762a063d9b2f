"""Whole numbers that are not told but are bound by what is: whether they can take given values all at once."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from sendself.assessment.sums import Sum

Bounds = dict[str, tuple[int, int]]
"""The least and the greatest that each number can be."""


class Known(NamedTuple):
    """A sum of numbers, and the least and the greatest that it can be."""

    of: Sum
    least: float
    greatest: float

    @property
    def exact(self) -> bool:
        """Whether it can be one number only."""
        return self.least == self.greatest


class BoundNumbers:
    """Whole numbers within bounds, of which some sums are known.

    Bounds are drawn closer until nothing changes. That is exact where each sum is of two numbers, or of more that meet
    no other sum but in one of them: there, bounds that settle have whole numbers within them that fit, and bounds that
    have not settled after two rounds for each number would go on for ever. Among others, such bounds may fit nothing.
    """

    def __init__(self, bounds: Mapping[str, tuple[int, int]], known: Sequence[Known]) -> None:
        """Draw the bounds as close as what is known draws them."""
        self._known = tuple(known)
        self._left = self._settled(dict(bounds), self._known)

    def can_be(self, *also: Known) -> bool:
        """Whether the numbers can be such that this holds as well; `False` also where the bounds do not settle."""
        return self._left is not None and self._settled(dict(self._left), also) is not None

    def _settled(self, left: Bounds, also: Sequence[Known]) -> Bounds | None:
        """The bounds, drawn closer by `also` and whatever follows; `None` where nothing is left or none settle."""
        waiting: Iterable[Known] = also
        for _ in range(2 * len(left) + 2):
            closer: set[str] = set()
            for one in waiting:
                now = _within(left, one)
                if now is None:
                    return None
                left.update(now)
                closer.update(now)
            if not closer:
                return left
            waiting = [one for one in (*self._known, *also) if not closer.isdisjoint(one.of)]
        return None


def _within(bounds: Bounds, known: Known) -> Bounds | None:
    """Numbers of a sum that what is known of it binds closer, with their new bounds; `None` where none are left."""
    ends = {name: _ends(times, bounds[name]) for name, times in known.of.items()}
    low, high = sum(end[0] for end in ends.values()), sum(end[1] for end in ends.values())
    if low > known.greatest or high < known.least:
        return None
    closer: Bounds = {}
    if low >= known.least and high <= known.greatest:
        return closer
    for name, times in known.of.items():
        # What the others leave for this one.
        rest = (known.least - high + ends[name][1]) / times, (known.greatest - low + ends[name][0]) / times
        least, greatest = bounds[name]
        now = max(least, ceil(min(rest))), min(greatest, floor(max(rest)))
        if now[0] > now[1]:
            return None
        if now != (least, greatest):
            closer[name] = now
    return closer


def _ends(times: int | Fraction, bound: tuple[int, int]) -> tuple[int | Fraction, int | Fraction]:
    low, high = times * bound[0], times * bound[1]
    return (low, high) if times > 0 else (high, low)
