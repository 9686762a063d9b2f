"""The radar as a picture for a slide: drawn when it is asked for, with the words for those who cannot see it."""

from functools import partial

import streamlit as st

from sendself.assessment.model import Assessment
from sendself.document.images.slide import Slide
from sendself.document.looks import Looks
from sendself.report.files.file_names import file_stem
from sendself.report.slide import radar_slide
from sendself.ui.send.looks import usable_looks


def slide_button(assessment: Assessment) -> Slide | None:
    """Offer the picture. The slide it shows, or `None` where there is nothing agreed to show."""
    slide, looks = radar_slide(assessment), usable_looks()
    if slide:
        st.download_button(
            "Radar for a slide (PNG)",
            data=partial(_png, repr((slide, looks)), slide, looks),
            file_name=f"{file_stem(assessment.title)}-radar.png",
            mime="image/png",
            key="radar-slide",
            help="The agreed radar on white, with school and day. The words for its alternative text are on Profile.",
            on_click="ignore",
        )
    return slide


def slide_words(slide: Slide) -> None:
    """The alternative text to copy into the slide."""
    with st.expander("Alternative text for the slide", key="slide-words"):
        st.code(slide.radar.alt, language=None, wrap_lines=True)


@st.cache_data(show_spinner=False, max_entries=8)
def _png(content: str, _slide: Slide, _looks: Looks) -> bytes:
    from sendself.document.images.png import slide_png

    return slide_png(_slide, _looks)
