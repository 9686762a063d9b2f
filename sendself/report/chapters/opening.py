"""How the shorter reports open: what each is, for whom, of which school and day."""

from collections.abc import Iterator

from sendself.assessment.evaluation_day import evaluation_day
from sendself.assessment.model import Assessment
from sendself.assessment.uk_clock import uk_date
from sendself.assessment.words import person_in_words, setting_in_words
from sendself.document.blocks import Block, Cover, Document, Paragraph
from sendself.report.chapters.first_page import TITLE, WAYS_DONE
from sendself.report.chapters.fitting import WHOLE
from sendself.report.chapters.wording import EXAMPLE, as_many, shortened

_NAME, _PEOPLE = 120, 300


def short_document(assessment: Assessment, name: str, blocks: tuple[Block, ...]) -> Document:
    """A document of these blocks under the school's name, without an attachment. `name` says which report it is."""
    return Document(
        title=f"{name}: {assessment.title}",
        subject=TITLE,
        author=assessment.school.name or "sendself",
        made_on=evaluation_day(assessment),
        running_title=f"{assessment.title} · {name}",
        watermark="EXAMPLE" if assessment.example else "",
        blocks=blocks,
    )


def opening(assessment: Assessment, name: str, about: str, share: float = WHOLE) -> Iterator[Block]:
    """The cover and what this report is. `share` times the usual length is left to names."""
    title = shortened(assessment.title, int(_NAME * max(share, 1)))
    yield Cover(title=name, subtitle=title, facts=tuple(_facts(assessment, share)))
    yield Paragraph(about, "small")
    if assessment.example:
        yield Paragraph(EXAMPLE, "label")


def _facts(assessment: Assessment, share: float) -> Iterator[tuple[str, str]]:
    yield "Setting", setting_in_words(assessment)
    yield "Date", f"{uk_date(evaluation_day(assessment))}, {WAYS_DONE[assessment.way]}"
    people = [person_in_words(one) for one in assessment.participants if one.took_part]
    if people:
        yield "Took part", as_many(people, int(_PEOPLE * share))
