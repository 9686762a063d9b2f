"""Who has which evaluation open, tab by tab, as this process knows it: kept in memory alone."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from threading import Lock

from sendself.ui.editor import Drawn

ALIVE_SECONDS = 8.0
"""A tab that has not asked for news for so long is not looked at; while it is, it asks anew at least so often."""
FORGOTTEN_SECONDS = 7 * 24 * 60 * 60.0
"""A tab that was left alone may be looked at again, after a break or when a computer wakes; for so long it is known."""


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody in a tab: by name or role, and the title of the page they look at."""

    who: str
    page: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a tab shows: the evaluation, as far as its page was drawn, and who else was there.

    `again_at` is when it is drawn anew, in seconds that only rise: the store was out of reach, and something may wait
    there to be saved.
    """

    evaluation: str
    drawn: Drawn
    others: tuple[Here, ...]
    again_at: float = inf


@dataclass(slots=True)
class _Tab:
    here: Here
    shown: Shown
    asked_at: float
    is_being_drawn: bool = False
    is_left: bool = False


class Presence:
    """The tabs that are open. Safe to use from several threads. `now` gives seconds that only rise.

    `stirred` rises whenever a tab was drawn anew: then others may have something to hear.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Nobody is here yet."""
        self._now = now
        self._tabs: dict[str, _Tab] = {}
        self._lock = Lock()
        self.stirred = 0

    def drawn(self, tab: str, here: Here, shown: Shown) -> None:
        """Note what a tab shows now."""
        with self._lock:
            # The last run of a page may end after its reader has left it.
            is_left = tab in self._tabs and self._tabs[tab].is_left
            self._tabs[tab] = _Tab(here, shown, self._now(), is_left=is_left)
            self.stirred += 1

    def begins(self, tab: str) -> None:
        """A tab is being drawn anew: until it is, nothing that it saves itself is news to it."""
        with self._lock:
            if tab in self._tabs:
                self._tabs[tab].is_being_drawn = True

    def knows(self, tab: str) -> bool:
        """Whether this process ever drew the tab and has not forgotten it."""
        with self._lock:
            return tab in self._tabs

    def asks(self, tab: str) -> Shown | None:
        """A tab asks for news, so it is looked at: what it shows.

        `None` for a tab that this process never drew, and for one that is just being drawn.
        """
        with self._lock:
            found = self._tabs.get(tab)
            if found is None:
                return None
            found.asked_at, found.is_left = self._now(), False
            return None if found.is_being_drawn else found.shown

    def left(self, tab: str) -> None:
        """A tab was closed or went to another page. Should it ask once more, it is looked at again."""
        with self._lock:
            if tab in self._tabs:
                self._tabs[tab].is_left = True
                self.stirred += 1

    def others(self, evaluation: str, tab: str) -> tuple[Here, ...]:
        """Who else looks at the evaluation, sorted; the same person on the same page once."""
        with self._lock:
            now = self._now()
            for gone in [name for name, there in self._tabs.items() if there.asked_at < now - FORGOTTEN_SECONDS]:
                del self._tabs[gone]
            found = {
                there.here
                for name, there in self._tabs.items()
                if name != tab and there.shown.evaluation == evaluation and _is_looked_at(there, now)
            }
        return tuple(sorted(found, key=lambda here: (here.who, here.page)))


def _is_looked_at(tab: _Tab, now: float) -> bool:
    return not tab.is_left and tab.asked_at >= now - ALIVE_SECONDS


PRESENCE = Presence()
"""The tabs of this process. Several processes each know their own."""
