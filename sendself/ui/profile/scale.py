"""The scale on screen: what each level means, and how to choose one."""

import streamlit as st

from sendself.rubric.model import Rubric
from sendself.ui.elements.plain import plain


def levels_in_words(rubric: Rubric) -> None:
    """Each level with its name and what it means for any theme."""
    for step in rubric.scale:
        st.markdown(f"**{step.level} {plain(step.name)}:** {plain(step.means)}")


def how_to_choose(rubric: Rubric) -> None:
    """What the rubric says of choosing, closed until it is wanted: the same for every theme."""
    with st.expander("How to choose a level", key="how-to-choose"):
        st.markdown(plain(rubric.introduction))
        levels_in_words(rubric)
