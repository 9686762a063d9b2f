"""Which reports are made from one evaluation, and how much of the record each of them is made from."""

from enum import StrEnum
from typing import Any

from sendself.assessment.answers import Answer
from sendself.assessment.disclosure.shared import SharedRecord, shared_record
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Review
from sendself.assessment.school import School


class ReportKind(StrEnum):
    """A report by what it is for; the value is its name on the command line."""

    FULL = "full"
    SUMMARY = "summary"
    WEBSITE = "website"
    PLAN = "plan"
    PARAGRAPHS = "paragraphs"
    FORM = "form"


# What each kind is made from besides the school and the rubric; everything else never reaches its builder.
_KEPT = {
    ReportKind.SUMMARY: ("participants", "highlights", "priorities", "withheld"),
    ReportKind.WEBSITE: ("highlights", "priorities", "withheld"),
    ReportKind.PLAN: ("highlights", "priorities", "actions", "targets", "last_time", "withheld"),
    ReportKind.PARAGRAPHS: ("priorities", "actions", "withheld"),
}
_ANSWERS = {
    ReportKind.SUMMARY: ("rating", "strengths", "evidence", "evidence_kinds"),
    ReportKind.WEBSITE: ("rating",),
    ReportKind.PLAN: ("rating",),
    ReportKind.PARAGRAPHS: ("rating", "strengths", "development"),
}


def shared_for(assessment: Assessment, kind: ReportKind) -> SharedRecord:
    """What a kind of report is made from: what the school's choice lets leave, less what the kind does not say.

    The blank form is made from the rubric and the setting alone. Doing it twice changes nothing.
    """
    if kind is ReportKind.FULL:
        return shared_record(assessment)
    if kind is ReportKind.FORM:
        return SharedRecord(_bare(assessment))
    shared = shared_record(assessment).assessment
    answers = {
        theme: {AGREED: _answer(table[AGREED], kind)} for theme, table in shared.answers.items() if AGREED in table
    }
    duties = {
        key: duty.model_copy(update={"note": ""}) for key, duty in shared.duties.items() if kind is ReportKind.SUMMARY
    }
    kept: dict[str, Any] = {name: getattr(shared, name) for name in _KEPT[kind]}
    if kind is ReportKind.PLAN:
        # How often an action was changed orders the calendar files that are made of it.
        kept["versions"] = {key: saved for key, saved in shared.versions.items() if key.startswith("action:")}
    if kind is ReportKind.PARAGRAPHS:
        kept["area_notes"] = {
            area: {AGREED: table[AGREED]} for area, table in shared.area_notes.items() if AGREED in table
        }
    return SharedRecord(
        _bare(shared).changed(
            school=shared.school, example=shared.example, way=shared.way, answers=answers, duties=duties,
            updated_at=shared.updated_at, review=Review(evaluated_on=shared.review.evaluated_on), **kept,
        )
    )  # fmt: skip


def _bare(assessment: Assessment) -> Assessment:
    """The rubric, the setting and the disclosure, with the times that an evaluation needs."""
    return Assessment(
        id=assessment.id,
        rubric=assessment.rubric,
        setting=assessment.setting,
        created_at=assessment.created_at,
        updated_at=assessment.created_at,
        disclosure=assessment.disclosure,
        school=School(),
    )


def _answer(answer: Answer, kind: ReportKind) -> Answer:
    return Answer(**{name: getattr(answer, name) for name in _ANSWERS[kind]})
