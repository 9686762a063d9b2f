"""What a box on screen was filled from, and what became of that: the server's knowledge of what its reader has seen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.model import Assessment
from sendself.storage.kept import Entry

Along = Callable[[Assessment, Value], Mapping[EntryKey, Value]]
"""From the evaluation as it stands and a new value of a field: the fields that are saved together with it."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """What a choice on screen was before somebody else's was put there, and when (seconds that only rise)."""

    value: Value
    version: int
    at: float


@dataclass(frozen=True, slots=True)
class Filled:
    """What a run put into a widget, and what the browser held there until then."""

    run: int
    put: Any
    held: Any


@dataclass(frozen=True, slots=True)
class Offer:
    """A newer value of a field, and the text that the browser may put into its box while that holds `held`."""

    entry: Entry
    text: str
    held: str


@dataclass(slots=True)
class Shown:
    """What a box on screen was filled from: the value and version its reader has seen.

    `key` is its field, `begin` what the widget holds where the browser has drawn nothing yet, `from_box` turns what the
    widget holds into a value. `fresh` until this session has heard from its widget; `known` when it had heard from it
    before, and its reader has seen that and perhaps no more; `left` since its page was left. `op_id` belongs to a
    change that is not acknowledged yet, so that a retry is saved once. `theirs` is what somebody else saved meanwhile.
    `settled` is what the widget held when what its reader entered was last settled, and `put_back` what the browser had
    kept of words that were never sent. `replaced` is the choice that somebody else's took the place of just now,
    and `filled` what was put into the widget, until that has reached the browser. `along` says what is saved together
    with a new value. `text_of` is there for a box of text: what it holds when it shows a value. `offers` are the newer
    texts that the browser was offered for it; it `waits` while the newest of them is being offered (see `following`).
    """

    key: EntryKey
    value: Value
    version: int
    begin: Any = None
    fresh: bool = False
    known: bool = False
    left: bool = False
    from_box: Callable[[Any], Value] | None = None
    op_id: str = ""
    pending: Value = None
    theirs: Entry | None = None
    settled: Any = None
    put_back: str = ""
    replaced: Replaced | None = None
    filled: Filled | None = None
    along: Along | None = None
    text_of: Callable[[Value], str] | None = None
    offers: tuple[Offer, ...] = ()
    waits: bool = False

    @property
    def heard_of(self) -> bool:
        """Whether this session knows what its reader has seen, also where the server holds no widget for it any more.

        A run that was cut short may take the widget away and leave it as it was in the browser.
        """
        return not self.left and (self.known or not self.fresh)
