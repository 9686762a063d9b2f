"""Two values that stand against each other: both are shown, and whoever wrote the later one decides."""

from contextlib import suppress
from typing import Any

import streamlit as st

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.entries.values import checked_value
from sendself.assessment.uk_clock import uk_time
from sendself.storage.kept import Entry
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.fields.box import Box, widget_key
from sendself.ui.shown import Shown


def offer_both(editor: Editor, shown: Shown, box: Box, mine: Value) -> None:
    """Show what somebody else saved beside the box, with ways to go on. Nothing is replaced unasked.

    Not yet while the browser is asked whether anybody has touched the box (see `following`).
    """
    theirs = shown.theirs
    touched = mine != shown.value
    if theirs is None or (shown.waits and not touched):
        return
    widget = widget_key(editor, shown.key)
    said = f"{theirs.by} changed this at {uk_time(theirs.at)} while it was open here."
    with st.container(border=True, key=f"both|{widget}"):
        if touched:
            st.warning(f"{said} What you entered is still in the box above and is not saved yet.")
        else:
            st.info(said)
        st.text(box.say(theirs.value) or "(They cleared it.)")
        # A click on what was drawn before they changed it once more presses nothing.
        place = f"{widget}|{theirs.version}"
        with st.container(horizontal=True):
            if st.button("Use theirs", key=f"theirs|{place}"):
                _decide(shown, theirs, widget, box.to_box(theirs.value))
            if touched and st.button("Keep mine", key=f"mine|{place}"):
                _decide(shown, theirs, widget, box.to_box(mine))
            both = _joined(shown.key, box, theirs.value, mine) if touched else None
            if both and st.button("Join both", key=f"join|{place}"):
                _decide(shown, theirs, widget, box.to_box(both))
        if touched and box.join and not both and theirs.value and mine:
            st.caption("Together they are too long for one box. Copy what you need from theirs.")


def _joined(key: EntryKey, box: Box, theirs: Value, mine: Value) -> Value:
    """Both texts as one, where the field has room for it; `None` elsewhere."""
    with suppress(ValueError):
        return checked_value(key, box.join(theirs, mine)) if box.join and theirs and mine else None
    return None


def _decide(shown: Shown, theirs: Entry, widget: str, box_value: Any) -> None:
    go_on_from(shown, theirs)
    session.settle(widget, None)
    session.fill_next(widget, box_value)
    st.rerun()


def go_on_from(shown: Shown, theirs: Entry) -> None:
    """What stands there now is known to whoever wrote in this box: the next save takes its place."""
    shown.value, shown.version, shown.theirs = theirs.value, theirs.version, None
