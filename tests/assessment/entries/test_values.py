"""The value of an entry is cleaned at the door, and refused where it does not fit or has no place."""

from typing import Any

import pytest

from sendself.assessment.answers import EvidenceKind
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.entries.values import checked_value


@pytest.mark.parametrize(
    ("key", "given_value", "kept"),
    [
        ("theme:teaching.first|senco|strengths", "  a\r\nb\x00 ", "a\nb"),
        ("theme:teaching.first|senco|rating", None, None),
        ("theme:teaching.first|senco|rating", "dont_know", "dont_know"),
        ("theme:teaching.first|senco|evidence_kinds", ["data", "work"], ["data", "work"]),
        ("theme:teaching.first|senco|evidence_kinds", (EvidenceKind.DATA,), ["data"]),
        ("school|agreed|name", " Alderbrook\n Primary ", "Alderbrook Primary"),
        ("school|agreed|urn", 109567, 109567),
        ("review|agreed|evaluated_on", "2026-11-23", "2026-11-23"),
        ("context|agreed|figures.roll", {"value": 428}, {"value": 428.0, "source": "typed", "year": ""}),
        ("context|agreed|figures.roll", None, None),
        ("context|agreed|years.on_roll", "2025/26", "2025/26"),
        ("context|agreed|years.on_roll", "", ""),
        ("context|agreed|words.staffing", " Two ", "Two"),
        ("context|agreed|words.staffing", "", ""),
        ("evaluation|agreed|way", "apart", "apart"),
        ("evaluation|agreed|disclosure.private_ratings", True, True),
        ("evaluation|agreed|meeting", None, None),
        (
            "evaluation|agreed|meeting",
            {"began": "2026-11-23T15:00:00+01:00", "minutes": 90},
            {"began": "2026-11-23T14:00:00Z", "minutes": 90},
        ),
        ("participant:p1|agreed|removed", True, True),
        ("priority:p1|agreed|themes", ["teaching.first"], ["teaching.first"]),
        ("duty:registers|agreed|state", "not_met", "not_met"),
    ],
)
def test_value_is_kept_cleaned(key: str, given_value: Any, kept: Any) -> None:
    """The value comes back as it will be kept."""
    assert checked_value(EntryKey.parse(key), given_value) == kept


@pytest.mark.parametrize(
    "key",
    [
        "weather|agreed|wind",
        "|agreed|name",
        "school|agreed|twitter",
        "school|agreed|",
        "school|agreed|disclosure.name",
        "school:alderbrook|agreed|name",
        "school|senco|name",
        "review|agreed|way",
        "evaluation|agreed|colour",
        "evaluation|agreed|names",
        "evaluation|agreed|disclosure.photographs",
        "evaluation|senco|way",
        "context|agreed|staffing",
        "context|agreed|words.",
        "context|agreed|words.Staffing levels",
        "context|senco|words.staffing",
        "context|agreed|figures.",
        "context|agreed|figures.Number on roll",
        "theme:teaching.first|agreed|confidence",
        "theme:teaching.first||rating",
        "theme:teaching.first|The SENCO|rating",
        "theme:|agreed|rating",
        "theme:teaching|agreed|rating",
        "theme|agreed|rating",
        "area:Teaching!|agreed|strengths",
        "duty:registers|senco|state",
        "duty:Registers!|agreed|state",
        "participant:p1|agreed|id",
        "participant:P 1|agreed|name",
        "participant:|agreed|removed",
        "participant:p1|senco|name",
        "theme:teaching.first|agreed|removed",
    ],
)
@pytest.mark.parametrize("value", ["words", True, None, {"value": 1.0}])
def test_key_that_is_no_field_is_refused(key: str, value: Any) -> None:
    """Nothing is saved under a key from which no evaluation could be put together again."""
    with pytest.raises(ValueError, match=r"."):
        checked_value(EntryKey.parse(key), value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme:teaching.first|agreed|rating", 5),
        ("theme:teaching.first|agreed|rating", "3"),
        ("theme:teaching.first|agreed|rating", [3]),
        ("theme:teaching.first|agreed|strengths", "s" * 20_001),
        ("theme:teaching.first|agreed|strengths", 3),
        ("theme:teaching.first|agreed|strengths", None),
        ("theme:teaching.first|agreed|parked", "perhaps"),
        ("theme:teaching.first|agreed|evidence_kinds", ["hearsay"]),
        ("theme:teaching.first|agreed|evidence_kinds", "data"),
        ("school|agreed|name", "n" * 301),
        ("school|agreed|name", ["Alderbrook"]),
        ("school|agreed|urn", -1),
        ("school|agreed|kind", "castle"),
        ("review|agreed|evaluated_on", "some day"),
        ("context|agreed|figures.roll", 428),
        ("context|agreed|figures.roll", {"value": -1}),
        ("context|agreed|figures.roll", {"value": float("nan")}),
        ("context|agreed|figures.roll", {"value": 1, "colour": "red"}),
        ("context|agreed|words.staffing", 2),
        ("context|agreed|words.staffing", "w" * 20_001),
        ("evaluation|agreed|way", "alone"),
        ("evaluation|agreed|way", None),
        ("evaluation|agreed|disclosure.names", "initials"),
        ("participant:p1|agreed|removed", "false"),
        ("participant:p1|agreed|removed", 1),
        ("participant:p1|agreed|perspective", "The SENCO"),
        ("highlight:h1|agreed|theme", "no theme"),
        ("duty:registers|agreed|state", "nearly"),
    ],
)
def test_value_that_does_not_fit_is_refused(key: str, value: Any) -> None:
    """Too long, of the wrong kind or out of range: refused before anything is written."""
    with pytest.raises(ValueError, match=r"."):
        checked_value(EntryKey.parse(key), value)
