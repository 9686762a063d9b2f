"""The profile on screen: the table beside the radar."""

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.profile import area_duties
from sendself.storage.repository import Repository
from tests.ui.conftest import Session, save


def not_met(session: Session) -> str:
    """What the table says of the duties of the first focus area."""
    app = session("radar")
    assert not app.exception
    return str(app.table[0].value["Duties not met"].iloc[0])


def test_no_duty_is_called_met_before_somebody_answered(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """The word none stands only where each duty of the area has an answer; until then the table says how many wait."""
    first, *others = area_duties(evaluation, evaluation.rubric.areas[0])
    assert not_met(session) == f"0, {len(others) + 1} not answered yet"
    save(repository, evaluation, EntryKey(f"duty:{first.id}", AGREED, "state"), "not_met")
    assert not_met(session) == f"1, {len(others)} not answered yet"
    for duty in others:
        save(repository, evaluation, EntryKey(f"duty:{duty.id}", AGREED, "state"), "met")
    assert not_met(session) == "1 duty"
    save(repository, evaluation, EntryKey(f"duty:{first.id}", AGREED, "state"), "met")
    assert not_met(session) == "none"
