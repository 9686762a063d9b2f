"""Whatever is done in several tabs, and however they end: nothing entered is lost, nothing is overwritten unseen."""

import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from sendself.assessment.begin import new_assessment
from sendself.assessment.entries.keys import EntryKey
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from sendself.storage.kept import Actor
from sendself.storage.repository import Repository, open_repository
from sendself.ui import session
from sendself.ui.fields import boxes, drafts, following, taking_up
from sendself.ui.fields.both import go_on_from
from sendself.ui.shown import Shown
from tests.ui.fields.tabs import (
    BOTH,
    FIELDS,
    KEYS,
    MINE,
    RATING,
    TESTED,
    THEIRS,
    WHY,
    AgainstThemselves,
    Lost,
    Overwritten,
    Tab,
)

NUMBERS = st.sampled_from((0, 1, 2))
PROSE = st.sampled_from((WHY, TESTED))
LEVELS = st.sampled_from((1, 2, 3, 4, None))
HEARD = st.sampled_from((True, True, False))


class Tabs(RuleBasedStateMachine):
    """Three people, each with a tab of the same page. `happened` counts what came about."""

    def __init__(self, repository: Repository, happened: Counter[str]) -> None:
        super().__init__()
        evaluation = new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM)
        repository.create(Actor("Nobody"), evaluation)
        self.repository, self.happened, self.words = repository, happened, 0
        self.tabs = [Tab(name, repository, evaluation.id) for name in ("Alex", "Priya", "Sam")]
        for tab in self.tabs:
            tab.run()

    @rule(number=NUMBERS, key=PROSE, clear=st.sampled_from((False, False, False, True)), heard=HEARD)
    def write(self, number: int, key: EntryKey, clear: bool, heard: bool) -> None:
        """Type a new word, or empty the box; the server hears of it, or not yet."""
        tab = self.tabs[number]
        self.words += 1
        tab.enter(key, "" if clear else f"{tab.held[key]} {tab.name}{self.words}".strip())
        if heard:
            self._run(tab)

    @rule(number=NUMBERS, level=LEVELS)
    def choose(self, number: int, level: int | None) -> None:
        """Choose a level, or take it back."""
        if level != self.tabs[number].held[RATING]:
            self.tabs[number].enter(RATING, level)
            self._run(self.tabs[number])

    @rule(number=NUMBERS, heard=HEARD)
    def look(self, number: int, heard: bool) -> None:
        """The page is drawn again, with or without what is being typed."""
        self._run(self.tabs[number], heard=heard)

    @precondition(lambda self: any(tab.beside for tab in self.tabs))
    @rule(label=st.sampled_from((THEIRS, MINE, BOTH)))
    def decide(self, label: str) -> None:
        """Press what stands beside the boxes that somebody else changed."""
        self.happened[label] += 1
        self._run(next(tab for tab in self.tabs if tab.beside), press=label)

    @precondition(lambda self: any(tab.newer for tab in self.tabs))
    @rule(heard=HEARD)
    def follow(self, heard: bool) -> None:
        """The browsers put newer texts into boxes that nobody is in; the servers hear of it, or not yet."""
        self._follow(heard)

    @rule(heard=HEARD)
    def hear_the_news(self, heard: bool) -> None:
        """A moment later: every page is drawn again, and boxes follow."""
        for tab in self.tabs:
            self._run(tab)
        self._follow(heard)

    @rule(
        number=NUMBERS, other=NUMBERS, level=LEVELS, drawn=st.integers(0, len(FIELDS)), then=st.sampled_from((1, 2, 3))
    )
    def cross(self, number: int, other: int, level: int | None, drawn: int, then: int) -> None:
        """Somebody chooses, and what a tab then draws has not reached its browser as that sends what it still holds."""
        if number != other:
            self.choose(other, level)
        tab = self.tabs[number]
        tab.run_unseen(drawn)
        match then:
            case 1:
                self._run(tab)
            case 2:
                self.write(number, WHY, clear=False, heard=True)
            case _:
                self.choose(number, level)

    @rule(number=NUMBERS)
    def leave(self, number: int) -> None:
        """Go out of the box that one is in."""
        self.tabs[number].inside = None

    @rule(order=st.permutations((0, 1, 2)))
    def restart(self, order: list[int]) -> None:
        """The server dies and is started; the tabs come back one after the other."""
        self.happened["restart"] += 1
        for tab in self.tabs:
            tab.restart()
        for number in order:
            self._run(self.tabs[number])

    @rule(number=NUMBERS, key=PROSE, typing=st.booleans())
    def cut_short(self, number: int, key: EntryKey, typing: bool) -> None:
        """A run ends before it has drawn its boxes, perhaps in the middle of a word: the browser goes on with them."""
        self.happened["cut short"] += 1
        self.tabs[number].cut_short()
        if typing:
            self.write(number, key, clear=False, heard=True)
        self._run(self.tabs[number])

    @rule(number=NUMBERS, key=PROSE, typing=st.booleans())
    def reload(self, number: int, key: EntryKey, typing: bool) -> None:
        """Somebody loads the page anew, perhaps in the middle of a word: then the browser hands over what it kept."""
        tab = self.tabs[number]
        if typing:
            self.write(number, key, clear=False, heard=False)
        self.happened["reload with a draft"] += bool(tab.drafts)
        tab.last.pop(RATING, None)
        tab.reload()
        self._run(tab)

    def _follow(self, heard: bool) -> None:
        for tab in self.tabs:
            followed = tab.follow()
            self.happened["followed"] += followed
            if followed and heard:
                self._run(tab)
            tab.check()

    def _run(self, tab: Tab, **how: Any) -> None:
        tab.run(**how)
        self.happened["against each other"] += len(tab.beside)
        tab.check()


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    """A database file."""
    logging.getLogger("streamlit").setLevel(logging.ERROR)
    opened = open_repository(f"sqlite:///{tmp_path / 'tabs.sqlite3'}")
    yield opened
    opened.close()


def walk(repository: Repository, examples: int, number: int, steps: int = 16) -> Counter[str]:
    """So many runs, the same ones for the same `number`. What happened in them."""
    happened: Counter[str] = Counter()

    @seed(number)
    def begin() -> Tabs:
        return Tabs(repository, happened)

    run_state_machine_as_test(
        cast(type[RuleBasedStateMachine], begin),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            derandomize=True,
            database=None,
            deadline=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
    return happened


@pytest.mark.parametrize(
    ("examples", "number"), [(100, 1), pytest.param(1000, 2, marks=pytest.mark.prove)], ids=["sample", "long"]
)
def test_tabs_lose_nothing_and_overwrite_nothing_unseen(repository: Repository, examples: int, number: int) -> None:
    """Typed, heard late or never, taken, kept or joined, restarted and loaded anew."""
    happened = walk(repository, examples, number)

    for something in (*("against each other", "restart", "cut short", "reload with a draft", "followed"), *KEYS):
        assert happened[something] > 2, something


def _go_on_from_the_newest(shown: Shown, held: object) -> None:
    for offer in shown.offers:
        if held == offer.text and shown.theirs:
            go_on_from(shown, shown.theirs)


MISTAKES: dict[str, tuple[Any, str, Any]] = {
    "a box that lags behind is taken for an edit": (drafts, "behind", lambda _editor: {}),
    "what was seen is forgotten in a restart": (
        taking_up,
        "base_of",
        lambda editor, shown, _seen: (editor.value(shown.key, ""), editor.version(shown.key)),
    ),
    "what was seen is forgotten in a run that is cut short": (Shown, "heard_of", property(lambda _: False)),
    "a draft comes back over a newer text": (
        drafts,
        "base_of",
        lambda editor, shown, _seen: (editor.value(shown.key, ""), editor.version(shown.key)),
    ),
    "drafts are given up": (drafts, "_is_still_needed", lambda *_, **__: False),
    "a newer text comes into a box that somebody typed in": (
        following,
        "_is_untouched",
        lambda widget, shown: bool(shown.text_of) and session.on_screen(widget),
    ),
    "what a browser held before it was filled is taken for an edit": (boxes, "_is_on_its_way", lambda *_: False),
    "a box that follows is taken for the newest text": (
        boxes,
        "follow",
        _go_on_from_the_newest,
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_is_found(repository: Repository, monkeypatch: pytest.MonkeyPatch, mistake: str) -> None:
    """Each would lose or overwrite something, and does not get through."""
    place, name, instead = MISTAKES[mistake]
    monkeypatch.setattr(place, name, instead)

    with pytest.raises((Overwritten, Lost, AgainstThemselves)):
        walk(repository, 200, 3)


def test_fields_are_of_both_kinds() -> None:
    """A typed box and a choice behave differently, so both are there."""
    assert {box.typed for box in FIELDS.values()} == {True, False}
