"""How far the browser had drawn the page when it sent what its boxes hold.

With everything that a browser sends comes what every box on its page holds. What a run has just put into a box is not
in there yet while its page is on the way, and a run that is cut short never reaches the browser. So every page ends
with a box out of sight that holds the number of its run, and what comes back in it says which page the browser drew.
"""

from typing import NoReturn

import streamlit as st

from sendself.ui import session

MARK = "drawn-up-to-here"
OUT_OF_SIGHT = "out-of-sight"
"""The container of what no reader is to see or hear: the one script of the app hides it."""


def begins() -> None:
    """A run begins: note which run the browser had drawn to its end when it sent what this one answers."""
    name, _, number = str(session.read(MARK, "")).partition(" ")
    tab = session.tab()
    # What a browser holds of a session that a restart has ended counts for nothing.
    tab.run_reached = int(number) if name == tab.name and number.isdecimal() else 0
    tab.run += 1


def this_run() -> int:
    """The number of the run that is on: they only rise."""
    return session.tab().run


def has_reached(run: int) -> bool:
    """Whether the browser had drawn this run to its end, or one after it."""
    return session.tab().run_reached >= run


def mark_of_this_run() -> str:
    """What the box out of sight holds on a page that this run draws."""
    return f"{session.tab().name} {this_run()}"


def ends() -> None:
    """Draw what comes back with everything that the browser sends, once all else is drawn."""
    session.fill(MARK, mark_of_this_run())
    with st.container(key=OUT_OF_SIGHT):
        st.text_input("How far this page is drawn", key=MARK, label_visibility="collapsed")


def stop_here() -> NoReturn:
    """End the page before its end, where it asks something first: what stands on it is drawn to here."""
    ends()
    st.stop()
