"""The history in steps: what one person wrote into one field without a longer pause is one step, not fifty writes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sendself.assessment.entries import EntryKey
from sendself.storage.kept import Changed, Entry

PAUSE = timedelta(minutes=5)
"""A longer pause between two writes begins a new step."""
_READ_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """Successive writes of one person to one field, the newest first; at least one."""

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
    def before(self) -> Entry | None:
        """What stood there before the step, if anything did."""
        return self.writes[-1].before


def steps_of(changes: Sequence[Changed]) -> tuple[HistoryStep, ...]:
    """Writes, the newest first, as steps; each stands where its newest write stood."""
    groups: list[list[Changed]] = []
    latest: dict[EntryKey, list[Changed]] = {}
    for change in changes:
        group = latest.get(change.key)
        if group is None or not _goes_on(change.entry, group[-1].entry):
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


def _goes_on(older: Entry, newer: Entry) -> bool:
    return older.by == newer.by and newer.version == older.version + 1 and newer.at - older.at <= PAUSE
