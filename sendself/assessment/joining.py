"""Join another copy of the same evaluation, field by field: each value is known by its writes and those it follows."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from sendself.assessment.cleared import everything_in
from sendself.assessment.defaults import default_value
from sendself.assessment.entries import Value, entries_of
from sendself.assessment.entry_keys import DISCLOSURE, EntryKey, removed_key
from sendself.assessment.field_versions import Difference, FieldVersion
from sendself.assessment.identifiers import AGREED
from sendself.assessment.lineage import heads_of, marks, writes_of
from sendself.assessment.model import Assessment

_DIFFERENCE = "difference:"


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


def join(here: Mapping[EntryKey, Field], copy: Assessment) -> Joined:
    """What a copy adds to the evaluation here.

    What follows the value here is taken over, and what the value here follows is old news. Where neither follows the
    other, or the copy does not say what it follows, somebody has to decide. A field without a version was changed on
    leaving the school (a name that became a role): it says nothing. What may leave the school is decided here alone.
    """
    joined = Joined()
    values = everything_in(copy)
    for text, version in copy.versions.items():
        key = EntryKey.read(text)
        if key is not None and key in values and _is_joined(key):
            _sort(joined, key, here.get(key), values[key], version)
    for subject in {key.subject for key in joined.taken}:
        _ask_about_removed(joined, removed_key(subject), here, copy)
    asked = {difference_id(key, told) for key, told in joined.different.items()}
    answered = sorted(one.id for one in _pending(here) if one.id not in asked and _goes_on_from(copy, one))
    return Joined(joined.taken, joined.different, joined.alike, tuple(answered))


def difference_id(key: EntryKey, told: FromCopy) -> str:
    """The id of the item that keeps a difference: the same difference is asked about once."""
    return sha256(f"{key.text} {told.heads} {told.seen} {told.value!r}".encode()).hexdigest()[:32]


def difference_values(key: EntryKey, told: FromCopy) -> dict[EntryKey, Value]:
    """The entries of the item that keeps a difference."""
    said = {"key": key.text, "theirs": told.value, "heads": told.heads, "seen": told.seen}
    subject = f"{_DIFFERENCE}{difference_id(key, told)}"
    return {EntryKey(subject, AGREED, name): value for name, value in said.items() if value != "" or name == "theirs"}


def decided(now: FieldVersion, ours: Value, difference: Difference, value: Value) -> FromCopy:
    """A value that somebody chose who had both before them: it follows what was not chosen as well."""
    theirs = difference.heads.split()
    kept = [*sorted(heads_of(now) if value == ours else ()), *(theirs if value == difference.theirs else ())]
    if value != ours and writes_of(now) & set(theirs):
        # What was left once is chosen again: that is a write of its own.
        kept = []
    return FromCopy(value, now.version, marks(kept), marks([*theirs, *difference.seen.split()]))


def _is_joined(key: EntryKey) -> bool:
    return not key.subject.startswith(_DIFFERENCE) and not (
        key.subject == "evaluation" and key.field.startswith(DISCLOSURE)
    )


def _sort(joined: Joined, key: EntryKey, now: Field | None, value: Value, version: FieldVersion) -> None:
    theirs = marks(sorted(heads_of(version)))
    if now is None:
        if value != _untouched(key):
            joined.taken[key] = FromCopy(value, 0, theirs, version.seen)
        return
    told = FromCopy(value, now.version.version, theirs, version.seen)
    # Both may follow the other: where two kept each their own, or went back to what the other had left.
    followed = bool(heads_of(version) & writes_of(now.version)) or version.op_id in now.op_ids
    follows = bool(heads_of(now.version) & writes_of(version))
    if value == now.value:
        if not writes_of(version) <= writes_of(now.version):
            joined.alike[key] = FromCopy(value, told.expected, _alike(now, theirs, followed, follows), told.seen)
    elif heads_of(version) & heads_of(now.version):
        # One write has one value: the file was changed by hand.
        return
    elif follows != followed:
        if follows:
            joined.taken[key] = told
    else:
        joined.different[key] = told


def _alike(now: Field, theirs: str, followed: bool, follows: bool) -> str:
    """The writes that a value is which stands on both sides."""
    ours = sorted(heads_of(now.version))
    if follows == followed:
        return marks([*ours, *theirs.split()])
    return theirs if follows else marks(ours)


def _ask_about_removed(joined: Joined, removed: EntryKey, here: Mapping[EntryKey, Field], copy: Assessment) -> None:
    """An item that one side took away while the other worked on it is neither lost nor brought back unasked."""
    now, version = here.get(removed), copy.versions.get(removed.text)
    if now is None or version is None or removed in joined.different:
        return
    if removed in joined.taken:
        fields = [key for key in here if key.subject == removed.subject]
        if joined.taken[removed].value and any(_is_news(copy, key, here[key]) for key in fields):
            joined.different[removed] = joined.taken.pop(removed)
    elif now.value and removed in entries_of(copy):
        told = FromCopy(False, now.version.version, marks(sorted(heads_of(version))), version.seen)
        joined.different[removed] = told


def _is_news(copy: Assessment, key: EntryKey, now: Field) -> bool:
    """Whether somebody wrote in this field of an item what the copy has not seen."""
    version = copy.versions.get(key.text)
    known = version is not None and heads_of(now.version) & writes_of(version)
    return key.field != "removed" and not known and now.value != _untouched(key)


def _pending(here: Mapping[EntryKey, Field]) -> Iterator[Difference]:
    """The differences that wait for a decision here."""
    for key, found in here.items():
        if not key.subject.startswith(_DIFFERENCE) or key.field != "key":
            continue
        said = {name: here.get(key.beside(name)) for name in ("removed", "theirs", "heads")}
        if not (said["removed"] and said["removed"].value):
            told = {name: entry.value for name, entry in said.items() if entry and name != "removed"}
            yield Difference(id=key.subject.removeprefix(_DIFFERENCE), key=found.value, **told)


def _goes_on_from(copy: Assessment, difference: Difference) -> bool:
    version = copy.versions.get(difference.key)
    return version is not None and bool(frozenset(difference.heads.split()) & writes_of(version))


def _untouched(key: EntryKey) -> Value:
    try:
        return False if key.field == "removed" else default_value(key)
    except KeyError:
        # A field of a newer sendself.
        return None
