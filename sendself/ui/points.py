"""What to look at before sending, each line with a way to its place."""

from itertools import groupby

import streamlit as st

from sendself.assessment.checks import Kind, Point
from sendself.assessment.model import Way
from sendself.assessment.words import counted
from sendself.ui.address import address_of
from sendself.ui.frame import open_editor, step_called
from sendself.ui.places import PLACE, anchor_of
from sendself.ui.plain import plain

_TITLES = {
    Kind.IMPOSSIBLE: "Figures that cannot both be right",
    Kind.UNSAFE: "Act now, do not wait for the review",
    Kind.DATES: "Dates that cannot both be right",
    Kind.TOO_MANY: "More than the first pages show",
    Kind.NOT_RATED: "Not rated, or not agreed yet",
    Kind.PARKED: "Parked for later",
    Kind.NO_REASON: "Not applicable, without a reason",
    Kind.WORDS_LEFT: "Agreed without the words that you wrote apart",
    Kind.THIN_EVIDENCE: "Rated high on thin evidence",
    Kind.STALE_EVIDENCE: "Rated high on old evidence",
    Kind.NO_WHY: "You differed, and why you agreed so is not written",
    Kind.MISSING: "Missing",
}


def points_list(points: tuple[Point, ...]) -> None:
    """Draw the points by kind. Nothing blocks sending."""
    if not points:
        st.success("Nothing stands out: every theme has an answer, and high ratings rest on evidence.")
        return
    st.markdown(
        f"{counted(len(points), 'point').capitalize()} to look at, each a link to its place. None of them stops you "
        "from sending."
    )
    titles = {**_TITLES, Kind.NOT_RATED: "Not rated"} if open_editor().assessment.way is Way.TOGETHER else _TITLES
    for kind, group in groupby(points, key=lambda point: point.kind):
        found = list(group)
        with st.expander(f"{titles[kind]}: {len(found)}", expanded=len(found) <= 5, key=f"points-{kind.name}"):
            for point in found:
                point_link(point)


def point_link(point: Point) -> None:
    """One point as a link to where it is mended: the theme on the page of its area, or the page."""
    place_link(point.message, point.step, point.theme)


def place_link(label: str, step_id: str, theme_id: str | None = None) -> None:
    """A link to a step of the open evaluation, and on the page of an area to one of its themes."""
    # An area that is called like a page of ours has an address of its own.
    step = (theme_id and step_called(f"area_{step_id}")) or step_called(step_id) or step_called("about")
    if step:
        editor = open_editor()
        place = {PLACE: anchor_of(editor.assessment.rubric.theme(theme_id))} if theme_id else {}
        st.page_link(step.page, label=plain(label), query_params={**address_of(editor), **place})
