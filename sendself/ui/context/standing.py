"""Among schools like it: a sentence for each share, and the picture of it for people who would rather look."""

from functools import partial

import streamlit as st

from sendself.assessment.english import capital
from sendself.context.alike.own_counts import OwnCounts, given_counts
from sendself.context.alike.standing import NotCompared, Standing, standings
from sendself.context.alike.standing_words import WHAT_A_PERCENTILE_IS, basis_in_words, in_words, own_in_words
from sendself.context.schools.register_in_use import Mark, mark_of_register
from sendself.ui.editor import Editor
from sendself.ui.elements.pictures import picture
from sendself.ui.elements.plain import plain
from sendself.ui.server.store import register


def standings_of(editor: Editor) -> tuple[Standing | NotCompared, ...]:
    """Where the evaluation's own figures stand in the register; nothing where there is nothing to compare with."""
    own = given_counts(editor.assessment, register())
    return _standings(own, mark_of_register()) if own else ()


# The same figures are asked for at every click on a focus area; in another register they stand elsewhere.
@st.cache_data(show_spinner=False, max_entries=64, hash_funcs={OwnCounts: repr})
def _standings(own: OwnCounts, among: Mark) -> tuple[Standing | NotCompared, ...]:
    return standings(own, register())


def standing_part(editor: Editor) -> None:
    """Sentences first; charts are drawn when they are asked for."""
    found = standings_of(editor)
    compared = [one for one in found if isinstance(one, Standing)]
    if not compared:
        st.info("Enter the number on roll, EHC plans and SEN support to see where you stand among schools like yours.")
        return
    for one in compared:
        st.markdown(f"- {plain(in_words(one))}. Yours is {plain(own_in_words(one))}.")
    basis = dict.fromkeys(basis_in_words(one) for one in compared)
    st.caption(plain(" ".join([*basis, WHAT_A_PERCENTILE_IS])))
    if st.toggle("Show this as charts", key=f"standing-charts-{editor.id}"):
        _charts(compared)
    for reason in dict.fromkeys(one.reason for one in found if isinstance(one, NotCompared)):
        st.caption(plain(reason))


def _charts(compared: list[Standing]) -> None:
    from sendself.charts.distribution import distribution_figure, distribution_in_words

    for one in compared:
        st.markdown(f"**{plain(capital(one.what))}**, among {plain(one.group)}")
        name = f"standing-{one.measure}-{one.among}"
        picture(name, partial(distribution_figure, one), distribution_in_words(one))
