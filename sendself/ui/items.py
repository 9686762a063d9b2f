"""Items of a list: strengths to show first, priorities, and how any item is added and taken away."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from sendself.assessment.begin import new_item_id
from sendself.assessment.entries import EntryKey, Value
from sendself.assessment.model import AGREED, Assessment, Highlight, Priority
from sendself.assessment.words import uk_date, uk_day, uk_time, uk_today
from sendself.report.wording import shortened
from sendself.storage.kept import Room
from sendself.ui import session
from sendself.ui.editor import NOBODY, Editor
from sendself.ui.fields import many_field, note_field, select_field
from sendself.ui.history import history_link
from sendself.ui.plain import plain, spoken
from sendself.ui.told_apart import told_apart

_NAMES: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    "highlight": ("strength", ("text",), "without words"),
    "priority": ("priority", ("text",), "without words"),
    "evidence": ("evidence", ("title",), "without words"),
    "action": ("action", ("what",), "without words"),
    "participant": ("person", ("name", "role"), "without a name"),
}
"""What an item of each kind is called, the fields that have its words, and what is said where they have none."""
_WORDS = 60
MEANWHILE = "Somebody changed this just now. Look at it again."


def highlight_card(editor: Editor, item: Highlight, number: int) -> None:
    """One strength with the theme it comes from."""
    subject = f"highlight:{item.id}"
    with st.container(border=True, key=f"card-{item.id}"):
        note_field(editor, EntryKey(subject, AGREED, "text"), f"Strength {number}")
        themes = themes_by_area(editor, [item.theme] if item.theme else [])
        select_field(editor, EntryKey(subject, AGREED, "theme"), f"Theme of strength {number}", themes)
        history_link(editor, subject, f"strength {number}")
        remove_button(editor, subject, f"Take strength {number} away")


def priority_fields(editor: Editor, item: Priority, number: int) -> None:
    """The fields of one priority: its words and the themes it would move."""
    subject = f"priority:{item.id}"
    note_field(editor, EntryKey(subject, AGREED, "text"), f"Priority {number}")
    themes_field(editor, subject, item.themes, f"Themes that priority {number} moves")
    history_link(editor, subject, f"priority {number}")


def themes_field(editor: Editor, subject: str, chosen: tuple[str, ...], label: str) -> None:
    """The themes that an item moves."""
    many_field(editor, EntryKey(subject, AGREED, "themes"), label, themes_by_area(editor, chosen))


def items_of(assessment: Assessment, kind: str) -> Sequence[Any]:
    """The items of a kind that are there: highlights, priorities, evidence, actions or participants."""
    lists: Mapping[str, Sequence[Any]] = {
        "highlight": assessment.highlights,
        "priority": assessment.priorities,
        "evidence": assessment.evidence,
        "action": assessment.actions,
        "participant": assessment.participants,
    }
    return lists[kind]


def save_or_say(
    editor: Editor,
    values: dict[EntryKey, Value],
    then: Callable[[], None] = st.rerun,
    *,
    room: Room | None = None,
) -> None:
    """Save what a button asks for and go on with `then`, or say here why it could not be saved."""
    if editor.put_all(values, room):
        then()
    else:
        st.error(editor.failure or MEANWHILE)


def add_button(editor: Editor, kind: str, label: str, most: int) -> None:
    """A way to add one more, as long as there is room."""
    there = len(items_of(editor.assessment, kind))
    if there > most:
        st.caption(f"There is room for {most}. Take {there - most + 1} away to add another.")
    elif there == most:
        st.caption(f"That is {most}. Take one away to add another.")
    elif st.button(label, key=f"add-{kind}"):
        add_item(editor, kind, {}, most)


def add_item(editor: Editor, kind: str, fields: Mapping[str, Value], most: int) -> None:
    """Save a new item with these fields, unless others have taken the last room since this page was drawn."""
    subject = f"{kind}:{new_item_id()}"
    values = {"removed": False, **fields}
    keyed = {EntryKey(subject, AGREED, name): value for name, value in values.items()}
    save_or_say(editor, keyed, room=Room(kind, most))


def remove_button(editor: Editor, subject: str, label: str) -> None:
    """A way to take an item away; its words stay in the history, and `taken_away` offers to put it back."""
    if st.button(label, key=f"remove-{subject}"):
        take_away(editor, subject)


def take_away(editor: Editor, subject: str) -> None:
    """Take an item away as a button does, or say here why it could not be."""
    save_or_say(editor, {_removed(subject): True}, then=partial(_gone_by_own_hand, editor, subject))


def taken_away(editor: Editor, kind: str) -> None:
    """Say which items were taken away while this tab had them on screen, each with a way to put it back.

    What was typed into such an item is kept in it. What somebody else took is said until somebody has decided, what was
    taken away here until its page is left.
    """
    there = tuple(item.id for item in items_of(editor.assessment, kind))
    gone = [one for one in _on_screen(editor, kind) if one not in there and editor.value(_removed(f"{kind}:{one}"))]
    _remember_on_screen(editor, kind, (*there, *gone))
    own = [one for one in _taken_here(editor, kind) if one not in (*there, *gone)]
    for item, called in told_apart({one: _called(editor, kind, one) for one in (*gone, *own)}).items():
        subject = f"{kind}:{item}"
        with st.container(border=True, key=f"gone-{subject}"):
            if item in own:
                st.info(plain(f"You took {called} away. All that it says is kept."))
            else:
                st.warning(plain(_who_took(editor, subject, called)))
            with st.container(horizontal=True):
                if st.button(f"Put it back: {spoken(called)}", key=f"put-back-{subject}"):
                    save_or_say(editor, {_removed(subject): False})
                if st.button(f"Leave it away: {spoken(called)}", key=f"leave-{subject}"):
                    _taken_here(editor, kind)[:] = [one for one in _taken_here(editor, kind) if one != item]
                    _gone_from_here(editor, subject)


def _who_took(editor: Editor, subject: str, called: str) -> str:
    entry = editor.stored.entries[_removed(subject)]
    by = "somebody else at this school" if entry.by == NOBODY else entry.by
    day = "" if uk_day(entry.at) == uk_today() else f" on {uk_date(uk_day(entry.at))}"
    said = f"{called[0].upper()}{called[1:]} was taken away by {by} at {uk_time(entry.at)}{day}."
    return f"{said} All that it says is kept, also what you typed last."


def _called(editor: Editor, kind: str, item: str) -> str:
    name, fields, nameless = _NAMES[kind]
    said = (str(editor.value(EntryKey(f"{kind}:{item}", AGREED, field), "")) for field in fields)
    words = next((shortened(words, _WORDS) for words in said if words), "")
    return f"the {name} “{words}”" if words else f"a {name} {nameless}"


def _removed(subject: str) -> EntryKey:
    return EntryKey(subject, AGREED, "removed")


def _on_screen(editor: Editor, kind: str) -> tuple[str, ...]:
    seen: tuple[str, ...] = session.recall(f"{editor.id} {kind} on screen", ())
    return seen


def _remember_on_screen(editor: Editor, kind: str, items: tuple[str, ...]) -> None:
    session.remember(f"{editor.id} {kind} on screen", items)


def _taken_here(editor: Editor, kind: str) -> list[str]:
    """What was taken away in this tab since its page was opened."""
    here: list[str] = session.of_this_visit(f"{editor.id} {kind} taken here", [])
    return here


def _gone_by_own_hand(editor: Editor, subject: str) -> None:
    kind, _, item = subject.partition(":")
    _taken_here(editor, kind).append(item)
    _gone_from_here(editor, subject)


def _gone_from_here(editor: Editor, subject: str) -> None:
    """Go on without an item as one that nobody else took: it is not told as if somebody had."""
    kind, _, item = subject.partition(":")
    _remember_on_screen(editor, kind, tuple(one for one in _on_screen(editor, kind) if one != item))
    st.rerun()


def themes_by_area(editor: Editor, chosen: Iterable[str]) -> dict[str, str]:
    """Every theme by id, in words that begin with its focus area.

    A chosen theme of an earlier rubric is there too: leaving it out would unsay what was chosen, by merely looking.
    """
    rubric = editor.assessment.rubric
    there = {theme.id: f"{area.short}: {theme.title}" for area in rubric.areas for theme in area.themes}
    return there | {theme: f"{theme} (not in this rubric)" for theme in chosen if theme not in there}
