"""The actions of the plan on screen: one line each, and the fields of the one that is being changed."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from sendself.assessment.begin import new_item_id
from sendself.assessment.entries.keys import EntryKey, removed_key
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, Priority
from sendself.assessment.plan import date_problem, is_overdue
from sendself.assessment.uk_clock import uk_date, uk_today
from sendself.assessment.words import ACTION_STATUS_NAMES
from sendself.report.chapters.wording import shortened
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.every_page.history import history_link
from sendself.ui.fields.chosen import choice_field, select_field
from sendself.ui.fields.typed import date_field, line_field, note_field
from sendself.ui.lists.items import priority_fields, remove_button, save_or_say, themes_field
from sendself.ui.lists.taken_away import said_taken_away

CHANGING = "action"
"""In the address, so that a reload or a restart of the server comes back to the action that was open."""

_PRIORITY_WORDS = 60


def priority_card(editor: Editor, item: Priority, number: int, actions: Iterable[Action]) -> None:
    """One priority with the themes it would move and its `actions`."""
    with st.container(border=True, key=f"card-{item.id}"):
        priority_fields(editor, item, number)
        for place, action in enumerate(actions, 1):
            action_card(editor, action, f"action {place} of priority {number}")
        with st.container(horizontal=True):
            if st.button(f"Add an action to priority {number}", key=f"add-action-{item.id}"):
                subject = f"action:{new_item_id()}"
                save_or_say(
                    editor,
                    {removed_key(subject): False, EntryKey(subject, AGREED, "priority"): item.id},
                    then=partial(_change, subject),
                )
            remove_button(editor, f"priority:{item.id}", f"Take priority {number} away")
        said_taken_away(editor, f"priority:{item.id}")


def action_card(editor: Editor, action: Action, name: str) -> None:
    """One action: in a line, or with its fields when it is the one in the address. `name` tells it from others."""
    subject = f"action:{action.id}"
    with st.container(border=True, key=f"action-{action.id}"):
        if st.query_params.get(CHANGING) == action.id:
            _fields(editor, action, subject, name)
            with st.container(horizontal=True):
                if st.button(f"Close {name}", key=f"close-{subject}"):
                    del st.query_params[CHANGING]
                    st.rerun()
                remove_button(editor, subject, f"Take {name} away")
        else:
            st.markdown(f"**{plain(action.what) or 'Not written yet'}**")
            st.markdown(plain(action_in_words(action)))
            if st.button(f"Change {name}", key=f"change-{subject}"):
                _change(subject)
        if problem := date_problem(action):
            st.error(problem)
        said_taken_away(editor, subject)


def action_in_words(action: Action) -> str:
    """Who sees to an action, by when, and how far it is, on one line."""
    due = f"due {uk_date(action.due)}" if action.due else "no date yet"
    late = " (overdue)" if is_overdue(action, uk_today()) else ""
    return f"{action.owner or 'Nobody yet'}, {due}{late}. {ACTION_STATUS_NAMES[action.status]}."


def _fields(editor: Editor, action: Action, subject: str, name: str) -> None:
    note_field(editor, EntryKey(subject, AGREED, "what"), "What is done", of=name)
    who, start, due = st.columns(3)
    with who:
        owner = EntryKey(subject, AGREED, "owner")
        line_field(editor, owner, "Who sees to it: a role, no name", of=name)
    with start:
        date_field(editor, EntryKey(subject, AGREED, "start"), "Start", of=name)
    with due:
        date_field(editor, EntryKey(subject, AGREED, "due"), "Due", of=name)
    statuses = {status.value: words for status, words in ACTION_STATUS_NAMES.items()}
    choice_field(editor, EntryKey(subject, AGREED, "status"), f"How far is {name}?", statuses, required=True)
    note_field(editor, EntryKey(subject, AGREED, "success"), "How you will see that it worked", of=name)
    note_field(editor, EntryKey(subject, AGREED, "resources"), "What it takes: time, money, people", of=name)
    themes_field(editor, subject, action.themes, f"Themes that {name} moves")
    priorities = {
        one.id: f"Priority {number}: {shortened(one.text, _PRIORITY_WORDS)}"
        for number, one in enumerate(editor.assessment.priorities, 1)
    }
    if action.priority and action.priority not in priorities:
        priorities[action.priority] = "A priority that was taken away"
    select_field(editor, EntryKey(subject, AGREED, "priority"), f"What {name} belongs to", priorities)
    history_link(editor, subject, name)


def _change(subject: str) -> None:
    st.query_params[CHANGING] = subject.partition(":")[2]
    st.rerun()
