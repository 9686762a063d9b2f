"""The open evaluation: what stands in it now, who is writing, and how a change is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sendself.assessment.entries.assembling import assemble, header_of
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Way
from sendself.storage.errors import StorageError, UnavailableError
from sendself.storage.kept import Actor, Change, Conflict, Room, Saved, Stored
from sendself.storage.repository import Repository
from sendself.ui.session import new_decision_id

NOBODY = "Somebody at this school"
UNSEEN = "Somebody changed this just now. Look at it again."


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a page showed when it was drawn: all up to a place in the history, and its own saves after that."""

    seq: int
    own: frozenset[int] = frozenset()

    def shows(self, seq: int) -> bool:
        """Whether it showed what was saved at this place."""
        return seq <= self.seq or seq in self.own


@dataclass(slots=True)
class Editor:
    """An evaluation as this run of the page sees it. Changes go to the repository and come back as they were saved.

    `loaded_at` is the place in the history at which the run began, `own` are the places of its own saves. `before` is
    what the page showed when a button was pressed whose click this run answers; `None` when there was no page before.
    While the store is `out_of_reach` nothing more is tried in this run: each try would keep the reader waiting.
    `unsaved` counts boxes that hold what cannot be kept, `conflicts` those that stand against somebody else's value.
    """

    repository: Repository
    stored: Stored
    you: Participant | None
    before: Drawn | None = None
    loaded_at: int = field(init=False)
    saved_at: datetime | None = None
    failure: str = ""
    out_of_reach: bool = False
    conflicts: int = 0
    unsaved: int = 0
    own: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.loaded_at = self.stored.seq

    @property
    def assessment(self) -> Assessment:
        """The evaluation with everything that this run has saved."""
        return self.stored.assessment

    @property
    def id(self) -> str:
        """The lasting id of the evaluation."""
        return self.stored.assessment.id

    @property
    def actor(self) -> Actor:
        """Who is writing, by name or role."""
        return Actor((self.you.name or self.you.role) if self.you else NOBODY)

    @property
    def own_perspective(self) -> str:
        """Where the writer would rate alone, also while rating together; `AGREED` for who has not said who they are."""
        return self.you.perspective if self.you else AGREED

    @property
    def perspective(self) -> str:
        """Where ratings go: the agreed answer when rating together, otherwise the writer's own perspective."""
        return AGREED if self.assessment.way is Way.TOGETHER else self.own_perspective

    def value(self, key: EntryKey, default: Value = None) -> Value:
        """What stands at a key now."""
        entry = self.stored.entries.get(key)
        return default if entry is None else entry.value

    def version(self, key: EntryKey) -> int:
        """The version that stands at a key now; 0 when nothing was ever saved there."""
        entry = self.stored.entries.get(key)
        return 0 if entry is None else entry.version

    @property
    def drawn(self) -> Drawn:
        """What the page of this run shows once it is drawn."""
        return Drawn(self.loaded_at, frozenset(self.own))

    def put(self, key: EntryKey, value: Value) -> bool:
        """Save a value as a button does. Whether it was saved (see `put_all`)."""
        return self.put_all({key: value})

    def put_all(self, values: dict[EntryKey, Value], room: Room | None = None) -> bool:
        """Save several values together, as a button does. Whether all were saved (see `save_all`)."""
        changes = [Change(key, value, self.version(key), new_decision_id()) for key, value in values.items()]
        return self.save_all(changes, room)

    def save_all(self, changes: list[Change], room: Room | None = None) -> bool:
        """Save several changes together in one transaction, as a button does. Whether all were saved.

        Nothing is saved over what the page with the button did not show, and no item past the `room` that there is.
        When not all were saved, `failure` says why.
        """
        if any(self._is_unseen(change.key) for change in changes):
            self.failure = UNSEEN
            return False
        outcomes = self._save(changes, room)
        everything = len(outcomes) == len(changes) and all(isinstance(outcome, Saved) for outcome in outcomes)
        if not everything:
            self.failure = self.failure or UNSEEN
        return everything

    def save(self, change: Change, along: Mapping[EntryKey, Value] | None = None) -> Saved | Conflict | None:
        """Save one change and, in the same transaction, what goes `along` with it where nobody changed that meanwhile.

        Nothing goes along with a change that stands against somebody else's. What became of the change. `None` when the
        store could not: then `failure` says why.
        """
        more = [
            Change(key, value, self.version(key), new_decision_id(), along=True) for key, value in (along or {}).items()
        ]
        outcomes = self._save([change, *more])
        return outcomes[0] if outcomes else None

    def _is_unseen(self, key: EntryKey) -> bool:
        entry = self.stored.entries.get(key)
        if entry is None or self.before is None or entry.seq in self.own:
            return False
        return not self.before.shows(entry.seq)

    def cannot_reach(self, error: StorageError) -> None:
        """Note that the store could not be read or written just now, and why."""
        self.failure, self.out_of_reach = str(error), True

    def _save(self, changes: list[Change], room: Room | None = None) -> tuple[Saved | Conflict, ...]:
        if self.out_of_reach:
            return ()
        try:
            outcomes = self.repository.save(self.actor, self.id, changes, room=room)
        except UnavailableError as error:
            self.cannot_reach(error)
            return ()
        except StorageError as error:
            self.failure = str(error)
            return ()
        saved = [outcome for outcome in outcomes if isinstance(outcome, Saved)]
        if saved:
            self.own.update(outcome.entry.seq for outcome in saved)
            self._take_in(saved)
            self.saved_at = max(outcome.entry.at for outcome in saved)
        return outcomes

    def _take_in(self, saved: list[Saved]) -> None:
        entries = {**self.stored.entries, **{outcome.key: outcome.entry for outcome in saved}}
        newest = max(entry.seq for entry in entries.values())
        assessment = assemble(
            header_of(self.assessment),
            {key: entry.value for key, entry in entries.items()},
            updated_at=max(entry.at for entry in entries.values()),
            versions={key: entry.field_version for key, entry in entries.items()},
            withheld=self.assessment.withheld,
        )
        self.stored = replace(self.stored, assessment=assessment, entries=entries, seq=newest)
