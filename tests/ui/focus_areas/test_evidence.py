"""Documents and evidence on screen, by a session without a browser."""

from sendself.assessment.answers import DocumentState
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.storage.repository import Repository
from tests.ui.conftest import Session, save
from tests.ui.pages import labelled, says
from tests.ui.plan.planning import now


def test_document_is_answered_and_then_asked_for_its_place(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Only an answered document has boxes; what runs in a browser is no link."""
    app = session("evidence")
    assert "Where it is: Provision map" not in [box.label for box in app.text_input]
    app = labelled(app.button_group, "7. Provision map").set_value("enclosed").run()
    app = labelled(app.text_input, "Where it is: Provision map").input("javascript://x.sch.uk").run()

    said = now(repository, evaluation).document("provision-map")
    assert (said.state, said.link) == (DocumentState.ENCLOSED, "javascript://x.sch.uk")
    assert not app.exception


def test_high_ratings_are_praised_only_where_there_are_any(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Where nothing is rated high, no evidence is said to carry it."""
    waiting = "No theme stands at level 3 or 4 yet."
    app = session("evidence")
    assert [said.startswith(waiting) for said in says(app.info)] == [True]
    assert not app.success
    theme = f"theme:{next(evaluation.rubric.themes()).id}"
    save(repository, evaluation, EntryKey(theme, AGREED, "evidence_kinds"), ["data", "pupil_voice"])
    save(repository, evaluation, EntryKey(theme, AGREED, "rating"), 3)
    app.run()

    assert not app.info
    assert [said.split(" on ")[0] for said in says(app.success)] == ["Every high rating rests"]
