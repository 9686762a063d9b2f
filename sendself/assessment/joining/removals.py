"""An item that one side took away while the other worked on it is neither lost nor brought back unasked.

A removal follows the words that stood in its item. Where it does not follow them all, somebody decides: they have both
before them, and what they decide then follows all of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, zip_longest

from sendself.assessment.entries.defaults import default_value
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import ITEM_KINDS, EntryKey, removed_key
from sendself.assessment.field_versions import Difference, FieldVersion
from sendself.assessment.joining.joined import Field, FromCopy, Joined
from sendself.assessment.joining.lineage import heads_of, marks, writes_of
from sendself.assessment.model import Assessment

Writes = frozenset[str]


def is_removal(key: EntryKey) -> bool:
    """Whether this says that an item stands on its list or was taken away; a difference is no such item."""
    return key.field == "removed" and key.kind in ITEM_KINDS and key.kind != "difference"


def followed_by_removal(
    versions: Mapping[str, FieldVersion], subject: str, differences: Iterable[Difference] = ()
) -> str:
    """The writes that taking an item away follows: those in its fields, and what a joined copy says in them.

    The newest of every field come first.
    """
    words = [found for text, found in versions.items() if _is_word(EntryKey.read(text), subject)]
    asked = [one for one in differences if _is_about(one, subject)]
    seen = [version.seen for version in words] + [one.seen for one in asked]
    newest = chain(*(sorted(heads_of(version)) for version in words), *(one.heads.split() for one in asked))
    before = zip_longest(*map(str.split, seen), fillvalue="")
    return marks(one for one in chain(newest, *before) if one)


def ask_about_removed(
    joined: Joined,
    here: Mapping[EntryKey, Field],
    copy: Assessment,
    values: Mapping[EntryKey, Value],
    pending: Collection[Difference],
) -> None:
    """Make a question of a removal that does not follow every word here, instead of taking it over.

    So, too, where the copy, which says these `values`, brings words to an item that was taken away here by somebody
    who had not seen them; once, as long as such a question is `pending`.
    """
    for subject in {key.subject for key in (*joined.taken, *joined.different) if key.kind in ITEM_KINDS}:
        removed = removed_key(subject)
        if removed in joined.different or _stays_or_is_followed(joined, here, removed, pending):
            continue
        if removed in joined.taken:
            joined.different[removed] = joined.taken.pop(removed)
        elif values.get(removed) is False and not any(one.key == removed.text and not one.theirs for one in pending):
            version = copy.versions[removed.text]
            told = FromCopy(False, here[removed].version.version, marks(sorted(heads_of(version))), version.seen)
            joined.different[removed] = told


def removal_is_answered(
    joined: Joined, here: Mapping[EntryKey, Field], question: Difference, pending: Collection[Difference]
) -> bool:
    """Whether a question that waits here, whether an item stays, is answered by what is joined, or asked anew by it."""
    removed = EntryKey.parse(question.key)
    theirs = frozenset(question.heads.split())
    if told := joined.different.get(removed):
        return bool(told.value == question.theirs and theirs & told.writes)
    value, writes = _after(joined, here, removed)
    if value == question.theirs:
        return True
    return bool(theirs & writes) and _stays_or_is_followed(joined, here, removed, pending)


def is_taken_away(joined: Joined, key: EntryKey) -> bool:
    """Whether the item in which this field is goes with what is taken over."""
    told = joined.taken.get(removed_key(key.subject))
    return key.kind in ITEM_KINDS and told is not None and told.value is True


def untouched(key: EntryKey) -> Value:
    """What stands in a field that nobody has filled; `None` for one that this program does not know."""
    try:
        return False if key.field == "removed" else default_value(key)
    except KeyError:
        # A field of a newer sendself.
        return None


def _stays_or_is_followed(
    joined: Joined, here: Mapping[EntryKey, Field], removed: EntryKey, pending: Iterable[Difference]
) -> bool:
    """Whether the item stays after joining, or its removal follows every word that somebody wrote in it."""
    value, writes = _after(joined, here, removed)
    asked = (frozenset(one.heads.split()) for one in pending if _is_about(one, removed.subject))
    return not value or all(heads & writes for heads in chain(_words(joined, here, removed.subject), asked))


def _after(joined: Joined, here: Mapping[EntryKey, Field], key: EntryKey) -> tuple[Value, Writes]:
    """What stands in a field after joining, and the writes that it is or follows."""
    if key in joined.taken:
        return joined.taken[key].value, joined.taken[key].writes
    if key not in here:
        return untouched(key), frozenset()
    writes = writes_of(here[key].version)
    return here[key].value, writes | joined.alike[key].writes if key in joined.alike else writes


def _words(joined: Joined, here: Mapping[EntryKey, Field], subject: str) -> Iterator[Writes]:
    """The writes that each filled field of an item is after joining, and what the copy says where both wrote."""
    for key in {**here, **joined.taken}:
        if not _is_word(key, subject):
            continue
        told = joined.taken.get(key) or joined.alike.get(key)
        if (told or here[key]).value != untouched(key):
            yield frozenset(told.heads.split()) if told else heads_of(here[key].version)
        if key in joined.different:
            yield frozenset(joined.different[key].heads.split())


def _is_word(key: EntryKey | None, subject: str) -> bool:
    return key is not None and key.subject == subject and key.field != "removed"


def _is_about(difference: Difference, subject: str) -> bool:
    return _is_word(EntryKey.read(difference.key), subject)
