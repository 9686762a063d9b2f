"""What to look at before sending, each line with a way to its place."""

from itertools import groupby

import streamlit as st

from sendself.assessment.checks import Kind, Point
from sendself.assessment.words import counted
from sendself.ui.frame import address_of, open_editor, step_called
from sendself.ui.plain import plain

_TITLES = {
    Kind.IMPOSSIBLE: "Figures that cannot both be right",
    Kind.UNSAFE: "Act now, do not wait for the review",
    Kind.DATES: "Dates that cannot both be right",
    Kind.TOO_MANY: "More than the first pages show",
    Kind.NOT_RATED: "Not rated, or not agreed yet",
    Kind.PARKED: "Parked for later",
    Kind.NO_REASON: "Not applicable, without a reason",
    Kind.THIN_EVIDENCE: "Rated high on thin evidence",
    Kind.STALE_EVIDENCE: "Rated high on old evidence",
    Kind.MISSING: "Missing",
}


def points_list(points: tuple[Point, ...]) -> None:
    """Draw the points by kind. Nothing blocks sending."""
    if not points:
        st.success("Nothing stands out: every theme has an answer, and high ratings rest on evidence.")
        return
    st.markdown(f"{counted(len(points), 'point').capitalize()} to look at. None of them stops you from sending.")
    for kind, group in groupby(points, key=lambda point: point.kind):
        found = list(group)
        with st.expander(f"{_TITLES[kind]}: {len(found)}", expanded=len(found) <= 5, key=f"points-{kind.name}"):
            for step_id, here in groupby(found, key=lambda point: point.step):
                _place(step_id, list(here))


def _place(step_id: str, points: list[Point]) -> None:
    step = step_called(step_id) or step_called("about")
    if step:
        st.page_link(step.page, label=f"Go to {step.title}", query_params=address_of(open_editor()))
    st.markdown("\n".join(f"- {plain(point.message)}" for point in points))
