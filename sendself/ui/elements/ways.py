"""Ways to other pages whose words are long: they wrap, where `st.page_link` cuts them off at the end of its line."""

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sendself.ui.elements.plain import spoken


def way_to(page: StreamlitPage | str, label: str, query_params: Mapping[str, str], *, key: str) -> None:
    """Draw words that lead to a page, whole at every width. `key` tells it from the others of its page."""
    # Tertiary buttons look like text: the colour of links and an arrow say that these lead somewhere.
    words = f":primary[{spoken(label)}]"
    if st.button(words, key=f"way-{key}", type="tertiary", icon=":material/arrow_forward:", wrap=True):
        st.switch_page(page, query_params=dict(query_params))
