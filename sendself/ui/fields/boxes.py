"""Saving what stands in a box on screen: compared on every run with what was last saved, never only by a callback.

A callback does not come for the first edit after the server was restarted, and a box that is filled anew while somebody
types in it loses their text. So a box keeps its key for ever, begins with what is saved, and its difference is saved
with the version that its reader has seen. After a restart the browser still holds what was typed: the widget is drawn
first, and what it gives back is compared (see `drafts`).
"""

import time
from contextlib import suppress
from typing import Any

import streamlit as st

from sendself.assessment.entries.defaults import default_value
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.entries.values import checked_value
from sendself.storage.kept import Change, Conflict, Entry, Saved
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.fields import delivered
from sendself.ui.fields.both import go_on_from, offer_both
from sendself.ui.fields.box import Box, widget_key
from sendself.ui.fields.box_kinds import NOTE
from sendself.ui.fields.following import follow
from sendself.ui.fields.taking_up import take_up_what_is_held
from sendself.ui.shown import Filled, Replaced, Shown

UNSEEN_SECONDS = 1.0
"""So soon after a choice was replaced on the server its reader may not have it before their eyes."""


def save_what_changed(editor: Editor) -> None:
    """Save every box that was changed, before anything is drawn: a run is cut short when its page is left."""
    # What saves more along with it comes last: that goes into boxes that are empty, and one may be typed in just now.
    for widget, shown in sorted(session.shown_boxes().items(), key=lambda one: one[1].along is not None):
        if not (session.on_screen(widget) and shown.from_box and widget == widget_key(editor, shown.key)):
            continue
        with suppress(ValueError):
            if session.is_to_be_filled(widget):
                # What a button decided: the browser has been told by it what it need not keep.
                keep(editor, shown, shown.from_box(session.to_be_filled(widget)))
            elif not _is_on_its_way(widget, shown):
                held = session.read(widget)
                follow(shown, held)
                _keep_what_is_held(editor, shown, shown.from_box(held), held)


def prepare(editor: Editor, key: EntryKey, box: Box) -> tuple[Shown, Any]:
    """Before the widget is drawn: what its reader has seen, and what it begins with in a browser that is new to it.

    The second is the same in every run: a browser that had no time to draw the box in the first would draw it empty in
    the next, and send that. It is `None` in a run that fills the widget, which would refuse a beginning as well. A list
    to choose from takes it in the first run alone, in which the box is `fresh`.
    """
    widget = widget_key(editor, key)
    shown = session.shown_boxes().get(widget)
    again = shown.filled if shown and _is_on_its_way(widget, shown) else None
    held = session.read(widget)
    if again:
        session.fill(widget, again.put)
    filled = session.fill_if_asked(widget) or again is not None
    now = editor.stored.entries.get(key)
    if shown is None or not session.on_screen(widget):
        value, version = (default_value(key), 0) if now is None else (now.value, now.version)
        begin = box.to_box(value)
        known = shown is not None and shown.heard_of
        if shown is not None and known:
            value, version = shown.value, shown.version
        shown = Shown(key, value, version, begin, fresh=True, known=known, settled=begin)
    elif now is not None and now.version > shown.version and not shown.op_id:
        if not box.typed and session.read(widget) == box.to_box(shown.value):
            _replace(shown, now, seen=shown.replaced if again else None)
            session.fill(widget, box.to_box(now.value))
            filled = True
        else:
            shown.theirs = now
    shown.left = False
    shown.from_box, shown.text_of = box.from_box, box.to_box if box.typed else None
    session.shown_boxes()[widget] = shown
    if not filled:
        shown.filled = None
        return shown, shown.begin
    shown.begin = session.read(widget)
    shown.filled = Filled(delivered.this_run(), shown.begin, held)
    return shown, None


def _replace(shown: Shown, now: Entry, *, seen: Replaced | None) -> None:
    """Somebody else's choice takes the place of what the box shows, or of what its reader saw last."""
    value, version = (seen.value, seen.version) if seen else (shown.value, shown.version)
    shown.replaced = Replaced(value, version, time.monotonic())
    shown.value, shown.version = now.value, now.version


def finish(editor: Editor, shown: Shown, box: Box, held: Any) -> Value:
    """After the widget is drawn: keep what it holds, and show what stands against it. The value that is saved now.

    Raises what `from_box` raises.
    """
    follow(shown, held)
    try:
        value = box.from_box(held)
    except ValueError:
        editor.unsaved += 1
        raise
    if shown.fresh:
        shown.fresh = False
        value = take_up_what_is_held(editor, shown, box, held)
    problem = _keep_what_is_held(editor, shown, value, held)
    # A place of its own, also with nothing in it: what came in between would move the next box while somebody types.
    with st.container():
        if problem:
            editor.unsaved += 1
            st.error(problem)
        elif held and held == shown.put_back:
            st.caption("What you typed here last, before the page was left, is back.")
        offer_both(editor, shown, box, value)
    return shown.value


def keep(editor: Editor, shown: Shown, value: Value) -> str | None:
    """Save what the box holds if it differs from what its reader was shown. A sentence when it cannot be kept."""
    try:
        value = checked_value(shown.key, value)
    except ValueError:
        return "This is too long to keep, or holds something that cannot be kept. Shorten it."
    _unless_not_yet_seen(editor, shown, value)
    if shown.theirs is not None and shown.theirs.value == value:
        go_on_from(shown, shown.theirs)
    if value == shown.value:
        shown.op_id = ""
        return None
    if shown.theirs is not None:
        editor.conflicts += 1
        return None
    if not shown.op_id or shown.pending != value:
        shown.op_id, shown.pending = session.new_op_id(), value
    along = shown.along(editor.assessment, value) if shown.along else {}
    outcome = editor.save(Change(shown.key, value, shown.version, shown.op_id), along)
    for key in along:
        _show_if_note(editor, key)
    match outcome:
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


def _is_on_its_way(widget: str, shown: Shown) -> bool:
    """Whether what was put into a box has not reached the browser, which holds what stood there before: no edit."""
    filled = shown.filled
    if filled is None or delivered.has_reached(filled.run):
        return False
    return session.on_screen(widget) and bool(session.read(widget) == filled.held)


def _unless_not_yet_seen(editor: Editor, shown: Shown, value: Value) -> None:
    """A choice made as a newer one was being drawn was made before its writer could see that: both are shown."""
    replaced = shown.replaced
    if replaced is None or value == shown.value:
        return
    shown.replaced = None
    on_its_way = shown.filled is not None and not delivered.has_reached(shown.filled.run)
    if (
        (on_its_way or time.monotonic() - replaced.at < UNSEEN_SECONDS)
        and value != replaced.value
        and shown.theirs is None
    ):
        shown.theirs = editor.stored.entries.get(shown.key)
        shown.value, shown.version = replaced.value, replaced.version


def show_saved(editor: Editor, key: EntryKey, box: Box) -> None:
    """After a button saved a field: its box, if it is on screen, shows at the next run what stands there now.

    Unless it holds words that are not saved: then it keeps them, and both are shown.
    """
    widget = widget_key(editor, key)
    shown, now = session.shown_boxes().get(widget), editor.stored.entries.get(key)
    if shown is None or now is None or not session.on_screen(widget):
        return
    if shown.theirs is not None or box.from_box(session.read(widget)) != shown.value:
        shown.theirs = now
    else:
        go_on_from(shown, now)
        session.settle(widget, None)
        session.fill_next(widget, box.to_box(now.value))


def _show_if_note(editor: Editor, key: EntryKey) -> None:
    """Choices on screen follow by themselves (see `prepare`); a text does so only where a button asks for it."""
    if isinstance(editor.value(key), str):
        show_saved(editor, key, NOTE)
