"""An agreed answer as it is read where each writes their own view; it is changed in Agree."""

import streamlit as st

from sendself.assessment.answers import Answer
from sendself.assessment.english import listed
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.perspectives.taking_over import WORDS
from sendself.assessment.words import EVIDENCE_NAMES, rating_in_words
from sendself.rubric.model import Theme
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.every_page.place_links import place_link


def agreed_answer(editor: Editor, theme: Theme) -> None:
    """While rating apart: what is agreed on a theme already, and the way to change it; nothing where nothing is."""
    answer = editor.assessment.answer(theme.id)
    if editor.perspective == AGREED or answer == Answer():
        return
    with st.container(border=True, gap="xsmall", key=f"agreed-answer-{theme.id}"):
        st.markdown(f"**{plain(_said(editor.assessment, answer))}**")
        words_of(answer)
        place_link(f"Change it in Agree: {theme.title}", "agree", theme.id, key=f"agreed-{theme.id}")
    st.caption("What you choose and write below is your own view. It changes nothing of what is agreed.")


def words_of(answer: Answer) -> None:
    """The texts of an answer with what each is, and the kinds of evidence behind it."""
    for field, label in {"reason": "Reason", **WORDS}.items():
        if text := getattr(answer, field):
            st.markdown(f"*{label}*")
            st.text(text)
    if answer.evidence_kinds:
        st.caption(f"Evidence: {listed(EVIDENCE_NAMES[kind].lower() for kind in answer.evidence_kinds)}.")


def _said(assessment: Assessment, answer: Answer) -> str:
    if answer.parked:
        return "Agreed so far, and parked: " + rating_in_words(assessment.rubric, answer.rating)
    if answer.rating is None:
        return "Written together, and no level agreed yet"
    return "Agreed: " + rating_in_words(assessment.rubric, answer.rating)
