"""The other reports from the same evaluation: whom for, in which format, and a look at them first."""

from functools import partial

import streamlit as st

from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.disclosure.shared import SharedRecord
from sendself.assessment.english import capital
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.report.documents import KINDS
from sendself.report.files.formats import MIME_TYPES, TABLES, Format, formats_of
from sendself.report.unprinted import cannot_print
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.plan.calendar_file import calendar_file
from sendself.ui.send.making import Offer, made_pdf, making_part, pdf_with_bar
from sendself.ui.send.page_preview import page_preview
from sendself.ui.send.preview import preview
from sendself.ui.send.report_files import name_of, report_document, report_file, unprintable

_FORMATS = {
    Format.PDF: "PDF",
    Format.WORD: "Word",
    Format.EMAIL: "E-mail draft with the PDF",
    Format.EXCEL: "Excel",
    Format.CSV: "CSV",
    Format.CALENDAR: "Calendar file with the dates",
}
_EXPLAINED = {
    Format.WORD: "To edit. Word uses the fonts of the computer that opens it.",
    Format.EMAIL: (
        "Opens as a draft with the PDF attached in classic Outlook for Windows. In other programs it may open as a "
        "received message, or not at all: then attach the PDF yourself."
    ),
    Format.CALENDAR: (
        "Each action with a due date as a whole day. A later file replaces what an earlier one put there, and cancels "
        "what was taken away or stopped, or is not due on a day any more."
    ),
    Format.EXCEL: "A row for each thing that is said. No text becomes a formula.",
    Format.CSV: (
        "A row for each thing that is said. A text that begins with = + - or @ gets an apostrophe before it, so "
        "that no program takes it for a formula."
    ),
}


def other_reports(editor: Editor, assessment: Assessment) -> None:
    """Choose a version and a format, download it, or read it here. `assessment` is what the open evaluation sends."""
    kinds = list(KINDS)
    kind = st.radio(
        "Version",
        kinds,
        format_func=lambda one: f"{KINDS[one].name}, for {KINDS[one].audience}",
        captions=[_holds(one) for one in kinds],
        key="report-kind",
    )
    form = st.radio(
        "Format", formats_of(kind), format_func=partial(_format_name, kind), horizontal=True, key="report-format"
    )
    if form in _EXPLAINED:
        st.caption(_EXPLAINED[form])
    if form in TABLES and kind is ReportKind.FULL and _views_stay(assessment):
        st.caption(
            "What each of you rated alone is not in it. To have it there, tick under *What leaves the school* that it "
            "is sent."
        )
    shared = shared_for(assessment, kind)
    if form is Format.CALENDAR:
        _calendar_part(editor, shared, kind)
        return
    _file_part(shared, kind, form)
    warn_of_unprintable(shared, kind, form)
    if form not in TABLES and st.toggle("Read it here first", key="report-preview"):
        _read_here(shared, kind)


def _format_name(kind: ReportKind, form: Format) -> str:
    """What a format is called, and what of the report a table holds."""
    if form not in TABLES:
        return _FORMATS[form]
    return f"{_FORMATS[form]}: {'the actions' if kind is ReportKind.PLAN else 'all answers'} as a table"


def _file_part(shared: SharedRecord, kind: ReportKind, form: Format) -> None:
    """Make and download a PDF or a draft with one; the other files are made while they are downloaded."""
    name, place = f"{KINDS[kind].name}, {_format_name(kind, form)}", f"report-{kind}-{form}"
    if form in (Format.PDF, Format.EMAIL):
        # Of the full report the state is said further up.
        tells = kind is not ReportKind.FULL
        making_part(shared, kind, Offer(form, f"Make: {name}", f"Download: {name}", place, tells=tells))
        return
    st.download_button(
        f"Download: {name}",
        data=partial(report_file, shared, kind, form),
        file_name=name_of(shared, kind, form),
        mime=MIME_TYPES[form],
        key=place,
        on_click="ignore",
    )


def _calendar_part(editor: Editor, shared: SharedRecord, kind: ReportKind) -> None:
    """The dates of what leaves, as the page *Timetable* makes them."""
    stays = shared.assessment.disclosure.notes == "levels"
    calendar = None if stays else calendar_file(editor, shared.assessment)
    if calendar is None:
        why = "You send levels without what you wrote" if stays else "No action of the plan has a due date yet"
        st.info(f"{why}, so there is nothing for a calendar.")
        return
    st.download_button(
        f"Download: {KINDS[kind].name}, {_format_name(kind, Format.CALENDAR)}",
        data=calendar,
        file_name=name_of(shared, kind, Format.CALENDAR),
        mime=MIME_TYPES[Format.CALENDAR],
        key=f"report-{kind}-{Format.CALENDAR}",
        on_click="ignore",
    )


def _views_stay(assessment: Assessment) -> bool:
    return assessment.way is Way.APART and not assessment.disclosure.private_ratings


def _read_here(shared: SharedRecord, kind: ReportKind) -> None:
    as_pages = "As pages, as the PDF will be printed"
    if st.radio("Show it", (as_pages, "As text, to be read aloud"), key="report-view") == as_pages:
        before = made_pdf(shared, kind)
        pdf = pdf_with_bar(shared, kind)
        if not before:
            # What stands above does not know yet that it is made.
            st.rerun()
        page_preview(pdf)
    else:
        preview(report_document(shared, kind))


def warn_of_unprintable(shared: SharedRecord, kind: ReportKind, form: Format) -> None:
    """Say which characters the file cannot print, if there are any."""
    missing = unprintable(shared, kind, form)
    if not missing:
        return
    if form is Format.WORD:
        shown = plain(" ".join(missing[:20]))
        st.warning(f"The radar in the Word file cannot show {shown}: a sign stands in their place.")
    else:
        st.warning(plain(cannot_print(missing, kind)))


def _holds(kind: ReportKind) -> str:
    return f"{capital(KINDS[kind].holds)}."
