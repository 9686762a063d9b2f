"""Where a school stands, said in words: plain fractions that are true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendself.context.alike.standing import Standing
from sendself.context.alike.standing_words import fraction_in_words, in_words


def a_standing(below: int, equal: int, n: int, among: str = "type") -> Standing:
    """A standing of pupils with SEN support with this many schools below and alike."""
    group = "state-funded primaries" if among == "type" else "the 100 state-funded primaries nearest in size"
    return Standing(
        measure="sen_support",
        what="pupils with SEN support",
        among="type" if among == "type" else "nearest",
        group=group,
        year="2023/24",
        value=10.0,
        n=n,
        left_out=0,
        below=below,
        equal=equal,
        quartiles=(5.0, 10.0, 15.0),
        edges=(0.0, 10.0, 20.0),
        counts=(n, 0),
    )


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "none"),
        (1, "hardly any"),
        (50, "1 in 20"),
        (100, "1 in 10"),
        (120, "about 1 in 10"),
        (333, "1 in 3"),
        (500, "about half"),
        (530, "about half"),
        (600, "3 in 5"),
        (740, "3 in 4"),
        (750, "3 in 4"),
        (765, "about 3 in 4"),
        (850, "about 4 in 5"),
        (851, "about 9 in 10"),
        (900, "9 in 10"),
        (949, "about 9 in 10"),
        (950, "nearly all"),
        (999, "nearly all"),
        (1000, "all"),
    ],
)
def test_fraction_in_words(count: int, words: str) -> None:
    """The nearest plain fraction, with "about" when it is more than a point away; all and none only when exact."""
    assert fraction_in_words(count, 1000) == words


@given(st.integers(1, 20_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_fraction_in_words_is_honest(part: tuple[int, int]) -> None:
    """No fraction is more than five points from the truth, and none without "about" more than one."""
    count, n = part
    words, percent = fraction_in_words(count, n), 100 * count / n
    bounds = {"none": (0, 0), "hardly any": (0, 2.5), "nearly all": (95, 100), "all": (100, 100)}
    if words in bounds:
        low, high = bounds[words]
        assert low <= percent <= high
        return
    plain = words.removeprefix("about ")
    top, bottom = (1, 2) if plain == "half" else (int(plain.split()[0]), int(plain.split()[2]))
    assert abs(percent - 100 * top / bottom) <= (5 if words.startswith("about") else 1) + 1e-9


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (a_standing(75, 0, 100), "3 in 4 state-funded primaries have a smaller share of pupils with SEN support"),
        (a_standing(9, 1, 100), "9 in 10 state-funded primaries have a larger share of pupils with SEN support"),
        (
            a_standing(50, 2, 100),
            "About half of state-funded primaries have a smaller share of pupils with SEN support",
        ),
        (a_standing(40, 0, 40), "All other state-funded primaries have a smaller share of pupils with SEN support"),
        (
            a_standing(75, 5, 100, "nearest"),
            "3 in 4 of the 100 state-funded primaries nearest in size have a smaller share of pupils with SEN support, "
            "and 1 in 20 the same",
        ),
        (
            a_standing(20, 80, 100),
            "4 in 5 state-funded primaries have the same share of pupils with SEN support, and 1 in 5 a smaller one",
        ),
        (a_standing(0, 30, 30), "All other state-funded primaries have the same share of pupils with SEN support"),
    ],
)
def test_standing_in_words(standing: Standing, words: str) -> None:
    """The largest part is said, and ties are not passed off as smaller or larger."""
    assert in_words(standing) == words
