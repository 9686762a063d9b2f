"""What the browser sent with this run: saved before anything is drawn, since leaving a page cuts its run short."""

from contextlib import suppress

import streamlit as st

from sendself.storage.errors import StorageError
from sendself.ui import others, session
from sendself.ui.boxes import save_what_changed
from sendself.ui.drafts import behind, take_up
from sendself.ui.editor import Editor
from sendself.ui.following import newer_texts
from sendself.ui.keep_typing import keep_typing
from sendself.ui.places import PLACE


def take_in(editor: Editor | None, left: Editor | None) -> bool:
    """Save what stands in the boxes of the evaluation that is open, and of one that was `left` for Start or another.

    Whether drafts that the browser had kept were taken up: then the page has to be drawn once more.
    """
    if left and (editor is None or left.id != editor.id):
        with suppress(StorageError):
            left.out_of_reach = False
            left.stored = left.repository.load(left.actor, left.id)
            save_what_changed(left)
            session.remember("left", left)
    if editor is None:
        drafts = keep_typing()
        left = session.recall("left")
        return left is not None and take_up(left, drafts)
    save_what_changed(editor)
    first = others.is_first_run(editor)
    newer = newer_texts(editor)
    drafts = keep_typing(editor.stored.seq, behind(editor), session.tab(), _place(), newer, first=first)
    editor.before = others.drawn_before(editor)
    return take_up(editor, drafts, first=first)


def _place() -> session.Arrival | None:
    """Where on the page the address leads, with a name for this arrival."""
    return session.arrival(st.query_params.get(PLACE, ""))
