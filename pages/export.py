"""Count from the school's own export: pupil rows live in memory for this one step, and only counts are kept."""

import streamlit as st

from sendself.ui.context.export import counts_part, read_upload
from sendself.ui.context.export_columns import choose_columns
from sendself.ui.every_page.address import address_of
from sendself.ui.every_page.frame import open_editor

editor = open_editor()
st.title("Count from your own export", anchor=False)
st.markdown(
    "A CSV or XLSX file from SIMS, Arbor, Bromcom, ScholarPack or anything else, with a row for each pupil. It is "
    "read in memory, counted, and forgotten once you leave this page. Names are not read, and no pupil's row is ever "
    "kept. For your next export it is remembered which column says what, and what your own words for a SEN status "
    "mean: as numbers and marks, not as what stands in the file."
)
table = read_upload()
if table is not None:
    mapping = choose_columns(editor, table)
    counts_part(editor, table, mapping)
if st.button("Back to Context"):
    st.switch_page("context.py", query_params=address_of(editor))
