"""Who changed what: the history of this evaluation, or of one part of it, with the way back to an earlier text."""

import streamlit as st

from sendself.assessment.entries.subject_words import subject_in_words
from sendself.ui.elements.plain import plain
from sendself.ui.every_page.address import address_of
from sendself.ui.every_page.frame import open_editor
from sendself.ui.every_page.history import SUBJECT, history_part

editor = open_editor()
subject = st.query_params.get(SUBJECT, "")
if subject:
    st.title(f"Who changed what: {plain(subject_in_words(editor.assessment, subject))}", anchor=False)
    st.page_link("history.py", label="See the changes of the whole evaluation", query_params=address_of(editor))
else:
    st.title("Who changed what", anchor=False)
history_part(editor, subject)
