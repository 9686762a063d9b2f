"""The school's figures beside national ones, as a table that a screen reader can walk."""

import streamlit as st

from sendself.context.national import Beside
from sendself.ui.plain import plain


def comparison_table(lines: tuple[Beside, ...]) -> None:
    """Draw the comparison, or say what it needs."""
    if not lines:
        st.info("Enter the number on roll and the first figures: the national ones then stand beside them.")
        return
    rows = [
        {
            "Measure": plain(one.label),
            "School": plain(one.school),
            "National": plain(one.national),
            "Which national figure": plain(one.source),
        }
        for one in lines
    ]
    # On a phone this table scrolls within itself; a table in Markdown would make the whole page scroll sideways.
    st.table(rows, hide_index=True, hide_header=False, alt="The school's figures beside national ones")
