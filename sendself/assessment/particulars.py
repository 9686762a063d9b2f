"""The particulars of a school as people type them: each is optional, and what cannot be right says what to enter."""

import re

from sendself.assessment.school import OLDEST
from sendself.assessment.text import clean_line

URN_EXAMPLE = "109567"
FIRST_URN, LAST_URN = 100_000, 999_999
_AGE = re.compile(r"\d{1,2}")
_POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})")


class ParticularError(ValueError):
    """What was typed cannot be right. The message says what to enter."""


def parse_urn(typed: str) -> int | None:
    """The URN that was typed, or `None` for nothing. Raises `ParticularError`."""
    text = re.sub(r"\s", "", typed)
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{6}", text) or not FIRST_URN <= int(text) <= LAST_URN:
        raise ParticularError(
            f"Enter the URN as its six digits, such as {URN_EXAMPLE}, or leave it empty. The DfE's site Get "
            "information about schools has it."
        )
    return int(text)


def parse_age(typed: str) -> int | None:
    """The age in years that was typed, or `None` for nothing. Raises `ParticularError`."""
    text = clean_line(typed)
    if not text:
        return None
    if not _AGE.fullmatch(text) or not text.isascii() or int(text) > OLDEST:
        raise ParticularError(f"Enter the age in whole years, such as 4, at most {OLDEST}; or leave it empty.")
    return int(text)


def parse_postcode(typed: str) -> str:
    """The postcode that was typed, as it is written: LU4 8EZ; empty for nothing. Raises `ParticularError`."""
    text = re.sub(r"\s", "", typed).upper()
    if not text:
        return ""
    found = _POSTCODE.fullmatch(text)
    if not found or not text.isascii():
        raise ParticularError("Enter the whole postcode, such as LU4 8EZ, or leave it empty.")
    return f"{found[1]} {found[2]}"


def ages_problem(youngest: int | None, oldest: int | None) -> str | None:
    """Why the two ages cannot both be right, as a sentence that says what to do; `None` where they can."""
    if youngest is None or oldest is None or youngest <= oldest:
        return None
    return f"The youngest pupils ({youngest}) cannot be older than the oldest ({oldest}). Correct one of the two ages."
