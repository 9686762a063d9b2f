"""Who takes part, on screen."""

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.entries import EntryKey
from sendself.assessment.model import AGREED, Assessment
from sendself.assessment.words import perspective_name
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM, Session, save
from tests.ui.test_boxes import labelled

VIEW = "Another view, in your own words"


def test_fields_of_two_governors_have_names_of_their_own(session: Session, evaluation: Assessment) -> None:
    """Two people who were just added differ in nothing, and yet no two boxes are called the same."""
    app = session("about")
    before = len(evaluation.participants)
    for _ in range(2):
        labelled(app.button, "Add a person").click().run()
    labels = [box.label for box in (*app.text_input, *app.selectbox, *app.checkbox, *app.button)]

    assert sum(label.startswith("Name (") for label in labels) == before + 2
    assert len(set(labels)) == len(labels)


def add_view(app: AppTest, name: str) -> AppTest:
    """Add a view in the school's own words."""
    labelled(app.text_input, VIEW).input(name).run()
    return labelled(app.button, "Add this view").click().run()  # type: ignore[no-any-return]


def test_view_in_own_words_is_added_and_chosen_by_others(
    session: Session, evaluation: Assessment, repository: Repository
) -> None:
    """Somebody who rates from it is there, under the words as they were typed, and everybody can choose it."""
    app = add_view(session("about"), "Governor for inclusion (EAL)")
    kept = repository.load(SAM, evaluation.id).assessment

    added = next(person for person in kept.participants if person.perspective not in ("senco", "slt"))
    assert (added.role, perspective_name(added.perspective)) == (
        "Governor for inclusion (EAL)",
        "Governor for inclusion EAL",
    )
    rates_as = [box for box in app.selectbox if box.label.startswith("Rates as")]
    assert [box.value for box in rates_as] == [person.perspective for person in kept.participants]
    assert all("Governor for inclusion EAL" in box.options for box in rates_as)
    assert labelled(app.text_input, VIEW).value == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [("Agreed", "what you settle on together"), ("parent forum", "is there already"), ("!", "letters A to Z")],
)
def test_view_that_cannot_be_added_says_why(
    session: Session, evaluation: Assessment, repository: Repository, name: str, words: str
) -> None:
    """Nobody is added, and what was typed stays to be changed."""
    app = add_view(session("about"), name)

    assert words in app.error[0].value.replace("\\", "")
    assert labelled(app.text_input, VIEW).value == name
    assert repository.load(SAM, evaluation.id).assessment.participants == evaluation.participants


def test_people_with_one_view_are_told_that_they_share_it(session: Session, evaluation: Assessment) -> None:
    """Two governors have one set of answers between them."""
    app = session("about")
    for _ in range(2):
        labelled(app.button, "Add a person").click().run()

    assert "2 people rate as Governor: they share one set of answers." in [caption.value for caption in app.caption]


def test_view_that_came_in_a_file_is_kept(repository: Repository, evaluation: Assessment, session: Session) -> None:
    """A perspective that is not among those offered stands in its list, and looking at the page changes nothing."""
    save(repository, evaluation, EntryKey("participant:p2", AGREED, "perspective"), "therapy")
    before = repository.load(SAM, evaluation.id).seq
    app = session("about")

    assert not app.error
    assert "therapy" in [box.value for box in app.selectbox]
    assert repository.load(SAM, evaluation.id).seq == before
