"""The school's self-evaluation as a document for the reviewer: every decision about words, order and numbers."""

from collections.abc import Iterator
from datetime import date

from sendself.assessment.disclosure import SharedRecord
from sendself.assessment.measures import figure_in_words, measures_for, texts_for
from sendself.assessment.model import AGREED, Answer, Assessment, DutyState, State
from sendself.assessment.profile import area_profile, binding_duties, theme_duties
from sendself.assessment.words import (
    DUTY_KIND_NAMES,
    DUTY_STATE_NAMES,
    EVIDENCE_NAMES,
    KIND_NAMES,
    duty_source,
    listed,
    person_in_words,
    perspective_name,
    rating_in_words,
    setting_in_words,
    uk_date,
    uk_day,
)
from sendself.context.national import beside_national
from sendself.document.blocks import (
    Block,
    Bullets,
    Cover,
    Document,
    Facts,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Table,
)
from sendself.report.record import record_attachment
from sendself.report.summary import summary_blocks
from sendself.report.wording import level_mark, mean, scale_blocks
from sendself.rubric.model import FocusArea, Theme

TITLE = "Self-evaluation of provision for pupils with SEND"


def build_report(shared: SharedRecord) -> Document:
    """The full report for the reviewer, with the record attached."""
    assessment = shared.assessment
    return Document(
        title=f"{TITLE}: {assessment.title}",
        subject=TITLE,
        author=assessment.school.name or "sendself",
        made_on=evaluation_day(assessment),
        running_title=f"{assessment.title} · Self-evaluation",
        watermark="EXAMPLE" if assessment.example else "",
        blocks=tuple(_blocks(assessment)),
        attachment=record_attachment(shared),
    )


def evaluation_day(assessment: Assessment) -> date:
    """The day the evaluation is dated: as the school gave it, otherwise the day of the last change."""
    return assessment.review.evaluated_on or uk_day(assessment.updated_at)


def _blocks(assessment: Assessment) -> Iterator[Block]:
    yield from _first_page(assessment)
    yield PageBreak()
    yield from summary_blocks(assessment)
    yield PageBreak()
    yield from _context(assessment)
    for area in assessment.rubric.areas:
        yield PageBreak()
        yield from _area(assessment, area)
    yield PageBreak()
    yield from _duties(assessment)
    yield from scale_blocks(assessment.rubric)


def _first_page(assessment: Assessment) -> Iterator[Block]:
    yield Cover(
        title=TITLE,
        subtitle=assessment.title,
        facts=tuple(_cover_facts(assessment)),
        note=(
            "This PDF carries the evaluation as data. Opened in sendself it can be read and worked on again: keep the "
            "file itself, since a printed or merged copy loses the data."
        ),
    )
    if assessment.example:
        yield Notice("EXAMPLE", "This is an example with invented ratings. It says nothing about any real school.")
    yield Heading("Why this evaluation, and what to test", 2)
    yield Paragraph(assessment.review.why or "The school has not said why it evaluates now.")
    if assessment.review.wants_tested:
        yield Paragraph("What the school wants the reviewer to test", "label")
        yield Paragraph(assessment.review.wants_tested)
    yield Heading("The school in figures", 2)
    yield Facts(tuple(_figures(assessment)))
    if assessment.withheld:
        yield Paragraph(f"Left out on purpose: {listed(assessment.withheld)}.", "note")


def _cover_facts(assessment: Assessment) -> Iterator[tuple[str, str]]:
    school = assessment.school
    took_part = [person_in_words(person) for person in assessment.participants if person.took_part]
    absent = [person_in_words(person) for person in assessment.participants if not person.took_part]
    yield "URN", str(school.urn) if school.urn else "not given"
    yield "Type", school.type_name or (KIND_NAMES[school.kind] if school.kind else "not given")
    yield "Setting evaluated", setting_in_words(assessment)
    yield "Local authority", school.local_authority or "not given"
    if school.trust:
        yield "Trust", school.trust
    yield "Date", uk_date(evaluation_day(assessment))
    yield "Took part", "; ".join(took_part) or "not given"
    if absent:
        yield "Did not take part", "; ".join(absent)
    if assessment.review.reviewer:
        yield "For", assessment.review.reviewer


def _figures(assessment: Assessment) -> Iterator[tuple[str, str]]:
    for measure in measures_for(assessment.setting):
        figure = assessment.context.figures.get(measure.id)
        if figure:
            year = f", {figure.year}" if figure.year else ""
            origin = " (DfE census)" if figure.source == "published" else ""
            yield measure.label, f"{figure_in_words(assessment, measure)}{year}{origin}"
    if not assessment.context.figures:
        yield "Figures", "none given yet"


def _context(assessment: Assessment) -> Iterator[Block]:
    yield Heading("The school in context", 2)
    rows = beside_national(assessment)
    if rows:
        yield Table(
            header=("Measure", "School", "National", "Which national figure"),
            rows=tuple((row.label, row.school, row.national, row.source) for row in rows),
            widths=(2.2, 1.6, 1, 3),
        )
        yield Paragraph(
            "National figures are for the same phase. Where a figure for the school's year is not published the nearest "
            "year is shown, and named.",
            "small",
        )
    for text in texts_for(assessment.setting):
        if said := assessment.context.words.get(text.id):
            yield Heading(text.label, 3)
            yield Paragraph(said)
    if not rows and not assessment.context.words:
        yield Paragraph("The school has not given its context yet.")


def _area(assessment: Assessment, area: FocusArea) -> Iterator[Block]:
    seen = area_profile(assessment, area)
    yield Heading(area.title, 2)
    levels = [
        f"{count} at {step.level} {step.name}"
        for count, step in zip(seen.counts, assessment.rubric.scale, strict=True)
        if count
    ]
    yield Paragraph(
        f"Themes: {', '.join(levels) or 'none rated yet'}. Mean of rated themes: {mean(seen)}."
        if seen.rated
        else f"None of the {seen.total} themes has a level yet.",
        "lead",
    )
    note = assessment.area_note(area.id)
    yield from _labelled("Strengths of this area", note.strengths)
    yield from _labelled("Areas for development", note.development)
    for theme in area.themes:
        yield from _theme(assessment, theme)


def _theme(assessment: Assessment, theme: Theme) -> Iterator[Block]:
    answer = assessment.answer(theme.id)
    yield Heading(theme.title, 3, mark=level_mark(assessment.rubric, answer.rating))
    yield Paragraph(theme.statement, "note")
    if isinstance(answer.rating, int):
        yield Paragraph(f"Level {answer.rating} here: {theme.level(answer.rating)}", "small")
    if answer.rating is State.NOT_APPLICABLE:
        yield from _labelled("Why not applicable", answer.reason or "No reason given.")
    elif answer.reason:
        yield from _labelled("Reason", answer.reason)
    if answer.parked:
        yield Paragraph("Parked: the school means to come back to this theme.", "small")
    yield from _labelled("Strengths", answer.strengths)
    yield from _labelled("Areas for development", answer.development)
    yield from _labelled("Evidence", _evidence(answer))
    if answer.can_help:
        yield Paragraph("The school could help another school with this.", "small")
    yield from _single_views(assessment, theme)
    yield from _theme_duties(assessment, theme)


def _evidence(answer: Answer) -> str:
    kinds = listed(EVIDENCE_NAMES[kind].lower() for kind in answer.evidence_kinds)
    return " ".join(part for part in (answer.evidence, f"Kinds: {kinds}." if kinds else "") if part)


def _single_views(assessment: Assessment, theme: Theme) -> Iterator[Block]:
    views = {who: said for who, said in assessment.answers.get(theme.id, {}).items() if who != AGREED}
    if views:
        yield Paragraph("Each participant's own view", "label")
        yield Bullets(
            tuple(
                ". ".join(
                    part
                    for part in (
                        f"{perspective_name(who)}: {rating_in_words(assessment.rubric, said.rating)}",
                        said.strengths,
                        said.development,
                    )
                    if part
                )
                for who, said in views.items()
            )
        )


def _theme_duties(assessment: Assessment, theme: Theme) -> Iterator[Block]:
    for duty in theme_duties(assessment, theme):
        answer = assessment.duty(duty.id)
        if answer.state is DutyState.NOT_MET and duty.act_now:
            yield Notice(f"Duty not met: {duty.duty}", duty.act_now, tone="act")


def _duties(assessment: Assessment) -> Iterator[Block]:
    yield Heading("Duties", 2)
    yield Paragraph(
        "What law, statutory guidance and grants ask, kept apart from the levels. This is not legal advice: each line "
        "names its source and how it was checked."
    )
    rows = []
    for duty in binding_duties(assessment):
        answer = assessment.duty(duty.id)
        state = DUTY_STATE_NAMES[answer.state] if answer.state else "Not answered"
        said = f"{state}. {answer.note}" if answer.note else state
        rows.append((duty.duty, DUTY_KIND_NAMES[duty.kind], said, duty_source(duty)))
    if rows:
        yield Table(("Duty", "Kind", "The school's answer", "Source"), tuple(rows), widths=(3, 0.9, 1.6, 2.6))
    else:
        yield Paragraph("No duty in this rubric concerns this kind of school.")


def _labelled(label: str, text: str) -> Iterator[Block]:
    if text:
        yield Paragraph(label, "label")
        yield Paragraph(text)
