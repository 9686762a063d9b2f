"""Context: the school in figures and in words, filled from the DfE's census where it is known."""

import streamlit as st

from sendself.assessment.entries import EntryKey
from sendself.assessment.measures import impossible_figures, measures_for, texts_for
from sendself.assessment.model import AGREED
from sendself.context.national import beside_national
from sendself.ui.comparison import comparison_table
from sendself.ui.fields import figure_field, line_field, note_field
from sendself.ui.frame import address_of, open_editor
from sendself.ui.standing import standing_part
from sendself.ui.store import register

editor = open_editor()
setting = editor.assessment.setting
st.title("Context")
st.markdown("Counts of pupils, never names. Shares are computed for you. Leave open what you do not know.")
problems = {problem.measure: problem.message for problem in impossible_figures(editor.assessment.context)}

st.header("In figures")
if st.button("Count from our own export"):
    st.switch_page("export.py", query_params=address_of(editor))
measures = measures_for(setting)
for pair in (measures[place : place + 2] for place in range(0, len(measures), 2)):
    for column, measure in zip(st.columns(2), pair, strict=False):
        with column:
            figure_field(editor, measure, problem=problems.get(measure.id))

st.header("Beside national figures")
comparison_table(beside_national(editor.assessment))

st.header("Among schools like yours")
standing_part(editor)

st.header("In words")
for text in texts_for(setting):
    field = note_field if text.long else line_field
    field(editor, EntryKey("context", AGREED, f"words.{text.id}"), text.label, help=text.help)
st.caption(f"{register().source}, {register().year}. {register().attribution}")
