from __future__ import annotations

import pytest

from sendself.context.schools.school_phase import school_phase


@pytest.mark.parametrize(
    ("type_name", "phase"),
    [
        ("Academy special converter", "Special"),
        ("Other independent special school", "Special"),
        ("Non-maintained special school", "Special"),
        ("Free schools alternative provision", "Alternative provision"),
        ("Pupil referral unit", "Alternative provision"),
        ("Local authority nursery school", "Nursery"),
        ("Other independent school", "Independent"),
        ("Further education", "16 plus"),
        ("Free schools 16 to 19", "16 plus"),
        ("Academy 16-19 converter", "16 plus"),
    ],
)
def test_school_phase_by_the_words_of_the_type(type_name: str, phase: str) -> None:
    """The type decides before ages and flags."""
    assert school_phase(type_name, "", 4, 19, primary=True, secondary=True, post_16=True) == phase


@pytest.mark.parametrize(
    ("age_low", "age_high", "primary", "secondary", "phase"),
    [
        (4, 11, True, False, "Primary"),
        (11, 16, False, True, "Secondary"),
        (4, 16, True, True, "All-through"),
        (7, 18, True, True, "All-through"),
        (10, 16, True, True, "Secondary"),
        (4, 13, True, True, "Primary"),
        (9, 13, True, True, "Middle"),
        (8, 12, True, False, "Middle"),
        (None, None, True, True, "All-through"),
        (16, 19, False, False, "16 plus"),
    ],
)
def test_school_phase_by_ages_and_flags(
    age_low: int | None, age_high: int | None, primary: bool, secondary: bool, phase: str
) -> None:
    """A mainstream school's ages and flags give its phase."""
    assert (
        school_phase("Community school", "", age_low, age_high, primary=primary, secondary=secondary, post_16=True)
        == phase
    )


@pytest.mark.parametrize(
    ("census_type", "phase"),
    [
        ("State-funded primary", "Primary"),
        ("State-funded secondary", "Secondary"),
        ("State-funded special school", "Special"),
        ("State-funded AP school", "Alternative provision"),
        ("State-funded nursery", "Nursery"),
        ("Independent school", "Independent"),
        ("", "Not known"),
    ],
)
def test_school_phase_by_the_census_alone(census_type: str, phase: str) -> None:
    """A school with census figures only takes its phase from the census."""
    assert school_phase("", census_type, None, None) == phase
