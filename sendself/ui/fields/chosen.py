"""Fields to choose in: each draws one widget, keeps what is chosen, and gives back what stands there."""

from collections.abc import Sequence

import streamlit as st

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain, spoken
from sendself.ui.fields.box import widget_key
from sendself.ui.fields.box_kinds import MARK, TICK, Options, chosen_of, one_of, some_of
from sendself.ui.fields.boxes import finish, prepare
from sendself.ui.fields.named import named
from sendself.ui.shown import Along


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
    with named(label, of) as (name, seen):
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


def _still_offered(begin: Sequence[str] | None, options: Options) -> list[str] | None:
    """What a box of several options begins with; an option that is not offered any more would be refused."""
    return None if begin is None else [one for one in begin if one in options]
