"""The strengths of the plan on screen."""

import streamlit as st

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Highlight
from sendself.ui.editor import Editor
from sendself.ui.every_page.history import history_link
from sendself.ui.fields.chosen import select_field
from sendself.ui.fields.typed import note_field
from sendself.ui.lists.items import remove_button, themes_by_area
from sendself.ui.lists.taken_away import said_taken_away


def highlight_card(editor: Editor, item: Highlight, number: int) -> None:
    """One strength with the theme it comes from."""
    subject = f"highlight:{item.id}"
    with st.container(border=True, key=f"card-{item.id}"):
        note_field(editor, EntryKey(subject, AGREED, "text"), f"Strength {number}")
        themes = themes_by_area(editor, [item.theme] if item.theme else [])
        select_field(editor, EntryKey(subject, AGREED, "theme"), f"Theme of strength {number}", themes)
        history_link(editor, subject, f"strength {number}")
        remove_button(editor, subject, f"Take strength {number} away")
        said_taken_away(editor, subject)
