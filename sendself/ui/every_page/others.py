"""Who else has this evaluation open, and on which page."""

import time
from math import inf

import streamlit as st

from sendself.ui import session
from sendself.ui.editor import Drawn, Editor
from sendself.ui.elements.plain import plain
from sendself.ui.fields.drafts import seen_by_the_browser
from sendself.ui.server.presence import PRESENCE, Here, Shown
from sendself.ui.server.store import AGAIN_SECONDS


def also_here(editor: Editor) -> None:
    """Say who else is here; nothing when nobody is."""
    there = PRESENCE.others(editor.id, session.tab().name)
    session.tab().others = there
    if there:
        said = "; ".join(f"{here.who} ({here.page})" for here in there)
        st.caption(f"Also here now: {plain(said)}.")


def begins() -> None:
    """Note that this tab is being drawn."""
    PRESENCE.begins(session.tab().name)


def drawn(editor: Editor, page: str) -> None:
    """Note what this tab shows, so that it hears of what others do from here on."""
    tab = session.tab()
    tab.drawn[editor.id] = editor.drawn
    again_at = time.monotonic() + AGAIN_SECONDS if editor.out_of_reach else inf
    shown = Shown(editor.id, editor.drawn, tab.others, again_at)
    PRESENCE.drawn(tab.name, Here(editor.actor.name, page), shown)


def is_first_run(editor: Editor) -> bool:
    """Whether this session has not drawn a page of the evaluation yet: it is new, or the server was restarted."""
    return editor.id not in session.tab().drawn


def drawn_before(editor: Editor) -> Drawn | None:
    """What this tab showed of the evaluation when its last page was drawn, as this session or the browser knows it."""
    return session.tab().drawn.get(editor.id) or seen_by_the_browser()
