"""A colleague's newer text comes into the boxes that nobody here has touched, and disturbs nobody in another."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from sendself.assessment.begin import new_assessment
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from tests.browser.conftest import NewPage
from tests.browser.serving import Server
from tests.browser.walking import QUIET, SAVED, arrive, foot, settle, type_at_end, until, until_saved, visit
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser

ABOUT = "About this evaluation"
WHY, TESTED = EntryKey("review", AGREED, "why"), EntryKey("review", AGREED, "wants_tested")
REVIEWER = EntryKey("review", AGREED, "reviewer")
NEWER_TEXT = re.compile(r"changed this at \d\d:\d\d while it was open here")

Change = Callable[[EntryKey, str], None]


@pytest.fixture
def evaluation(server: Server) -> str:
    """An evaluation in which nothing is answered yet."""
    return server.keep(new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM))


@pytest.fixture
def about(page: Page, evaluation: str) -> Page:
    """The page with three boxes of text."""
    visit(page, evaluation, "about", ABOUT)
    return page


@pytest.fixture
def theirs(server: Server, evaluation: str) -> Change:
    """Save a text as somebody else."""
    return lambda key, text: server.change(evaluation, key, text)


def why(page: Page) -> Locator:
    """A box for prose."""
    return page.get_by_role("textbox", name="Why do you evaluate your provision now?")


def wanted(page: Page) -> Locator:
    """Another."""
    return page.get_by_role("textbox", name="What do you want the reviewer to test?")


def reviewer(page: Page) -> Locator:
    """A box for one line."""
    return page.get_by_role("textbox", name="The reviewer's name and school")


def texts(server: Server, evaluation: str, key: EntryKey) -> list[str]:
    """Every text that a field has had, the oldest first."""
    query = (
        "SELECT value FROM history WHERE assessment = ? AND subject = ? AND perspective = ? AND field = ? ORDER BY seq"
    )
    return [json.loads(row[0]) for row in server.rows(query, evaluation, key.subject, key.perspective, key.field)]


def test_untouched_boxes_show_what_a_colleague_saves(
    about: Page, theirs: Change, server: Server, evaluation: str
) -> None:
    """Prose and a line, again and again; nothing is saved by that, nothing is asked, and one can type on from there."""
    for word in ("Theirs.", "Theirs, once more."):
        theirs(WHY, word)
        theirs(REVIEWER, word)
        expect(why(about)).to_have_value(word)
        expect(reviewer(about)).to_have_value(word)
    settle(about)
    expect(about.get_by_text(NEWER_TEXT)).to_have_count(0)
    expect(foot(about)).to_have_text(SAVED)
    assert texts(server, evaluation, WHY) == ["Theirs.", "Theirs, once more."]
    type_at_end(about, why(about), " Mine.")

    until_saved(about, server, evaluation, (WHY.subject, WHY.field), '"Theirs, once more. Mine."')
    expect(about.get_by_text(NEWER_TEXT)).to_have_count(0)


def test_whoever_types_in_another_box_is_not_disturbed(
    about: Page, theirs: Change, server: Server, evaluation: str
) -> None:
    """Focus, caret and words stay while the box above follows."""
    type_at_end(about, wanted(about), "first last")
    for _ in " last":
        about.keyboard.press("ArrowLeft")
    theirs(WHY, "Theirs.")
    # Slow enough for the news to come between two keys.
    about.keyboard.type(" one two three", delay=160)
    expect(why(about)).to_have_value("Theirs.")

    expect(wanted(about)).to_be_focused()
    expect(wanted(about)).to_have_value("first one two three last")
    caret = len("first one two three")
    assert wanted(about).evaluate("box => [box.selectionStart, box.selectionEnd]") == [caret, caret]
    until_saved(about, server, evaluation, (TESTED.subject, TESTED.field), '"first one two three last"')


def test_box_that_somebody_is_in_keeps_its_text_until_it_is_left(about: Page, theirs: Change) -> None:
    """The newer text stands beside it with a button; it comes into the box as soon as that is left unchanged."""
    why(about).click()
    theirs(WHY, "Theirs.")
    expect(about.get_by_text(NEWER_TEXT)).to_be_visible()
    expect(why(about)).to_be_focused()
    expect(why(about)).to_have_value("")
    wanted(about).click()

    expect(why(about)).to_have_value("Theirs.")
    expect(about.get_by_text(NEWER_TEXT)).to_have_count(0)
    expect(wanted(about)).to_be_focused()


def test_words_begun_as_the_newer_text_arrives_stand_beside_it(
    about: Page, theirs: Change, server: Server, evaluation: str
) -> None:
    """Whoever was quicker keeps their words in the box; nothing is saved over the newer ones."""
    why(about).click()
    theirs(WHY, "Theirs.")
    about.keyboard.type("Mine.", delay=150)
    wanted(about).click()

    expect(about.get_by_text(NEWER_TEXT)).to_be_visible()
    about.wait_for_timeout(QUIET)
    expect(why(about)).to_have_value("Mine.")
    assert texts(server, evaluation, WHY) == ["Theirs."]
    about.get_by_role("button", name="Join both").click(delay=80)
    until_saved(about, server, evaluation, (WHY.subject, WHY.field), json.dumps("Theirs.\n\nMine."))


def test_words_taken_back_again_are_no_reason_to_stay_behind(about: Page, theirs: Change) -> None:
    """A box that was typed in and holds what was saved, as it did before, follows."""
    type_at_end(about, why(about), "x")
    about.keyboard.press("Backspace")
    wanted(about).click()
    theirs(WHY, "Theirs.")

    expect(why(about)).to_have_value("Theirs.")


def test_own_saved_words_follow_what_a_colleague_makes_of_them(
    about: Page, theirs: Change, server: Server, evaluation: str
) -> None:
    """Once saved and left they are an untouched text."""
    type_at_end(about, why(about), "Mine. ")
    until_saved(about, server, evaluation, (WHY.subject, WHY.field), '"Mine."')
    wanted(about).click()
    theirs(WHY, "Mine, and theirs.")

    expect(why(about)).to_have_value("Mine, and theirs.")
    about.reload()
    arrive(about, ABOUT)
    expect(why(about)).to_have_value("Mine, and theirs.")
    expect(about.get_by_text(NEWER_TEXT)).to_have_count(0)


def test_box_follows_after_the_server_was_away(
    about: Page, theirs: Change, server: Server, evaluation: str, watch: Watch
) -> None:
    """What was saved while it was down comes as well, and what had come before it died is no edit."""
    watch.server_goes_away = True
    theirs(WHY, "Before.")
    expect(why(about)).to_have_value("Before.")
    server.kill()
    theirs(WHY, "Meanwhile.")
    theirs(REVIEWER, "Meanwhile.")
    server.start()

    expect(why(about)).to_have_value("Meanwhile.")
    expect(reviewer(about)).to_have_value("Meanwhile.")
    settle(about)
    expect(about.get_by_text(NEWER_TEXT)).to_have_count(0)
    assert texts(server, evaluation, WHY) == ["Before.", "Meanwhile."]
    type_at_end(about, why(about), " On.")
    until_saved(about, server, evaluation, (WHY.subject, WHY.field), '"Meanwhile. On."')


def test_two_tabs_of_one_browser_follow_each_other(new_page: NewPage, server: Server, evaluation: str) -> None:
    """To and fro, with all that either types, and nothing is left in the browser."""
    one, other = new_page(), new_page()
    for page in (one, other):
        visit(page, evaluation, "about", ABOUT)
    text = ""
    for page, there in ((one, other), (other, one), (one, other)):
        type_at_end(page, why(page), " Word.")
        text = f"{text} Word.".strip()
        until_saved(page, server, evaluation, (WHY.subject, WHY.field), json.dumps(text))
        wanted(page).click()
        expect(why(there)).to_have_value(re.compile(rf"^\s*{re.escape(text)}\s*$"))

    assert texts(server, evaluation, WHY) == ["Word.", "Word. Word.", "Word. Word. Word."]
    kept = "Object.keys(localStorage).filter(key => key.startsWith('sendself draft'))"
    until(one, lambda: [key for key in one.evaluate(kept) if evaluation in key], lambda found: found == [])
