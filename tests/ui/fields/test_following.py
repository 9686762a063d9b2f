"""A box that nobody has touched takes a newer text from the browser: that is no edit, and nothing is asked of it."""

import pytest

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM, Session, save
from tests.ui.fields.test_boxes import PLANS, PLANS_LABEL, WHY, enter_plans, write, written
from tests.ui.pages import foot, labelled, says
from tests.ui.stores import versions

DATED = EntryKey("evidence:e1", AGREED, "dated")


def test_newer_text_that_comes_into_the_box_is_no_edit(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Nothing is saved by it, nothing stands beside it, and what is typed from there on takes its place."""
    app = session("about")
    save(repository, evaluation, WHY, "Theirs.")
    app.run()
    assert says(app.info) == []
    write(app, "Theirs.")

    assert versions(repository, evaluation, WHY) == ["Theirs."]
    assert (says(app.info), says(app.warning)) == ([], [])
    assert foot(app).startswith("Saved ")
    write(app, "Theirs. Mine.")
    assert versions(repository, evaluation, WHY) == ["Theirs.", "Theirs. Mine."]


def test_newer_text_that_does_not_come_into_the_box_stands_beside_it(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Somebody is in the box: it keeps its text, and the newer one is shown with a button to use it."""
    app = session("about")
    save(repository, evaluation, WHY, "Theirs.")
    app.run()
    app.run()

    assert written(app) == ""
    assert says(app.info)[0].startswith("Sam changed this at ")
    assert "Theirs." in says(app.text)
    labelled(app.button, "Use theirs").click().run()
    assert written(app) == "Theirs."
    assert says(app.info) == []


def test_words_begun_instead_stand_beside_the_newer_text(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """What was typed after the newer text was offered is not taken for it, and not saved over it."""
    app = session("about")
    save(repository, evaluation, WHY, "Theirs.")
    app.run()
    write(app, "Mine.")

    assert versions(repository, evaluation, WHY) == ["Theirs."]
    assert written(app) == "Mine."
    assert says(app.warning)[0].startswith("Sam changed this at ")


def test_text_that_comes_late_is_not_the_newest(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """While one newer text was on its way into the box another was saved: its reader has not seen that."""
    app = session("about")
    save(repository, evaluation, WHY, "Theirs.")
    app.run()
    save(repository, evaluation, WHY, "Theirs, once more.")
    app.run()
    write(app, "Theirs.")
    assert (says(app.info), says(app.warning)) == ([], [])
    write(app, "Theirs. Mine.")

    assert versions(repository, evaluation, WHY) == ["Theirs.", "Theirs, once more."]
    assert "Theirs, once more." in says(app.text)


def test_earlier_text_typed_again_is_an_edit(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """Whoever has seen the newest text and types the one before it wants that back."""
    app = session("about")
    for text in ("First.", "Second."):
        save(repository, evaluation, WHY, text)
        app.run()
        write(app, text)
    write(app, "First.")

    assert versions(repository, evaluation, WHY) == ["First.", "Second.", "First."]


@pytest.mark.parametrize("source", ["published", "imported"])
def test_figure_that_comes_into_the_box_keeps_its_source(
    session: Session, repository: Repository, evaluation: Assessment, source: str
) -> None:
    """The same number typed would be the school's own; this one is still what the colleague took over."""
    app = session("context")
    theirs = {"value": 14.0, "source": source, "year": "2024/25"}
    save(repository, evaluation, PLANS, theirs)
    app.run()
    enter_plans(app, "14").run()

    assert versions(repository, evaluation, PLANS)[-1] == theirs
    assert labelled(app.text_input, PLANS_LABEL).value == "14"
    assert says(app.warning) == []


def test_date_that_comes_into_the_box_is_no_edit(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """It stands there as it is written on the page."""
    for key, value in ((EntryKey("evidence:e1", AGREED, "removed"), False), (DATED, "2027-01-01")):
        save(repository, evaluation, key, value)
    app = session("evidence")
    save(repository, evaluation, DATED, "2027-06-01")
    app.run()
    next(one for one in app.text_input if str(one.value) == "1 January 2027").input("1 June 2027").run()

    assert [entry.value for entry in repository.history(SAM, evaluation.id, DATED)] == ["2027-01-01", "2027-06-01"]
    assert says(app.warning) == []


def test_what_cannot_be_read_is_a_touched_box(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """A box that holds no number keeps what was typed, and the newer number stands beside it once that can be read."""
    app = enter_plans(session("context"), "forty")
    save(repository, evaluation, PLANS, {"value": 14.0, "source": "typed", "year": ""})
    app.run()
    app.run()
    assert labelled(app.text_input, PLANS_LABEL).value == "forty"
    enter_plans(app, "40")

    assert "14" in says(app.text)
    assert versions(repository, evaluation, PLANS)[-1] == {"value": 14.0, "source": "typed", "year": ""}
