"""What can be worked out by adding and taking away: sums of groups, and which are made of which."""

from collections.abc import Mapping
from fractions import Fraction

Sum = Mapping[str, int | Fraction]
"""How many times each group is in a sum; no group is part of another."""


def plus(one: Sum, other: Sum, times: int | Fraction = 1) -> dict[str, int | Fraction]:
    """The first sum and so many times the other, without the groups that cancel out."""
    total = {group: one.get(group, 0) + times * other.get(group, 0) for group in {**one, **other}}
    return {group: number for group, number in total.items() if number}


def less(one: Sum, other: Sum) -> dict[str, int | Fraction]:
    """The first sum without the other."""
    return plus(one, other, -1)


class Sums:
    """Named sums whose values are known."""

    def __init__(self) -> None:
        """None known yet."""
        # Each row: the group it is solved for, the sum in which that group is once, and the names it is made of.
        self._rows: list[tuple[str, Sum, Sum]] = []

    def add(self, name: str, known: Sum) -> None:
        """Know one more; one that follows from those known before adds nothing."""
        rest, used = self._reduced(known)
        if rest:
            group = min(rest)
            scale = 1 / Fraction(rest[group])
            self._rows.append((group, plus({}, rest, scale), plus({}, plus({name: 1}, used, -1), scale)))

    def made_of(self, wanted: Sum) -> dict[str, int | Fraction] | None:
        """How often each known sum is added (or, below nought, taken away) to get this one; `None` if that cannot be.

        One added earlier is used before one added later.
        """
        rest, used = self._reduced(wanted)
        return None if rest else used

    def _reduced(self, wanted: Sum) -> tuple[dict[str, int | Fraction], dict[str, int | Fraction]]:
        rest = plus({}, wanted)
        used: dict[str, int | Fraction] = {}
        for group, row, names in self._rows:
            if times := rest.get(group, 0):
                rest, used = plus(rest, row, -times), plus(used, names, times)
        return rest, used
