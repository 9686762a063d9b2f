"""What joining another copy gives: fields to take over, those to decide, and the questions that wait for a decision."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.field_versions import Difference, FieldVersion
from sendself.assessment.identifiers import AGREED

DIFFERENCE = "difference:"


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it stands here: its value and version, and the ids of every write in its history here."""

    value: Value
    version: FieldVersion
    op_ids: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class FromCopy:
    """What the copy says in a field, the writes that it is and follows, and the version here that it was held against.

    The version is 0 where nothing was ever saved here.
    """

    value: Value
    expected: int
    heads: str = ""
    seen: str = ""

    @property
    def writes(self) -> frozenset[str]:
        """The writes that it is or follows."""
        return frozenset([*self.heads.split(), *self.seen.split()])


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining does: fields to take over, those to decide, those that say the same, and questions to drop.

    Of what says the same it is remembered that it does. `answered` are the ids of differences that the copy decides
    or goes on from.
    """

    taken: dict[EntryKey, FromCopy] = field(default_factory=dict)
    different: dict[EntryKey, FromCopy] = field(default_factory=dict)
    alike: dict[EntryKey, FromCopy] = field(default_factory=dict)
    answered: tuple[str, ...] = ()


def difference_id(key: EntryKey, told: FromCopy) -> str:
    """The id of the item that keeps a difference: the same difference is asked about once."""
    return sha256(f"{key.text} {told.heads} {told.seen} {told.value!r}".encode()).hexdigest()[:32]


def difference_values(key: EntryKey, told: FromCopy) -> dict[EntryKey, Value]:
    """The entries of the item that keeps a difference."""
    said = {"key": key.text, "theirs": told.value, "heads": told.heads, "seen": told.seen}
    subject = f"{DIFFERENCE}{difference_id(key, told)}"
    return {EntryKey(subject, AGREED, name): value for name, value in said.items() if value != "" or name == "theirs"}


def waiting(here: Mapping[EntryKey, Field]) -> Iterator[Difference]:
    """The differences that wait for a decision here."""
    for key, found in here.items():
        if not key.subject.startswith(DIFFERENCE) or key.field != "key":
            continue
        said = {name: here.get(key.beside(name)) for name in ("removed", "theirs", "heads", "seen")}
        if not (said["removed"] and said["removed"].value):
            told = {name: entry.value for name, entry in said.items() if entry and name != "removed"}
            yield Difference(id=key.subject.removeprefix(DIFFERENCE), key=found.value, **told)
