"""The evidence that a theme refers to: documents of the preparation list and items of the school's own."""

from dataclasses import dataclass
from datetime import date

from sendself.assessment.agreement import may_see_views
from sendself.assessment.answers import Answer, DocumentState, EvidenceKind
from sendself.assessment.dates import year_before
from sendself.assessment.evaluation_day import evaluation_day
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.rubric.evidence import preparation_documents
from sendself.rubric.model import Theme

AT_HAND = (DocumentState.ENCLOSED, DocumentState.ON_THE_DAY)


@dataclass(frozen=True, slots=True)
class Source:
    """Something that a theme can refer to. `ref` is the subject of its entries; `link` an address or a place."""

    ref: str
    title: str
    kind: EvidenceKind | None
    link: str
    dated: date | None


def document_title(document_id: str) -> str:
    """The title of a document; of one that this copy's list does not have, its id in words."""
    titles = {document.id: document.title for document in preparation_documents()}
    return titles.get(document_id) or document_id.replace("-", " ").capitalize()


def sources(assessment: Assessment) -> tuple[Source, ...]:
    """What themes can refer to: the documents that are enclosed or there on the day, then the school's own items."""
    order = [document.id for document in preparation_documents()]
    ids = [*order, *(name for name in assessment.documents if name not in order)]
    documents = ((name, assessment.document(name)) for name in ids)
    return (
        *(
            Source(f"document:{name}", document_title(name), EvidenceKind.DOCUMENT, said.link, said.dated)
            for name, said in documents
            if said.state in AT_HAND
        ),
        *(
            Source(f"evidence:{item.id}", item.title or "Evidence without a title", item.kind, item.link, item.dated)
            for item in assessment.evidence
        ),
    )


def sources_of(assessment: Assessment, answer: Answer) -> tuple[Source, ...]:
    """What an answer refers to, as far as it is still listed."""
    listed = {source.ref: source for source in sources(assessment)} if answer.evidence_refs else {}
    return tuple(listed[ref] for ref in answer.evidence_refs if ref in listed)


def kinds_of(assessment: Assessment, answer: Answer) -> frozenset[EvidenceKind]:
    """The kinds of what an answer refers to."""
    return frozenset(source.kind for source in sources_of(assessment, answer) if source.kind)


def themes_on(assessment: Assessment, ref: str, viewer: str | None = None) -> tuple[Theme, ...]:
    """The themes of which an answer refers to something, in the order of the rubric, as far as `viewer` may see that.

    That are the agreed answer and its own; the others' once it has rated the theme itself. Without a `viewer` it is
    everything in the record, as a report needs it: what leaves was decided before.
    """
    return tuple(
        theme
        for theme in assessment.rubric.themes()
        if any(
            ref in answer.evidence_refs
            for who, answer in assessment.answers.get(theme.id, {}).items()
            if viewer is None or who in (AGREED, viewer) or may_see_views(assessment, theme, viewer)
        )
    )


def stale_since(assessment: Assessment, answer: Answer) -> date | None:
    """The day of the newest evidence that an answer refers to, where that is more than a year before the evaluation.

    `None` where it is newer, or where nothing that it refers to has a date.
    """
    days = [source.dated for source in sources_of(assessment, answer) if source.dated]
    newest = max(days, default=None)
    return newest if newest is not None and newest < year_before(evaluation_day(assessment)) else None


def web_address(link: str) -> str | None:
    """The link where it is an address that a browser may open, otherwise `None`."""
    scheme = link.partition("://")[0].lower()
    return link if scheme in ("http", "https") and not any(mark.isspace() for mark in link) else None
