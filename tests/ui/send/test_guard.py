"""Before it leaves: what the guard shows on Check and send, and what keeping a sentence does."""

from streamlit.testing.v1 import AppTest

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Review
from sendself.storage.repository import Repository
from sendself.ui.every_page.places import anchor_of
from tests.assessment.complete import complete
from tests.ui.conftest import SAM, SCRIPT, OpenAs, Session, save, ways
from tests.ui.pages import labelled
from tests.ui.stores import FULL, FullDisk

WHY = EntryKey("review", AGREED, "why")
SENTENCE = "Amir in Year 4 was sent home."


def everything(app: AppTest) -> str:
    """Everything that the page says."""
    return "\n".join(str(one.value) for one in (*app.markdown, *app.caption, *app.text, *app.success))


def test_page_says_what_was_looked_for_when_nothing_is_found(session: Session) -> None:
    """An evaluation without words has nothing to look at, and the page says what it looked for."""
    app = session("send")
    assert not app.exception
    assert "Nothing to look at." in everything(app)
    assert "unique pupil numbers" in everything(app)


def test_sentence_is_shown_with_its_place_and_a_way_there(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """The sentence stands as it was written, beside the page and the box that it is in."""
    save(repository, evaluation, WHY, f"We begin. {SENTENCE} *Bold* ends.")
    app = session("send")
    assert "1 place to look at" in everything(app).casefold()
    assert SENTENCE in [one.value for one in app.text]
    assert "Change 1.1: go to About this evaluation" in ways(app)
    assert "Where: About this evaluation: why you evaluate now" in everything(app).replace("\\", "")


def test_kept_sentence_is_not_asked_again_until_it_changes(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Keeping saves a mark without the words; other words in the same box are asked about."""
    save(repository, evaluation, WHY, SENTENCE)
    app = session("send")
    labelled(app.button, "Keep 1.1 as it is").click().run()
    assert "Nothing else to look at." in everything(app)
    kept = [key for key in repository.load(SAM, evaluation.id).entries if key.field.startswith("kept.")]
    assert len(kept) == 1
    assert "amir" not in kept[0].text.casefold()
    save(repository, evaluation, WHY, "Amir in Year 4 was sent home twice.")
    assert "1 place to look at" in everything(session("send")).casefold()


def test_kept_sentence_can_be_asked_about_again(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """What was kept knowingly stays in sight, and keeping can be taken back."""
    save(repository, evaluation, WHY, SENTENCE)
    app = session("send")
    labelled(app.button, "Keep 1.1 as it is").click().run()
    labelled(app.button, "Ask about kept sentence 1 again").click().run()
    assert "1 place to look at" in everything(app).casefold()
    assert repository.load(SAM, evaluation.id).assessment.kept_knowingly == ()


def test_one_sentence_with_two_kinds_in_two_boxes_has_buttons_of_its_own(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """The same words in two places are shown with each place, and no two buttons share a name."""
    words = "Amir in Year 4 is our only Deaf pupil."
    save(repository, evaluation, WHY, words)
    theme = next(iter(evaluation.rubric.themes()))
    save(repository, evaluation, EntryKey(f"theme:{theme.id}", AGREED, "strengths"), words)
    app = session("send")
    assert not app.exception
    labels = [button.label for button in app.button if button.label.startswith("Keep ")]
    assert sorted(labels) == ["Keep 1.1 as it is", "Keep 1.2 as it is", "Keep 2.1 as it is", "Keep 2.2 as it is"]


def test_way_to_a_theme_leads_to_its_place(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """The link goes to the theme on the page of its area, and not only to the top of the page."""
    theme = list(evaluation.rubric.themes())[2]
    save(repository, evaluation, EntryKey(f"theme:{theme.id}", AGREED, "strengths"), SENTENCE)
    app = session("send")
    (way,) = (button for words, button in ways(app).items() if words.startswith("Change "))
    assert way.click().run().query_params["place"] == anchor_of(theme)


def test_names_are_open_however_many_and_other_kinds_are_asked_for(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Six names are shown, and six telephone numbers wait to be asked for."""
    lines = [f"{SENTENCE[:-1]} {times} times.\nRing 0161 496 012{times}." for times in range(1, 7)]
    save(repository, evaluation, WHY, "\n".join(lines))
    opened = {one.label: one.proto.expanded for one in session("send").expander}
    assert opened["Names or initials that may be a pupil's or a relative's: 6"]
    assert not opened["Telephone numbers: 6"]


def test_nothing_stands_out_only_where_no_sentence_is_to_look_at(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """A whole evaluation is not said to be in order while a sentence names a pupil; once it is kept, it is."""
    del session, evaluation
    whole = complete(review=Review(why=SENTENCE))
    repository.create(SAM, whole)
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["evaluation"] = whole.id
    app.run()
    app.switch_page("send.py").run()
    assert not app.exception
    assert any("shows 1 place in your words" in one.value for one in app.info)
    assert not any("Nothing stands out" in one.value for one in app.success)

    labelled(app.button, "Keep 1.1 as it is").click().run()
    assert any("Nothing stands out" in one.value for one in app.success)
    assert not any("in your words to look at" in one.value for one in app.info)
    # The task list has not read the sentences, and does not say that all is in order.
    (step,) = (one.proto.label for one in app.get("page_link") if one.proto.label.startswith("Check and send"))
    assert step == "Check and send — to read and send"


def test_sentence_that_could_not_be_kept_says_why(
    session: Session, repository: Repository, evaluation: Assessment, open_as: OpenAs
) -> None:
    """It is asked about still, beside what the store says."""
    save(repository, evaluation, WHY, SENTENCE)
    open_as(FullDisk)
    app = session("send")
    labelled(app.button, "Keep 1.1 as it is").click().run()

    assert FULL in [error.value for error in app.error]
    assert "1 place to look at" in everything(app).casefold()
