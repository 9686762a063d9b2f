"""Who changed what: the history of this evaluation, or of one theme, with the way back to an earlier text."""

import streamlit as st

from sendself.ui.frame import address_of, open_editor
from sendself.ui.history import THEME, history_part
from sendself.ui.plain import plain

editor = open_editor()
theme = st.query_params.get(THEME, "")
known = editor.assessment.rubric.has_theme(theme)
st.title(f"Who changed what: {plain(editor.assessment.rubric.theme(theme).title)}" if known else "Who changed what")
if known:
    st.page_link("history.py", label="See the changes of the whole evaluation", query_params=address_of(editor))
history_part(editor, f"theme:{theme}" if known else "")
