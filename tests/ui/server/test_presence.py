"""Who looks at an evaluation: seen while they ask, left out when they do not, never lost for it."""

import pytest

from sendself.ui.editor import Drawn
from sendself.ui.server.presence import ALIVE_SECONDS, FORGOTTEN_SECONDS, Here, Presence, Shown

SENCO, HEAD = Here("Priya Nair", "Context"), Here("Alex Reed", "Plan")


class Clock:
    """Seconds that go on when they are told to."""

    def __init__(self) -> None:
        """At the beginning."""
        self.seconds = 0.0

    def __call__(self) -> float:
        """Now."""
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    """The time that the presence sees."""
    return Clock()


@pytest.fixture
def presence(clock: Clock) -> Presence:
    """Two people in two tabs of one evaluation."""
    both = Presence(clock)
    both.drawn("one", SENCO, shown())
    both.drawn("other", HEAD, shown())
    return both


def shown(evaluation: str = "a", seq: int = 3) -> Shown:
    """What a tab shows of an evaluation in which nobody else was."""
    return Shown(evaluation, Drawn(seq), ())


def test_each_sees_the_other(presence: Presence) -> None:
    """Each tab has the other as company, and not itself."""
    assert presence.others("a", "one") == (HEAD,)
    assert presence.others("a", "other") == (SENCO,)


def test_another_evaluation_is_elsewhere(presence: Presence) -> None:
    """Whoever looks at another evaluation is not here."""
    presence.drawn("other", HEAD, shown("b"))

    assert presence.others("a", "one") == ()


def test_same_person_on_the_same_page_counts_once(presence: Presence) -> None:
    """Two tabs of one person are one person."""
    presence.drawn("third", HEAD, shown())

    assert presence.others("a", "one") == (HEAD,)


def test_tab_that_stops_asking_is_left_out(presence: Presence, clock: Clock) -> None:
    """Closed, hidden or asleep: after a while it is not said to be here."""
    clock.seconds = ALIVE_SECONDS + 1
    presence.asks("one")

    assert presence.others("a", "one") == ()


def test_tab_that_was_left_is_gone_at_once_and_may_come_back(presence: Presence) -> None:
    """Whoever loads a page anew does not see a shadow of herself."""
    presence.left("one")
    assert presence.others("a", "other") == ()
    presence.drawn("one", SENCO, shown())
    assert presence.others("a", "other") == (), "its last run ended after it was left"

    presence.asks("one")
    assert presence.others("a", "other") == (SENCO,)


def test_tab_that_is_being_drawn_has_no_news(presence: Presence) -> None:
    """What it saves in the meantime is its own; once it is drawn it hears of the others again."""
    presence.begins("one")
    assert presence.asks("one") is None

    presence.drawn("one", SENCO, shown())
    assert presence.asks("one") == shown()


def test_tab_that_is_looked_at_again_still_gets_news(presence: Presence, clock: Clock) -> None:
    """A tab behind another, or a computer that slept: what it shows is known, so it can be told what is new."""
    clock.seconds = ALIVE_SECONDS + 1
    presence.others("a", "one")

    assert presence.asks("other") == shown()
    assert presence.others("a", "one") == (HEAD,)


def test_tab_of_last_week_is_forgotten(presence: Presence, clock: Clock) -> None:
    """What nobody looks at any more takes no room for ever."""
    assert presence.knows("other")
    clock.seconds = FORGOTTEN_SECONDS + 1
    presence.others("a", "one")

    assert presence.asks("other") is None
    assert not presence.knows("other")


def test_tab_that_was_never_drawn_is_unknown(presence: Presence) -> None:
    """A name that nobody has gets nothing."""
    assert presence.asks("made up") is None
    assert not presence.knows("made up")
