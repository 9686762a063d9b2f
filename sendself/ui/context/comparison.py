"""The school's figures beside others, as tables that a screen reader can walk, with a picture when it is asked for."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from sendself.context.national.beside_national import beside_national
from sendself.context.national.beside_others import BesideOthers, beside_others_in_words, send_beside_others
from sendself.context.national.need_profile import NeedLine, need_profile, needs_in_words, percent_in_words
from sendself.context.national.published import is_phase_missing
from sendself.context.national.sources import Source
from sendself.ui.editor import Editor
from sendself.ui.elements.pictures import picture_on_request
from sendself.ui.elements.plain import plain
from sendself.ui.elements.tables import table_of


def comparison_part(editor: Editor) -> None:
    """The school's figures beside the national ones, or what that needs."""
    beside = beside_national(editor.assessment)
    if beside.lines and is_phase_missing(editor.assessment):
        st.info("Choose the phase of your school in About this evaluation: national figures then stand beside yours.")
    if not beside.lines:
        st.info("Enter the number on roll and the first figures: the national ones then stand beside them.")
        return
    rows = [
        {
            "Measure": one.label,
            "School": one.school,
            "National": one.national,
            "Which national figure": one.source,
        }
        for one in beside.lines
    ]
    table_of(rows, alt="The school's figures beside national ones")
    _sources(beside.sources, beside.schools)


def _sources(sources: Sequence[Source], schools: str = "") -> None:
    """What the national figures are of, and each source as a link: the page itself asks for nothing there."""
    if schools:
        st.markdown(plain(schools))
    if sources:
        lines = (f"{number}. {_link(one)}" for number, one in enumerate(sources, start=1))
        st.markdown("\n".join(["Sources of the national figures:", "", *lines]))


def _link(source: Source) -> str:
    return f"[{plain(source.publication)}](<{source.address}>), {plain(f'{source.host}. {source.note}')}"


def beside_others_part(editor: Editor) -> None:
    """Pupils with SEND beside the others; nothing where no figure is given for both."""
    beside = send_beside_others(editor.assessment)
    lines = beside.lines
    if not lines:
        return
    st.header("Pupils with SEND beside others", anchor=False)
    rows = [
        {
            "Measure": one.what,
            "Pupils with SEND": one.in_words(one.send),
            "Other pupils": one.in_words(one.others),
            "National, all pupils": one.nationally,
            "Which national figure": one.source,
        }
        for one in lines
    ]
    table_of(rows, alt="Pupils with SEND beside other pupils")
    _sources(beside.sources, beside.schools)
    picture_on_request(
        editor,
        "beside-others",
        "Show pupils with SEND beside others as a chart",
        partial(_draw_beside_others, lines),
        beside_others_in_words(lines),
    )


def needs_part(editor: Editor) -> None:
    """The main needs beside the national mix; nothing where none is given."""
    found = need_profile(editor.assessment)
    if found is None:
        return
    st.header("Main needs", anchor=False)
    rows = [
        {
            "Need": one.name,
            "Pupils": one.pupils,
            "Share": percent_in_words(one.share),
            "National": percent_in_words(one.national),
        }
        for one in found.lines
    ]
    table_of(rows, alt="Main needs of pupils with SEND beside the national mix")
    st.caption(plain(f"{found.of} {found.source}"))
    _sources(found.sources)
    picture_on_request(
        editor, "needs", "Show the main needs as a chart", partial(_draw_needs, found.lines), needs_in_words(found)
    )


# Plotly takes most of a second to import, and only those who ask for a chart need it.
def _draw_beside_others(lines: tuple[BesideOthers, ...], *, dark: bool) -> Any:
    from sendself.charts.beside_others import beside_others_figure

    return beside_others_figure(lines, dark=dark)


def _draw_needs(lines: tuple[NeedLine, ...], *, dark: bool) -> Any:
    from sendself.charts.need_profile import need_profile_figure

    return need_profile_figure(lines, dark=dark)
