"""How wide the window is, as far as a page depends on it: the one place that says so."""

import streamlit as st

from sendself.ui import session

NARROW = 640
"""In pixels: up to this width a window has no room for a table of five columns, nor for letters that a room reads."""
COOKIE = "sendself_narrow"
"""Holds 1 or 0: how wide the window was that this browser used last. The first run of a page has nothing else."""


def is_narrow() -> bool:
    """Whether the window is narrow: a phone's, half of a small screen, or one at four times the size.

    Until the browser has said how wide it is, it is as its cookie says; without one a phone is known by its name.
    """
    narrow = session.tab().is_narrow
    return _first_guess() if narrow is None else narrow


def note_narrow(narrow: bool) -> None:
    """Note what the browser says of its window."""
    session.tab().is_narrow = narrow


def _first_guess() -> bool:
    remembered = st.context.cookies.get(COOKIE)
    return remembered == "1" if remembered else "Mobi" in st.context.headers.get("User-Agent", "")
