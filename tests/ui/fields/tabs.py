"""Tabs of one evaluation: the pages' own code on the server's side, and what a browser holds and shows on the other."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import streamlit as st

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.participants import Participant
from sendself.storage.kept import Actor, Saved
from sendself.storage.repository import Repository
from sendself.ui import session
from sendself.ui.editor import Drawn, Editor
from sendself.ui.fields import boxes, delivered, drafts, following
from sendself.ui.fields.box import Box
from sendself.ui.fields.box_kinds import NOTE, one_of
from sendself.ui.fields.following import Newer
from sendself.ui.fields.keep_typing import name_of

WHY, TESTED = EntryKey("review", AGREED, "why"), EntryKey("review", AGREED, "wants_tested")
RATING = EntryKey("theme:outcomes.exclusions", AGREED, "rating")
FIELDS: dict[EntryKey, Box] = {WHY: NOTE, TESTED: NOTE, RATING: one_of({level: str(level) for level in (1, 2, 3, 4)})}
THEIRS, MINE, BOTH = "Use theirs", "Keep mine", "Join both"
KEYS = {THEIRS: "theirs", MINE: "mine", BOTH: "join"}


IN_THE_BROWSER = ("held", "beside", "drafts", "handled", "seen", "buttons", "newer", "followed", "reached")
"""What a tab holds that a run changes only by what it draws."""


class Overwritten(AssertionError):
    """Something was saved that nobody entered, or over something that its writer had not seen."""


class Lost(AssertionError):
    """What somebody entered is nowhere any more."""


class AgainstThemselves(AssertionError):
    """Somebody is asked to decide between their words and what they saved themselves."""


@dataclass(slots=True)
class Draft:
    """What the script in the browser keeps of unsent words, and the version that its writer had before their eyes."""

    text: str
    seq: int
    version: int | None
    base: int


@dataclass(slots=True)
class Tab:
    """One tab. `state` is the server's memory of it; all else is in the browser, or in its reader's head.

    `held` is what the boxes hold, `unsent` those whose words the server has not heard. `base` is the version that a box
    showed when its reader began to change it, or that they decided to go on from; `beside` is what stands against a
    box. `handled` are the settled boxes that the browser has heard of. `entered` is everything that its reader ever
    entered in a field, `last` what they did not give up of it. `inside` is the box that its reader is in, `newer` are
    the texts that the browser may put into the others, `followed` those that it did.
    """

    name: str
    repository: Repository
    evaluation: str
    state: dict[str, Any] = field(default_factory=dict)
    held: dict[EntryKey, Any] = field(default_factory=dict)
    unsent: set[EntryKey] = field(default_factory=set)
    base: dict[EntryKey, int] = field(default_factory=dict)
    beside: dict[EntryKey, tuple[int, Value]] = field(default_factory=dict)
    entered: dict[EntryKey, list[Value]] = field(default_factory=dict)
    last: dict[EntryKey, Value] = field(default_factory=dict)
    drafts: dict[EntryKey, Draft] = field(default_factory=dict)
    handled: set[str] = field(default_factory=set)
    seen: dict[str, Any] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)
    drawn: Drawn | None = None
    buttons: frozenset[str] = frozenset()
    inside: EntryKey | None = None
    newer: dict[EntryKey, Newer] = field(default_factory=dict)
    followed: dict[EntryKey, Newer] = field(default_factory=dict)
    reached: str = ""
    drawing: int = len(FIELDS)

    def enter(self, key: EntryKey, value: Any) -> None:
        """Type into a box, or choose: the server has not heard of it yet."""
        if FIELDS[key].typed:
            lagging = self.seen["behind"].get(name_of(self._widget(key)))
            draft = self.drafts.setdefault(key, Draft("", self.seen["seq"], lagging, self.base.get(key, 0)))
            draft.text = value
        self.held[key], self.inside = value, key
        self.unsent.add(key)
        self._means(key, FIELDS[key].from_box(value))

    def follow(self) -> int:
        """The browser puts newer texts into the boxes that nobody is in and whose words the server has. How many."""
        followed = 0
        for key, newer in self.newer.items():
            own = self.drafts.get(key)
            if key == self.inside or self.held[key] != newer.held or (own and own.text != newer.held):
                continue
            if newer.held == newer.text:
                continue
            self.drafts.pop(key, None)
            self.held[key], self.base[key], self.followed[key] = newer.text, newer.version, newer
            self.seen["behind"][name_of(newer.widget)] = newer.version
            self.unsent.add(key)
            followed += 1
        return followed

    def run(self, *, heard: bool = True, press: str = "") -> None:
        """One run of the page: the browser sends what its boxes hold if it is `heard`, and a button may be pressed."""
        if heard:
            self.unsent.clear()
        with patch.object(session, "_state", lambda: self.state), self._watched():
            for _ in range(4):
                try:
                    with self._pressed(press):
                        return self._script()
                except _DrawnAgain:
                    press = ""
            raise AssertionError("the page is drawn again and again")

    def run_unseen(self, drawn: int) -> None:
        """A run of which nothing reaches the browser, cut short after so many boxes: what is sent next ends it."""
        before, base = deepcopy({name: getattr(self, name) for name in IN_THE_BROWSER}), dict(self.base)
        self.drawing = drawn
        with suppress(_CutShort):
            self.run()
        self.drawing = len(FIELDS)
        # Where the box holds what stands there now its reader has nothing more to see.
        self.base.update({key: base[key] for key in base if self.held[key] != before["held"][key]})
        for name, known in before.items():
            setattr(self, name, known)

    def restart(self) -> None:
        """The server dies, its memory of the tab is gone. The browser notes what its reader had seen."""
        self.state, self.told, self.drawn = {}, self.seen, None

    def cut_short(self) -> None:
        """A run ends before the boxes are drawn: the server's memory of what they hold is gone, that of them is not."""
        for key in FIELDS:
            self.state.pop(self._widget(key), None)

    def reload(self) -> None:
        """The page is loaded anew: what its boxes held is gone, its drafts are not."""
        self.state, self.seen, self.told, self.drawn, self.inside = {}, {}, {}, None, None
        for known in (self.held, self.newer, self.followed):
            known.clear()
        self.unsent.clear()
        self.run()
        # What came back with the page from the server need not be kept any more.
        self.drafts = {key: draft for key, draft in self.drafts.items() if self.held[key] != draft.text}

    def check(self) -> None:
        """What was entered last is in the history, in its box, or in a draft. Raises `Lost`."""
        for key, value in self.last.items():
            past = [entry.value for entry in self.repository.history(Actor(self.name), self.evaluation, key)]
            kept = key in self.drafts and FIELDS[key].from_box(self.drafts[key].text) == value
            in_box = key in self.held and FIELDS[key].from_box(self.held[key]) == value
            # What was emptied again before it was saved leaves things as they were.
            nothing = not value
            if value not in past and not kept and not in_box and not nothing:
                raise Lost(f"{self.name} entered {value!r} in {key.text}")

    def _script(self) -> None:
        lost = [key for key, draft in self.drafts.items() if key in self.held and self.held[key] != draft.text]
        handed_over = [self._handed_over(key) for key in lost]
        for key, value in self.held.items():
            if key not in self.unsent and self._widget(key) in self.state:
                self.state[self._widget(key)] = value
        self.state[delivered.MARK] = self.reached
        delivered.begins()
        stored = self.repository.load(Actor(self.name), self.evaluation)
        you = Participant(id="p", name=self.name, perspective="senco")
        editor = Editor(self.repository, stored, you, self.drawn)
        boxes.save_what_changed(editor)
        self.newer = {
            key: newer for newer in following.newer_texts(editor) for key in FIELDS if newer.widget == self._widget(key)
        }
        behind = {name_of(widget): version for widget, version in drafts.behind(editor).items()}
        # A session that begins knows of no box yet: what the browser was told last stays as it is.
        if self.drawn is not None or not self.seen:
            self.seen = {"seq": editor.stored.seq, "behind": behind}
        self._correct_what_is_behind()
        session.tab().told = self.told or self.seen
        self._hear_what_is_settled()
        taken_up = drafts.take_up(editor, handed_over, first=self.drawn is None)
        self.beside.clear()
        for key, box in list(FIELDS.items())[: self.drawing]:
            self._draw(editor, key, box)
        if self.drawing < len(FIELDS):
            raise _CutShort
        self.reached = delivered.mark_of_this_run()
        self.drawn = editor.drawn
        if taken_up or following.is_to_be_offered(editor):
            raise _DrawnAgain

    def _correct_what_is_behind(self) -> None:
        """The server may not have heard yet which boxes follow."""
        behind = self.seen["behind"]
        for key, newer in self.followed.items():
            name = name_of(newer.widget)
            if name in behind and behind[name] < newer.version and self.held.get(key) == newer.text:
                behind[name] = newer.version

    def _draw(self, editor: Editor, key: EntryKey, box: Box) -> None:
        widget = self._widget(key)
        shown, begin = boxes.prepare(editor, key, box)
        if widget not in self.state:
            # After a restart the browser sends what the box holds; a box that it does not know begins as it is told.
            self.state[widget] = self.held[key] if key in self.held and key not in self.unsent else begin
        if key not in self.unsent:
            self.held[key] = self.state[widget]
        boxes.finish(editor, shown, box, self.state[widget])
        if key not in self.unsent and box.from_box(self.held[key]) == editor.value(key, box.from_box(None)):
            self.base[key] = editor.version(key)
        if shown.theirs is not None:
            if shown.theirs.by == self.name:
                raise AgainstThemselves(f"{self.name} saved {shown.theirs.value!r} in {key.text}")
            self.beside[key] = shown.theirs.version, shown.theirs.value

    def _decide(self, press: str, pressed: str, beside: dict[EntryKey, tuple[int, Value]]) -> None:
        """A button that stood beside a box is answered: its reader goes on from what they saw there."""
        for key, (version, value) in beside.items():
            if pressed != f"{KEYS[press]}|{self._widget(key)}|{version}":
                continue
            mine = FIELDS[key].from_box(self.held[key])
            self.base[key] = version
            if press == THEIRS:
                self.last.pop(key, None)
            else:
                self._means(key, mine if press == MINE else f"{value}\n\n{mine}")

    def _means(self, key: EntryKey, value: Value) -> None:
        self.entered.setdefault(key, []).append(value)
        self.last[key] = value

    def _hear_what_is_settled(self) -> None:
        for one in session.settled_boxes():
            if one.id in self.handled:
                continue
            self.handled.add(one.id)
            for key in [key for key in self.drafts if self._widget(key) == one.widget]:
                if one.text in (None, self.drafts[key].text) or (not one.draft and one.text == self.held.get(key)):
                    del self.drafts[key]
                elif not one.draft:
                    lagging = self.seen["behind"].get(name_of(one.widget))
                    self.drafts[key] = Draft(self.drafts[key].text, self.seen["seq"], lagging, self.base.get(key, 0))

    def _handed_over(self, key: EntryKey) -> dict[str, Any]:
        draft = self.drafts[key]
        self.base[key] = draft.base
        told = {"text": draft.text, "seq": draft.seq, "version": draft.version, "here": True}
        return {"draft": f"{key.text} {self.name}", "box": name_of(self._widget(key)), **told}

    def _widget(self, key: EntryKey) -> str:
        return f"{self.evaluation}|{key.text}"

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Hold every save against what its writer entered, and what stood before their eyes."""
        save = Repository.save

        def watched(repository: Repository, actor: Actor, evaluation: str, changes: Any, *, room: Any) -> Any:
            (change,) = changes
            if change.value not in self.entered.get(change.key, ()):
                raise Overwritten(f"{self.name} never entered {change.value!r} in {change.key.text}")
            (outcome,) = outcomes = save(repository, actor, evaluation, changes, room=room)
            if isinstance(outcome, Saved) and outcome.entry.version > change.expected:
                if change.expected != self.base.get(change.key):
                    raise Overwritten(f"{self.name} had not seen version {change.expected} of {change.key.text}")
                self.base[change.key] = outcome.entry.version
            return outcomes

        with patch.object(Repository, "save", watched):
            yield

    @contextmanager
    def _pressed(self, label: str) -> Iterator[None]:
        """Buttons with this label are pressed, as far as they were on the page before this run and still are."""
        there, drawn, beside = self.buttons, set[str](), dict(self.beside)

        def button(said: str, *, key: str, **_: Any) -> bool:
            drawn.add(key)
            if said != label or key not in there:
                return False
            self._decide(said, key, beside)
            return True

        with patch.object(st, "button", button), patch.object(st, "rerun", _draw_again):
            yield
        self.buttons = frozenset(drawn)


class _CutShort(Exception):
    """The run of a page ends before it is drawn."""


class _DrawnAgain(Exception):
    """The run of a page ends, and the next begins."""


def _draw_again() -> None:
    raise _DrawnAgain
