"""Saving what stands in a box on screen: compared on every run with what was last saved, never only by a callback.

A callback does not come for the first edit after the server was restarted, and a box that is filled anew while somebody
types in it loses their text. So a box keeps its key for ever, begins with what is saved, and its difference is saved
with the version that its reader has seen. After a restart the browser still holds what was typed: the widget is drawn
first, and what it gives back is compared (see `drafts`).
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import streamlit as st

from sendself.assessment.defaults import default_value
from sendself.assessment.entries import EntryKey, Value, checked_value
from sendself.assessment.words import uk_time
from sendself.storage.errors import StorageError
from sendself.storage.kept import Change, Conflict, Entry, Saved
from sendself.ui import session
from sendself.ui.drafts import base_of, seen_before_restart
from sendself.ui.editor import Editor
from sendself.ui.session import Shown


@dataclass(frozen=True, slots=True)
class Box:
    """How the widget for a field holds its value. Prose on screen is never replaced; an untouched choice is.

    `from_box` may raise `ValueError` for what is no value: then nothing is saved and the widget keeps it. `say` puts a
    value into words.
    """

    to_box: Callable[[Value], Any]
    from_box: Callable[[Any], Value]
    say: Callable[[Value], str]
    prose: bool = False


def widget_key(editor: Editor, key: EntryKey) -> str:
    """The lasting key of the box for a field."""
    return f"{editor.id}|{key.text}"


def save_what_changed(editor: Editor) -> None:
    """Save every box that was changed, before anything is drawn: a run is cut short when its page is left."""
    for widget, shown in session.shown_boxes().items():
        held_here = session.on_screen(widget) and not session.is_to_be_filled(widget)
        if held_here and shown.from_box and widget == widget_key(editor, shown.key):
            with suppress(ValueError):
                _keep_what_is_held(editor, shown, shown.from_box(session.read(widget)), session.read(widget))


def prepare(editor: Editor, key: EntryKey, box: Box) -> tuple[Shown, Any]:
    """Before the widget is drawn: what its reader has seen, and what it begins with when this session is new to it.

    The second is `None` for a widget that this session knows: passing a beginning as well would be refused.
    """
    widget = widget_key(editor, key)
    session.fill_if_asked(widget)
    now = editor.stored.entries.get(key)
    value, version = (default_value(key), 0) if now is None else (now.value, now.version)
    shown = session.shown_boxes().get(widget)
    begin = None
    if shown is None or not session.on_screen(widget):
        begin = box.to_box(value)
        shown = Shown(key, value, version, fresh=True, settled=begin)
    elif now is not None and version > shown.version and not shown.op_id:
        if not box.prose and session.read(widget) == box.to_box(shown.value):
            session.fill(widget, box.to_box(value))
            shown.value, shown.version = value, version
        else:
            shown.theirs = now
    shown.from_box = box.from_box
    session.shown_boxes()[widget] = shown
    return shown, begin


def finish(editor: Editor, shown: Shown, box: Box, held: Any) -> Value:
    """After the widget is drawn: keep what it holds, and show what stands against it. The value that is saved now.

    Raises what `from_box` raises.
    """
    value = box.from_box(held)
    if shown.fresh:
        shown.fresh = False
        if value != shown.value:
            _take_up_after_restart(editor, shown, box, value)
    problem = _keep_what_is_held(editor, shown, value, held)
    if problem:
        st.error(problem)
    elif held and held == shown.put_back:
        st.caption("What you typed here last, before the page was left, is back.")
    _offer_both(editor, shown, box, value)
    return shown.value


def keep(editor: Editor, shown: Shown, value: Value) -> str | None:
    """Save what the box holds if it differs from what its reader was shown. A sentence when it cannot be kept."""
    try:
        value = checked_value(shown.key, value)
    except ValueError:
        return "This is too long to keep, or holds something that cannot be kept. Shorten it."
    if shown.theirs is not None and shown.theirs.value == value:
        _go_on_from(shown, shown.theirs)
    if value == shown.value:
        shown.op_id = ""
        return None
    if shown.theirs is not None:
        editor.conflicts += 1
        return None
    if not shown.op_id or shown.pending != value:
        shown.op_id, shown.pending = session.new_op_id(), value
    match editor.save(Change(shown.key, value, shown.version, shown.op_id)):
        case Saved(_, entry):
            shown.value, shown.version, shown.op_id = entry.value, entry.version, ""
        case Conflict(_, current):
            shown.theirs, shown.op_id = current, ""
            editor.conflicts += 1
        case None:
            return editor.failure
    return None


def _keep_what_is_held(editor: Editor, shown: Shown, value: Value, held: Any) -> str | None:
    """Keep it; once it is settled the browser is told that it need not keep it as well."""
    problem = keep(editor, shown, value)
    if isinstance(held, str) and held != shown.settled and problem is None and shown.theirs is None:
        shown.settled = held
        session.settle(widget_key(editor, shown.key), held)
    return problem


def show_saved(editor: Editor, key: EntryKey, box: Box) -> None:
    """After a button saved a field: its box, if it is on screen, shows at the next run what stands there now."""
    widget = widget_key(editor, key)
    shown, now = session.shown_boxes().get(widget), editor.stored.entries.get(key)
    if shown is not None and now is not None and session.on_screen(widget):
        _go_on_from(shown, now)
        session.settle(widget, None)
        session.fill_next(widget, box.to_box(now.value))


def _take_up_after_restart(editor: Editor, shown: Shown, box: Box, value: Value) -> None:
    """The browser holds another value than the store: an edit that was not saved yet, or an older state of it."""
    now = editor.stored.entries.get(shown.key)
    if now is None:
        return
    widget = widget_key(editor, shown.key)
    try:
        shown.value, shown.version = base_of(editor, shown.key, seen_before_restart(widget))
    except StorageError as error:
        editor.failure = str(error)
    else:
        if shown.version == now.version:
            return
        if value == shown.value and not box.prose:
            _go_on_from(shown, now)
            session.fill_next(widget, box.to_box(now.value))
            st.rerun()
    shown.theirs = now


def _offer_both(editor: Editor, shown: Shown, box: Box, mine: Value) -> None:
    """Show what somebody else saved beside the box, with ways to go on. Nothing is replaced unasked."""
    theirs = shown.theirs
    if theirs is None:
        return
    widget = widget_key(editor, shown.key)
    touched = mine != shown.value
    said = f"{theirs.by} changed this at {uk_time(theirs.at)} while it was open here."
    with st.container(border=True, key=f"both|{widget}"):
        if touched:
            st.warning(f"{said} What you entered is still in the box above and is not saved yet.")
        else:
            st.info(said)
        st.text(box.say(theirs.value) or "(They cleared it.)")
        with st.container(horizontal=True):
            if st.button("Use theirs", key=f"theirs|{widget}"):
                _decide(shown, theirs, widget, box.to_box(theirs.value))
            if touched and st.button("Keep mine", key=f"mine|{widget}"):
                _decide(shown, theirs, widget, box.to_box(mine))
            if touched and box.prose and st.button("Join both", key=f"join|{widget}"):
                _decide(shown, theirs, widget, box.to_box(f"{theirs.value}\n\n{mine}"))


def _decide(shown: Shown, theirs: Entry, widget: str, box_value: Any) -> None:
    _go_on_from(shown, theirs)
    session.settle(widget, None)
    session.fill_next(widget, box_value)
    st.rerun()


def _go_on_from(shown: Shown, theirs: Entry) -> None:
    shown.value, shown.version, shown.theirs = theirs.value, theirs.version, None
