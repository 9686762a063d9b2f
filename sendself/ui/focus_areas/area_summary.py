"""The summary boxes of a focus area, as in the Guide's form: written together, they belong to no single view."""

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.rubric.model import FocusArea
from sendself.ui.editor import Editor
from sendself.ui.every_page.history import history_link
from sendself.ui.fields.typed import note_field


def area_summary(editor: Editor, area: FocusArea) -> None:
    """Strengths and areas for development of the area as a whole."""
    subject = f"area:{area.id}"
    note_field(editor, EntryKey(subject, AGREED, "strengths"), "Strengths of this area", of=area.short)
    note_field(editor, EntryKey(subject, AGREED, "development"), "Areas for development of this area", of=area.short)
    history_link(editor, subject, f"{area.short} as a whole")
