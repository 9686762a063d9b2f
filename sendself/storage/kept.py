"""What the repository takes and gives: who asks, a change, what became of it, and an evaluation as it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.field_versions import FieldVersion
from sendself.assessment.model import Assessment
from sendself.rubric.duty import Setting

DECIDED = "decided-"
"""So begins the `op_id` of what somebody did not type but decided by a button: brought back, taken over, joined."""
OTHER_COPY = "The other copy"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. On one computer the name is chosen from the participants; it stands as "by" beside what is saved."""

    name: str


def other_copy(joined_by: str = "") -> Actor:
    """Who stands beside what joining takes over: a file does not say who wrote in it."""
    return Actor(f"{OTHER_COPY} (joined by {joined_by})" if joined_by else OTHER_COPY)


def is_of_other_copy(by: str) -> bool:
    """Whether this stands beside what joining took over."""
    return by.startswith(OTHER_COPY)


@dataclass(frozen=True, slots=True)
class Change:
    """A new value for one field. `expected` is the version it was made from (0: there was none).

    `op_id` is made by the caller, once per edit: a retry after a lost reply carries the same one and is saved once.
    A value that was joined says which writes it is (`heads`; empty: a new one) and which it follows besides those here
    (`seen`), as in `FieldVersion`. What goes `along` is saved only where the change that it was sent after is, or was.
    """

    key: EntryKey
    value: Value
    expected: int
    op_id: str
    heads: str = ""
    seen: str = ""
    along: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """So many items of a kind may be on its list: what would begin one more is refused as a whole."""

    kind: str
    most: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A saved value: its version, the version it was opened at from a file, who saved it and when (UTC).

    `seq` is the place of this version in the history of the whole store. `base`, `heads` and `seen` are of the field
    as it stands, not of this version (see `FieldVersion`); what is learnt by joining makes no other entry of it.
    """

    value: Value
    version: int
    base: int
    op_id: str
    by: str
    at: datetime
    seq: int
    heads: str = field(default="", compare=False)
    seen: str = field(default="", compare=False)

    @property
    def field_version(self) -> FieldVersion:
        """What travels of it in a file."""
        return FieldVersion(version=self.version, base=self.base, op_id=self.op_id, heads=self.heads, seen=self.seen)


@dataclass(frozen=True, slots=True)
class Saved:
    """The change is committed and on the disk."""

    key: EntryKey
    entry: Entry


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else saved this field first: nothing was written, and this is what stands there now."""

    key: EntryKey
    current: Entry | None


@dataclass(frozen=True, slots=True)
class Stored:
    """An evaluation, its entries, and the highest `seq` among them."""

    assessment: Assessment
    entries: Mapping[EntryKey, Entry]
    seq: int


@dataclass(frozen=True, slots=True)
class Changed:
    """One write in the history of an evaluation: the field, what was saved, and what stood there before, if any."""

    key: EntryKey
    entry: Entry
    before: Entry | None


@dataclass(frozen=True, slots=True)
class Summary:
    """One evaluation in a list. `rated` counts themes with a level or a state from anybody, of `themes`.

    `apart` says that they rate apart first. A copy was begun when the first one was: of these `kept_at` tells when each
    was first kept here.
    """

    id: str
    school_name: str
    urn: int | None
    setting: Setting
    rubric_id: str
    example: bool
    created_at: datetime
    kept_at: datetime
    updated_at: datetime
    updated_by: str
    rated: int
    themes: int
    apart: bool = False


@dataclass(frozen=True, slots=True)
class KeptColumns:
    """Which columns of an export say what, as somebody chose them, by the signature of the export's headings.

    `columns` is the text of a mapping: facts, the numbers of columns, and marks of wordings with what they mean.
    """

    signature: str
    columns: str
    by: str
    at: datetime
