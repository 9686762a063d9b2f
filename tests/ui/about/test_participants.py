"""Who takes part, on screen."""

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.answers import Answer
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.assessment.words import perspective_name
from sendself.storage.repository import Repository
from sendself.ui.every_page.places import anchor_of
from tests.ui.agree.agreeing import RUBRIC, agree, begin, page_words
from tests.ui.conftest import SAM, Session, press, save, ways
from tests.ui.pages import labelled

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


HERS = {"senco": 2, "slt": 4}


def test_who_has_rated_leaves_the_list_only_after_a_question(repository: Repository) -> None:
    """The page says how many ratings go out of sight, and that they come back; leaving it takes nobody away."""
    evaluation = begin(repository, one=HERS, two={"slt": 1})
    app = agree(evaluation).switch_page("about.py").run()
    press(app, "Take Head off the list")

    assert "2 ratings made as Senior leader would no longer show" in app.warning[0].value
    press(app, "Leave it as it is (Take Head off the list)")
    assert not app.warning
    press(app, "Take Head off the list")
    assert len(repository.load(SAM, evaluation.id).assessment.participants) == 4
    press(app, "Take Head off the list all the same")
    assert "slt" not in repository.load(SAM, evaluation.id).assessment.perspectives()


def test_who_has_rated_nothing_leaves_the_list_at_once(repository: Repository) -> None:
    """Where nothing goes out of sight nobody is asked."""
    evaluation = begin(repository, one=HERS)
    press(agree(evaluation).switch_page("about.py").run(), "Take Governor off the list")

    assert len(repository.load(SAM, evaluation.id).assessment.participants) == 3


@pytest.mark.parametrize("by_another", [True, False], ids=["by-another", "here"])
def test_who_was_taken_off_the_list_can_be_put_back(repository: Repository, by_another: bool) -> None:
    """Whoever took them off: with name, role and view as they were."""
    evaluation = begin(repository, one=HERS)
    save(repository, evaluation, EntryKey("participant:p3", AGREED, "name"), "Margaret Ellis")
    before = repository.load(SAM, evaluation.id).assessment.participants
    app = agree(evaluation).switch_page("about.py").run()
    if by_another:
        save(repository, evaluation, EntryKey("participant:p3", AGREED, "removed"), True)
        app.run()
        assert "Margaret Ellis was taken off the list by Sam" in app.warning[0].value
    else:
        press(app, "Take Margaret Ellis, Governor off the list")
    assert len(repository.load(SAM, evaluation.id).assessment.participants) == 3
    press(app, "Put back on the list: Margaret Ellis")

    assert repository.load(SAM, evaluation.id).assessment.participants == before


def test_card_of_who_was_taken_off_the_list_stays(repository: Repository) -> None:
    """What is typed on in it is saved, and they come back with it; meanwhile nobody can say that they are them."""
    evaluation = begin(repository, one=HERS)
    app = agree(evaluation).switch_page("about.py").run()
    save(repository, evaluation, EntryKey("participant:p3", AGREED, "removed"), True)
    for name in ("Margaret", "Margaret Ellis"):
        labelled(app.run().text_input, "Name (Governor)").input(name).run()

    assert "Take Margaret Ellis, Governor off the list" not in [button.label for button in app.button]
    assert len(labelled(app.radio, "Who is writing on this computer now?").options) == 3
    press(app, "Put back on the list: Margaret Ellis")
    person = next(one for one in repository.load(SAM, evaluation.id).assessment.participants if one.id == "p3")
    assert (person.name, person.role, person.perspective) == ("Margaret Ellis", "Governor", "governor")


def test_view_with_ratings_is_changed_only_after_a_question(repository: Repository) -> None:
    """The list of views opens to those who were told what goes out of sight."""
    evaluation = begin(repository, one=HERS)
    app = agree(evaluation).switch_page("about.py").run()
    assert [box.label for box in app.selectbox if "Rates" in box.label] == ["Rates as (Governor)", "Rates as (Parents)"]
    press(app, "Choose another view for SENCO")
    assert "1 rating made as SENCO would no longer show" in app.warning[0].value
    press(app, "Choose another view for SENCO all the same")
    labelled(app.selectbox, "Rates as (SENCO)").select("teacher").run()

    assert repository.load(SAM, evaluation.id).assessment.participants[0].perspective == "teacher"


def test_view_cannot_be_left_open(session: Session, evaluation: Assessment, repository: Repository) -> None:
    """Cleared after the page was drawn again, it says to choose one, and what was chosen stays saved."""
    app = session("about").run()
    box = next(one for one in app.selectbox if one.label.startswith("Rates as"))
    assert box.proto.required
    box.set_value(None).run()

    assert [error.value for error in app.error] == ["Choose one: this cannot be left open."]
    assert repository.load(SAM, evaluation.id).assessment.participants == evaluation.participants


def test_rating_together_hides_ratings_only_after_a_question(repository: Repository) -> None:
    """The choice opens to those who were told what it hides; afterwards the page says that all is kept."""
    evaluation = begin(repository, one=HERS)
    app = agree(evaluation).switch_page("about.py").run()
    press(app, "Change how you rate")
    assert "2 ratings made apart would no longer show" in app.warning[0].value
    press(app, "Change how you rate all the same")
    labelled(app.button_group, "How do you rate the themes?").set_value("together").run()

    assert repository.load(SAM, evaluation.id).assessment.way is Way.TOGETHER
    assert "2 ratings made apart are kept and not shown." in page_words(app)


def test_rating_apart_moves_what_was_answered_together_only_after_a_question(repository: Repository) -> None:
    """It says what becomes of the answers; afterwards each theme shows what is agreed, and it is not to do again."""
    first, second = RUBRIC.areas[0].themes[:2]
    evaluation = begin(repository).changed(
        id="rated-together-first",
        way=Way.TOGETHER,
        answers={
            first.id: {AGREED: Answer(rating=3, strengths="Ours, with care.")},
            second.id: {AGREED: Answer(development="Words alone.")},
        },
    )
    repository.create(SAM, evaluation)
    app = agree(evaluation).switch_page("about.py").run()
    press(app, "Change how you rate")
    assert "2 themes that you answered together would be changed in Agree alone" in app.warning[0].value
    press(app, "Change how you rate all the same")
    labelled(app.button_group, "How do you rate the themes?").set_value("apart").run()
    press(app.switch_page("context.py").run(), f"Next: {RUBRIC.areas[0].short}")

    words = page_words(app)
    assert "**Agreed: 3 Established**" in words
    assert "Ours, with care." in words
    assert "**Written together, and no level agreed yet**" in words
    assert "1 of 7 themes answered.** 1 of them is agreed already." in words
    assert f"{first.title}](#{anchor_of(first)}) — agreed" in words
    # Nothing is pressed by the same words as something else.
    assert len([words for words in ways(app) if words.startswith("Change it in Agree: ")]) == 2
    assert labelled(app.button_group, f"Where are we with: {first.title}?").value is None
