"""The history in steps: what one person typed on in one field without a longer pause is one step, not fifty writes.

A decision begins a step, and so does a text that takes the place of another: what a step does not show is not lost.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.storage.kept import DECIDED, Changed, Entry

PAUSE = timedelta(minutes=5)
"""A longer pause between two writes begins a new step."""
EDITED_A_LITTLE = 5
"""One in so many characters of a text may be missing in what a step left: then it was typed on, not replaced."""
_READ_AT_ONCE = 200
_PARTS = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """Successive writes of one person to one field, the newest first; at least one.

    Each text among them was typed on to what the step left there (see `is_typed_on`).
    """

    writes: tuple[Changed, ...]

    @property
    def key(self) -> EntryKey:
        """The field that was written."""
        return self.writes[0].key

    @property
    def entry(self) -> Entry:
        """What the step left there."""
        return self.writes[0].entry

    @property
    def first(self) -> Entry:
        """What the step began with."""
        return self.writes[-1].entry

    @property
    def before(self) -> Entry | None:
        """What stood there before the step, if anything did."""
        return self.writes[-1].before


def steps_of(changes: Sequence[Changed]) -> tuple[HistoryStep, ...]:
    """Writes, the newest first, as steps; each stands where its newest write stood."""
    groups: list[list[Changed]] = []
    latest: dict[EntryKey, list[Changed]] = {}
    for change in changes:
        group = latest.get(change.key)
        if group is None or not _goes_on(change.entry, group):
            group = []
            groups.append(group)
            latest[change.key] = group
        group.append(change)
    return tuple(HistoryStep(tuple(group)) for group in groups)


def newest_steps(
    read: Callable[[int | None, int], Sequence[Changed]], wanted: int
) -> tuple[tuple[HistoryStep, ...], bool]:
    """The newest steps, each of them whole, and whether there are older ones.

    `read(before, most)` gives the newest writes before a place in the history.
    """
    changes: list[Changed] = []
    while True:
        found = read(changes[-1].entry.seq if changes else None, _READ_AT_ONCE)
        changes += found
        steps = steps_of(changes)
        shown = steps[:wanted]
        if len(found) < _READ_AT_ONCE:
            return shown, len(steps) > wanted
        # Older writes can belong to a step as long as none was read that is a pause older than all of it.
        if len(steps) > wanted and all(changes[-1].entry.at < step.writes[-1].entry.at - PAUSE for step in shown):
            return shown, True


def is_typed_on(older: Value, left: Value) -> bool:
    """Whether what was saved is still there in what was left, but for a little; of what is no text, always.

    First words, where there was nothing, and a text that was cleared are not typed on.
    """
    if not isinstance(older, str) or not isinstance(left, str):
        return True
    if not older or not left:
        return older == left
    begin = _common(older, left)
    rest, now = older[begin:], left[begin:]
    end = _common(rest[::-1], now[::-1])
    missing = Counter(_PARTS.findall(rest[: len(rest) - end])) - Counter(_PARTS.findall(now[: len(now) - end]))
    return sum(len(part) * times for part, times in missing.items()) * EDITED_A_LITTLE <= len(older)


def _common(one: str, other: str) -> int:
    """How many characters at the beginning are the same."""
    most = min(len(one), len(other))
    return next((place for place in range(most) if one[place] != other[place]), most)


def _goes_on(older: Entry, group: Sequence[Changed]) -> bool:
    """Whether a write belongs to the step whose writes after it are the group."""
    newer, left = group[-1].entry, group[0].entry
    follows = older.by == newer.by and newer.version == older.version + 1 and newer.at - older.at <= PAUSE
    return follows and not newer.op_id.startswith(DECIDED) and is_typed_on(older.value, left.value)
