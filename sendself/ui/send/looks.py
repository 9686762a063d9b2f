"""The looks of the reports: name, logo and colour of a school, trust or authority, chosen on this computer."""

import streamlit as st

from sendself.assessment.text import clean_line
from sendself.document.looks import USUAL, Logo, Looks
from sendself.report.looks_in_use import SETTING, Mark, looks_in_use, mark_of_looks, own_folder, set_folder
from sendself.report.looks_loader import (
    NAME_LIMIT,
    LooksError,
    accent_of,
    accent_text,
    forget_looks,
    keep_looks,
    logo_of,
)
from sendself.ui import session
from sendself.ui.elements.plain import plain
from sendself.ui.server.store import repository_or_stop


def usable_looks() -> Looks:
    """The looks in use; the usual ones where those are wrong, so that a report can always be made."""
    return _looks(mark_of_looks())[0]


def looks_part() -> None:
    """The looks that reports have here, and boxes to change them."""
    looks, problem = _looks(mark_of_looks())
    with st.expander("Your logo and colour", expanded=bool(problem)):
        if problem:
            st.warning(plain(f"Reports look as they always did. {problem}"))
        if folder := set_folder():
            st.markdown(plain(f"Set for everyone here by {SETTING}: {folder}."))
            _shown(looks)
        elif repository_or_stop().on_this_computer:
            _choice(looks)
        else:
            st.markdown(f"Set by whoever hosts sendself, with {plain(SETTING)}.")


def _shown(looks: Looks) -> None:
    if looks.logo:
        st.image(looks.logo.png, width=160, alt=looks.name)
    st.markdown(plain(f"{looks.name or 'No name'}, colour {accent_text(looks.accent)}."))


def _choice(looks: Looks) -> None:
    """The boxes begin anew whenever something was kept."""
    times = session.tab().looks_kept
    st.markdown(
        "For the PDF and Word reports, and the radar for a slide, made on this computer. Colours of levels, and of "
        "charts on screen, stay as they are."
    )
    name = st.text_input(
        "Name of the school, trust or authority", looks.name, max_chars=NAME_LIMIT, key=f"name-{times}"
    )
    colour = st.text_input(
        "Colour of headings, as its code",
        accent_text(looks.accent),
        max_chars=7,
        key=f"accent-{times}",
        help="It begins with #, as your style guide gives it. It is refused where text in it would be hard to read.",
    )
    if looks.logo:
        st.image(looks.logo.png, width=160, alt=looks.name)
    file = st.file_uploader(
        "Another logo: PNG or JPEG, at most 1 MB" if looks.logo else "Logo: PNG or JPEG, at most 1 MB",
        type=["png", "jpg", "jpeg"],
        key=f"logo-{times}",
    )
    out = bool(looks.logo) and st.checkbox("Take the logo out", key=f"logo-out-{times}")
    with st.container(horizontal=True):
        if st.button("Use these looks"):
            _use(name or "", colour or "", None if out else looks.logo, file.getvalue() if file else None)
        if looks != USUAL and st.button("Go back to the usual looks"):
            _go_back()


def _use(name: str, colour: str, logo: Logo | None, picture: bytes | None) -> None:
    try:
        looks = Looks(clean_line(name), accent_of(colour.strip()), logo_of(picture) if picture is not None else logo)
        keep_looks(own_folder(), looks)
    except LooksError as error:
        st.error(plain(str(error)))
        return
    _again("The reports that you make from now on look like this.")


def _go_back() -> None:
    try:
        forget_looks(own_folder())
    except LooksError as error:
        st.error(plain(str(error)))
        return
    _again("Reports look as they always did.")


def _again(said: str) -> None:
    session.tab().looks_kept += 1
    session.leave_notice(said)
    st.rerun()


@st.cache_resource(show_spinner=False, max_entries=2)
def _looks(mark: Mark) -> tuple[Looks, str]:
    try:
        return looks_in_use(), ""
    except LooksError as error:
        return USUAL, str(error)
