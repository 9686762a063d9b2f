"""Join another copy of the same evaluation, field by field: each value is known by its writes and those it follows."""

from collections.abc import Collection, Mapping

from sendself.assessment.entries.cleared import everything_in
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import DISCLOSURE, EntryKey
from sendself.assessment.field_versions import Difference, FieldVersion
from sendself.assessment.joining.joined import DIFFERENCE, Field, FromCopy, Joined, difference_id, waiting
from sendself.assessment.joining.lineage import heads_of, mark, marks, writes_of
from sendself.assessment.joining.removals import (
    ask_about_removed,
    followed_by_removal,
    is_removal,
    is_taken_away,
    removal_is_answered,
    untouched,
)
from sendself.assessment.model import Assessment


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
    pending = tuple(waiting(here))
    ask_about_removed(joined, here, copy, values, pending)
    asked = {difference_id(key, told) for key, told in joined.different.items()}
    open_ones = [one for one in pending if one.id not in asked]
    answered = sorted(one.id for one in open_ones if _is_answered(joined, here, copy, values, one, pending))
    return Joined(joined.taken, joined.different, joined.alike, tuple(answered))


def decided(assessment: Assessment, difference: Difference, value: Value, op_id: str) -> FromCopy:
    """A value that somebody chose who had both before them: it follows what was not chosen as well.

    `op_id` is that of the change which saves it. To take an item away follows every word in it.
    """
    key = EntryKey.parse(difference.key)
    now, ours = assessment.versions[difference.key], everything_in(assessment).get(key)
    theirs, words = difference.heads.split(), ""
    kept = [*sorted(heads_of(now) if value == ours else ()), *(theirs if value == difference.theirs else ())]
    if value != ours and writes_of(now) & set(theirs):
        # What was left once is chosen again: that is a write of its own.
        kept = []
    if is_removal(key):
        # So is this: somebody looked at the words, and not only at what stood on the list.
        kept = [mark(op_id)]
        words = followed_by_removal(assessment.versions, key.subject, assessment.differences) if value else ""
    return FromCopy(value, now.version, marks(kept), marks([*theirs, *difference.seen.split(), *words.split()]))


def _is_joined(key: EntryKey) -> bool:
    return not key.subject.startswith(DIFFERENCE) and not (
        key.subject == "evaluation" and key.field.startswith(DISCLOSURE)
    )


def _sort(joined: Joined, key: EntryKey, now: Field | None, value: Value, version: FieldVersion) -> None:
    theirs = marks(sorted(heads_of(version)))
    if now is None:
        if value != untouched(key):
            joined.taken[key] = FromCopy(value, 0, theirs, version.seen)
        elif is_removal(key):
            joined.alike[key] = FromCopy(value, 0, theirs, version.seen)
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


def _is_answered(
    joined: Joined,
    here: Mapping[EntryKey, Field],
    copy: Assessment,
    values: Collection[EntryKey],
    question: Difference,
    pending: Collection[Difference],
) -> bool:
    """Whether the copy decides a question that waits here, or goes on from what was asked about."""
    key, version = EntryKey.read(question.key), copy.versions.get(question.key)
    if key is None or version is None:
        return False
    if is_removal(key):
        return removal_is_answered(joined, here, question, pending)
    goes_on = bool(frozenset(question.heads.split()) & writes_of(version))
    # What stood in an item that the copy took away is not in the copy.
    return goes_on and (key in values or is_taken_away(joined, key))
