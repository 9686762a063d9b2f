"""Actions that had a due date and have none any more: a calendar that was given them has to hear of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey, removed_key
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action


def withdrawn_actions(
    values: Mapping[EntryKey, Value], past: Callable[[EntryKey], Iterable[Value]]
) -> tuple[Action, ...]:
    """The actions that were taken away or whose due date was cleared, each with the due date that it had last.

    `values` are the entries of an evaluation as they stand, `past` gives the values that a field has had, the oldest
    first. An action that never had a due date was in no calendar and is left out.
    """
    found = []
    for subject in sorted(_without_a_day(values)):
        fields = {key.field: value for key, value in values.items() if key.subject == subject}
        if day := fields.get("due") or _last_day(past(EntryKey(subject, AGREED, "due"))):
            known = {name: value for name, value in fields.items() if name in Action.model_fields}
            found.append(Action(**{**known, "id": subject.partition(":")[2], "due": day}))
    return tuple(found)


def _without_a_day(values: Mapping[EntryKey, Value]) -> Iterator[str]:
    """The subjects of actions that had a due date at some time and are not due on any day now."""
    for key, day in values.items():
        is_due = key.kind == "action" and key.field == "due"
        if is_due and (not day or values.get(removed_key(key.subject))):
            yield key.subject


def _last_day(days: Iterable[Value]) -> Value:
    return next((day for day in reversed(list(days)) if day), None)
