"""What the browser holds in a box that this session of the server hears of for the first time, or anew.

After a restart, or a run that was cut short, it may hold more than the store has, or less. It is compared with what
its reader had seen, and what stands against somebody else's newer value is shown beside that.
"""

from typing import Any

import streamlit as st

from sendself.assessment.entries.entry import Value
from sendself.storage.errors import StorageError
from sendself.storage.kept import Entry
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.fields.both import go_on_from
from sendself.ui.fields.box import Box, widget_key
from sendself.ui.fields.drafts import base_of, seen_before_restart
from sendself.ui.shown import Shown


def take_up_what_is_held(editor: Editor, shown: Shown, box: Box, held: Any) -> Value:
    """The browser may hold another value than the store: an edit that was not saved yet, or an older state of it.

    The value that it holds, as it is read from what its reader has seen.
    """
    now = editor.stored.entries.get(shown.key)
    if now is None or _stands_there(shown, box, held, now):
        return box.from_box(held)
    widget = widget_key(editor, shown.key)
    try:
        if not shown.known:
            shown.value, shown.version = base_of(editor, shown, seen_before_restart(widget))
    except StorageError as error:
        editor.failure = str(error)
    else:
        if shown.version == now.version:
            return box.from_box(held)
        if box.from_box(held) == shown.value and not box.typed:
            go_on_from(shown, now)
            session.fill_next(widget, box.to_box(now.value))
            st.rerun()
    shown.theirs = now
    return box.from_box(held)


def _stands_there(shown: Shown, box: Box, held: Any, now: Entry) -> bool:
    """Whether a box holds what is saved now: then its reader sees it, and goes on from it."""
    seen = shown.value, shown.version
    go_on_from(shown, now)
    if box.from_box(held) == now.value:
        return True
    shown.value, shown.version = seen
    return False
