"""How those who take part rate: apart first, or together."""

import streamlit as st

from sendself.assessment.english import counted
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.assessment.perspectives.apart import answered_together, rated_apart
from sendself.assessment.words import WAY_NAMES
from sendself.ui import session
from sendself.ui.about.asking import asked_first
from sendself.ui.editor import Editor
from sendself.ui.fields.chosen import choice_field


def way_part(editor: Editor) -> None:
    """The choice; while there are answers that it moves, it opens only to those who are told what becomes of them."""
    way = editor.assessment.way
    loss, choice = _what_it_moves(editor.assessment), (editor.id, f"way {way}")
    if loss and choice not in session.tab().unlocked:
        st.markdown(f"How do you rate the themes? **{WAY_NAMES[way]}.**")
        if asked_first(editor, "Change how you rate", f"change-way-{way}", loss):
            session.tab().unlocked.add(choice)
            st.rerun()
        return
    choice_field(
        editor,
        EntryKey("evaluation", AGREED, "way"),
        "How do you rate the themes?",
        {way.value: name for way, name in WAY_NAMES.items()},
        required=True,
    )
    ratings = rated_apart(editor.assessment)
    if editor.assessment.way is Way.TOGETHER and ratings:
        st.caption(
            f"{counted(ratings, 'rating')} made apart are kept and not shown. They come back when you choose "
            f"{WAY_NAMES[Way.APART]}."
        )


def _what_it_moves(assessment: Assessment) -> str:
    """What is shown elsewhere, or not at all, once the other way is chosen; empty when nothing is."""
    if assessment.way is Way.APART and (ratings := rated_apart(assessment)):
        return (
            f"{counted(ratings, 'rating')} made apart would no longer show in the focus areas, in Agree and on the "
            f"radar. Nothing is deleted: they come back when you choose {WAY_NAMES[Way.APART]} again."
        )
    if assessment.way is Way.TOGETHER and (themes := answered_together(assessment)):
        return (
            f"{counted(themes, 'theme')} that you answered together would be changed in Agree alone. The focus areas "
            "go on showing those answers with their words, and have room for what each of you thinks alone. Nothing "
            f"is deleted: all is as it was when you choose {WAY_NAMES[Way.TOGETHER]} again."
        )
    return ""
