"""The phase of a school, derived from what the DfE says of its type and ages."""

from __future__ import annotations

PRIMARY, MIDDLE, SECONDARY, ALL_THROUGH = "Primary", "Middle", "Secondary", "All-through"
POST_16, SPECIAL, AP, NURSERY = "16 plus", "Special", "Alternative provision", "Nursery"
INDEPENDENT, UNKNOWN = "Independent", "Not known"
PHASES = (NURSERY, PRIMARY, MIDDLE, SECONDARY, ALL_THROUGH, POST_16, SPECIAL, AP, INDEPENDENT)
"""The phases that a school can be said to have."""

# Words of the type decide first. "special" stands before "independent": an independent special school is Special here.
_BY_TYPE_WORD = (
    ("special", SPECIAL),
    ("alternative provision", AP),
    ("pupil referral", AP),
    ("ap school", AP),
    ("nursery", NURSERY),
    ("independent", INDEPENDENT),
    ("16 to 19", POST_16),
    ("16-19", POST_16),
    ("further education", POST_16),
    ("sixth form", POST_16),
)
_BY_CENSUS_WORD = (("primary", PRIMARY), ("secondary", SECONDARY))


def school_phase(
    type_name: str,
    census_type: str,
    age_low: int | None,
    age_high: int | None,
    *,
    primary: bool = False,
    secondary: bool = False,
    post_16: bool = False,
) -> str:
    """The phase, from the type's words, then the age range, then the DfE's flags, then the census type.

    A school for ages 8, 9 or 10 to 12, 13 or 14 is Middle. A school flagged both primary and secondary is All-through
    when it starts before age 9, Secondary when it starts later. "Not known" when nothing tells.
    """
    words = (type_name or census_type).casefold()
    for word, phase in _BY_TYPE_WORD:
        if word in words:
            return phase
    if age_low is not None and age_high is not None and 8 <= age_low <= 10 and 12 <= age_high <= 14:
        return MIDDLE
    if primary and secondary:
        return _both(age_low, age_high)
    if primary or secondary or post_16:
        return PRIMARY if primary else SECONDARY if secondary else POST_16
    return next((phase for word, phase in _BY_CENSUS_WORD if word in census_type.casefold()), UNKNOWN)


def _both(age_low: int | None, age_high: int | None) -> str:
    if age_high is not None and age_high <= 14:
        return PRIMARY
    return SECONDARY if age_low is not None and age_low >= 9 else ALL_THROUGH
