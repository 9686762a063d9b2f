"""Join another copy of the same evaluation: field by field, from the version that both began with."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from sendself.assessment.cleared import everything_in
from sendself.assessment.defaults import default_value
from sendself.assessment.entries import EntryKey, Value
from sendself.assessment.model import AGREED, Assessment, FieldVersion


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it stands here: its value and version, and every write that is in its history."""

    value: Value
    version: FieldVersion
    writes: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A value that only the copy has changed. `op_id` is the write that made it there; empty when the copy has none."""

    value: Value
    op_id: str


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining does: the fields to take over, and those that both have changed, with what the copy says."""

    taken: dict[EntryKey, Taken] = field(default_factory=dict)
    different: dict[EntryKey, Taken] = field(default_factory=dict)


def join(here: Callable[[EntryKey], Field | None], copy: Assessment) -> Joined:
    """What a copy adds to the evaluation here.

    A field without a version was changed on leaving the school (a name that became a role): it says nothing. Where
    only one side has changed since the common version, that side counts; where both have and say different things,
    somebody has to decide.
    """
    joined = Joined()
    values = everything_in(copy)
    for text, version in copy.versions.items():
        key = EntryKey.parse(text) if text.count("|") == 2 else None
        if key is None or key not in values or key.subject.startswith("difference:"):
            continue
        value, now = values[key], here(key)
        if now is None:
            if value != _untouched(key):
                joined.taken[key] = Taken(value, version.op_id)
        elif value != now.value and version.op_id not in now.writes:
            common = _common(version, now.version)
            if version.version > common:
                place = joined.different if now.version.version > common else joined.taken
                place[key] = Taken(value, version.op_id)
    return joined


def difference_id(key: EntryKey, taken: Taken) -> str:
    """The id of the item that keeps a difference: the same difference is asked about once."""
    return sha256(f"{key.text} {taken.op_id} {taken.value!r}".encode()).hexdigest()[:32]


def difference_values(key: EntryKey, taken: Taken) -> Mapping[EntryKey, Value]:
    """The entries of the item that keeps a difference."""
    subject = f"difference:{difference_id(key, taken)}"
    return {EntryKey(subject, AGREED, "key"): key.text, EntryKey(subject, AGREED, "theirs"): taken.value}


def _common(copy: FieldVersion, here: FieldVersion) -> int:
    """The version that both began with: where one was opened from the other's file, the version it was opened at."""
    return min(copy.base, here.base) if copy.base and here.base else max(copy.base, here.base)


def _untouched(key: EntryKey) -> Value:
    return False if key.field == "removed" else default_value(key)
