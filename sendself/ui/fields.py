"""The fields that pages are made of: each draws one widget, keeps what is entered, and gives back what stands there."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from sendself.assessment.entries import EntryKey, Value
from sendself.assessment.measures import FigureError, Measure, number_in_words, parse_figure
from sendself.assessment.model import AGREED
from sendself.assessment.text import LINE_LIMIT, NOTE_LIMIT, clean, clean_line
from sendself.ui.boxes import Box, finish, prepare, widget_key
from sendself.ui.editor import Editor
from sendself.ui.session import Shown

_NOTE = Box(to_box=str, from_box=lambda held: clean(held or ""), say=str, prose=True)
_LINE = Box(to_box=str, from_box=lambda held: clean_line(held or ""), say=str, prose=True)
_TICK = Box(to_box=bool, from_box=bool, say=lambda value: "ticked" if value else "not ticked")

Options = Mapping[Any, str]
"""What can be chosen: each value with its words, in order."""


def note_field(editor: Editor, key: EntryKey, label: str, *, help: str | None = None) -> str:
    """A box for prose that grows with its text."""
    shown, begin = prepare(editor, key, _NOTE)
    held = st.text_area(
        label, begin or "", key=widget_key(editor, key), help=help, height="content", max_chars=NOTE_LIMIT
    )
    return str(finish(editor, shown, _NOTE, held))


def line_field(editor: Editor, key: EntryKey, label: str, *, help: str | None = None) -> str:
    """A box for one line of text."""
    shown, begin = prepare(editor, key, _LINE)
    held = st.text_input(label, begin or "", key=widget_key(editor, key), help=help, max_chars=LINE_LIMIT)
    return str(finish(editor, shown, _LINE, held))


def choice_field(
    editor: Editor, key: EntryKey, label: str, options: Options, *, help: str | None = None, required: bool = False
) -> Value:
    """One of a few options in a row: one tab stop, arrows move, Space or a click chooses, and again clears.

    With `required` a choice cannot be cleared.
    """
    box = _one_of(options)
    shown, begin = prepare(editor, key, box)
    held = st.segmented_control(
        label,
        list(options),
        default=begin,
        format_func=lambda option: options[option],
        key=widget_key(editor, key),
        help=help,
        required=required,
    )
    return finish(editor, shown, box, held)


def select_field(editor: Editor, key: EntryKey, label: str, options: Options, *, help: str | None = None) -> Value:
    """One of many options from a list, or none."""
    box = _one_of(options)
    shown, begin = prepare(editor, key, box)
    held = st.selectbox(
        label,
        list(options),
        format_func=lambda option: options[option],
        key=widget_key(editor, key),
        index=list(options).index(begin) if begin in options else None,
        placeholder="Choose, or leave open",
        help=help,
    )
    return finish(editor, shown, box, held)


def kinds_field(editor: Editor, key: EntryKey, label: str, options: Options) -> Value:
    """Any number of a few options."""
    box = _some_of(options)
    shown, begin = prepare(editor, key, box)
    held = st.pills(
        label,
        list(options),
        default=begin,
        format_func=lambda option: options[option],
        selection_mode="multi",
        key=widget_key(editor, key),
    )
    return finish(editor, shown, box, held)


def many_field(editor: Editor, key: EntryKey, label: str, options: Options) -> Value:
    """Any number of many options, from a list."""
    box = _chosen_of(options)
    shown, begin = prepare(editor, key, box)
    held = st.multiselect(
        label,
        list(options),
        default=begin,
        format_func=lambda option: options[option],
        key=widget_key(editor, key),
        placeholder="Choose, or leave open",
    )
    return finish(editor, shown, box, held)


def tick_field(editor: Editor, key: EntryKey, label: str, *, help: str | None = None) -> bool:
    """A box to tick."""
    shown, begin = prepare(editor, key, _TICK)
    held = st.checkbox(label, bool(begin), key=widget_key(editor, key), help=help)
    return bool(finish(editor, shown, _TICK, held))


def figure_field(editor: Editor, measure: Measure, *, problem: str | None = None) -> None:
    """A box for one statistic: what is no such number stays in the box, is not saved, and says what to enter."""
    key = EntryKey("context", AGREED, f"figures.{measure.id}")
    shown, begin = prepare(editor, key, _figure_box(measure, None))
    box = _figure_box(measure, shown)
    shown.from_box = box.from_box
    unit = " (percent)" if measure.unit == "percent" else ""
    held = st.text_input(
        measure.label + unit, begin or "", key=widget_key(editor, key), help=measure.help, max_chars=20
    )
    source = (shown.value or {}).get("source")
    if source == "published":
        st.caption(f"From the DfE's published census, {shown.value['year']}. Change it if you know better.")
    elif source == "imported":
        st.caption("Counted from the school's own export.")
    try:
        finish(editor, shown, box, held)
    except FigureError as error:
        st.error(str(error))
    if problem:
        st.error(problem)


def _figure_box(measure: Measure, shown: Shown | None) -> Box:
    def from_box(held: str | None) -> Value:
        number = parse_figure(measure, held or "")
        # A number that was not changed keeps its source and year.
        if shown and shown.value and shown.value.get("value") == number:
            return shown.value
        return None if number is None else {"value": number, "source": "typed", "year": ""}

    return Box(to_box=_figure_text, from_box=from_box, say=_figure_text, prose=True)


def _figure_text(value: Value) -> str:
    return "" if not value or value.get("value") is None else number_in_words(value["value"])


def _one_of(options: Options) -> Box:
    return Box(
        to_box=lambda value: value if value in options else None,
        from_box=lambda held: held,
        say=lambda value: options.get(value, "nothing"),
    )


def _some_of(options: Options) -> Box:
    return Box(
        to_box=lambda value: [option for option in options if option in value],
        from_box=lambda held: [option for option in options if option in (held or ())],
        say=lambda value: ", ".join(options[one] for one in value if one in options),
    )


def _chosen_of(options: Options) -> Box:
    return Box(
        to_box=lambda value: [one for one in value if one in options],
        from_box=lambda held: list(held or ()),
        say=lambda value: ", ".join(options[one] for one in value if one in options),
    )
