"""The fields that pages are made of: each draws one widget, keeps what is entered, and gives back what stands there.

A box takes whatever is pasted into it, and says so where that is too long to keep: one that stops at a number of
characters drops the rest without a word. No two fields of a page bear the same name. Where the same question is asked
of many things, `of` says of which: the screen shows the short label alone, and a screen reader says both.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Literal

import streamlit as st

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain, spoken
from sendself.ui.fields.box import Box, widget_key
from sendself.ui.fields.box_kinds import DAY, LINE, MARK, NOTE, TICK, Options, chosen_of, one_of, some_of
from sendself.ui.fields.boxes import finish, prepare
from sendself.ui.session import Along


def note_field(editor: Editor, key: EntryKey, label: str, *, of: str = "", help: str | None = None) -> str:
    """A box for prose that grows with its text."""
    shown, begin = prepare(editor, key, NOTE)
    with _named(label, of) as (name, seen):
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
    with _named(label, of) as (name, seen):
        held = st.text_input(name, begin or "", key=widget_key(editor, key), help=help, label_visibility=seen)
    return str(finish(editor, shown, LINE, held))


def choice_field(
    editor: Editor,
    key: EntryKey,
    label: str,
    options: Options,
    *,
    required: bool = False,
    along: Along | None = None,
) -> Value:
    """One of a few options in a row: one tab stop, arrows move, Space or a click chooses, and again clears.

    With `required` a choice cannot be cleared. `along` says what is saved together with a choice.
    """
    box = one_of(options)
    shown, begin = prepare(editor, key, box)
    shown.along = along
    held = st.segmented_control(
        spoken(label),
        list(options),
        default=begin if begin in options else None,
        format_func=lambda option: options[option],
        key=widget_key(editor, key),
        required=required,
    )
    return finish(editor, shown, box, held)


def select_field(
    editor: Editor,
    key: EntryKey,
    label: str,
    options: Options,
    *,
    help: str | None = None,
    required: bool = False,
    nothing: Value = None,
) -> Value:
    """One of many options from a list, or none (kept as `nothing`); with `required` a choice cannot be cleared."""
    box = one_of(options, required=required, nothing=nothing)
    shown, begin = prepare(editor, key, box)
    held = st.selectbox(
        spoken(label),
        list(options),
        format_func=lambda option: options[option],
        key=widget_key(editor, key),
        # A list that begins with something in every run could not be cleared: Streamlit would put that back.
        index=list(options).index(begin) if shown.fresh and begin in options else None,
        placeholder="Choose" if required else "Choose, or leave open",
        help=help,
        required=required,
    )
    try:
        return finish(editor, shown, box, held)
    except ValueError as error:
        st.error(str(error))
        return shown.value


def kinds_field(editor: Editor, key: EntryKey, label: str, options: Options, *, of: str = "") -> Value:
    """Any number of a few options."""
    box = some_of(options)
    shown, begin = prepare(editor, key, box)
    with _named(label, of) as (name, seen):
        held = st.pills(
            name,
            list(options),
            default=_still_offered(begin, options),
            format_func=lambda option: plain(options[option]),
            selection_mode="multi",
            key=widget_key(editor, key),
            label_visibility=seen,
        )
    return finish(editor, shown, box, held)


def many_field(editor: Editor, key: EntryKey, label: str, options: Options) -> Value:
    """Any number of many options: what is chosen stands on the page, and a part opens to choose."""
    box = chosen_of(options)
    shown, begin = prepare(editor, key, box)
    widget = widget_key(editor, key)
    chosen = box.from_box(session.read(widget, begin))
    with st.expander(f"{plain(label)} ({len(chosen)} chosen)", key=f"part|{widget}"):
        held = st.pills(
            spoken(label),
            list(options),
            default=_still_offered(begin, options),
            format_func=lambda option: plain(options[option]),
            selection_mode="multi",
            key=widget,
            label_visibility="collapsed",
        )
    if chosen:
        st.markdown("\n".join(f"- {plain(options[one])}" for one in chosen))
    return finish(editor, shown, box, held)


def _still_offered(begin: Sequence[str] | None, options: Options) -> list[str] | None:
    """What a box of several options begins with; an option that is not offered any more would be refused."""
    return None if begin is None else [one for one in begin if one in options]


def tick_field(editor: Editor, key: EntryKey, label: str) -> bool:
    """A box to tick."""
    shown, begin = prepare(editor, key, TICK)
    held = st.checkbox(spoken(label), bool(begin), key=widget_key(editor, key))
    return bool(finish(editor, shown, TICK, held))


def mark_field(editor: Editor, key: EntryKey, label: str, *, of: str) -> bool:
    """A small button that stays pressed, for a mark that few things get."""
    shown, begin = prepare(editor, key, MARK)
    held = st.pills(
        spoken(f"{label}: {of}"),
        [True],
        default=begin,
        format_func=lambda _: label,
        selection_mode="multi",
        key=widget_key(editor, key),
        label_visibility="collapsed",
    )
    return bool(finish(editor, shown, MARK, held))


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
    with _named(label, of) as (name, seen):
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


@contextmanager
def _named(label: str, of: str) -> Iterator[tuple[str, Literal["visible", "collapsed"]]]:
    """Around a widget: its name, and whether Streamlit shows that; with `of` the short label is printed above."""
    if not of:
        yield spoken(label), "visible"
        return
    with st.container(gap="xsmall"):
        st.markdown(f":small[{plain(label)}]")
        yield spoken(f"{label} {of}" if label.endswith("?") else f"{label}: {of}"), "collapsed"
