"""Fields that hold nothing any more but still have a version, which joining two copies needs."""

from collections.abc import Iterator

from sendself.assessment.entries.defaults import default_value
from sendself.assessment.entries.entry import Value, entries_of
from sendself.assessment.entries.keys import ITEM_KINDS, EntryKey, removed_key
from sendself.assessment.entries.values import checked_value
from sendself.assessment.model import Assessment


def everything_in(assessment: Assessment) -> dict[EntryKey, Value]:
    """What `entries_of` gives, and the empty value of each field that is there by its version alone.

    An item whose fields have versions but which is in no list was taken away: it is `removed`. What stood in it is not
    in the assessment any more, so its other fields are not there.
    """
    values = entries_of(assessment)
    for key in _versioned(assessment):
        removed = removed_key(key.subject)
        if key in values:
            continue
        if key.kind in ITEM_KINDS and values.setdefault(removed, True):
            continue
        try:
            values.setdefault(key, checked_value(key, default_value(key)))
        except (KeyError, ValueError):
            # A field that this program does not know has no value that could be kept.
            continue
    return values


def _versioned(assessment: Assessment) -> Iterator[EntryKey]:
    for text in assessment.versions:
        if key := EntryKey.read(text):
            yield key
