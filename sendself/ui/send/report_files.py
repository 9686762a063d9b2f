"""Reports made when they are asked for, and kept as long as what they say is the same."""

import hashlib
from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from sendself.assessment.disclosure.report_kinds import ReportKind
from sendself.assessment.disclosure.shared import SharedRecord
from sendself.assessment.evaluation_day import evaluation_day
from sendself.context.alike.shared_standing import standing_sentences
from sendself.context.schools.register_in_use import Mark, mark_of_register
from sendself.document.blocks import Document, Radar
from sendself.document.looks import Looks
from sendself.report.files.email import letter_for, render_draft
from sendself.report.files.file_names import file_name_of
from sendself.report.files.formats import TABLES, Format, document_of, render_report
from sendself.ui.send.kept_files import kept_files
from sendself.ui.send.looks import usable_looks
from sendself.ui.server.store import register


def name_of(shared: SharedRecord, kind: ReportKind, form: Format) -> str:
    """What the file of a report is called."""
    return file_name_of(shared.assessment.title, kind, form)


def report_file(
    shared: SharedRecord, kind: ReportKind, form: Format, progress: Callable[[float], object] | None = None
) -> bytes:
    """The file of a report. While a PDF is made, `progress` is told the share done; of a kept one it hears nothing."""
    if form is Format.EMAIL:
        # The draft carries the PDF that was made already.
        pdf = report_file(shared, kind, Format.PDF, progress)
        return render_draft(letter_for(shared, kind), pdf, name_of(shared, kind, Format.PDF))
    standings, looks, pdf_name = _standings(shared, kind), usable_looks(), name_of(shared, kind, Format.PDF)
    return kept_files().get(
        report_key(shared, kind, form),
        partial(render_report, shared, kind, form, standings, looks, pdf_name=pdf_name, progress=progress),
    )


def report_key(shared: SharedRecord, kind: ReportKind, form: Format) -> str:
    """The key of a report's file: the same as long as the file would say and look the same."""
    content = repr((_content_of(shared), kind, form, _standings(shared, kind), usable_looks()))
    return hashlib.sha256(content.encode()).hexdigest()


def kept_pdf(key: str) -> bytes | None:
    """The file with this key, if it was made and is kept here still."""
    return kept_files().find(key)


def report_document(shared: SharedRecord, kind: ReportKind) -> Document:
    """The report as blocks, as its PDF has them."""
    return _document(shared, kind, _standings(shared, kind))


def unprintable(shared: SharedRecord, kind: ReportKind, form: Format) -> tuple[str, ...]:
    """The characters that a PDF cannot print, or that the picture in a Word file cannot show; a table shows all."""
    if form in (*TABLES, Format.CALENDAR):
        return ()
    return _unprintable(shared, kind, form, _standings(shared, kind), usable_looks())


def radar_picture(radar: Radar) -> bytes:
    """A radar as PNG, in the colours of the reports."""
    looks = usable_looks()
    return _picture(repr((radar, looks)), radar, looks)


def _standings(shared: SharedRecord, kind: ReportKind) -> tuple[str, ...]:
    return _worked_out(shared, mark_of_register()) if kind is ReportKind.FULL else ()


def _content_of(shared: SharedRecord) -> str:
    """A text that is the same only for the same content; a change of what does not leave is none, on the same day."""
    assessment = shared.assessment
    days = f"{assessment.updated_at:%Y-%m-%d} {evaluation_day(assessment)}"
    return f"{assessment.model_dump_json(exclude={'updated_at'})} {days}"


_BY_CONTENT: dict[str | type[Any], Callable[[Any], Any]] = {SharedRecord: _content_of}


@st.cache_data(show_spinner=False, max_entries=8, hash_funcs=_BY_CONTENT)
def _worked_out(shared: SharedRecord, mark: Mark) -> tuple[str, ...]:
    return standing_sentences(shared, register())


@st.cache_data(show_spinner="Laying it out", max_entries=8, hash_funcs=_BY_CONTENT)
def _document(shared: SharedRecord, kind: ReportKind, standings: tuple[str, ...]) -> Document:
    return document_of(shared, kind, Format.PDF, standings)


@st.cache_data(show_spinner=False, max_entries=16, hash_funcs=_BY_CONTENT)
def _unprintable(
    shared: SharedRecord, kind: ReportKind, form: Format, standings: tuple[str, ...], looks: Looks
) -> tuple[str, ...]:
    from sendself.document.images.png import unpictured_characters
    from sendself.document.printable import unprintable_characters

    document = document_of(shared, kind, form, standings, looks)
    return unpictured_characters(document) if form is Format.WORD else unprintable_characters(document)


@st.cache_data(show_spinner="Drawing the radar", max_entries=8)
def _picture(content: str, _radar: Radar, _looks: Looks) -> bytes:
    from sendself.document.images.png import radar_png

    return radar_png(_radar, looks=_looks)
