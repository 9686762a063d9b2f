"""The school register on screen: which one is in use, what a newer one would change, and going back."""

from datetime import UTC, datetime

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from sendself.assessment.words import uk_date, uk_day
from sendself.context.dfe_files import CENSUS_FILE, INFORMATION_FILE, download_of
from sendself.context.dfe_values import year_in_names
from sendself.context.register import Register, RegisterError
from sendself.context.register_changes import RegisterChanges, compare_registers
from sendself.context.register_in_use import (
    Mark,
    mark_of_register,
    newer_register,
    own_register,
    use_register,
    use_shipped_register,
)
from sendself.ui import session
from sendself.ui.buttons import main_button
from sendself.ui.plain import plain
from sendself.ui.store import register, register_problem, repository_or_stop, warm_up_register

_USED = "registers used"


def register_part() -> None:
    """The register in use: its size, year and source, and where it came from."""
    known = register()
    if problem := register_problem():
        st.warning(plain(f"The register that was loaded here is not used: {problem}"))
    st.markdown(f"**{len(known):,} schools, with the census figures of {plain(known.year)}.** {_origin()}")
    st.markdown(
        "Schools are found in it, and it fills in the first figures of a new self-evaluation. Figures that a "
        "self-evaluation has taken already stay as they are, with their year, whichever register is in use."
    )
    st.caption(f"{plain(known.source)}. {plain(known.attribution)}")
    if st.button("Find your school in it"):
        st.switch_page("new.py")


def loading_is_ours() -> bool:
    """Whether whoever looks at the page may replace the register; on a shared server its host does."""
    if repository_or_stop().on_this_computer:
        return True
    st.info("A newer register is loaded by whoever hosts sendself: python -m sendself register FILE FILE")
    return False


def newer_register_part() -> None:
    """Ask for the DfE's two files, show what they would change, and use them when that is wanted."""
    st.markdown(
        "On the DfE's site *Compare the performance of schools and colleges in England* choose *Download data*, then "
        "the newest year, all of England, *School census* and *School information*, as CSV. Unpack what comes and "
        "choose both files here."
    )
    files = st.file_uploader(
        f"The two files: {CENSUS_FILE}….csv and {INFORMATION_FILE}….csv",
        type=["csv", "gz"],
        accept_multiple_files=True,
        # A used pair is not offered again.
        key=f"register-files-{session.recall(_USED, 0)}",
    )
    if not files:
        return
    named = year_in_names(*(file.name for file in files)) or ""
    year = st.text_input(
        "School year of the census, in the form 2024/25", named, key=f"register-year-{named}", max_chars=20
    )
    try:
        new, changes = _proposed([file.file_id for file in files], files, year.strip(), mark_of_register())
    except RegisterError as error:
        st.error(plain(str(error)))
        return
    _proposal(new, changes)


def shipped_register_part() -> None:
    """The way back to the register that sendself came with, where another is in use."""
    if mark_of_register() is None:
        return
    st.header("Go back", anchor=False)
    if st.button("Use the register that came with sendself again"):
        try:
            use_shipped_register()
        except OSError:
            st.error(plain(f"{own_register()} could not be removed. Close what has it open, then try again."))
            return
        warm_up_register()
        session.leave_notice(f"The register that came with sendself is in use again: {register().year}.")
        st.rerun()


def _proposal(new: Register, changes: RegisterChanges) -> None:
    st.subheader("What would change", anchor=False)
    said = list(changes.sentences())
    if changes.is_far_poorer:
        st.warning(plain(said.pop(0)))
    st.markdown("\n".join(f"- {plain(sentence)}" for sentence in said))
    if main_button(f"Use the register of {plain(new.year)} from now on", key="use-register"):
        try:
            use_register(new)
        except OSError:
            st.error(
                plain(f"{own_register()} could not be written. See that there is room on the disk, and try again.")
            )
            return
        warm_up_register()
        session.remember(_USED, session.recall(_USED, 0) + 1)
        session.leave_notice(f"The register of {new.year} is in use, in every tab: {len(new):,} schools.")
        st.rerun()


def _origin() -> str:
    if mark_of_register() is None:
        return "It came with sendself."
    if register_problem():
        return "It came with sendself."
    loaded = datetime.fromtimestamp(own_register().stat().st_mtime, UTC)
    return f"It was loaded here on {uk_date(uk_day(loaded))}."


# Reading 50,000 rows takes seconds, and the page runs again at every click. The ids of the files stand for what is in
# them; the mark says what they are compared with.
@st.cache_resource(show_spinner="Reading the files", max_entries=1)
def _proposed(ids: list[str], _files: list[UploadedFile], year: str, mark: Mark) -> tuple[Register, RegisterChanges]:
    downloads = [download_of(file.name, file.getvalue()) for file in _files]
    new = newer_register(downloads, year=year)
    return new, compare_registers(register(), new)
