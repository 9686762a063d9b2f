"""The one button on a page that leads on."""

from typing import Literal

import streamlit as st

from sendself.ui.elements.pictures import is_dark


def main_type() -> Literal["primary", "secondary"]:
    """How the main button is drawn. In dark mode Streamlit prints white on the light primary colour: too faint."""
    return "secondary" if is_dark() else "primary"


def main_button(label: str, *, key: str | None = None) -> bool:
    """A button that stands out from the others. Whether it was pressed."""
    return st.button(label, key=key or f"main-{label}", type=main_type())
