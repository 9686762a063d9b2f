"""The school's figures beside national ones, as a table that a screen reader can walk."""

import streamlit as st

from sendself.context.national import Beside
from sendself.ui.plain import plain


def comparison_table(lines: tuple[Beside, ...]) -> None:
    """Draw the comparison, or say what it needs."""
    if not lines:
        st.info("Enter the number on roll and the first figures: the national ones then stand beside them.")
        return
    rows = ["| Measure | School | National | Which national figure |", "|---|---|---|---|"]
    rows += [
        f"| {plain(one.label)} | {plain(one.school)} | {plain(one.national)} | {plain(one.source)} |" for one in lines
    ]
    st.markdown("\n".join(rows))
