"""The pages of a PDF as they will be printed, one at a time."""

import streamlit as st


def page_preview(pdf: bytes) -> None:
    """Show one page of the PDF, and a row of numbers to the others."""
    count = count_of_pages(pdf)
    number = st.pagination(count, key=f"preview-page-of-{count}") if count > 1 else 1
    said = f"Page {number} of {count}"
    # The page is white, and so may be what it lies on.
    st.container(border=True).image(
        _picture(pdf, number),
        caption=said,
        width="stretch",
        alt=f"{said}, as it will be printed; its words stand as text",
    )


@st.cache_data(show_spinner=False, max_entries=16)
def count_of_pages(pdf: bytes) -> int:
    """How many pages the PDF has."""
    from sendself.document.pdf.page_pictures import page_count

    return page_count(pdf)


@st.cache_data(show_spinner="Drawing the page", max_entries=64)
def _picture(pdf: bytes, number: int) -> bytes:
    from sendself.document.pdf.page_pictures import page_picture

    return page_picture(pdf, number)
