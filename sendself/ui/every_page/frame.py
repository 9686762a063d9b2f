"""One run: what was sent is saved, the page of the address is found, and it is drawn with what stands around it."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sendself.storage.errors import StorageError
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.elements.buttons import main_button
from sendself.ui.elements.plain import plain
from sendself.ui.every_page import others
from sendself.ui.every_page.address import address_of, page_of_the_address
from sendself.ui.every_page.foot import foot
from sendself.ui.every_page.journey import Step, area_of, evaluation_pages, evaluation_steps, nothing_open, start_pages
from sendself.ui.every_page.opening import is_lost, opened, stop_if_out_of_reach, stop_with_nothing_open
from sendself.ui.every_page.sent import take_in
from sendself.ui.every_page.task_list import task_list
from sendself.ui.fields import delivered
from sendself.ui.fields.following import is_to_be_offered
from sendself.ui.server.store import stop_until_it_works
from sendself.ui.server.uploads import let_go_of_uploads

PRESENT = "present"
"""The step that is shown to a whole room: nothing stands beside it."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages that an address may name, and which of them this one does.

    `first` is the page that needs no evaluation, `steps` are those of the open one (none without), `page` is shown, and
    `here` is its step where it belongs to an evaluation.
    """

    first: Step
    steps: tuple[Step, ...]
    page: StreamlitPage
    here: Step | None

    @property
    def fills_the_screen(self) -> bool:
        """Whether it is the view for a whole room: nothing stands beside it."""
        return self.here is not None and self.here.id == PRESENT


def run(show_area: Callable[[str], None]) -> None:
    """Draw the page that the address names, with everything around it."""
    delivered.begins()
    left = session.tab().editor
    editor = opened()
    session.tab().editor = editor
    others.begins()
    drafts = take_in(editor, left)
    pages = _pages(editor, show_area)
    _keep_the_address(editor, pages)
    _draw(editor, pages)
    delivered.ends()
    if drafts or (editor and is_to_be_offered(editor)):
        st.rerun()


def _pages(editor: Editor | None, show_area: Callable[[str], None]) -> Pages:
    first = start_pages()
    steps = evaluation_steps(editor.assessment, show_area) if editor else ()
    session.tab().steps = steps
    # Without an evaluation its addresses are known all the same, and say what to do instead of "Page not found".
    assessment = editor.assessment if editor else nothing_open()
    also = (*(() if editor else evaluation_steps(assessment, show_area)), *evaluation_pages(assessment))
    known = [step.page for step in (*first, *steps, *also)]
    unknown = page_of_the_address({page.url_path for page in known}, _no_such_page)
    page = st.navigation([*known, *unknown], position="hidden")
    here = next((step for step in (*steps, *also) if step.page is page), None)
    return Pages(first[0], steps, page, here)


def _keep_the_address(editor: Editor | None, pages: Pages) -> None:
    """Have it name what is open, and forget what belonged to the page that was left."""
    if editor and session.tab().chosen:
        session.tab().chosen = ""
        go_to("about")
    if editor:
        st.query_params.update(address_of(editor))
    session.turn_to(pages.page.url_path)
    let_go_of_uploads(pages.page.url_path)
    if editor and pages.here and not area_of(editor.assessment, pages.here):
        # Going back can leave the place of another page in the address: coming to that page again is new.
        session.arrival("")


def _draw(editor: Editor | None, pages: Pages) -> None:
    """The page and what stands around it; what the page itself saves is told of at once."""
    # One call for each run: a second one would open and close the list before the reader's eyes.
    st.set_page_config(initial_sidebar_state="collapsed" if pages.fills_the_screen else "auto")
    slot = st.sidebar.empty()
    task_list(slot, editor, pages.first, pages.steps)
    # In a place of its own: as it goes at the next run, nothing below it moves.
    with st.container():
        # The view for a room says that it is an example in its own, larger words.
        _notice(None if pages.fills_the_screen else editor)
    trouble = st.empty()
    if is_lost() and pages.page is pages.first.page:
        st.error("The self-evaluation in this address is not kept here. Choose another below, or open its file.")
    _draw_page(editor, pages.page)
    if editor is None:
        return
    if editor.saved_at:
        task_list(slot, editor, pages.first, pages.steps)
    if editor.out_of_reach:
        with trouble.container():
            _out_of_reach(editor)
    if pages.here in pages.steps:
        foot(editor, pages.steps, pages.here)


def _draw_page(editor: Editor | None, page: StreamlitPage) -> None:
    try:
        page.run()
    except StorageError as error:
        if not editor:
            raise
        editor.cannot_reach(error)
        stop_until_it_works(str(error))
    finally:
        if editor:
            others.drawn(editor, page.title)


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
