"""What a calendar still holds and the plan does not: actions taken away, and due dates that were cleared."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.entries.withdrawn import withdrawn_actions
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action


def entries(**items: Mapping[str, Value]) -> dict[EntryKey, Value]:
    """The entries of actions, by id."""
    return {
        EntryKey(f"action:{item}", AGREED, name): value
        for item, fields in items.items()
        for name, value in fields.items()
    }


def found(values: Mapping[EntryKey, Value], **past: list[Any]) -> tuple[Action, ...]:
    """The withdrawn actions, where due dates have had these values."""
    return withdrawn_actions(values, lambda key: past[key.subject.partition(":")[2]])


def test_action_taken_away_keeps_its_day() -> None:
    """With all that it said; what is in the plan is not withdrawn."""
    values = entries(
        a={"removed": True, "what": "Train", "due": "2027-03-31"},
        b={"removed": False, "what": "Ask", "due": "2027-03-31"},
    )

    assert found(values) == (Action(id="a", what="Train", due=date(2027, 3, 31)),)


def test_cleared_day_is_the_last_that_there_was() -> None:
    """Also where the action was taken away after that."""
    values = entries(a={"removed": False, "due": None}, b={"removed": True, "due": None})
    past = ["2027-01-01", None, "2027-03-31", None]

    assert found(values, a=past, b=["2027-01-01", None]) == (
        Action(id="a", due=date(2027, 3, 31)), Action(id="b", due=date(2027, 1, 1)),
    )  # fmt: skip


def test_action_that_never_had_a_day_is_in_no_calendar() -> None:
    """Whether it has no due date at all or an empty one; entries of other things are none of an action."""
    values = entries(a={"removed": True, "what": "Train"}, b={"removed": True, "due": None})
    other = {EntryKey("evidence:e", AGREED, "removed"): True, EntryKey("evidence:e", AGREED, "due"): "2027-03-31"}

    assert found({**values, **other}, b=[None]) == ()
