"""One evaluation, six reports: what each is called, for whom it is, what it holds, and how it is built."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from sendself.assessment.disclosure.report_kinds import ReportKind
from sendself.assessment.disclosure.shared import SharedRecord
from sendself.document.blocks import Document
from sendself.report.action_plan import build_plan
from sendself.report.blank_form import blank_form
from sendself.report.governors import build_summary
from sendself.report.paragraphs import build_paragraphs
from sendself.report.self_evaluation import build_report
from sendself.report.website import build_website


@dataclass(frozen=True, slots=True)
class About:
    """A kind of report in words: its name, for whom it is, what it holds, and the end of its file's name."""

    name: str
    audience: str
    holds: str
    file_end: str


KINDS: Mapping[ReportKind, About] = {
    ReportKind.FULL: About(
        "Full report", "the reviewer", "everything that you let leave; the PDF carries it as data", "self-evaluation"
    ),
    ReportKind.SUMMARY: About(
        "Summary", "governors", "two pages: levels, strengths, priorities, what is open; no data", "summary"
    ),
    ReportKind.WEBSITE: About(
        "Website", "parents and visitors", "levels, chosen strengths and priorities; no names, no data", "website"
    ),
    ReportKind.PLAN: About(
        "Action plan", "those who carry it out", "priorities, actions and the levels aimed for; no data", "action-plan"
    ),
    ReportKind.PARAGRAPHS: About(
        "Paragraphs to paste",
        "your SEND development plan or inclusion strategy",
        "what you wrote and plan, area by area; no names of those who took part, no data",
        "paragraphs",
    ),
    ReportKind.FORM: About("Blank form", "working on paper", "every theme, to fill in by hand; no answers", "form"),
}


def document_for(
    shared: SharedRecord, kind: ReportKind, *, standings: Sequence[str] = (), carries_record: bool = True
) -> Document:
    """The report of a kind, from what `shared_for` gave for it.

    Only the full report carries the record, and only where `carries_record`: a Word file does not. It also says the
    `standings`, the sentences of `standing_sentences` for the same shared record.
    """
    match kind:
        case ReportKind.FULL:
            return build_report(shared, standings, carries_record=carries_record)
        case ReportKind.SUMMARY:
            return build_summary(shared)
        case ReportKind.WEBSITE:
            return build_website(shared)
        case ReportKind.PLAN:
            return build_plan(shared)
        case ReportKind.PARAGRAPHS:
            return build_paragraphs(shared)
        case ReportKind.FORM:
            return blank_form(shared.assessment.rubric)
        case _:
            assert_never(kind)
