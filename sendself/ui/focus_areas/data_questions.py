"""Questions the data asks: where a rating and a figure pull apart, one sentence with the figures."""

import streamlit as st

from sendself.context.questions.asked import DataQuestion, questions_for
from sendself.ui.context.standing import standings_of
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain


def questions_by_theme(editor: Editor, area_id: str) -> dict[str, list[DataQuestion]]:
    """What the data asks of an area as the writer rated it, by theme. It never changes a rating."""
    found: dict[str, list[DataQuestion]] = {}
    themes = editor.assessment.rubric.area(area_id).themes
    if any(editor.assessment.answer(theme.id, editor.perspective).rating for theme in themes):
        asked = questions_for(
            editor.assessment, area_id, standings=standings_of(editor), perspective=editor.perspective
        )
        for question in asked:
            found.setdefault(question.theme, []).append(question)
    return found


def ask(questions: list[DataQuestion]) -> None:
    """Show the questions of one theme."""
    for question in questions:
        st.info(f"**A question from your figures.** {plain(question.text)}")
        st.caption(plain(question.reason))
