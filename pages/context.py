"""Context: the school in figures and in words, filled from the DfE's census where it is known."""

import streamlit as st

from sendself.assessment.context_texts import texts_for
from sendself.assessment.entries.keys import words_key
from sendself.ui.context.comparison import beside_others_part, comparison_part, needs_part
from sendself.ui.context.figures import figures_part
from sendself.ui.context.standing import standing_part
from sendself.ui.context.trend import trend_part
from sendself.ui.every_page.address import address_of
from sendself.ui.every_page.frame import open_editor
from sendself.ui.fields.typed import note_field
from sendself.ui.server.store import register

editor = open_editor()
st.title("Context", anchor=False)
st.markdown("Counts of pupils, never names. Shares are computed for you. Leave open what you do not know.")

st.header("In figures", anchor=False)
if st.button("Count from our own export"):
    st.switch_page("export.py", query_params=address_of(editor))
figures_part(editor)

st.header("Beside national figures", anchor=False)
comparison_part(editor)

st.header("Among schools like yours", anchor=False)
standing_part(editor)
beside_others_part(editor)
needs_part(editor)
trend_part(editor)

st.header("In words", anchor=False)
for text in texts_for(editor.assessment.setting):
    note_field(editor, words_key(text.id), text.label, help=text.help)
st.caption(f"{register().source}. {register().attribution}")
