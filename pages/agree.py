"""Agree: the themes on which you differ, settled in one meeting, and what two copies say differently."""

import streamlit as st

from sendself.assessment.participants import Way
from sendself.ui.agree.agreement import agreement_part, rated_together_part
from sendself.ui.agree.differences import differences_part
from sendself.ui.agree.spread import spread_part
from sendself.ui.elements.plain import plain
from sendself.ui.every_page.frame import open_editor
from sendself.ui.every_page.identity import ask_who_you_are
from sendself.ui.fields.delivered import stop_here
from sendself.ui.focus_areas.area_summary import area_summary

editor = open_editor()
apart = editor.assessment.way is Way.APART
st.title("Agree", anchor=False)
if not apart and not editor.assessment.differences:
    rated_together_part()
    stop_here()
differences_part(editor)
if apart and editor.you is None:
    ask_who_you_are(editor, why="Say who you are: what others say of a theme is shown to those who have rated it.")
if apart:
    agreement_part(editor)
    spread_part(editor)

st.header("Each area as a whole", anchor=False)
for area in editor.assessment.rubric.areas:
    with st.expander(plain(area.title), key=f"area-{area.id}"):
        area_summary(editor, area)
