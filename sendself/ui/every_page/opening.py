"""Which self-evaluation the address names, and what a page says where that cannot be opened."""

import streamlit as st

from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Way
from sendself.storage.errors import NotFoundError, StorageError
from sendself.storage.kept import Actor
from sendself.ui import session
from sendself.ui.editor import NOBODY, Editor
from sendself.ui.elements.buttons import main_button
from sendself.ui.every_page.address import EVALUATION, YOU
from sendself.ui.server.store import repository, stop_until_it_works


def opened() -> Editor | None:
    """The editor of the evaluation that was just chosen, or that the address names; `None` where there is none.

    While the store is out of reach it is what this tab showed last, with what stands in its boxes.
    """
    tab = session.tab()
    wanted, you = tab.chosen or st.query_params.get(EVALUATION), st.query_params.get(YOU)
    tab.out_of_reach, tab.is_lost = "", False
    if not wanted:
        return None
    try:
        there = repository()
        stored = there.load(Actor(NOBODY), wanted)
    except NotFoundError:
        tab.is_lost = True
        return None
    except StorageError as error:
        return _as_drawn_last(wanted, you, error)
    return Editor(there, stored, _who(stored.assessment, you))


def is_lost() -> bool:
    """Whether the address names an evaluation that is not kept here."""
    return session.tab().is_lost


def stop_if_out_of_reach() -> None:
    """End the page with why the store cannot be read, if it cannot."""
    if problem := session.tab().out_of_reach:
        st.title("sendself cannot reach its data just now", anchor=False)
        stop_until_it_works(problem)


def stop_with_nothing_open() -> None:
    """End the page with why no evaluation is open, and the way to Start."""
    stop_if_out_of_reach()
    if is_lost():
        st.title("This self-evaluation is not kept here", anchor=False)
        st.write("The address names one that was deleted, or is kept somewhere else.")
        st.write("Go to Start to choose another, or open its file there.")
    else:
        st.title("No self-evaluation is open", anchor=False)
        st.write("Choose one on Start, or begin a new one.")
    if main_button("Go to Start"):
        st.switch_page("start.py")
    st.stop()


def _as_drawn_last(wanted: str, you: str | None, error: StorageError) -> Editor | None:
    last = session.tab().editor
    if last is None or last.id != wanted:
        # The page itself says so: an address is kept only by a run that names its pages.
        session.tab().out_of_reach = str(error)
        return None
    editor = Editor(last.repository, last.stored, _who(last.assessment, you))
    editor.cannot_reach(error)
    return editor


def _who(assessment: Assessment, you: str | None) -> Participant | None:
    chosen = next((person for person in assessment.participants if person.id == you), None)
    # Rating apart, a guess would write one person's view into another's.
    if chosen or assessment.way is Way.APART:
        return chosen
    return next(iter(assessment.participants), None)
