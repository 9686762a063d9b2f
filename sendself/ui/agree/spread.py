"""Where people see the school differently, on screen: the chart and the table with the same."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from sendself.assessment.english import counted
from sendself.assessment.perspectives.spread import Spread, area_spreads, theme_spreads
from sendself.assessment.words import perspective_name
from sendself.ui.editor import Editor
from sendself.ui.elements.pictures import chart
from sendself.ui.elements.plain import plain
from sendself.ui.elements.tables import table_of_markdown

DRAWN = 12
"""As many rows as can be looked at together."""
_BY_AREA, _BY_THEME = "By focus area", "By theme"


def spread_part(editor: Editor) -> None:
    """The spread of views by focus area or theme; of themes that the reader has not rated nothing is shown."""
    st.header("Where you see the school differently", anchor=False)
    assessment, viewer = editor.assessment, editor.perspective
    areas = area_spreads(assessment, viewer)
    if not areas:
        st.info("It appears here once two of you have rated the same theme.")
        return
    way = st.segmented_control(
        "Show the differences", (_BY_THEME, _BY_AREA), default=_BY_THEME, required=True, key="spread-by"
    )
    lines = areas if way == _BY_AREA else theme_spreads(assessment, viewer)
    if not lines:
        st.success("On every theme that you have rated, all who rated it say the same.")
        return
    st.caption("Only the themes that you have rated yourself, the largest difference first. " + _unit(way))
    picture, numbers = st.columns(2)
    with picture:
        _chart(editor, lines[:DRAWN])
        if len(lines) > DRAWN:
            st.caption(f"Drawn are the {DRAWN} largest of {len(lines)} differences; the table has all.")
    with numbers:
        _table(editor, lines, way)


def _unit(way: str) -> str:
    if way != _BY_AREA:
        return "Each point is a rating."
    return (
        "Each point is a mean, with how many themes it is of. How far apart they lie is worked out over the themes "
        "that everybody in the line has rated."
    )


def _apart(line: Spread, way: str) -> str:
    if line.apart is None:
        return "No theme rated by all"
    apart = f"{line.apart:g}" if line.apart == int(line.apart) else f"{line.apart:.1f}"
    return f"{apart} ({counted(line.shared, 'theme')})" if way == _BY_AREA else apart


def _chart(editor: Editor, lines: Sequence[Spread]) -> None:
    from sendself.charts.spread import spread_figure, spread_in_words

    chart("spread", partial(spread_figure, lines, editor.assessment.perspectives()), spread_in_words(lines))


def _table(editor: Editor, lines: Sequence[Spread], way: str) -> None:
    what = "Focus area" if way == _BY_AREA else "Theme"
    shown = [who for who in editor.assessment.perspectives() if any(who in line.words for line in lines)]
    rows = [
        {
            what: plain(line.title),
            **{plain(perspective_name(who)): plain(line.words.get(who, "–")) for who in shown},
            "Levels apart": _apart(line, way),
        }
        for line in lines
    ]
    table_of_markdown(rows, alt="What each says, the largest difference first")
