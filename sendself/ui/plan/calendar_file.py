"""The plan as a calendar file, made in one way wherever it is offered: what was taken away is cancelled in it."""

from functools import partial

import streamlit as st

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.entries.withdrawn import withdrawn_actions
from sendself.assessment.model import Assessment
from sendself.report.files.plan_calendar import plan_calendar
from sendself.storage.errors import StorageError
from sendself.ui.editor import Editor


def calendar_file(editor: Editor, assessment: Assessment) -> bytes | None:
    """The actions that are due, and cancelled those that were once; `None` where none ever was.

    `assessment` is the open evaluation, or what of it leaves the school.
    """
    values = {key: entry.value for key, entry in editor.stored.entries.items()}
    return plan_calendar(assessment, withdrawn_actions(values, partial(_past, editor)))


def _past(editor: Editor, key: EntryKey) -> list[Value]:
    """What a field has said, the oldest first; where the store is out of reach the page says so and goes on."""
    try:
        return [entry.value for entry in editor.repository.history(editor.actor, editor.id, key)]
    except StorageError as error:
        st.error(str(error))
        return []
