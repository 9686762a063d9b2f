"""The particulars of a school as people type them."""

from collections.abc import Callable

import pytest

from sendself.assessment.particulars import ParticularError, ages_problem, parse_age, parse_postcode, parse_urn


@pytest.mark.parametrize(
    ("parse", "typed", "kept"),
    [
        (parse_urn, " 109 567 ", 109567),
        (parse_urn, "", None),
        (parse_age, "4", 4),
        (parse_age, " 19\n", 19),
        (parse_age, " ", None),
        (parse_postcode, "lu48ez", "LU4 8EZ"),
        (parse_postcode, "EC1A 1BB", "EC1A 1BB"),
        (parse_postcode, "", ""),
    ],
)
def test_particular_is_kept_as_it_is_written(parse: Callable[[str], object], typed: str, kept: object) -> None:
    """Spaces and small letters do no harm, and nothing at all is an answer."""
    assert parse(typed) == kept


@pytest.mark.parametrize(
    ("parse", "typed"),
    [
        (parse_urn, "10956"),
        (parse_urn, "012345"),
        (parse_urn, "URN 109567"),
        (parse_urn, "\u0661\u0661\u0661\u0661\u0661\u0661"),
        (parse_age, "four"),
        (parse_age, "99"),
        (parse_age, "-4"),
        (parse_age, "\u0664"),
        (parse_postcode, "LU4"),
        (parse_postcode, "Luton"),
    ],
)
def test_what_cannot_be_right_says_what_to_enter(parse: Callable[[str], object], typed: str) -> None:
    """One sentence that begins with what to do, and says that it can be left empty."""
    with pytest.raises(ParticularError, match=r"^Enter .*leave it empty"):
        parse(typed)


@pytest.mark.parametrize(("youngest", "oldest"), [(4, 11), (11, 11), (None, 4), (16, None), (None, None)])
def test_ages_that_can_be_right_say_nothing(youngest: int | None, oldest: int | None) -> None:
    """One age alone contradicts nothing."""
    assert ages_problem(youngest, oldest) is None


def test_ages_the_wrong_way_round_name_both() -> None:
    """The sentence has both numbers, so that one can see which to correct."""
    assert ages_problem(16, 11) == (
        "The youngest pupils (16) cannot be older than the oldest (11). Correct one of the two ages."
    )
