"""A complete evaluation to look at first: of an invented school, or with the published figures of a real one."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sendself.assessment.answers import Answer, AreaNote, DocumentAnswer, DutyAnswer, DutyState
from sendself.assessment.context import Context, Figure
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, Evidence, Highlight, Priority, Target
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Review, Way
from sendself.assessment.profile import binding_duties
from sendself.assessment.school import School
from sendself.context.neutral_words import with_neutral_words
from sendself.context.schools.entry import RegisterEntry
from sendself.context.schools.from_register import published_context, school_of
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from sendself.rubric.model import Rubric
from sendself.rubric.yaml_loader import read_yaml

_SHIPPED = Path(__file__).resolve().parents[1] / "data" / "examples"

BEGUN = datetime(2026, 10, 5, 8, 30, tzinfo=UTC)
LAST_CHANGED = datetime(2026, 11, 20, 15, 10, tzinfo=UTC)
_FIRST_AGE = 5
EVALUATED_ON = date(2026, 11, 20)

WITH_PUBLISHED_FIGURES = (
    "This example shows how a finished evaluation looks. The figures are those that the DfE published for this school. "
    "Every rating and every word is invented and says nothing about it."
)


FOR_A_PROVISION = (
    "This example shows how a finished evaluation of a resourced provision looks. The DfE publishes figures for the "
    "host school and none for its provision, so none are given. Every rating and every word is invented and says "
    "nothing about it."
)


def example_assessment(setting: Setting, *, entry: RegisterEntry | None = None) -> Assessment:
    """An invented evaluation with every theme answered and agreed, marked as an example, the same every time.

    It is of an invented school. With `entry` school and figures are that school's, as published, without anything
    that the invented school says of itself; the ratings stay invented, and so do the words, which are neutral ones
    where the school is of another kind or age than the invented one.
    """
    rubric = rubric_for(setting)
    told = read_yaml(_SHIPPED / rubric.id / "school.yaml")
    assessment = Assessment(
        id="-".join(["example", rubric.id, *([str(entry.urn)] if entry else [])]),
        rubric=rubric,
        setting=setting,
        example=True,
        way=Way.TOGETHER,
        created_at=BEGUN,
        updated_at=LAST_CHANGED,
        **_answers(rubric),
        **_plan(told),
        **(_invented_school(told) if entry is None else _real_school(told, entry, setting)),
    )
    if entry is not None and not _is_like(School(**told["school"]), assessment):
        assessment = with_neutral_words(assessment)
    return assessment.changed(duties=_duties(assessment, told["duties"], invented=entry is None))


def _answers(rubric: Rubric) -> dict[str, Any]:
    areas = [read_yaml(_SHIPPED / rubric.id / f"{area.id}.yaml") for area in rubric.areas]
    return {
        "answers": {theme: {AGREED: Answer(**said)} for area in areas for theme, said in area["answers"].items()},
        "area_notes": {area["area"]: {AGREED: _area_note(area)} for area in areas},
    }


def _plan(told: dict[str, Any]) -> dict[str, Any]:
    return {
        "highlights": tuple(Highlight(**item) for item in told["highlights"]),
        "priorities": tuple(Priority(**item) for item in told["priorities"]),
        "documents": {name: DocumentAnswer(**said) for name, said in told["documents"].items()},
        "evidence": tuple(Evidence(**item) for item in told["evidence"]),
        "actions": tuple(Action(**item) for item in told["actions"]),
        "targets": {theme: Target(level=level) for theme, level in told["targets"].items()},
    }


def _invented_school(told: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "school": School(**told["school"]),
        "participants": tuple(Participant(**person) for person in told["participants"]),
        "review": Review(**told["review"], evaluated_on=EVALUATED_ON),
        "context": Context(
            figures={name: Figure(**figure) for name, figure in told["figures"].items()},
            years=told["years"],
            words=told["words"],
        ),
    }


def _is_like(invented: School, assessment: Assessment) -> bool:
    """Whether what was written for the invented school can be read of this one: the same phase, and its ages there."""
    school = assessment.school
    if assessment.setting not in (Setting.MAINSTREAM, Setting.SPECIAL) or school.phase != invented.phase:
        return False
    if None in (school.age_low, school.age_high):
        return False
    return _ages(invented) <= _ages(school)


def _ages(school: School) -> set[int]:
    # Schools whose children are four when the year ends begin with them, whatever the register counts from.
    return set(range(max(school.age_low or 0, _FIRST_AGE), (school.age_high or 0) + 1))


def _real_school(told: Mapping[str, Any], entry: RegisterEntry, setting: Setting) -> dict[str, Any]:
    provision = setting is Setting.RESOURCED_PROVISION
    # Invented people must not look like colleagues of a real school: their roles are enough.
    people = (Participant(**person).model_copy(update={"name": ""}) for person in told["participants"])
    return {
        "school": school_of(entry),
        "participants": tuple(people),
        "review": Review(why=FOR_A_PROVISION if provision else WITH_PUBLISHED_FIGURES, evaluated_on=EVALUATED_ON),
        "context": Context() if provision else Context(figures=published_context(entry).figures),
    }


def _area_note(area: Mapping[str, Any]) -> AreaNote:
    return AreaNote(strengths=area["strengths"], development=area["development"])


def _duties(assessment: Assessment, told: Mapping[str, Any], *, invented: bool) -> dict[str, DutyAnswer]:
    """An answer to every duty that concerns the school: as told, otherwise met. Notes are of the invented school."""
    answers = {}
    for duty in binding_duties(assessment):
        answer = DutyAnswer(**told[duty.id]) if duty.id in told else DutyAnswer(state=DutyState.MET)
        answers[duty.id] = answer if invented else answer.model_copy(update={"note": ""})
    return answers
