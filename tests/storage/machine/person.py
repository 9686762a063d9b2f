"""Somebody at a page: what their boxes hold, what they were shown, and what is not saved yet.

The pages' own code decides what is sent and from which version; what a browser would do is done here.
"""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import cast

from sendself.assessment.entries.defaults import default_value
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.entries.values import checked_value
from sendself.assessment.identifiers import AGREED
from sendself.assessment.participants import Participant
from sendself.storage.errors import UnavailableError
from sendself.storage.kept import Actor, Change, Conflict, Entry, Saved
from sendself.storage.repository import Repository
from sendself.ui.editor import Drawn, Editor
from sendself.ui.session import new_op_id
from sendself.ui.shown import Shown
from tests.storage.machine.ledger import Ledger, promised
from tests.storage.machine.line import Fault, Line, Sent

Keep = Callable[[Editor, Shown, Value], str | None]
"""How a page saves what a box holds."""

THEME, PRIORITY = "theme:outcomes.exclusions", "priority:p1"
STRENGTHS, AGREED_RATING = EntryKey(THEME, AGREED, "strengths"), EntryKey(THEME, AGREED, "rating")
WORDS, REMOVED = EntryKey(PRIORITY, AGREED, "text"), EntryKey(PRIORITY, AGREED, "removed")
PROSE = frozenset({STRENGTHS, WORDS})
# Texts that are joined again and again would grow beyond what a box takes.
LONGEST = 2_000


@dataclass(slots=True)
class Person:
    """One tab. `boxes` is what its boxes were filled from, `held` what they hold, `batch` what waits for an answer.

    `drawn` is what its page showed when it was drawn last, `versions` the version of each field that it showed or that
    was acknowledged since.
    """

    you: Participant
    assessment_id: str
    line: Line
    ledger: Ledger
    keep: Keep
    opening: type[Editor]
    happened: Counter[str]
    editor: Editor = field(init=False)
    boxes: dict[EntryKey, Shown] = field(default_factory=dict)
    held: dict[EntryKey, Value] = field(default_factory=dict)
    drawn: Drawn | None = None
    versions: dict[EntryKey, int] = field(default_factory=dict)
    batch: tuple[Change, ...] = ()
    batch_seen: dict[EntryKey, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.look()

    @property
    def fields(self) -> tuple[EntryKey, ...]:
        """The fields with a box on this page: the shared ones, and the rating from one's own perspective."""
        return STRENGTHS, AGREED_RATING, WORDS, self.own_rating

    @property
    def own_rating(self) -> EntryKey:
        """The rating of the theme from this person's perspective."""
        return EntryKey(THEME, self.you.perspective, "rating")

    @property
    def unsaved(self) -> tuple[EntryKey, ...]:
        """The fields whose box holds something else than is known to be saved."""
        return tuple(key for key in self.fields if self.said(key) != self.boxes[key].value)

    @property
    def undecided(self) -> tuple[EntryKey, ...]:
        """The fields beside whose box somebody else's value is shown."""
        return tuple(key for key in self.fields if self.boxes[key].theirs is not None)

    def said(self, key: EntryKey) -> Value:
        """What a box holds, as it would be kept."""
        return checked_value(key, self.held[key])

    def begin_run(self) -> None:
        """A run of the page begins: the evaluation is loaded."""
        stored = self.line.load(self._actor, self.assessment_id)
        self.editor = self.opening(cast(Repository, self.line), stored, self.you, self.drawn)

    def look(self) -> None:
        """A run that draws the page: an untouched choice takes what is new, beside other boxes it is shown."""
        self.begin_run()
        for key in self.fields:
            now, shown = self.editor.stored.entries.get(key), self.boxes.get(key)
            value, version = (now.value, now.version) if now else (default_value(key), 0)
            untouched = key not in PROSE and shown is not None and self.said(key) == shown.value
            if shown is None or (untouched and version > shown.version and not shown.op_id):
                self.boxes[key], self.held[key] = Shown(key, value, version), value
            elif version > shown.version and not shown.op_id:
                shown.theirs = now
        self._is_drawn()

    def send(self, key: EntryKey, fault: Fault) -> None:
        """The page saves what a box holds, if it differs from what its reader was shown."""
        shown, said = self.boxes[key], self.said(key)
        start = replace(shown)
        if start.theirs is not None and start.theirs.value == said:
            start.value, start.version, start.theirs = said, start.theirs.version, None
        self.line.fault = fault
        # A try after no answer came is of a later run.
        self.editor.out_of_reach = False
        problem = self.keep(self.editor, shown, self.held[key])
        sent = self.line.take()
        for one in sent:
            self.ledger.judge(one, {key: start.version})
        if said == start.value or start.theirs is not None:
            promised(not sent, "saved though nobody asked for it", start, said)
            promised(_standing(shown) == _standing(start), "a box forgot what its reader has seen", start, shown)
        else:
            promised(len(sent) == 1, "what was entered was not sent once", start, said)
            self._check_after(start, said, sent[0], problem)

    def decide(self, key: EntryKey, way: str, fault: Fault) -> None:
        """Use theirs, keep mine or join both: then the box goes on from theirs."""
        shown, mine = self.boxes[key], self.held[key]
        theirs = shown.theirs
        assert theirs is not None
        if way == "theirs":
            self.held[key] = theirs.value
        elif way == "join" and key in PROSE and len(theirs.value) + len(mine) < LONGEST:
            self.held[key] = f"{theirs.value}\n\n{mine}"
        shown.value, shown.version, shown.theirs = theirs.value, theirs.version, None
        self.send(key, fault)

    def press(self, values: dict[EntryKey, Value], fault: Fault) -> None:
        """A button saves several values together: the run that answers the click has loaded what the page had not."""
        seen = {key: self.versions.get(key, 0) for key in values}
        self.begin_run()
        newer = [key for key in values if self.editor.version(key) != seen[key]]
        self.line.fault = fault
        everything = self.editor.put_all(values)
        sent = self.line.take()
        if newer:
            promised(not sent and not everything, "a button saved over what its page did not show", newer, sent)
            self.happened["button refused"] += 1
        else:
            promised(len(sent) == 1, "a button did not save", values)
            self.ledger.judge(sent[0], seen)
            saved = [isinstance(outcome, Saved) for outcome in sent[0].outcomes or ()]
            promised(everything == (sent[0].answered and all(saved)), "a button is told the wrong thing", values, sent)
        self._is_drawn()

    def begin_batch(self, values: dict[EntryKey, Value]) -> None:
        """Changes to be sent together, and again until there is an answer, each with an id of its own."""
        self.batch_seen = {key: self.editor.version(key) for key in values}
        self.batch = tuple(Change(key, value, self.batch_seen[key], new_op_id()) for key, value in values.items())

    def send_batch(self, fault: Fault) -> None:
        """Send them, for the first time or again after no answer came."""
        self.line.fault = fault
        with suppress(UnavailableError):
            self.line.save(self._actor, self.assessment_id, self.batch)
        (sent,) = self.line.take()
        self.ledger.judge(sent, self.batch_seen)
        if sent.answered:
            self.batch = ()

    def _is_drawn(self) -> None:
        """The page of this run is drawn: its reader sees every field but those whose box holds on to something else."""
        self.drawn = self.editor.drawn
        self.versions = {key: self.editor.version(key) for key in self.editor.stored.entries}

    def _check_after(self, start: Shown, said: Value, sent: Sent, problem: str | None) -> None:
        """After a save the box goes on from what was acknowledged, or keeps everything for the next time."""
        shown, (change,) = self.boxes[start.key], sent.changes
        if start.op_id and start.pending == said:
            promised(change.op_id == start.op_id, "the same write was sent again with another id", start, change)
        if not sent.answered or sent.outcomes is None:
            again = (shown.op_id, shown.pending)
            promised(again == (change.op_id, said) and bool(problem), "a failure is taken for a save", shown, change)
            promised(_standing(shown) == _standing(start), "a box forgot what its reader has seen", start, shown)
            return
        match sent.outcomes[0]:
            case Saved(_, entry):
                gone_on = (entry.value, entry.version, None)
                promised(_standing(shown) == gone_on, "a box did not go on from what was saved", shown, entry)
                self._is_drawn()
            case Conflict(_, current):
                both = (start.value, start.version, current)
                promised(_standing(shown) == both, "a conflict is not shown", shown, current)
        promised(not shown.op_id and not problem, "an answered write is taken for an unanswered one", shown, problem)

    @property
    def _actor(self) -> Actor:
        return Actor(self.you.name)


def _standing(shown: Shown) -> tuple[Value, int, Entry | None]:
    return shown.value, shown.version, shown.theirs
