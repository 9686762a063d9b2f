"""What stands below every step: the way on, when it was saved, and how far one has come."""

import streamlit as st

from sendself.assessment.english import counted
from sendself.assessment.progress import whole_progress
from sendself.assessment.uk_clock import uk_day, uk_moment, uk_time, uk_today
from sendself.storage.kept import is_of_other_copy
from sendself.ui.editor import NOBODY, Editor
from sendself.ui.elements.buttons import main_button
from sendself.ui.elements.plain import plain
from sendself.ui.every_page.address import address_of
from sendself.ui.every_page.journey import Step, area_of, neighbours
from sendself.ui.every_page.places import next_to_answer


def foot(editor: Editor, steps: tuple[Step, ...], here: Step) -> None:
    """Draw it for the step that is `here`."""
    before, after = neighbours(steps, here.id)
    with st.container(horizontal=True, key="way-on"):
        if before and st.button(f"Previous: {before.title}", key="previous"):
            st.switch_page(before.page, query_params=address_of(editor))
        if after and main_button(f"Next: {after.title}", key="next"):
            st.switch_page(after.page, query_params=address_of(editor))
    # Streamlit keeps this line in sight and takes much room for it: nothing else belongs there.
    with st.bottom.container(horizontal=True, vertical_alignment="center", key="foot"):
        st.caption(_saved_words(editor), width="content")
        # A caption is pale, and a link in it too pale to read.
        st.markdown(f":small[{_progress_words(editor, here)}]", width="content")


def _progress_words(editor: Editor, here: Step) -> str:
    if area := area_of(editor.assessment, here):
        return next_to_answer(editor, area)
    done = whole_progress(editor.assessment, editor.perspective)
    return f"{done.answered} of {counted(done.total, 'theme')} answered"


def _saved_words(editor: Editor) -> str:
    if editor.failure:
        return f"Not saved. {editor.failure}"
    if editor.unsaved:
        return "Not all is saved: see what has to be corrected on this page."
    if editor.conflicts:
        return "Not all is saved: see where somebody else changed the same text."
    if not editor.stored.entries:
        return "Everything saves as you enter it."
    last = max(editor.stored.entries.values(), key=lambda entry: entry.seq)
    by = "" if last.by == NOBODY else f" by {plain(last.by)}"
    if is_of_other_copy(last.by):
        by = "; taken over from the other copy"
    when = uk_time(last.at) if uk_day(last.at) == uk_today() else f"on {uk_moment(last.at)}"
    return f"Saved {when}{by}"
