"""What a box on a page saves, and what it does when somebody else saved first; by a session without a browser."""

from collections.abc import Sequence

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.text import NOTE_LIMIT
from sendself.storage.errors import UnavailableError
from sendself.storage.kept import Actor, Change, Conflict, Room, Saved
from sendself.storage.repository import Repository
from sendself.ui.editor import Editor
from tests.ui.conftest import SAM, OpenAs, Session, save
from tests.ui.pages import foot, labelled, says
from tests.ui.stores import versions

WHY = EntryKey("review", AGREED, "why")
WHY_LABEL = "Why do you evaluate your provision now?"
PLANS = EntryKey("context", AGREED, "figures.ehc_plans")
PLANS_LABEL = "Pupils with an EHC plan"
NAMES = EntryKey("evaluation", AGREED, "disclosure.names")
NAMES_LABEL = "Those who took part"
KIND = EntryKey("school", AGREED, "kind")
KIND_LABEL = "Kind of school"


def write(app: AppTest, text: str) -> AppTest:
    """Type into the box for the reason."""
    return labelled(app.text_area, WHY_LABEL).input(text).run()  # type: ignore[no-any-return]


def written(app: AppTest) -> str:
    """What stands in the box for the reason."""
    return str(labelled(app.text_area, WHY_LABEL).value)


def enter_plans(app: AppTest, text: str) -> AppTest:
    """Type the number of plans."""
    return labelled(app.text_input, PLANS_LABEL).input(text).run()  # type: ignore[no-any-return]


def test_first_edit_is_saved_with_its_writer(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """The first change in a new session is saved at once, as one version by whoever writes."""
    app = write(session("about"), "A review in January.")

    entry = repository.load(SAM, evaluation.id).entries[WHY]
    assert (entry.value, entry.version, entry.by) == ("A review in January.", 1, "SENCO")
    assert foot(app).startswith("Saved ")


def test_looking_at_pages_saves_nothing(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """Runs without an edit leave the history as it was."""
    before = repository.load(SAM, evaluation.id).seq
    for page in ("about", "context", "radar", "plan", "send"):
        assert not session(page).run().exception

    assert repository.load(SAM, evaluation.id).seq == before


def test_box_begins_in_every_run_with_what_is_saved(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """A browser that first draws the box in a later run draws what is saved, and sends no empty box back."""
    for key, value in ((WHY, "A review in January."), (NAMES, "roles"), (KIND, "maintained")):
        save(repository, evaluation, key, value)

    about, send = session("about").run(), session("send").run()

    assert labelled(about.text_area, WHY_LABEL).proto.default == "A review in January."
    assert labelled(about.selectbox, KIND_LABEL).value == "maintained"
    assert labelled(send.button_group, NAMES_LABEL).proto.default == [1]


def test_newer_text_from_elsewhere_is_shown_beside_and_not_overwritten(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Both texts are on the page, the box keeps its own, and the foot says that not all is saved."""
    app = session("about")
    save(repository, evaluation, WHY, "Theirs.")
    write(app, "Mine.")

    assert versions(repository, evaluation, WHY) == ["Theirs."]
    assert written(app) == "Mine."
    assert "Theirs." in says(app.text)
    assert says(app.warning)[0].startswith("Sam changed this at ")
    assert foot(app) == "Not all is saved: see where somebody else changed the same text."


@pytest.mark.parametrize(
    ("button", "result"), [("Use theirs", "Theirs."), ("Keep mine", "Mine."), ("Join both", "Theirs.\n\nMine.")]
)
def test_conflict_is_settled(
    session: Session, repository: Repository, evaluation: Assessment, button: str, result: str
) -> None:
    """After each of the three ways box and store hold the same, and the warning is gone."""
    app = session("about")
    save(repository, evaluation, WHY, "Theirs.")
    write(app, "Mine.")
    labelled(app.button, button).click().run()

    assert written(app) == result
    assert repository.load(SAM, evaluation.id).assessment.review.why == result
    assert says(app.warning) == []
    assert foot(app).startswith("Saved ")


def test_same_text_from_elsewhere_is_no_conflict(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Two who wrote the same agree already."""
    app = session("about")
    save(repository, evaluation, WHY, "The same.")
    write(app, "The same.")

    assert versions(repository, evaluation, WHY) == ["The same."]
    assert says(app.warning) == []


def test_text_past_the_limit_of_the_box_is_not_saved(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """The browser stops at the limit; what comes past it all the same never reaches the store."""
    app = write(session("about"), "x" * (NOTE_LIMIT + 1))

    assert not app.exception
    assert versions(repository, evaluation, WHY) == []


class LostReply(Repository):
    """The real store behind a connection that breaks once after a change was committed."""

    sent: tuple[str, ...] = ()

    def save(
        self, actor: Actor, assessment_id: str, changes: Sequence[Change], *, room: Room | None = None
    ) -> tuple[Saved | Conflict, ...]:
        """Save, and lose the first reply."""
        outcome = super().save(actor, assessment_id, changes, room=room)
        self.sent += tuple(change.op_id for change in changes)
        if len(self.sent) == 1:
            raise UnavailableError("The reply was lost.")
        return outcome


def test_lost_reply_is_asked_for_again_and_saved_once(
    session: Session, repository: Repository, evaluation: Assessment, open_as: OpenAs
) -> None:
    """The retry carries the same name of the edit: one version, no conflict with oneself, nothing left unsaved."""
    lossy = open_as(LostReply)
    app = write(session("about"), "Said once.")
    app.run()

    assert len(lossy.sent) > 1
    assert len(set(lossy.sent)) == 1
    assert versions(repository, evaluation, WHY) == ["Said once."]
    assert says(app.warning) == []
    assert foot(app).startswith("Saved ")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("forty", "Enter the pupils with an EHC plan as a whole number, such as 36."),
        ("3.5", "Enter the pupils with an EHC plan as a whole number, such as 36."),
        ("-3", "Enter the pupils with an EHC plan as a whole number, such as 36."),
        ("99999", "Check the pupils with an EHC plan: 99999 is more than 10,000."),
    ],
)
def test_figure_that_is_none_is_explained_and_not_saved(
    session: Session, repository: Repository, evaluation: Assessment, typed: str, sentence: str
) -> None:
    """The sentence says what to enter, the box keeps what was typed, and the store its number."""
    app = enter_plans(session("context"), typed)

    assert sentence in says(app.error)
    assert labelled(app.text_input, PLANS_LABEL).value == typed
    assert repository.load(SAM, evaluation.id).assessment.figure("ehc_plans") == 12


def test_impossible_figure_is_saved_and_told(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """It is a number, and either of the two may be the wrong one: both stay, and the page says so."""
    app = enter_plans(session("context"), "500").run()

    assert repository.load(SAM, evaluation.id).assessment.figure("ehc_plans") == 500
    assert any(message.startswith("Pupils with an EHC plan (500) cannot be more than") for message in says(app.error))


def test_published_figure_keeps_its_source_until_it_is_changed(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Typed again as it was it is still the published one; changed, it is the school's own."""
    app = enter_plans(session("context"), " 12 ")
    assert versions(repository, evaluation, PLANS) == [{"value": 12.0, "source": "published", "year": "2023/24"}]
    enter_plans(app, "13")

    assert repository.load(SAM, evaluation.id).entries[PLANS].value == {"value": 13.0, "source": "typed", "year": ""}


def test_untouched_choice_follows_another_tab(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """A choice is no prose: where nobody touched it, the newer one is shown and kept."""
    app = session("send")
    save(repository, evaluation, NAMES, "roles")
    app.run()

    assert labelled(app.button_group, NAMES_LABEL).value == "roles"
    assert versions(repository, evaluation, NAMES) == ["roles"]
    assert says(app.warning) == []


def test_choice_changed_in_both_tabs_shows_both(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Where both chose, neither choice is thrown away unasked."""
    app = session("about")
    save(repository, evaluation, KIND, "academy")
    labelled(app.selectbox, KIND_LABEL).set_value("pru").run()

    assert versions(repository, evaluation, KIND) == ["academy"]
    assert "Academy or free school" in says(app.text)
    labelled(app.button, "Keep mine").click().run()
    assert versions(repository, evaluation, KIND) == ["academy", "pru"]


def test_click_on_what_was_newer_meanwhile_overwrites_nothing(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Whoever keeps hers over a text that was changed once more since it was shown is asked again."""
    app = session("about")
    save(repository, evaluation, WHY, "Theirs.")
    write(app, "Mine.")
    save(repository, evaluation, WHY, "Theirs, once more.")
    labelled(app.button, "Keep mine").click().run()

    assert versions(repository, evaluation, WHY) == ["Theirs.", "Theirs, once more."]
    assert written(app) == "Mine."
    assert "Theirs, once more." in says(app.text)
    labelled(app.button, "Keep mine").click().run()
    assert versions(repository, evaluation, WHY)[-1] == "Mine."


def test_figures_that_stand_against_each_other_are_not_joined(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Two numbers make no third: one of them is taken."""
    app = session("context")
    save(repository, evaluation, PLANS, {"value": 14.0, "source": "typed", "year": ""})
    enter_plans(app, "13")

    assert [button.label for button in app.button if button.label in ("Use theirs", "Keep mine", "Join both")] == [
        "Use theirs",
        "Keep mine",
    ]
    labelled(app.button, "Keep mine").click().run()
    assert not app.exception
    assert repository.load(SAM, evaluation.id).assessment.figure("ehc_plans") == 13


def test_texts_too_long_together_are_not_joined(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Joining never makes a text that cannot be kept; the page says why it is not offered."""
    app = session("about")
    save(repository, evaluation, WHY, "t" * (NOTE_LIMIT // 2 + 10))
    write(app, "m" * (NOTE_LIMIT // 2 + 10))

    assert "Join both" not in [button.label for button in app.button]
    assert "Together they are too long for one box. Copy what you need from theirs." in says(app.caption)


def test_dates_typed_by_two_show_both(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """A date is typed, so what somebody else saves never takes its place while it is being written."""
    dated = EntryKey("evidence:e1", AGREED, "dated")
    for key, value in ((EntryKey("evidence:e1", AGREED, "removed"), False), (dated, "2027-01-01")):
        save(repository, evaluation, key, value)
    app = session("evidence")
    save(repository, evaluation, dated, "2027-06-01")
    app.run()
    box = next(one for one in app.text_input if str(one.value) == "1 January 2027")
    box.input("31 March 2027").run()

    assert versions(repository, evaluation, dated) == ["2027-01-01", "2027-06-01"]
    assert "1 June 2027" in says(app.text)


@pytest.mark.parametrize("typed", ["forty", "99999"])
def test_foot_does_not_say_saved_of_what_cannot_be_kept(session: Session, typed: str) -> None:
    """While a box holds what is no number, not all is saved."""
    app = enter_plans(session("context"), typed)

    assert foot(app) == "Not all is saved: see what has to be corrected on this page."


def test_words_typed_as_one_leaves_for_start_are_saved(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """The text and the way to Start may reach the server together."""
    app = session("about")
    labelled(app.text_area, WHY_LABEL).input("On the way out.")
    del app.query_params["evaluation"]
    app.switch_page("start.py").run()

    assert app.title[0].value == "Evaluate your SEND provision"
    assert versions(repository, evaluation, WHY) == ["On the way out."]


def test_button_saves_nothing_over_what_its_page_did_not_show(repository: Repository, evaluation: Assessment) -> None:
    """Judged by the page on which it was pressed, and not by what has been loaded since."""
    before = Editor(repository, repository.load(SAM, evaluation.id), None).drawn
    save(repository, evaluation, WHY, "Just now.")
    late = Editor(repository, repository.load(SAM, evaluation.id), None, before)

    assert not late.put(WHY, "By a button.")
    assert late.failure == "Somebody changed this just now. Look at it again."
    assert versions(repository, evaluation, WHY) == ["Just now."]
    again = Editor(repository, repository.load(SAM, evaluation.id), None, late.drawn)
    assert again.put(WHY, "By a button.")
