"""What is known of the school, every value editable."""

import streamlit as st

from sendself.assessment.entries import EntryKey
from sendself.assessment.model import AGREED
from sendself.assessment.words import KIND_NAMES
from sendself.ui.editor import Editor
from sendself.ui.fields import line_field, select_field

_LINES = {
    "name": "Name of the school",
    "town": "Town",
    "postcode": "Postcode",
    "local_authority": "Local authority",
    "trust": "Trust, if there is one",
}


def school_part(editor: Editor) -> None:
    """The school's own particulars; its legal kind decides which duties are asked."""
    left, right = st.columns(2)
    for number, (field, label) in enumerate(_LINES.items()):
        with (left, right)[number % 2]:
            line_field(editor, EntryKey("school", AGREED, field), label)
    with right:
        select_field(
            editor,
            EntryKey("school", AGREED, "kind"),
            "Kind of school",
            {kind.value: name for kind, name in KIND_NAMES.items()},
            help="It decides which duties are shown. Left open, all are.",
        )
