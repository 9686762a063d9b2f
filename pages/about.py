"""About this evaluation: who takes part, how you work, why you do it, and who will read it."""

import streamlit as st

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.words import SETTING_NAMES
from sendself.ui.about.participants import participants_part
from sendself.ui.about.school import school_part
from sendself.ui.about.way import way_part
from sendself.ui.elements.plain import plain
from sendself.ui.every_page.frame import open_editor
from sendself.ui.fields.typed import line_field, note_field
from sendself.ui.start.another_setting import another_setting_part

editor = open_editor()
st.title("About this evaluation", anchor=False)
st.markdown(f"**{plain(editor.assessment.title)}.** {SETTING_NAMES[editor.assessment.setting]}.")
another_setting_part(editor)

st.header("Why you do it", anchor=False)
note_field(editor, EntryKey("review", AGREED, "why"), "Why do you evaluate your provision now?")
note_field(editor, EntryKey("review", AGREED, "wants_tested"), "What do you want the reviewer to test?")

st.header("Who takes part", anchor=False)
participants_part(editor)

st.header("How you work", anchor=False)
way_part(editor)
st.caption(
    "Apart first is better when two take part: each rates alone, in their own time, and you meet only about the "
    "themes on which you differ. Together suits a small team with two hours in one room."
)

st.header("Who reads it", anchor=False)
line_field(editor, EntryKey("review", AGREED, "reviewer"), "The reviewer's name and school")
line_field(editor, EntryKey("review", AGREED, "reviewer_email"), "The reviewer's e-mail address")

st.header("The school", anchor=False)
school_part(editor)
