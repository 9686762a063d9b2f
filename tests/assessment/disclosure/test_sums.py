"""What can be worked out by adding and taking away."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendself.assessment.disclosure.sums import Sum, Sums, less, plus

GROUPS = "abcd"
sums = st.dictionaries(st.sampled_from(GROUPS), st.integers(-2, 2), max_size=4)


def known(*some: Sum) -> Sums:
    """These sums, named by their place."""
    made = Sums()
    for place, one in enumerate(some):
        made.add(str(place), one)
    return made


@pytest.mark.parametrize(
    ("wanted", "made"),
    [
        ({"b": 1}, {"0": 1, "1": -1}),
        ({"a": 1, "b": 1}, {"0": 1}),
        ({"a": 2}, {"1": 2}),
        ({}, {}),
        ({"c": 1}, None),
        ({"b": 1, "c": 1}, None),
    ],
)
def test_sum_is_made_of_those_known_or_of_none(wanted: Sum, made: Sum | None) -> None:
    """From a and b together and a alone, b follows, and nothing about c."""
    assert known({"a": 1, "b": 1}, {"a": 1}).made_of(wanted) == made


def test_sum_known_earlier_is_used_before_one_known_later() -> None:
    """What follows from the first two is not made of a third that says the same."""
    assert known({"a": 1, "b": 1}, {"b": 1}, {"a": 1}).made_of({"a": 1}) == {"0": 1, "1": -1}


@given(st.lists(sums, max_size=4), st.lists(st.integers(-3, 3), min_size=4, max_size=4))
def test_every_sum_of_known_ones_is_found_and_adds_up(some: list[Sum], times: list[int]) -> None:
    """Whatever is added and taken away is recognised, and what it is said to be made of gives it back."""
    wanted: Sum = {}
    for one, often in zip(some, times, strict=False):
        wanted = plus(wanted, one, often)
    made = known(*some).made_of(wanted)
    assert made is not None
    again: Sum = {}
    for name, often_fraction in made.items():
        again = plus(again, some[int(name)], Fraction(often_fraction))
    assert less(again, wanted) == {}
