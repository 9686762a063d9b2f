"""Evaluating again: the evaluation that follows one that is kept here."""

from sendself.assessment.begin import evaluated_again
from sendself.assessment.context import Context
from sendself.assessment.model import Assessment
from sendself.context.schools.from_register import published_context
from sendself.rubric.duty import Setting
from sendself.rubric.own import rubrics_for
from sendself.storage.kept import Actor
from sendself.storage.repository import Repository
from sendself.ui.editor import NOBODY
from sendself.ui.server.store import register
from sendself.ui.start.begin import begin


def evaluate_again(repository: Repository, evaluation: str) -> None:
    """Begin the evaluation that follows one that is kept here, and open it."""
    earlier = repository.load(Actor(NOBODY), evaluation).assessment
    same = (rubric for rubric in rubrics_for(earlier.setting) if rubric.id == earlier.rubric.id)
    made = evaluated_again(earlier, next(same, earlier.rubric), context=_published_today(earlier))
    notice = (
        "This evaluation follows the earlier one, which stays as it is. School, participants and actions not done are "
        "here, with the levels they aim for that were not reached; no level is. Each theme says what it was last time."
    )
    begin(repository, made, notice=notice)


def _published_today(earlier: Assessment) -> Context:
    entry = register().find(earlier.school.urn) if earlier.school.urn else None
    return published_context(entry) if entry and earlier.setting is not Setting.RESOURCED_PROVISION else Context()
