"""The counts as JSON."""

from typing import Any

from sendself.context.export.summary import json_of
from tests.context.export.making import csv_bytes, upn
from tests.context.export.summaries import summary_of


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
