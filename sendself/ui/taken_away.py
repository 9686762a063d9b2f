"""What was taken away while it was on screen: said, and put back when somebody wants it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from sendself.assessment.entry_keys import EntryKey, removed_key
from sendself.assessment.identifiers import AGREED
from sendself.assessment.words import uk_date, uk_day, uk_time, uk_today
from sendself.report.wording import shortened
from sendself.ui.editor import NOBODY, Editor
from sendself.ui.fields import note_field
from sendself.ui.items import items_of, save_or_say
from sendself.ui.on_screen import forget, on_screen, remember_on_screen, taken_here
from sendself.ui.plain import plain, spoken
from sendself.ui.told_apart import told_apart

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
    box: str = ""


_KINDS: Mapping[str, _Kind] = {
    "highlight": _Kind("the strength “{}”", ("text",), "a strength without words", box="Strength"),
    "priority": _Kind("the priority “{}”", ("text",), "a priority without words", box="Priority"),
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


def cards(editor: Editor, kind: str, card: Callable[[Editor, Any, int], None]) -> None:
    """Draw the strengths or priorities, and in its place what somebody else took away while it was on screen here.

    Its box stays where it is until somebody has decided: whoever is typing in it goes on typing, and nothing is lost.
    """
    items = {item.id: item for item in items_of(editor.assessment, kind)}
    gone = _gone(editor, kind)
    called = told_apart({one: _called(editor, kind, one) for one in gone})
    for number, one in enumerate(_in_place(editor, kind, gone), 1):
        if one in items:
            card(editor, items[one], number)
        else:
            with st.container(border=True, key=f"card-{one}"):
                note_field(editor, EntryKey(f"{kind}:{one}", AGREED, "text"), f"{_KINDS[kind].box} {number}")
                st.warning(plain(_who_took(editor, kind, one, called[one])))
                _ways(editor, kind, one, called[one])
    taken_away(editor, kind, without=tuple(gone))


def taken_away(editor: Editor, kind: str, *, without: tuple[str, ...] = ()) -> None:
    """Say which items were taken away while this tab had them on screen, each with a way to put it back.

    What was typed into such an item is kept in it. What somebody else took is said until somebody has decided, what was
    taken away here until its page is left. `without` are those of which it is said elsewhere.
    """
    gone = _gone(editor, kind)
    shown = _in_place(editor, kind, gone)
    remember_on_screen(editor, kind, shown)
    own = [one for one in taken_here(editor, kind) if one not in shown]
    for item, called in told_apart({one: _called(editor, kind, one) for one in (*gone, *own)}).items():
        if item in without:
            continue
        with st.container(border=True, key=f"gone-{kind}:{item}"):
            if item in own:
                st.info(plain(f"You took {called} {_KINDS[kind].away}. {_KINDS[kind].kept}."))
            else:
                st.warning(plain(_who_took(editor, kind, item, called)))
            _ways(editor, kind, item, called)


def _gone(editor: Editor, kind: str) -> list[str]:
    there = {item.id for item in items_of(editor.assessment, kind)}
    return [one for one in on_screen(editor, kind) if one not in there and editor.value(_removed(kind, one))]


def _in_place(editor: Editor, kind: str, gone: list[str]) -> tuple[str, ...]:
    """The items that are there, and those that are gone each after the one that it followed."""
    order, before = [item.id for item in items_of(editor.assessment, kind)], on_screen(editor, kind)
    for one in gone:
        earlier = [other for other in before[: before.index(one)] if other in order]
        order.insert(order.index(earlier[-1]) + 1 if earlier else 0, one)
    return tuple(order)


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
    day = "" if uk_day(entry.at) == uk_today() else f" on {uk_date(uk_day(entry.at))}"
    said = f"{called[0].upper()}{called[1:]} was taken {_KINDS[kind].away} by {by} at {uk_time(entry.at)}{day}."
    return f"{said} {_KINDS[kind].kept}, also what you typed last."


def _called(editor: Editor, kind: str, item: str) -> str:
    known = _KINDS[kind]
    said = (str(editor.value(EntryKey(f"{kind}:{item}", AGREED, field), "")) for field in known.fields)
    words = next((shortened(words, _WORDS) for words in said if words), "")
    return known.called.format(words) if words else known.nameless


def _removed(kind: str, item: str) -> EntryKey:
    return removed_key(f"{kind}:{item}")
