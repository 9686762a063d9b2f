"""What was taken away while it was on screen: said, and put back when somebody wants it."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from sendself.assessment.english import capital
from sendself.assessment.entries.assembling import assemble, header_of
from sendself.assessment.entries.keys import EntryKey, removed_key
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.uk_clock import uk_day, uk_moment, uk_time, uk_today
from sendself.report.chapters.wording import shortened
from sendself.ui.editor import NOBODY, Editor
from sendself.ui.elements.plain import plain, spoken
from sendself.ui.elements.told_apart import told_apart
from sendself.ui.lists.items import items_of, save_or_say
from sendself.ui.lists.on_screen import forget, on_screen, remember_on_screen, taken_here

_WORDS = 60


@dataclass(frozen=True, slots=True)
class _Kind:
    """How an item of a kind is called, the fields that have its words, and how its going and coming back are said."""

    called: str
    fields: tuple[str, ...]
    nameless: str
    away: str = "away"
    back: str = "Put it back"
    leave: str = "Leave it away"
    kept: str = "All that it says is kept"


_KINDS: Mapping[str, _Kind] = {
    "highlight": _Kind("the strength “{}”", ("text",), "a strength without words"),
    "priority": _Kind("the priority “{}”", ("text",), "a priority without words"),
    "evidence": _Kind("the evidence “{}”", ("title",), "a piece of evidence without words"),
    "action": _Kind("the action “{}”", ("what",), "an action without words"),
    "participant": _Kind(
        "{}",
        ("name", "role"),
        "somebody without a name",
        away="off the list",
        back="Put back on the list",
        leave="Leave off the list",
        kept="All that they rated and wrote is kept",
    ),
}


def still_on_screen(editor: Editor, *kinds: str) -> Assessment:
    """The evaluation with the items of these kinds too that somebody else took away while they were on screen here.

    They keep their card and its boxes until somebody has decided (see `said_taken_away`): whoever is typing in one of
    them goes on typing, and nothing is lost.
    """
    back = {_removed(kind, one): False for kind in kinds for one in _gone(editor, kind)}
    if not back:
        return editor.assessment
    values = {key: entry.value for key, entry in editor.stored.entries.items()} | back
    return assemble(header_of(editor.assessment), values, updated_at=editor.assessment.updated_at)


def said_taken_away(editor: Editor, subject: str) -> bool:
    """At the end of a card: whether somebody took its item away, and then who, with ways to put it back or leave it."""
    kind, _, item = subject.partition(":")
    gone = _gone(editor, kind)
    if item not in gone:
        return False
    called = told_apart({one: _called(editor, kind, one) for one in gone})[item]
    with st.container(key=f"gone-{subject}"):
        st.warning(plain(_who_took(editor, kind, item, called)))
        _ways(editor, kind, item, called)
    return True


def taken_away(editor: Editor, kind: str) -> None:
    """Say which items were taken away here since the page was opened, each with a way to put it back.

    To be called once per page with such items, whose cards are drawn: it notes which ones are on screen.
    """
    shown = tuple(item.id for item in items_of(still_on_screen(editor, kind), kind))
    remember_on_screen(editor, kind, shown)
    own = [one for one in taken_here(editor, kind) if one not in shown]
    for item, called in told_apart({one: _called(editor, kind, one) for one in own}).items():
        with st.container(border=True, key=f"gone-{kind}:{item}"):
            st.info(plain(f"You took {called} {_KINDS[kind].away}. {_KINDS[kind].kept}."))
            _ways(editor, kind, item, called)


def _gone(editor: Editor, kind: str) -> list[str]:
    there = {item.id for item in items_of(editor.assessment, kind)}
    return [one for one in on_screen(editor, kind) if one not in there and editor.value(_removed(kind, one))]


def _ways(editor: Editor, kind: str, item: str, called: str) -> None:
    subject = f"{kind}:{item}"
    with st.container(horizontal=True):
        if st.button(f"{_KINDS[kind].back}: {spoken(called)}", key=f"put-back-{subject}"):
            save_or_say(editor, {_removed(kind, item): False})
        if st.button(f"{_KINDS[kind].leave}: {spoken(called)}", key=f"leave-{subject}"):
            forget(editor, subject)
            st.rerun()


def _who_took(editor: Editor, kind: str, item: str, called: str) -> str:
    entry = editor.stored.entries[_removed(kind, item)]
    by = "somebody else at this school" if entry.by == NOBODY else entry.by
    when = f"at {uk_time(entry.at)}" if uk_day(entry.at) == uk_today() else f"on {uk_moment(entry.at)}"
    said = f"{capital(called)} was taken {_KINDS[kind].away} by {by} {when}."
    return f"{said} {_KINDS[kind].kept}, also what you typed last."


def _called(editor: Editor, kind: str, item: str) -> str:
    known = _KINDS[kind]
    said = (str(editor.value(EntryKey(f"{kind}:{item}", AGREED, field), "")) for field in known.fields)
    words = next((shortened(words, _WORDS) for words in said if words), "")
    return known.called.format(words) if words else known.nameless


def _removed(kind: str, item: str) -> EntryKey:
    return removed_key(f"{kind}:{item}")
