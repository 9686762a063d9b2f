"""The school register: which one is in use, a newer one from the DfE's two files, and the way back."""

import streamlit as st

from sendself.ui.start.register_page import loading_is_ours, newer_register_part, register_part, shipped_register_part

st.title("School register", anchor=False)
register_part()
if loading_is_ours():
    st.header("Load a newer one", anchor=False)
    newer_register_part()
    shipped_register_part()
