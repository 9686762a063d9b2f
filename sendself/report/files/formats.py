"""The files that a report is made into, and which report there is in which format."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import assert_never

from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.disclosure.shared import SharedRecord
from sendself.assessment.evaluation_day import evaluation_day
from sendself.document.blocks import Document
from sendself.document.looks import USUAL, Looks
from sendself.report.chapters.first_page import TITLE
from sendself.report.documents import KINDS, document_for
from sendself.report.unprinted import with_unprinted


class Format(StrEnum):
    """A file format; the value is the ending of the file's name."""

    PDF = "pdf"
    WORD = "docx"
    EMAIL = "eml"
    EXCEL = "xlsx"
    CSV = "csv"
    CALENDAR = "ics"


MIME_TYPES = {
    Format.PDF: "application/pdf",
    Format.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.EMAIL: "message/rfc822",
    Format.EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.CSV: "text/csv",
    Format.CALENDAR: "text/calendar",
}

TABLES = (Format.EXCEL, Format.CSV)
"""What another program reads as rows: nothing of it is printed."""

_SENT = (ReportKind.FULL, ReportKind.SUMMARY, ReportKind.PLAN)


class NoSuchReportError(ValueError):
    """A report that is not made in a format. The message is a sentence that says what to ask for instead."""


def formats_of(kind: ReportKind) -> tuple[Format, ...]:
    """The formats in which there is a kind of report, the one it is made for first."""
    if kind is ReportKind.PARAGRAPHS:
        return (Format.WORD, Format.PDF)
    sent = (Format.EMAIL,) if kind in _SENT else ()
    tables = TABLES if kind in (ReportKind.FULL, ReportKind.PLAN) else ()
    dates = (Format.CALENDAR,) if kind is ReportKind.PLAN else ()
    return (Format.PDF, Format.WORD, *sent, *tables, *dates)


def document_of(
    shared: SharedRecord, kind: ReportKind, form: Format, standings: Sequence[str] = (), looks: Looks = USUAL
) -> Document:
    """The report as blocks, as a format has it: the full report carries the record in the PDF alone.

    `standings` are the sentences of `standing_sentences` for the same shared record; the full report alone says them.
    `looks` are those of the school, trust or authority. A PDF says at its end what its fonts cannot print.
    """
    # Whatever was handed in: no kind is made from more than it may say.
    reduced = shared_for(shared.assessment, kind)
    is_pdf = form in (Format.PDF, Format.EMAIL)
    made = replace(document_for(reduced, kind, standings=standings, carries_record=is_pdf), looks=looks)
    return with_unprinted(made) if is_pdf else made


def render_report(
    shared: SharedRecord,
    kind: ReportKind,
    form: Format,
    standings: Sequence[str] = (),
    looks: Looks = USUAL,
    *,
    pdf_name: str,
    progress: Callable[[float], object] | None = None,
) -> bytes:
    """The file of a report; `pdf_name` is what the PDF in an e-mail is called, the others are as for `document_of`.

    While a PDF is made, `progress` is told the share done, rising to 1. Raises `NoSuchReportError` where a kind is not
    made in a format.
    """
    if form not in formats_of(kind):
        raise NoSuchReportError(_instead(kind, form))
    match form:
        case Format.PDF:
            return _pdf(shared, kind, standings, looks, progress)
        case Format.WORD:
            from sendself.document.word.render import render_word

            return render_word(document_of(shared, kind, form, standings, looks))
        case Format.EMAIL:
            from sendself.report.files.email import letter_for, render_draft

            return render_draft(letter_for(shared, kind), _pdf(shared, kind, standings, looks, progress), pdf_name)
        case Format.EXCEL | Format.CSV:
            return _table(shared_for(shared.assessment, kind), kind, form)
        case Format.CALENDAR:
            from sendself.report.files.plan_calendar import plan_calendar

            found = plan_calendar(shared_for(shared.assessment, kind).assessment)
            if found is None:
                raise NoSuchReportError("No action of the plan has a due date yet, so there is nothing for a calendar.")
            return found
        case _:
            assert_never(form)


def _pdf(
    shared: SharedRecord,
    kind: ReportKind,
    standings: Sequence[str],
    looks: Looks,
    progress: Callable[[float], object] | None,
) -> bytes:
    from sendself.document.pdf.render import render_pdf

    return render_pdf(document_of(shared, kind, Format.PDF, standings, looks), progress)


def _table(shared: SharedRecord, kind: ReportKind, form: Format) -> bytes:
    from sendself.document.sheet import render_csv, render_xlsx
    from sendself.report.files.answers import answers_sheet
    from sendself.report.files.plan_sheet import plan_csv, plan_xlsx

    if kind is ReportKind.PLAN:
        return plan_csv(shared.assessment) if form is Format.CSV else plan_xlsx(shared.assessment)
    sheet, assessment = answers_sheet(shared), shared.assessment
    if form is Format.CSV:
        return render_csv(sheet)
    return render_xlsx(
        (sheet,),
        title=f"{TITLE}: {assessment.title}",
        author=assessment.school.name or "sendself",
        made_on=evaluation_day(assessment),
    )


def _instead(kind: ReportKind, form: Format) -> str:
    name = KINDS[kind].name.lower()
    if form is Format.CALENDAR:
        return f"A calendar file holds the dates of the plan, and the {name} has none. Ask for --kind plan."
    if form in TABLES:
        return f"Excel and CSV hold rows, and the {name} has none. Ask for --kind full or plan, or for PDF or Word."
    return f"There is no e-mail for the {name}: nobody in particular is sent it. Ask for PDF or Word."
