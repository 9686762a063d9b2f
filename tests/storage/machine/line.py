"""The line between the pages and the repository: it notes what goes over it, and saves can be made to break on it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import DisconnectionError

from sendself.storage.errors import StorageError, UnavailableError
from sendself.storage.kept import Actor, Change, Conflict, Room, Saved, Stored
from sendself.storage.repository import Repository

Open = Callable[[str], Repository]
"""How the repository at an address is opened."""

Outcomes = tuple[Saved | Conflict, ...]


class Fault(Enum):
    """Where a save breaks. A lost reply alone leaves something behind: all of it."""

    NONE = auto()
    BEFORE_HISTORY = auto()
    AFTER_HISTORY = auto()
    BEFORE_COMMIT = auto()
    LOST_REPLY = auto()


@dataclass(frozen=True, slots=True)
class Sent:
    """One call of `save`. `outcomes` is `None` when it broke before it was committed.

    `answered`: whoever saved was told the outcomes. `fault` is the one that struck, if any.
    """

    actor: Actor
    changes: tuple[Change, ...]
    outcomes: Outcomes | None
    answered: bool
    fault: Fault
    began: datetime
    ended: datetime


class Line:
    """Stands where a page has the repository, which is at its other end. `fault` is for the saves to come."""

    def __init__(self, url: str, opening: Open) -> None:
        """Over the repository at an address."""
        self._url, self._open = url, opening
        self.repository = opening(url)
        self.fault = Fault.NONE
        self._sent: list[Sent] = []

    def close(self) -> None:
        """Give back every connection."""
        self.repository.close()

    def restart(self) -> None:
        """Everything the server held in memory is gone; who is at a page keeps it and reaches the new server."""
        self.repository.close()
        self.repository = self._open(self._url)

    def load(self, actor: Actor, assessment_id: str) -> Stored:
        """As the repository gives it."""
        return self.repository.load(actor, assessment_id)

    def save(
        self, actor: Actor, assessment_id: str, changes: Sequence[Change], *, room: Room | None = None
    ) -> Outcomes:
        """As the repository does it, unless there is a fault: then with `UnavailableError`, as when it is out of reach.

        A failure that nobody caused is raised as `RuntimeError`.
        """
        began, fault = datetime.now(UTC), self.fault
        outcomes: Outcomes | None = None
        with _breaking(fault) as broken:
            try:
                outcomes = self.repository.save(actor, assessment_id, changes, room=room)
            except StorageError as error:
                if not broken:
                    raise RuntimeError(f"A save failed though nothing was broken: {error}") from error
        struck = fault if broken or fault is Fault.LOST_REPLY else Fault.NONE
        answered = outcomes is not None and struck is not Fault.LOST_REPLY
        self._sent.append(Sent(actor, tuple(changes), outcomes, answered, struck, began, datetime.now(UTC)))
        if outcomes is None or not answered:
            raise UnavailableError("The server does not answer.")
        return outcomes

    def take(self) -> list[Sent]:
        """What was sent since the last time. The line is whole again."""
        taken, self._sent, self.fault = self._sent, [], Fault.NONE
        return taken


@contextmanager
def _breaking(fault: Fault) -> Iterator[list[Fault]]:
    """Break the transactions of this block at that place. Gives a list that holds the fault once it has struck."""
    struck: list[Fault] = []

    def at_statement(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("INSERT INTO history"):
            at_once()

    def at_once(*_: Any) -> None:
        struck.append(fault)
        raise DisconnectionError("broken on purpose")

    places: dict[Fault, tuple[str, Callable[..., None]]] = {
        Fault.BEFORE_HISTORY: ("before_cursor_execute", at_statement),
        Fault.AFTER_HISTORY: ("after_cursor_execute", at_statement),
        Fault.BEFORE_COMMIT: ("commit", at_once),
    }
    place = places.get(fault)
    if place:
        event.listen(Engine, *place)
    try:
        yield struck
    finally:
        if place:
            event.remove(Engine, *place)
