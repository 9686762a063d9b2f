"""Joining another copy on the pages, and the history with the way back; by a session without a browser."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.record import to_json
from sendself.storage.kept import Actor, Change
from sendself.storage.repository import Repository, open_repository
from sendself.ui.agree.differences import decide
from sendself.ui.editor import Editor
from tests.ui.conftest import SAM, SCRIPT, Session, save

WHY = EntryKey("review", AGREED, "why")
TESTED = EntryKey("review", AGREED, "wants_tested")
THEME = "outcomes.exclusions"
RATING = EntryKey(f"theme:{THEME}", AGREED, "rating")
PRIVATE = EntryKey(f"theme:{THEME}", "slt", "rating")


def button(app: AppTest, label: str) -> Any:
    """The button with this label."""
    return next(button for button in app.button if button.label == label)


def texts(app: AppTest) -> list[str]:
    """What is shown of people's words."""
    return [str(text.value) for text in app.text]


@pytest.fixture
def copy(repository: Repository, evaluation: Assessment, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A copy that was taken to another computer and changed there, while the one here was changed as well."""
    save(repository, evaluation, WHY, "Begun.")
    save(repository, evaluation, TESTED, "Begun.")
    elsewhere = open_repository(f"sqlite:///{tmp_path_factory.mktemp('elsewhere') / 'other.sqlite3'}")
    elsewhere.create(SAM, repository.load(SAM, evaluation.id).assessment)
    save(repository, evaluation, WHY, "Changed here.")
    save(elsewhere, evaluation, WHY, "Changed there.")
    save(elsewhere, evaluation, TESTED, "Changed there alone.")
    save(elsewhere, evaluation, RATING, 3)
    file = to_json(elsewhere.load(SAM, evaluation.id).assessment)
    elsewhere.close()
    return file


def start_with(copy: bytes) -> AppTest:
    """Start, with the copy chosen."""
    app = AppTest.from_file(SCRIPT, default_timeout=60).run()
    app.file_uploader[0].upload("copy.json", copy, "application/json")
    return app.run()


@pytest.fixture
def joined(copy: bytes) -> AppTest:
    """The app after the copy was joined."""
    return button(start_with(copy), "Join it with the one here").click().run()  # type: ignore[no-any-return]


def test_joining_takes_over_what_only_the_copy_changed(
    joined: AppTest, repository: Repository, evaluation: Assessment
) -> None:
    """And leaves what both changed as it is here, to be decided in Agree."""
    now = repository.load(SAM, evaluation.id).assessment

    assert not joined.exception
    assert now.review.wants_tested == "Changed there alone."
    assert now.answer(THEME).rating == 3
    assert now.review.why == "Changed here."
    assert [difference.theirs for difference in now.differences] == ["Changed there."]


def test_joining_again_adds_nothing(
    joined: AppTest, copy: bytes, repository: Repository, evaluation: Assessment
) -> None:
    """The same file twice neither asks twice nor brings an answer back that was changed since."""
    save(repository, evaluation, TESTED, "Decided since.")
    app = start_with(copy)
    button(app, "Join it with the one here").click().run()
    now = repository.load(SAM, evaluation.id).assessment

    assert now.review.wants_tested == "Decided since."
    assert len(now.differences) == 1


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        ("Use theirs (1)", "Changed there."),
        ("Keep what is here (1)", "Changed here."),
        ("Join both (1)", "Changed here.\n\nChanged there."),
    ],
)
def test_difference_is_decided_in_agree(
    joined: AppTest, session: Session, repository: Repository, evaluation: Assessment, choice: str, text: str
) -> None:
    """Both stand side by side; each way to go on leaves its text, and the difference is settled."""
    app = session("agree")
    assert {"Changed here.", "Changed there."} <= set(texts(app))
    app = button(app, choice).click().run()
    now = repository.load(SAM, evaluation.id).assessment

    assert not app.exception
    assert (now.review.why, now.differences) == (text, ())


def two_texts(repository: Repository, evaluation: Assessment, key: EntryKey) -> None:
    """A field that was changed in both copies."""
    save(repository, evaluation, key, "Said here.")
    save(repository, evaluation, EntryKey("difference:d1", AGREED, "key"), key.text)
    save(repository, evaluation, EntryKey("difference:d1", AGREED, "theirs"), "Said there.")


def test_click_on_what_has_changed_since_decides_nothing(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """A text that came after the page was drawn is shown before it can be replaced."""
    two_texts(repository, evaluation, WHY)
    app = session("agree")
    save(repository, evaluation, WHY, "Said since.")
    app = button(app, "Use theirs (1)").click().run()

    assert repository.load(SAM, evaluation.id).assessment.review.why == "Said since."
    assert {"Said since.", "Said there."} <= set(texts(app))
    button(app, "Use theirs (1)").click().run()
    assert repository.load(SAM, evaluation.id).assessment.review.why == "Said there."


def test_question_is_not_dropped_when_its_answer_could_not_be_saved(
    repository: Repository, evaluation: Assessment
) -> None:
    """Somebody saved between the click and the answer: the other text is still there to be chosen."""
    two_texts(repository, evaluation, WHY)
    editor = Editor(repository, repository.load(SAM, evaluation.id), None)
    save(repository, evaluation, WHY, "Said since.")
    decide(editor, editor.assessment.differences[0], WHY, "Said there.")
    now = repository.load(SAM, evaluation.id).assessment

    assert (now.review.why, len(now.differences)) == ("Said since.", 1)


def test_difference_in_what_was_rated_alone_is_not_shown_to_others(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Nobody sees it before saying who they are, and then only who may see that view of the theme."""
    save(repository, evaluation, EntryKey("evaluation", AGREED, "way"), "apart")
    two_texts(repository, evaluation, EntryKey(f"theme:{THEME}", "slt", "strengths"))
    app = session("agree")
    assert "Said there." not in texts(app)
    app = button(app, "I am: SENCO").click().run()
    assert "Said there." not in texts(app)
    assert any("1 answer given alone" in str(part.value) for part in app.markdown)
    save(repository, evaluation, EntryKey(f"theme:{THEME}", "senco", "rating"), 2)
    assert {"Said here.", "Said there."} <= set(texts(app.run()))


def test_difference_in_what_was_rated_alone_is_shown_to_its_writer(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """The senior leader decides about their own words, also where you rate together by now."""
    two_texts(repository, evaluation, EntryKey(f"theme:{THEME}", "slt", "strengths"))
    app = session("agree")
    app.query_params["you"] = "p2"
    assert {"Said here.", "Said there."} <= set(texts(app.run()))


def agree_in_task_list(app: AppTest) -> list[str]:
    """What the task list says beside Agree."""
    links = [str(link.proto.label).replace("\\", "") for link in app.get("page_link")]
    return [label.partition(" — ")[2] for label in links if label.startswith("Agree")]


def test_task_list_counts_only_the_differences_that_its_reader_may_see(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """What was given alone is counted for its writer, and for others once they have rated the theme."""
    save(repository, evaluation, EntryKey("evaluation", AGREED, "way"), "apart")
    two_texts(repository, evaluation, EntryKey(f"theme:{THEME}", "slt", "strengths"))
    app = button(session("agree"), "I am: SENCO").click().run()
    assert agree_in_task_list(app) == ["0 of 50"]
    app.query_params["you"] = "p2"
    assert agree_in_task_list(app.run()) == ["1 to decide"]
    app.query_params["you"] = "p1"
    save(repository, evaluation, EntryKey(f"theme:{THEME}", "senco", "rating"), 2)
    assert agree_in_task_list(app.run()) == ["1 to decide"]
    save(repository, evaluation, EntryKey("difference:d2", AGREED, "key"), WHY.text)
    save(repository, evaluation, WHY, "Said here.")
    assert agree_in_task_list(app.run()) == ["2 to decide"]


def test_task_list_leaves_to_others_what_only_they_may_see(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Rating together by now: the reader has nothing to decide, and it is not done."""
    two_texts(repository, evaluation, EntryKey(f"theme:{THEME}", "slt", "strengths"))

    assert agree_in_task_list(session("agree")) == ["for others to decide"]


def test_agree_stays_when_the_last_difference_is_decided(joined: AppTest, session: Session) -> None:
    """The page on which it was decided is still there, and says that nothing is left, though it is no step any more."""
    app = button(session("agree"), "Keep what is here (1)").click().run()

    assert not app.exception
    assert [title.value for title in app.title] == ["Agree"]
    assert app.info
    assert agree_in_task_list(app) == []


def test_history_of_a_difference_keeps_what_was_rated_alone(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Who changed what tells no more of a difference than Agree does."""
    two_texts(repository, evaluation, EntryKey(f"theme:{THEME}", "slt", "strengths"))
    assert "Said there." not in texts(session("history"))
    save(repository, evaluation, EntryKey("difference:d1", AGREED, "key"), WHY.text)
    assert "Said there." in texts(session("history"))


def test_history_shows_who_changed_what_and_brings_it_back(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """An earlier text is saved as the newest, and what it replaces stays in the history."""
    repository.save(Actor("Head"), evaluation.id, [Change(WHY, "First.", 0, "first")])
    save(repository, evaluation, WHY, "Second.")
    app = session("history")
    assert {"First.", "Second."} <= set(texts(app))
    assert any("Sam" in str(caption.value) for caption in app.caption)
    app = button(app, "Bring this back (2)").click().run()
    past = [entry.value for entry in repository.history(SAM, evaluation.id, WHY)]

    assert not app.exception
    assert past == ["First.", "Second.", "First."]


def test_history_of_a_theme_shows_that_theme_alone(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """The link in a theme leads to its own changes."""
    save(repository, evaluation, WHY, "Of the evaluation.")
    save(repository, evaluation, RATING, 2)
    app = session("history")
    app.query_params["of"] = RATING.subject
    app = app.run()

    assert "2 Developing" in texts(app)
    assert "Of the evaluation." not in texts(app)


def test_history_keeps_a_rating_made_apart_to_itself(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """What somebody rated alone is not told by its history either."""
    save(repository, evaluation, PRIVATE, 4)
    save(repository, evaluation, WHY, "For all.")
    app = session("history")

    assert "For all." in texts(app)
    assert "4 Sustained" not in texts(app)


def test_file_without_news_says_so(repository: Repository, evaluation: Assessment) -> None:
    """A copy of what is here has nothing to join."""
    app = start_with(to_json(repository.load(Actor("Sam"), evaluation.id).assessment))

    assert any("nothing to join" in str(info.value) for info in app.info)
    assert "Join it with the one here" not in [button.label for button in app.button]


def captions(app: AppTest) -> str:
    """What is said in small."""
    return "\n".join(str(caption.value) for caption in app.caption).replace("\\", "")


def test_decision_for_theirs_is_a_change_of_its_own_that_says_so(
    joined: AppTest, session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Who decided did not write the words: the text before stands beside it, and can be brought back as another."""
    app = button(session("agree"), "Use theirs (1)").click().run()
    app = app.switch_page("history.py").run()
    app.query_params["of"] = "review"
    app = app.run()
    assert texts(app)[:2] == ["Changed here.", "Changed there."]
    assert ": took what the other copy says" in captions(app)
    app = button(app, "Bring this back (3)").click().run()

    assert repository.load(SAM, evaluation.id).assessment.review.why == "Changed here."
    assert texts(app)[:4] == ["Changed there.", "Changed here.", "Changed here.", "Changed there."]
    assert ": brought an earlier text back" in captions(app)


def test_what_joining_took_over_says_where_it_came_from(
    copy: bytes, session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """In the history with who joined, when they came from this evaluation, and at the foot of every page."""
    app = session("about")
    app = app.switch_page("start.py")
    del app.query_params["evaluation"]
    app.run().file_uploader[0].upload("copy.json", copy, "application/json")
    app = button(app.run(), "Join it with the one here").click().run()

    assert "; taken over from the other copy" in captions(app)
    assert repository.load(SAM, evaluation.id).entries[TESTED].by.startswith("The other copy (joined by ")
    assert "The other copy (joined by " in captions(session("history"))


def test_joining_leads_to_what_is_to_be_decided(joined: AppTest) -> None:
    """The page that comes next has a way to Agree that says how many answers wait there."""
    assert "Decide 1 answer in Agree" in [link.proto.label for link in joined.get("page_link")]


def test_difference_that_is_everybodys_needs_no_name(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Rating apart, what both copies say of the review is decided by whoever is here; who they are is asked below."""
    save(repository, evaluation, EntryKey("evaluation", AGREED, "way"), "apart")
    two_texts(repository, evaluation, WHY)
    app = session("agree")

    assert {"Said here.", "Said there."} <= set(texts(app))
    assert "I am: SENCO" in [one.label for one in app.button]
