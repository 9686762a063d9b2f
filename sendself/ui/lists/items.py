"""Items of a list: how any of them is added and taken away, and the fields that several kinds share."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from sendself.assessment.begin import new_item_id
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey, removed_key
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Priority
from sendself.assessment.model import Assessment
from sendself.storage.kept import Room
from sendself.ui.editor import Editor
from sendself.ui.every_page.history import history_link
from sendself.ui.fields.chosen import many_field
from sendself.ui.fields.typed import note_field
from sendself.ui.lists.on_screen import took_away


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
        st.error(editor.failure)


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
    """A way to take an item away; its words stay in the history, and `taken_away` offers to put it back.

    Nothing for an item that somebody else took away meanwhile.
    """
    if not editor.value(removed_key(subject)) and st.button(label, key=f"remove-{subject}"):
        take_away(editor, subject)


def take_away(editor: Editor, subject: str) -> None:
    """Take an item away as a button does, or say here why it could not be."""
    save_or_say(editor, {removed_key(subject): True}, then=partial(_took, editor, subject))


def _took(editor: Editor, subject: str) -> None:
    took_away(editor, subject)
    st.rerun()


def themes_by_area(editor: Editor, chosen: Iterable[str]) -> dict[str, str]:
    """Every theme by id, in words that begin with its focus area.

    A chosen theme of an earlier rubric is there too: leaving it out would unsay what was chosen, by merely looking.
    """
    rubric = editor.assessment.rubric
    there = {theme.id: f"{area.short}: {theme.title}" for area in rubric.areas for theme in area.themes}
    return there | {theme: f"{theme} (not in this rubric)" for theme in chosen if theme not in there}
