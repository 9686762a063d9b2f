"""What is known of the school, every value editable."""

import streamlit as st

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.particulars import ages_problem
from sendself.assessment.words import KIND_NAMES
from sendself.context.schools.school_phase import PHASES
from sendself.ui.editor import Editor
from sendself.ui.fields.box_kinds import AGE, POSTCODE, URN
from sendself.ui.fields.chosen import select_field
from sendself.ui.fields.typed import checked_field, line_field
from sendself.ui.start.typed_school import KIND_HELP, LINES, PHASE_HELP


def school_part(editor: Editor) -> None:
    """The school's own particulars; its kind decides which duties are asked, its phase which figures are beside it."""
    left, right = st.columns(2)
    with left:
        for field, label in LINES.items():
            line_field(editor, _key(field), label)
        checked_field(editor, _key("postcode"), "Postcode", POSTCODE)
        checked_field(editor, _key("urn"), "URN", URN)
    with right:
        kinds = {kind.value: name for kind, name in KIND_NAMES.items()}
        select_field(editor, _key("kind"), "Kind of school", kinds, help=KIND_HELP)
        phase = editor.assessment.school.phase
        # A phase in other words, from a file, can stay.
        phases = {one: one for one in (*PHASES, *([phase] if phase and phase not in PHASES else []))}
        select_field(editor, _key("phase"), "Phase", phases, help=PHASE_HELP, nothing="")
        checked_field(editor, _key("age_low"), "Age of the youngest pupils", AGE)
        checked_field(editor, _key("age_high"), "Age of the oldest pupils", AGE)
    school = editor.assessment.school
    if problem := ages_problem(school.age_low, school.age_high):
        st.error(problem)


def _key(field: str) -> EntryKey:
    return EntryKey("school", AGREED, field)
