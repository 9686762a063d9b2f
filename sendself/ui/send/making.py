"""A PDF is made when somebody asks for it, with a bar that says how far it is; then it is there to download."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from sendself.assessment.disclosure.report_kinds import ReportKind
from sendself.assessment.disclosure.shared import SharedRecord
from sendself.assessment.english import counted
from sendself.report.files.formats import MIME_TYPES, Format
from sendself.ui import session
from sendself.ui.elements.buttons import main_type
from sendself.ui.elements.plain import plain
from sendself.ui.send.page_preview import count_of_pages
from sendself.ui.send.report_files import kept_pdf, name_of, report_file, report_key


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF that was made: what it was made of, how many pages it has, and its size in bytes."""

    key: str
    pages: int
    size: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that carries a PDF: the words on the buttons that make and download it, and a name for their place.

    `tells` where the state of the PDF is said as well.
    """

    form: Format
    make: str
    download: str
    place: str
    main: bool = False
    tells: bool = True


def making_part(shared: SharedRecord, kind: ReportKind, offer: Offer) -> None:
    """A button that makes the PDF; once this very content is made, here or elsewhere, one that downloads the file.

    When the content has changed since, that is said, and the PDF is made anew.
    """
    made = made_pdf(shared, kind)
    visit = session.tab().visit
    with st.container(horizontal=True, key=f"making-{offer.place}"):
        # What was pressed stays as it is, so that it keeps the focus: the next Tab leads to the download.
        stays = not made or visit.pressed.get(offer.place) == made.key
        if stays and st.button(offer.make, key=f"make-{offer.place}"):
            visit.pressed[offer.place] = report_key(shared, kind, Format.PDF)
            visit.making.add(offer.place)
        if made:
            _download(shared, kind, offer, made)
    if offer.tells:
        _state(shared, kind, made, making=offer.place in visit.making)
    if offer.place in visit.making:
        try:
            pdf_with_bar(shared, kind)
        except Exception:
            # Only a click elsewhere, which is no such exception, leaves it to the run that follows to go on.
            visit.making.discard(offer.place)
            raise
        visit.making.discard(offer.place)
        st.rerun()


def made_pdf(shared: SharedRecord, kind: ReportKind) -> Made | None:
    """The PDF of exactly this content, where it was made in this tab or is kept here; nothing is made for it."""
    key = report_key(shared, kind, Format.PDF)
    made = session.tab().made.get((shared.assessment.id, kind))
    if made and made.key == key:
        return made
    pdf = kept_pdf(key)
    return _remembered(shared, kind, key, pdf) if pdf is not None else None


def pdf_with_bar(shared: SharedRecord, kind: ReportKind) -> bytes:
    """The PDF, made if need be; meanwhile a bar says how far it is."""
    place = st.empty()
    pdf = report_file(
        shared, kind, Format.PDF, lambda share: place.progress(share, text=f"Making the PDF: {share:.0%}")
    )
    place.empty()
    _remembered(shared, kind, report_key(shared, kind, Format.PDF), pdf)
    return pdf


def size_in_words(size: int) -> str:
    """A number of bytes as people say it: 840 KB, 1.2 MB."""
    return f"{max(round(size / 1000), 1)} KB" if size < 999_500 else f"{size / 1_000_000:.1f} MB"


def _state(shared: SharedRecord, kind: ReportKind, made: Made | None, *, making: bool) -> None:
    """One message that is always there: a screen reader tells when its words change."""
    if made:
        size, name = size_in_words(made.size), plain(name_of(shared, kind, Format.PDF))
        st.success(f"The PDF is ready: {counted(made.pages, 'page')}, {size}. It is called {name}.")
    elif making:
        st.info("The PDF is being made.")
    elif (shared.assessment.id, kind) in session.tab().made:
        st.warning("What leaves has changed since the PDF was made. Make it again, then download it.")
    else:
        st.info("The PDF is not made yet. Make it, which takes a few seconds; then download it.")


def _download(shared: SharedRecord, kind: ReportKind, offer: Offer, made: Made) -> None:
    size = f" ({size_in_words(made.size)})" if offer.form is Format.PDF else ""
    st.download_button(
        f"{offer.download}{size}",
        data=partial(report_file, shared, kind, offer.form),
        file_name=name_of(shared, kind, offer.form),
        mime=MIME_TYPES[offer.form],
        key=f"download-{offer.place}",
        type=main_type() if offer.main else "secondary",
        on_click="ignore",
    )


def _remembered(shared: SharedRecord, kind: ReportKind, key: str, pdf: bytes) -> Made:
    made = Made(key, count_of_pages(pdf), len(pdf))
    session.tab().made[shared.assessment.id, kind] = made
    return made
