"""Fields to type in: each draws one box, keeps what is entered, and gives back what stands there.

A box takes whatever is pasted into it, and says so where that is too long to keep: one that stops at a number of
characters drops the rest without a word.
"""

from datetime import date

import streamlit as st

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.ui.editor import Editor
from sendself.ui.fields.box import Box, widget_key
from sendself.ui.fields.box_kinds import DAY, LINE, NOTE
from sendself.ui.fields.boxes import finish, prepare
from sendself.ui.fields.named import named


def note_field(editor: Editor, key: EntryKey, label: str, *, of: str = "", help: str | None = None) -> str:
    """A box for prose that grows with its text."""
    shown, begin = prepare(editor, key, NOTE)
    with named(label, of) as (name, seen):
        held = st.text_area(
            name,
            begin or "",
            key=widget_key(editor, key),
            help=help,
            height="content",
            label_visibility=seen,
        )
    return str(finish(editor, shown, NOTE, held))


def line_field(editor: Editor, key: EntryKey, label: str, *, of: str = "", help: str | None = None) -> str:
    """A box for one line of text."""
    shown, begin = prepare(editor, key, LINE)
    with named(label, of) as (name, seen):
        held = st.text_input(name, begin or "", key=widget_key(editor, key), help=help, label_visibility=seen)
    return str(finish(editor, shown, LINE, held))


def checked_field(
    editor: Editor,
    key: EntryKey,
    label: str,
    box: Box,
    *,
    of: str = "",
    help: str | None = None,
    placeholder: str | None = None,
) -> Value:
    """A box for one short text: what `box` cannot read stays in it, is not saved, and says what to enter.

    The value that is saved.
    """
    shown, begin = prepare(editor, key, box)
    with named(label, of) as (name, seen):
        held = st.text_input(
            name,
            begin or "",
            key=widget_key(editor, key),
            help=help,
            max_chars=40,
            placeholder=placeholder,
            label_visibility=seen,
        )
    try:
        return finish(editor, shown, box, held)
    except ValueError as error:
        st.error(str(error))
        return shown.value


def date_field(editor: Editor, key: EntryKey, label: str, *, of: str = "") -> date | None:
    """A box for a day, checked as `checked_field` does."""
    day = checked_field(editor, key, label, DAY, of=of, placeholder="31 March 2027")
    return date.fromisoformat(day) if day else None
