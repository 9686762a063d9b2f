"""Fields that hold nothing any more but still have a version, which joining two copies needs."""

from collections.abc import Iterator

from pydantic import BaseModel

from sendself.assessment.entries import EntryKey, Value, checked_value, entries_of
from sendself.assessment.model import (
    AGREED,
    Answer,
    AreaNote,
    Assessment,
    Disclosure,
    DutyAnswer,
    Highlight,
    Participant,
    Priority,
    Review,
    School,
)

_ITEMS: dict[str, type[BaseModel]] = {"participant": Participant, "highlight": Highlight, "priority": Priority}
_MODELS: dict[str, type[BaseModel]] = {
    **_ITEMS,
    "school": School,
    "review": Review,
    "theme": Answer,
    "area": AreaNote,
    "duty": DutyAnswer,
    "evaluation": Disclosure,
}


def everything_in(assessment: Assessment) -> dict[EntryKey, Value]:
    """What `entries_of` gives, and the empty value of each field that is there by its version alone.

    An item whose fields have versions but which is in no list was taken away: it is `removed`.
    """
    values = entries_of(assessment)
    for key in _versioned(assessment):
        if key in values:
            continue
        if key.subject.partition(":")[0] in _ITEMS and EntryKey(key.subject, AGREED, "removed") not in values:
            values[EntryKey(key.subject, AGREED, "removed")] = True
        try:
            values.setdefault(key, checked_value(key, _empty(key)))
        except ValueError:
            # A field that this program does not know has no value that could be kept.
            continue
    return values


def _versioned(assessment: Assessment) -> Iterator[EntryKey]:
    for text in assessment.versions:
        if text.count("|") == 2:
            yield EntryKey.parse(text)


def _empty(key: EntryKey) -> Value:
    kind = key.subject.partition(":")[0]
    if kind == "context":
        return None if key.field.startswith("figures.") else ""
    if key.field == "way":
        return Assessment.model_fields["way"].default
    field = _MODELS[kind].model_fields.get(key.field.removeprefix("disclosure.")) if kind in _MODELS else None
    return field.get_default() if field else None
