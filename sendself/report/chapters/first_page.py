"""The first page of the report: who, when, why, and the school in figures. Kept to one page; the rest stands later."""

from collections.abc import Iterator

from sendself.assessment.disclosure.shared import NAMES, WRITTEN
from sendself.assessment.english import capital, uncapital
from sendself.assessment.evaluation_day import evaluation_day
from sendself.assessment.figures import figure_in_words
from sendself.assessment.measures import MEASURES
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.assessment.school import School
from sendself.assessment.uk_clock import uk_date
from sendself.assessment.words import KIND_NAMES, person_in_words, setting_in_words
from sendself.context.national.figure_year import year_of_figure
from sendself.document.blocks import Block, Cover, Heading, Paragraph, Table
from sendself.report.chapters.wording import EXAMPLE, as_many, left_out, shortened

TITLE = "Self-evaluation of SEND provision"

_WITH_RECORD = (
    "Full report for the reviewer. It carries the evaluation as data: a printed or merged copy of this PDF loses it."
)
_WITHOUT_RECORD = "Full report for the reviewer, as a copy to read and edit. The data for sendself is in the PDF alone."

# Two or three lines for each, which have room in any case.
_WHY, _TESTED, _NAMES = 200, 200, 140
_SCHOOL, _TRUST = 60, 60

WAYS_DONE = {Way.TOGETHER: "rated together", Way.APART: "rated apart first, then agreed"}


def first_page_blocks(assessment: Assessment, share: float = 1.0, *, carries_record: bool = True) -> Iterator[Block]:
    """The cover with its facts, why the school evaluates and what it wants tested, and its figures with their year.

    `share` times the shortest lengths is left to the texts. `carries_record` says whether the record travels inside
    the file, so that the page can tell its reader.
    """
    yield Cover(
        title=TITLE,
        subtitle=shortened(assessment.title, int(_SCHOOL * share)),
        facts=tuple(_cover_facts(assessment, share)),
    )
    yield Paragraph(_WITH_RECORD if carries_record else _WITHOUT_RECORD, "small")
    if assessment.example:
        yield Paragraph(EXAMPLE, "label")
    # Where the words were left out on purpose, the page says so below, and not that there are none.
    if assessment.review.why or WRITTEN not in assessment.withheld:
        yield Heading("Why this evaluation, and what to test", 2, small=True)
        yield Paragraph(
            shortened(assessment.review.why, int(_WHY * share)) or "The school has not said why it evaluates now."
        )
    if assessment.review.wants_tested:
        yield Paragraph("What the school wants the reviewer to test", "label")
        yield Paragraph(shortened(assessment.review.wants_tested, int(_TESTED * share)))
    yield Heading("The school in figures", 2, small=True)
    rows = tuple(_figures(assessment)) or (("–", "None given yet."),)
    yield Table(("School year", "Figures"), rows, widths=(1, 6), dense=True)
    yield from left_out(assessment)


def first_page_in_full(assessment: Assessment, share: float = 1.0) -> Iterator[Block]:
    """What the first page had to shorten with this `share`, whole."""
    for title, took_part in (("Took part", True), ("Did not take part", False)):
        whole = "; ".join(_people(assessment, took_part=took_part))
        if as_many(_people(assessment, took_part=took_part), int(_NAMES * share)) != whole:
            yield Heading(title, 2, small=True)
            yield Paragraph(whole)
    for title, text, limit in (
        ("The school's name", assessment.title, _SCHOOL),
        ("The trust", assessment.school.trust, _TRUST),
        ("Why this evaluation", assessment.review.why, _WHY),
        ("What the school wants the reviewer to test", assessment.review.wants_tested, _TESTED),
    ):
        if shortened(text, int(limit * share)) != " ".join(text.split()):
            yield Heading(title, 2, small=True)
            yield Paragraph(text)


def _cover_facts(assessment: Assessment, share: float) -> Iterator[tuple[str, str]]:
    school, review = assessment.school, assessment.review
    kind = school.type_name or (KIND_NAMES[school.kind] if school.kind else "")
    yield "URN", str(school.urn) if school.urn else "not given"
    phase = "" if school.phase.casefold() in kind.casefold() else school.phase.lower()
    yield "Type", _joined(kind, phase, _ages(school)) or "not given"
    yield "Setting", setting_in_words(assessment)
    authority = f"local authority: {school.local_authority}" if school.local_authority else ""
    yield "Place", _joined(school.town, school.postcode, authority) or "not given"
    if school.trust:
        yield "Trust", shortened(school.trust, int(_TRUST * share))
    yield "Date", f"{uk_date(evaluation_day(assessment))}, {WAYS_DONE[assessment.way]}"
    yield "Took part", _who_took_part(assessment, share)
    if absent := _people(assessment, took_part=False):
        yield "Did not take part", as_many(absent, int(_NAMES * share))
    if reader := _joined(review.reviewer, review.reviewer_email):
        yield "For", reader


def _who_took_part(assessment: Assessment, share: float) -> str:
    said = as_many(_people(assessment, took_part=True), int(_NAMES * share))
    named = any(one.name for one in assessment.participants) or NAMES in assessment.withheld
    return f"{said} (nobody is named)" if said and not named else said or "not given"


def _ages(school: School) -> str:
    if school.age_low is None:
        return "" if school.age_high is None else f"ages up to {school.age_high}"
    return f"ages {school.age_low} to {school.age_high}" if school.age_high else f"ages {school.age_low} and over"


def _people(assessment: Assessment, *, took_part: bool) -> list[str]:
    return [person_in_words(one) for one in assessment.participants if one.took_part == took_part]


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _figures(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """The main figures, a row for each year and source: the reader sees at once how old a figure is."""
    groups: dict[str, list[str]] = {}
    for measure in (measure for measure in MEASURES if measure.group == "main"):
        if figure := assessment.context.figures.get(measure.id):
            origin = "DfE census" if figure.source == "published" else ""
            said = f"{uncapital(measure.label)}: {figure_in_words(assessment, measure)}"
            groups.setdefault(_joined(year_of_figure(assessment, measure.id), origin), []).append(said)
    for label, figures in groups.items():
        said = "; ".join(figures)
        yield label, f"{capital(said)}."
