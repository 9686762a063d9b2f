"""What stands around every page: the task list, who is writing, when it was saved, and the way on."""

from collections.abc import Callable
from contextlib import suppress

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sendself.assessment.words import person_in_words
from sendself.storage.errors import StorageError
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.elements.buttons import main_button
from sendself.ui.elements.plain import plain
from sendself.ui.every_page import others
from sendself.ui.every_page.address import EVALUATION, YOU, address_of, page_of_the_address
from sendself.ui.every_page.foot import foot
from sendself.ui.every_page.journey import (
    Step,
    area_of,
    evaluation_pages,
    evaluation_steps,
    nothing_open,
    start_pages,
    state_in_words,
)
from sendself.ui.every_page.opening import is_lost, opened, stop_if_out_of_reach, stop_with_nothing_open
from sendself.ui.every_page.places import PLACE
from sendself.ui.fields import delivered
from sendself.ui.fields.boxes import save_what_changed
from sendself.ui.fields.drafts import behind, take_up
from sendself.ui.fields.following import is_to_be_offered, newer_texts
from sendself.ui.fields.keep_typing import keep_typing
from sendself.ui.server.store import stop_until_it_works
from sendself.ui.server.uploads import let_go_of_uploads
from sendself.ui.tab import Arrival

PRESENT = "present"
"""The step that is shown to a whole room: nothing stands beside it."""


def run(show_area: Callable[[str], None]) -> None:
    """Draw the page that the address names, with everything around it."""
    delivered.begins()
    left = session.tab().editor
    editor = opened()
    session.tab().editor = editor
    others.begins()
    drafts = _save_what_stands_in_boxes(editor, left)
    first = start_pages()
    steps = evaluation_steps(editor.assessment, show_area) if editor else ()
    # Without an evaluation its addresses are known all the same, and say what to do instead of "Page not found".
    shown = editor.assessment if editor else nothing_open()
    also = (*(() if editor else evaluation_steps(shown, show_area)), *evaluation_pages(shown))
    session.tab().steps = steps
    pages = [step.page for step in (*first, *steps, *also)]
    unknown = page_of_the_address({page.url_path for page in pages}, _no_such_page)
    current = st.navigation([*pages, *unknown], position="hidden")
    if editor and session.tab().chosen:
        session.tab().chosen = ""
        go_to("about")
    if editor:
        st.query_params[EVALUATION] = editor.id
        if editor.you:
            st.query_params[YOU] = editor.you.id
    session.turn_to(current.url_path)
    let_go_of_uploads(current.url_path)
    here = next((step for step in (*steps, *also) if step.page is current), None)
    if editor and here and not area_of(editor.assessment, here):
        # Going back can leave the place of another page in the address: coming to that page again is new.
        session.arrival("")
    # One call for each run: a second one would open and close it before the reader's eyes.
    st.set_page_config(initial_sidebar_state="collapsed" if here and here.id == PRESENT else "auto")
    slot = st.sidebar.empty()
    _task_list(slot, editor, first, steps)
    # The view for a room says that it is an example in its own, larger words.
    _notice(editor if here and here.id != PRESENT else None)
    trouble = st.empty()
    if is_lost() and current is first[0].page:
        st.error("The self-evaluation in this address is not kept here. Choose another below, or open its file.")
    try:
        current.run()
    except StorageError as error:
        if not editor:
            raise
        editor.cannot_reach(error)
        stop_until_it_works(str(error))
    finally:
        if editor:
            others.drawn(editor, current.title)
    if editor and editor.saved_at:
        _task_list(slot, editor, first, steps)
    if editor and editor.out_of_reach:
        with trouble.container():
            _out_of_reach(editor)
    if editor and here in steps:
        foot(editor, steps, here)
    delivered.ends()
    if drafts or (editor and is_to_be_offered(editor)):
        st.rerun()


def _save_what_stands_in_boxes(editor: Editor | None, left: Editor | None) -> bool:
    """Before anything is drawn: of the evaluation that is open, and of one that was left for Start or another.

    Whether drafts were taken up.
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


def open_editor() -> Editor:
    """The editor of the evaluation that is open; without one the page sends its reader to Start."""
    editor = session.tab().editor
    if isinstance(editor, Editor):
        return editor
    stop_with_nothing_open()
    raise AssertionError("unreachable: st.stop ends the run")


def _no_such_page() -> None:
    """What an address says that is no page: of another rubric, of an older version, or mistyped."""
    stop_if_out_of_reach()
    if session.tab().editor is None:
        st.title("There is no such page", anchor=False)
        st.write("Check the address: a letter may be missing. Every page is reached from Start.")
        if main_button("Go to Start"):
            st.switch_page("start.py")
        return
    st.title("This self-evaluation has no such page", anchor=False)
    st.write("Its pages are in the list at the side. Nothing is lost: an address may be of another self-evaluation.")
    if main_button("Go to About this evaluation"):
        go_to("about")


def step_called(step_id: str) -> Step | None:
    """The step of the open evaluation with this id."""
    return next((step for step in session.tab().steps if step.id == step_id), None)


def go_to(step_id: str) -> None:
    """Leave for another step of the open evaluation."""
    step = step_called(step_id)
    if step:
        st.switch_page(step.page, query_params=address_of(open_editor()))


def _place() -> Arrival | None:
    """Where on the page the address leads, with a name for this arrival."""
    return session.arrival(st.query_params.get(PLACE, ""))


def _task_list(slot: DeltaGenerator, editor: Editor | None, first: tuple[Step, ...], steps: tuple[Step, ...]) -> None:
    with slot.container():
        st.page_link(first[0].page, label="sendself: all self-evaluations")
        if editor is None:
            return
        assessment = editor.assessment
        st.markdown(f"**{plain(assessment.title)}**")
        if editor.you:
            st.caption(f"You are: {plain(person_in_words(editor.you))}. Change this in About.")
        others.also_here(editor)
        for step in steps:
            state = state_in_words(editor, step)
            label = f"{step.title} — {state}" if state else step.title
            st.page_link(step.page, label=label, query_params=address_of(editor))
        st.page_link("history.py", label="Who changed what", query_params=address_of(editor))


def _out_of_reach(editor: Editor) -> None:
    st.error(
        f"**sendself cannot reach its data just now.** {plain(editor.failure)} What you enter on this page stays here "
        "and is saved as soon as that works again: stay on this page until then. It tries again by itself. What you "
        "did with a button is not done: press it again then."
    )


def _notice(editor: Editor | None) -> None:
    if editor and editor.assessment.example:
        st.info("EXAMPLE: an invented evaluation to look at. Nothing here is about a real school.")
    if notice := session.take_notice():
        st.success(notice.text)
        if editor and (step := step_called(notice.step)):
            st.page_link(step.page, label=notice.link, query_params=address_of(editor))
