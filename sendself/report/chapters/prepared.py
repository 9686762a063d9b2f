"""What the school has prepared for the visit, and the evidence of its own that its themes rest on."""

from collections.abc import Iterator

from sendself.assessment.answers import DocumentAnswer
from sendself.assessment.disclosure.shared import EVIDENCE_LIST
from sendself.assessment.english import counted
from sendself.assessment.evidence import document_title, themes_on
from sendself.assessment.items import Evidence
from sendself.assessment.model import Assessment
from sendself.assessment.uk_clock import uk_date
from sendself.assessment.words import DOCUMENT_STATE_NAMES, EVIDENCE_NAMES, NOT_ANSWERED
from sendself.document.blocks import Block, Heading, Paragraph, Table
from sendself.report.chapters.wording import sentence
from sendself.rubric.evidence import preparation_documents


def prepared_blocks(assessment: Assessment) -> Iterator[Block]:
    """The documents of the preparation list with what is said of each, then the school's own evidence."""
    # Where the list was left out on purpose the first page says so, and nothing here may say that there is none.
    if EVIDENCE_LIST not in assessment.withheld:
        yield Heading("What the school has prepared", 2)
        yield from _documents(assessment)
    if assessment.evidence:
        yield Heading("Evidence", 2)
        yield Table(
            ("Evidence", "Kind", "Date", "Note, and where it is", "Themes that rest on it"),
            tuple(_item(assessment, item) for item in assessment.evidence),
            widths=(2, 1.2, 1.6, 2.4, 2.8),
            dense=True,
        )


def _documents(assessment: Assessment) -> Iterator[Block]:
    order = [document.id for document in preparation_documents()]
    answered = [name for name in order if name in assessment.documents]
    others = [name for name in assessment.documents if name not in order]
    if not answered and not others:
        yield Paragraph("The school has not said yet which documents it has prepared.")
        return
    yield Table(
        ("Document", "State", "Date", "Note, and where it is"),
        tuple(_document(name, assessment.document(name)) for name in (*order, *others)),
        widths=(3, 1.9, 1.7, 3.2),
        dense=True,
    )
    if left := len(order) - len(answered):
        yield Paragraph(f"{counted(left, 'document has', 'documents have')} no answer yet.", "small")


def _document(name: str, said: DocumentAnswer) -> tuple[str, str, str, str]:
    state = DOCUMENT_STATE_NAMES[said.state] if said.state else NOT_ANSWERED
    return document_title(name), state, uk_date(said.dated) if said.dated else "–", _where(said)


def _item(assessment: Assessment, item: Evidence) -> tuple[str, str, str, str, str]:
    return (
        item.title or "Without a title",
        EVIDENCE_NAMES[item.kind] if item.kind else "–",
        uk_date(item.dated) if item.dated else "–",
        _where(item),
        "; ".join(theme.title for theme in themes_on(assessment, f"evidence:{item.id}")) or "–",
    )


def _where(said: DocumentAnswer | Evidence) -> str:
    return "\n".join(part for part in (sentence(said.note), said.link) if part) or "–"
