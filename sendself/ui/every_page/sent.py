"""What the browser sent with this run: saved before anything is drawn, since leaving a page cuts its run short."""

from contextlib import suppress

import streamlit as st

from sendself.storage.errors import StorageError
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.every_page import others
from sendself.ui.every_page.places import PLACE
from sendself.ui.fields.boxes import save_what_changed
from sendself.ui.fields.drafts import behind, take_up
from sendself.ui.fields.following import newer_texts
from sendself.ui.fields.keep_typing import keep_typing
from sendself.ui.tab import Arrival


def take_in(editor: Editor | None, left: Editor | None) -> bool:
    """Save what stands in the boxes of the evaluation that is open, and of one that was `left` for Start or another.

    Whether drafts that the browser had kept were taken up: then the page has to be drawn once more.
    """
    if left and (editor is None or left.id != editor.id):
        with suppress(StorageError):
            left.out_of_reach = False
            left.stored = left.repository.load(left.actor, left.id)
            save_what_changed(left)
            session.tab().left = left
    if editor is None:
        drafts = keep_typing()
        left = session.tab().left
        return left is not None and take_up(left, drafts)
    save_what_changed(editor)
    first = others.is_first_run(editor)
    newer = newer_texts(editor)
    drafts = keep_typing(editor.stored.seq, behind(editor), session.tab().name, _place(), newer, first=first)
    editor.before = others.drawn_before(editor)
    return take_up(editor, drafts, first=first)


def _place() -> Arrival | None:
    """Where on the page the address leads, with a name for this arrival."""
    return session.arrival(st.query_params.get(PLACE, ""))
