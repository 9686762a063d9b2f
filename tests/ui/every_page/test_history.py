"""Who changed what, on screen: what each may see, how far it reaches, and bringing an earlier text back."""

from streamlit.testing.v1 import AppTest

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.storage.kept import Actor, Change
from sendself.storage.repository import Repository
from tests.ui.agree.agreeing import ONE, TWO, agree, begin, page_words
from tests.ui.conftest import SAM, Session, press, save, ways

HEAD = Actor("Head")
WHY = EntryKey("review", AGREED, "why")
STRENGTHS = EntryKey(f"theme:{ONE.id}", AGREED, "strengths")


def write(repository: Repository, evaluation: Assessment, who: Actor, key: EntryKey, value: object) -> None:
    """Save a value as somebody."""
    there = repository.load(SAM, evaluation.id).entries.get(key)
    version = there.version if there else 0
    assert repository.save(who, evaluation.id, [Change(key, value, version, f"{key.text}-{version}"[-60:])])


def history(app: AppTest, of: str = "") -> AppTest:
    """The history page, of one subject or of all."""
    app.switch_page("history.py")
    if of:
        app.query_params["of"] = of
    return app.run()


def test_private_writes_of_others_push_nothing_out(repository: Repository) -> None:
    """After sixty writes of the Head, the SENCO still finds their own, and nothing tells of the Head's."""
    evaluation = begin(repository)
    save(repository, evaluation, EntryKey(f"theme:{ONE.id}", "senco", "strengths"), "Hers.")
    for number in range(60):
        write(repository, evaluation, HEAD, EntryKey(f"theme:{TWO.id}", "slt", "strengths"), f"His {number}.")
    words = page_words(history(agree(evaluation)))

    assert "Hers." in words
    assert "His" not in words
    assert "changes in all" in words
    assert "His 59." in page_words(history(agree(evaluation, you="p2")))


def test_older_changes_are_one_press_away(repository: Repository, evaluation: Assessment, session: Session) -> None:
    """However much was changed since, the first text of a colleague is found and can be brought back."""
    write(repository, evaluation, HEAD, WHY, "The colleague's good text.")
    for number in range(30):
        write(repository, evaluation, (SAM, HEAD)[number % 2], WHY, f"Typed {number}.")
    app = history(session("about"))
    assert "good text" not in page_words(app)
    press(app, "Show older")

    assert "good text" in page_words(app)
    press(app, "Bring this back (31)")
    assert repository.load(SAM, evaluation.id).assessment.review.why == "The colleague's good text."


def test_saves_of_one_box_are_one_step_with_the_whole_within_reach(
    repository: Repository, evaluation: Assessment, session: Session
) -> None:
    """What stood before the first and what the last left is shown; each save between comes when it is asked for."""
    write(repository, evaluation, HEAD, WHY, "The colleague's.")
    for number in range(5):
        write(repository, evaluation, SAM, WHY, f"Typed {number}.")
    app = history(session("about"), WHY.subject)

    assert [text.value for text in app.text][:3] == ["The colleague's.", "Typed 4.", "The colleague's."]
    app.toggle[0].set_value(True).run()
    press(app, "Bring this back (1.3)")
    assert repository.load(SAM, evaluation.id).assessment.review.why == "Typed 2."


def test_press_on_a_page_that_is_out_of_date_brings_nothing_back(
    repository: Repository, evaluation: Assessment, session: Session
) -> None:
    """Somebody saved meanwhile: their text stays, and is shown."""
    write(repository, evaluation, HEAD, WHY, "First.")
    write(repository, evaluation, SAM, WHY, "Second.")
    app = history(session("about"))
    write(repository, evaluation, HEAD, WHY, "Newer.")
    press(app, "Bring this back (2)")

    assert repository.load(SAM, evaluation.id).assessment.review.why == "Newer."
    assert "Newer." in page_words(app)


def test_agreed_answer_leads_to_its_earlier_texts(repository: Repository) -> None:
    """In Agree each theme has a way to who changed it, and an earlier agreed text comes back from there."""
    evaluation = begin(repository, one={"senco": 2, "slt": 4})
    write(repository, evaluation, HEAD, STRENGTHS, "First.")
    write(repository, evaluation, SAM, STRENGTHS, "Second.")
    app = agree(evaluation)
    ways(app)[f"Earlier texts: {ONE.title}"].click().run()
    assert app.query_params["of"] == f"theme:{ONE.id}"
    history(app, f"theme:{ONE.id}")

    assert app.title[0].value == f"Who changed what: {ONE.title}"
    press(app, "Bring this back (2)")
    assert repository.load(SAM, evaluation.id).assessment.answer(ONE.id).strengths == "First."


def test_change_says_which_item_it_is_of(repository: Repository, evaluation: Assessment, session: Session) -> None:
    """An action is called by its words, a day as the UK writes it."""
    save(repository, evaluation, EntryKey("action:a1", AGREED, "what"), "Train all staff")
    save(repository, evaluation, EntryKey("action:a1", AGREED, "due"), "2027-06-01")
    words = page_words(history(session("about"), "action:a1"))

    assert "Action “Train all staff”: due" in words
    assert "1 June 2027" in words
