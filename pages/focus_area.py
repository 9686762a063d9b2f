"""A focus area: every theme rated, with words and evidence. One module, one page per area."""

import streamlit as st

from sendself.assessment.identifiers import AGREED
from sendself.ui.elements.plain import plain
from sendself.ui.every_page.frame import open_editor
from sendself.ui.every_page.identity import ask_who_you_are
from sendself.ui.every_page.places import theme_list
from sendself.ui.focus_areas.area_summary import area_summary
from sendself.ui.focus_areas.data_questions import questions_by_theme
from sendself.ui.focus_areas.theme_card import theme_card
from sendself.ui.profile.scale import how_to_choose


def show(area_id: str) -> None:
    """Draw the page of one focus area."""
    editor = open_editor()
    area = editor.assessment.rubric.area(area_id)
    st.title(area.title, anchor=False)
    ask_who_you_are(editor)
    st.markdown(plain(area.intro))
    how_to_choose(editor.assessment.rubric)
    themes = st.empty()
    theme_list(themes, editor, area)
    answered_duties: set[str] = set()
    questions = questions_by_theme(editor, area_id)
    for number, theme in enumerate(area.themes, 1):
        theme_card(editor, theme, number, answered_duties, questions.get(theme.id, []))
    st.header("This area as a whole", anchor=False)
    if editor.perspective == AGREED:
        area_summary(editor, area)
    else:
        st.markdown("You write about the area as a whole together, in Agree.")
    if editor.saved_at:
        theme_list(themes, editor, area)
