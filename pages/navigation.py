"""The page table: which evaluation is open, and which page of it is shown."""

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).parents[1]))

from pages import focus_area
from sendself.ui.every_page import frame

st.set_page_config(page_icon="🧭", layout="wide")
frame.run(focus_area.show)
