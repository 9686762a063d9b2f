"""Evidence: the documents that the reviewer asks for, and what else shows where you stand."""

import streamlit as st

from sendself.rubric.evidence import preparation_documents
from sendself.ui.every_page.frame import open_editor
from sendself.ui.focus_areas.evidence import document_card, evidence_card, weak_evidence
from sendself.ui.lists.items import add_button
from sendself.ui.lists.taken_away import still_on_screen, taken_away

MOST = 200

editor = open_editor()
st.title("Evidence", anchor=False)
st.markdown(
    "Say what there is and where it is. No file is kept in here, and nothing is uploaded. Write no pupil's name into a "
    "title, link or note. In a focus area each theme can refer to what you list here."
)
st.header("Documents for the reviewer", anchor=False)
for number, document in enumerate(preparation_documents(), 1):
    document_card(editor, document, number)

st.header("Other evidence", anchor=False)
for number, item in enumerate(still_on_screen(editor, "evidence").evidence, 1):
    evidence_card(editor, item, number)
taken_away(editor, "evidence")
add_button(editor, "evidence", "Add evidence", MOST)

st.header("High ratings and what they rest on", anchor=False)
weak_evidence(editor)
