"""How the figures moved since the school's earlier evaluations on this computer."""

from functools import partial
from typing import Any

import streamlit as st

from sendself.assessment.model import Assessment
from sendself.context.national.trend import Trend, trend, trend_in_words
from sendself.storage.errors import StorageError
from sendself.ui.editor import Editor
from sendself.ui.elements.kept_where import where_kept
from sendself.ui.elements.pictures import picture_on_request
from sendself.ui.elements.tables import table_of

MOST = 12
"""Other evaluations that are read, those changed last: more than a school makes in ten years."""


def trend_part(editor: Editor) -> None:
    """The figures under their school years; nothing where there is only one."""
    found = trend([*_others_of_the_school(editor), editor.assessment])
    if found is None:
        return
    st.header("Over the years", anchor=False)
    rows = [
        {"Measure": line.what, **dict(zip(found.years, map(line.in_words, line.values), strict=True))}
        for line in found.lines
    ]
    table_of(rows, alt="Figures of this school over the years")
    st.caption(
        f"From the evaluations of this school that are kept {where_kept(editor.repository)}. This is for you: it "
        "leaves with no PDF."
    )
    picture_on_request(editor, "trend", "Show the years as a chart", partial(_draw, found), trend_in_words(found))


def _others_of_the_school(editor: Editor) -> list[Assessment]:
    own = editor.assessment
    if own.school.urn is None:
        return []
    try:
        kept = editor.repository.summaries(editor.actor)
        alike = [
            one for one in kept if (one.urn, one.setting, one.example) == (own.school.urn, own.setting, own.example)
        ]
        return [
            editor.repository.load(editor.actor, one.id).assessment for one in alike[: MOST + 1] if one.id != editor.id
        ]
    except StorageError:
        # The page says elsewhere that the store is out of reach, and is whole without its past.
        return []


def _draw(found: Trend, *, dark: bool) -> Any:
    from sendself.charts.trend import trend_figure

    return trend_figure(found.years, found.lines, dark=dark)
