"""Who else has this evaluation open, and on which page."""

import streamlit as st

from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.plain import plain
from sendself.ui.presence import PRESENCE, Drawn, Here


def also_here(editor: Editor) -> None:
    """Say who else is here; nothing when nobody is."""
    there = PRESENCE.others(editor.id, session.tab())
    session.remember("others", there)
    if there:
        said = "; ".join(f"{here.who} ({here.page})" for here in there)
        st.caption(f"Also here now: {plain(said)}.")


def drawn(editor: Editor, page: str) -> None:
    """Note what this tab shows, so that it hears of what others do from here on."""
    shown = Drawn(editor.id, editor.loaded_at, frozenset(editor.own), session.recall("others", ()))
    PRESENCE.drawn(session.tab(), Here(editor.actor.name, page), shown)
