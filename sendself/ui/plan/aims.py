"""Where the plan aims: for each theme that it moves, the level now and the level aimed for."""

import streamlit as st

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.over_time.before import last_time_in_words
from sendself.assessment.plan import Aim, aim_in_words, aims
from sendself.assessment.words import rating_in_words
from sendself.report.chapters.wording import sentence
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.fields.chosen import choice_field


def aims_part(editor: Editor) -> None:
    """Ask for a target level for each theme that the plan moves, or say how themes come here."""
    found = aims(editor.assessment)
    if not found:
        st.info("Choose the themes that a priority or an action moves: here you then say which level you aim for.")
        return
    rubric = editor.assessment.rubric
    levels = {step.level: f"{step.level} {step.name}" for step in rubric.scale}
    for aim in found:
        now = rating_in_words(rubric, aim.now)
        key = EntryKey(f"target:{aim.theme.id}", AGREED, "level")
        choice_field(editor, key, f"{aim.theme.title}. Now: {now}. Aim for:", levels)
        last = sentence(last_time_in_words(editor.assessment, aim.theme.id))
        said = (aim_in_words(aim), last, _aimed_for_then(editor.assessment, aim))
        if words := " ".join(part for part in said if part):
            st.caption(plain(words))


def _aimed_for_then(assessment: Assessment, aim: Aim) -> str:
    """That a target is the one of last time, which *Evaluate again* carries where it was not reached."""
    same = aim.target is not None and assessment.last_time.targets.get(aim.theme.id) == aim.target
    return "This level was aimed for then as well." if same else ""
