"""What to look at before sending, each line with a way to its place."""

from itertools import groupby

import streamlit as st

from sendself.assessment.checks import Kind, Point
from sendself.assessment.english import counted
from sendself.assessment.participants import Way
from sendself.ui.elements.plain import plain
from sendself.ui.every_page.frame import open_editor
from sendself.ui.every_page.place_links import place_link, step_of_place

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
_ONE_LINE = 70
"""So many characters have room on one line of a wide window, and on two of a phone."""


def points_list(points: tuple[Point, ...], places: int) -> None:
    """Draw the points by kind. Nothing blocks sending. `places` are those that the guard has found in words."""
    if not points and places:
        st.info(
            "Every theme has an answer, and high ratings rest on evidence. "
            f"**Before it leaves** shows {counted(places, 'place')} in your words to look at."
        )
        return
    if not points:
        st.success("Nothing stands out: every theme has an answer, and high ratings rest on evidence.")
        return
    st.markdown(
        f"{counted(len(points), 'point').capitalize()} to look at, each with a way to its place. None of them stops "
        "you from sending."
    )
    titles = {**_TITLES, Kind.NOT_RATED: "Not rated"} if open_editor().assessment.way is Way.TOGETHER else _TITLES
    for kind, group in groupby(points, key=lambda point: point.kind):
        found = list(group)
        with (
            st.expander(f"{titles[kind]}: {len(found)}", expanded=len(found) <= 5, key=f"points-{kind.name}"),
            st.container(gap="xsmall", key=f"points-of-{kind.name}"),
        ):
            for number, point in enumerate(found, 1):
                _point(point, f"point-{kind.name}-{number}")


def _point(point: Point, key: str) -> None:
    """One point with its way to where it is mended. Several lines stand above the way: in it they would be centred."""
    if len(point.message) <= _ONE_LINE:
        place_link(point.message, point.step, point.theme, key=key)
        return
    with st.container(gap="xxsmall", key=key):
        st.markdown(plain(point.message))
        place_link(f"Go to {_place_of(point)}", point.step, point.theme, key=key)


def _place_of(point: Point) -> str:
    step = step_of_place(point.step, point.theme)
    theme = open_editor().assessment.rubric.theme(point.theme).title if point.theme else ""
    return ": ".join(part for part in (step.title if step else "", theme) if part)
