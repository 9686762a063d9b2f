"""Codes and words of the field as exports write them."""

import pytest

from sendself.context.export.codes import (
    NEED_CODES,
    Status,
    need_codes,
    says_nothing,
    status_of,
    whole_number,
    year_label,
    yes_or_no,
)
from sendself.context.export.values import is_total, percent, pupil_number, rank_of


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("E", Status.EHC_PLAN),
        ("Education, Health and Care Plan", Status.EHC_PLAN),
        ("EHC plan", Status.EHC_PLAN),
        ("E - Education, health and care plan", Status.EHC_PLAN),
        ("EHCP (E)", Status.EHC_PLAN),
        ("k", Status.SUPPORT),
        ("SEN Support", Status.SUPPORT),
        ("SEN support (K)", Status.SUPPORT),
        ("N", Status.NONE),
        ("No special educational need", Status.NONE),
        ("No SEN", Status.NONE),
        ("Monitoring", Status.MONITORED),
        ("N - Monitoring", Status.MONITORED),
        ("Education, Health and Care Plan (EHCP)", Status.EHC_PLAN),
        ("Education, Health and Care (EHC) Plan", Status.EHC_PLAN),
        ("EHCP - Education Health Care Plan", Status.EHC_PLAN),
        ("EHC Plan [E]", Status.EHC_PLAN),
        ("S - SEN Support", Status.SUPPORT),
        ("K - SEN Support", Status.SUPPORT),
        ("K - SEN Supp.", Status.SUPPORT),
        ("Special Educational Needs Support", Status.SUPPORT),
        ("Special Educational Needs (SEN) Support", Status.SUPPORT),
        ("0", Status.NONE),
        ("None", Status.NONE),
        ("No status", Status.NONE),
        ("No SEN need", Status.NONE),
        ("No Specified SEN (N)", Status.NONE),
        ("K - No SEN", None),
        ("E K", None),
        ("No EHCP", None),
        ("SEN support (EHCP requested)", None),
        ("SEN support (EHCP)", None),
        ("-", None),
        ("S", None),
        ("Yes", None),
        ("", None),
    ],
)
def test_sen_status_is_read_from_codes_and_words(text: str, status: Status | None) -> None:
    """Codes, words and both together; a code that contradicts its words is none."""
    assert status_of(text) is status


@pytest.mark.parametrize(
    ("text", "nothing"),
    [("-", True), ("--", True), (".", True), ("(blank)", True), ("NULL", True), ("0", False), ("None", False)],
)
def test_signs_for_a_blank_are_told_from_a_status(text: str, nothing: bool) -> None:
    """What systems print where nothing stands says nothing; a word for no SEN does."""
    assert says_nothing(text) is nothing


@pytest.mark.parametrize("code", NEED_CODES)
def test_every_code_of_need_is_read_as_itself(code: str) -> None:
    """The census's codes in either case."""
    assert need_codes(code) == need_codes(code.lower()) == (code,)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Speech, Language & Communication Needs", ("SLCN",)),
        ("SLCN - Speech, Language and Communication Needs", ("SLCN",)),
        ("Social, Emotional and Mental Health; Autistic Spectrum Disorder", ("SEMH", "ASD")),
        ("ASD, SLCN / MLD", ("ASD", "SLCN", "MLD")),
        ("Primary: HI", ("HI",)),
        ("Down's syndrome", ("DS",)),
        ("Profound & Multiple Learning Difficulty", ("PMLD",)),
        ("SEN support but no specialist assessment of type of need", ("NSA",)),
        ("Other Difficulty/Disability", ("OTH",)),
        ("SpLD (Dyslexia)", ("SPLD",)),
        ("SpLD - Dyslexia", ("SPLD",)),
        ("SEMH (ADHD)", ("SEMH",)),
        ("(SEMH)", ("SEMH",)),
        ("(see notes)", ()),
        ("hi there", ()),
        ("see notes", ()),
        ("", ()),
    ],
)
def test_needs_are_read_when_every_word_is_theirs(text: str, codes: tuple[str, ...]) -> None:
    """Codes, words, several in one cell; free text gives none."""
    assert need_codes(text) == codes


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("7", "Year 7"),
        ("Year 07", "Year 7"),
        ("Yr 11", "Year 11"),
        ("Y3", "Year 3"),
        ("7.0", "Year 7"),
        ("R", "Reception"),
        ("YR", "Reception"),
        ("Year R", "Reception"),
        ("N2", "Nursery"),
        ("Nursery", "Nursery"),
        ("14", "Year 14"),
        ("15", None),
        ("7B", None),
        ("2026-09-01", None),
        ("", None),
    ],
)
def test_year_groups_are_read(text: str, label: str | None) -> None:
    """Numbers with and without a word, Reception and Nursery; classes and dates are none."""
    assert year_label(text) == label


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Y", True),
        ("TRUE", True),
        ("1", True),
        ("yes", True),
        ("✓", True),
        ("✗", False),
        ("N", False),
        ("False", False),
        ("0", False),
        ("-", False),
        ("", None),
        ("2026-09-01", None),
        ("maybe", None),
    ],
)
def test_yes_and_no_are_read(text: str, said: bool | None) -> None:
    """Every way to tick a box; a date says neither."""
    assert yes_or_no(text) is said


@pytest.mark.parametrize(
    ("text", "shares", "value"),
    [
        ("94.2", False, 94.2),
        ("94,2", False, 94.2),
        ("94.2%", False, 94.2),
        ("0.942", True, 94.2),
        ("0.942", False, 94.2),
        ("0.9", False, 0.9),
        ("0", False, 0),
        ("1", True, 100),
        ("1", False, 1),
        ("0.5%", True, 0.5),
        ("104", False, None),
        ("-3", False, None),
        ("٩٤", False, None),
        ("n/a", False, None),
    ],
)
def test_percentages_are_read_in_every_notation(text: str, shares: bool, value: float | None) -> None:
    """Signs, commas, shares of one; a stray 0.942 among percentages of one decimal; nothing over 100."""
    assert percent(text, shares, decimals=1) == value


@pytest.mark.parametrize(
    ("text", "number"),
    [("3", 3), ("3.0", 3), ("1,038", 1038), ("2.5", None), ("-1", None), ("٣", None), ("9999", None)],
)
def test_counts_are_whole_numbers_within_reason(text: str, number: int | None) -> None:
    """Whole numbers of at most the limit, here 2,000."""
    assert whole_number(text, 2_000) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("h801123456789 ", ""),
        ("H801 1234 56789", ""),
        ("h801123456780", "H801123456780"),
        ("H801 1234 5678 0", "H801123456780"),
        ("H80112345678A", "H80112345678A"),
        ("000123", "000123"),
        ("123.0", "123"),
        ("A-12", "A-12"),
        ("Total", ""),
        ("Total: 428", ""),
        ("Printed on 23/11/2026", ""),
        ("23/11/2026", ""),
        ("Pending", ""),
        ("", ""),
    ],
)
def test_numbers_of_pupils_are_told_from_words(text: str, number: str) -> None:
    """UPNs with spaces and small letters, admission numbers; no totals, dates or words."""
    assert (pupil_number(text.strip()) == number) or not number


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Total", True),
        ("Grand Total: 428", True),
        ("Year 7 total", True),
        ("Average", True),
        ("Count: 3", True),
        ("Mean, Jo", False),
        ("Ann", False),
    ],
)
def test_lines_of_totals_are_told_from_names(text: str, total: bool) -> None:
    """A line of totals begins with a word of it, which a name only contains."""
    assert is_total(text) is total


@pytest.mark.parametrize(
    ("text", "rank"), [("1", 1), ("Primary", 1), ("2nd", 2), ("2.0", 2), ("", None), ("high", None)]
)
def test_ranks_are_read(text: str, rank: int | None) -> None:
    """Numbers and words."""
    assert rank_of(text) == rank
