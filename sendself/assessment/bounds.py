"""Whole numbers that are not told but are bound by what is: whether they can take given values all at once."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from sendself.assessment.sums import Sum

MOST_TRIES, MOST_ROUNDS = 40, 30

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


def can_be(bounds: Mapping[str, tuple[int, int]], known: Sequence[Known]) -> bool:
    """Whether whole numbers within these bounds are found that satisfy everything that is known.

    Where none are, there are none; or, among many numbers that bind each other loosely, the search was given up.
    """
    waiting = [dict(bounds)]
    for _ in range(MOST_TRIES):
        if not waiting:
            return False
        left = narrowed(waiting.pop(), known)
        if left is None:
            continue
        wide = [name for name, (least, greatest) in left.items() if least < greatest]
        if not wide:
            return True
        name = min(wide, key=lambda name: left[name][1] - left[name][0])
        least, greatest = left[name]
        middle = (least + 1 + greatest) // 2
        # The least is looked at first: it most often leads to an answer.
        parts = ((middle + 1, greatest), (least + 1, middle), (least, least))
        waiting += [{**left, name: part} for part in parts if part[0] <= part[1]]
    return False


def narrowed(bounds: Mapping[str, tuple[int, int]], known: Sequence[Known]) -> Bounds | None:
    """The bounds without most of what cannot be; `None` where nothing is left. Of single numbers it is exact."""
    left = dict(bounds)
    for _ in range(MOST_ROUNDS):
        changed = False
        for one in known:
            now = _within(left, one)
            if now is None:
                return None
            changed = changed or bool(now)
            left.update(now)
        if not changed:
            break
    return left


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


def connected(names: Iterable[str], known: Sequence[Known], bounds: Bounds) -> tuple[Bounds, list[Known]]:
    """The numbers that those named are bound to by what is known, and what is known of them.

    A number that can only be one binds nothing to anything.
    """
    near, found = set(names), list[Known]()
    rest = list(known)
    while joined := [one for one in rest if any(name in near and len(set(bounds[name])) > 1 for name in one.of)]:
        found += joined
        rest = [one for one in rest if one not in joined]
        near.update(name for one in joined for name in one.of)
    return {name: bounds[name] for name in near}, found


def _ends(times: int | Fraction, bound: tuple[int, int]) -> tuple[int | Fraction, int | Fraction]:
    low, high = times * bound[0], times * bound[1]
    return (low, high) if times > 0 else (high, low)
