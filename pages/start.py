"""Start: the self-evaluations kept here, and the ways to begin."""

import streamlit as st

from sendself.rubric.duty import Setting
from sendself.storage.errors import StorageError
from sendself.ui.elements.buttons import main_button
from sendself.ui.elements.kept_where import kept_in_words
from sendself.ui.elements.plain import plain
from sendself.ui.server.store import repository_or_stop
from sendself.ui.start.begin import begin_example
from sendself.ui.start.open_file import open_file_part
from sendself.ui.start.shelf import shelf

st.title("Evaluate your SEND provision", anchor=False)
st.markdown(
    "For the SENCO and a senior leader, together, before a SEND review. You look at your context and eight focus "
    "areas, see your profile, and send the reviewer a PDF that opens again as data. Everything saves as you enter it."
)
repository = repository_or_stop()
with st.container(horizontal=True):
    if main_button("New self-evaluation"):
        st.switch_page("new.py")
    if st.button("Look at an example"):
        begin_example(repository, Setting.MAINSTREAM)
    if st.button("Example of a special school"):
        begin_example(repository, Setting.SPECIAL)
    if st.button("On paper"):
        st.switch_page("paper.py")
    if st.button("School register", help="Which schools are known, with figures of which year, and how to load newer"):
        st.switch_page("register.py")
try:
    shelf(repository)
    open_file_part(repository)
except StorageError as error:
    st.error(str(error))
st.caption(plain(kept_in_words(repository)))
