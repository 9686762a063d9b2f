"""Who has which evaluation open, tab by tab, as this process knows it: kept in memory, forgotten when a tab is gone."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

ALIVE_SECONDS = 8.0
"""A tab that has not asked for news for so long is gone; it asks every second while it is looked at."""


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody in a tab: by name or role, and the title of the page they look at."""

    who: str
    page: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a tab shows: the evaluation, the place in its history, its own saves since then, and who else was there."""

    evaluation: str
    seq: int
    own: frozenset[int]
    others: tuple[Here, ...]


@dataclass(slots=True)
class _Tab:
    here: Here
    drawn: Drawn
    asked_at: float


class Presence:
    """The tabs that are open. Safe to use from several threads. `now` gives seconds that only rise."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Nobody is here yet."""
        self._now = now
        self._tabs: dict[str, _Tab] = {}
        self._lock = Lock()

    def drawn(self, tab: str, here: Here, drawn: Drawn) -> None:
        """Note what a tab shows now."""
        with self._lock:
            self._tabs[tab] = _Tab(here, drawn, self._now())

    def asks(self, tab: str) -> Drawn | None:
        """A tab asks for news, so it is looked at: what it shows, or `None` for a tab that this process never drew."""
        with self._lock:
            found = self._tabs.get(tab)
            if found is None:
                return None
            found.asked_at = self._now()
            return found.drawn

    def others(self, evaluation: str, tab: str) -> tuple[Here, ...]:
        """Who else has the evaluation open, sorted; the same person on the same page once."""
        with self._lock:
            oldest = self._now() - ALIVE_SECONDS
            for gone in [name for name, there in self._tabs.items() if there.asked_at < oldest]:
                del self._tabs[gone]
            found = {
                there.here for name, there in self._tabs.items() if name != tab and there.drawn.evaluation == evaluation
            }
        return tuple(sorted(found, key=lambda here: (here.who, here.page)))


PRESENCE = Presence()
"""The tabs of this process. Several processes each know their own."""
