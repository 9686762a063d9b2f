"""The counts as JSON."""

from typing import Any

from sendself.context.export.summary import json_of
from tests.context.export.making import csv_bytes, upn
from tests.context.export.summaries import summary_of

OF_CODES = ("primary_need", "year_groups", "skipped")
"""What maps something else than groups of pupils."""


def test_json_has_the_shape_that_the_command_prints() -> None:
    """Names and nesting of the JSON, with numbers that JSON can hold."""
    rows = [
        ["UPN", "SEN", "Need", "Attendance %", "Suspensions"],
        [upn(1), "K", "HI", "95", "1"],
        [upn(2), "N", "", "97", "0"],
    ]

    said: dict[str, Any] = json_of(summary_of(csv_bytes(rows)))

    assert (said["roll"], said["ehc_plans"], said["sen_support"]) == (2, 0, 1)
    assert said["primary_need"] == {"HI": 1}
    assert said["attendance_percent"] == {"sen": 95, "no_sen": 97}
    assert said["suspensions"] == {"sen": 1, "no_sen": 0}
    assert said["persistent_absence"]["sen"] == {"pupils": 0, "of": 1}
    assert said["skipped"] == {}


def test_groups_have_one_name_throughout_the_json() -> None:
    """Wherever a count is split, the groups are sen and no_sen, and all where it is given."""
    rows = [
        ["UPN", "SEN", "Year", "FSM", "PP", "In care", "Attendance %", "Suspensions", "PEX"],
        [upn(1), "K", "5", "Y", "N", "N", "95", "1", "0"],
        [upn(2), "N", "5", "N", "Y", "N", "97", "0", "0"],
        [upn(3), "N", "6", "N", "Y", "N", "97", "0", "0"],
    ]

    said: dict[str, Any] = json_of(summary_of(csv_bytes(rows)))

    split = [value for name, value in said.items() if isinstance(value, dict) and name not in OF_CODES]
    split += said["year_groups"].values()
    assert len(split) == 10
    assert {group for one in split for group in one} == {"all", "sen", "no_sen"}
    assert said["year_groups"] == {
        "Year 5": {"all": 2, "sen": 1, "no_sen": 1},
        "Year 6": {"all": 1, "sen": 0, "no_sen": 1},
    }
    assert said["fsm"] == {"all": 1, "sen": 1, "no_sen": 0}
    assert said["pupil_premium"] == {"all": 2, "sen": 0, "no_sen": 2}
