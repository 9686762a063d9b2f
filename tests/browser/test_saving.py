"""Nothing that was typed or chosen is lost, and nothing that somebody else saved is overwritten unseen."""

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute, expect

from sendself.assessment.begin import new_assessment
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from tests.browser.conftest import NewPage
from tests.browser.serving import Server
from tests.browser.walking import (
    QUIET,
    SAVED,
    THOUGHT,
    arrive,
    card,
    foot,
    rate,
    rating,
    settle,
    type_at_end,
    until,
    until_saved,
    visit,
)
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser

ABOUT = "About this evaluation"
AREA, TITLE = "monitoring", "Monitoring and evaluation"
WHY = ("review", "why")
THEME, ANOTHER = "monitoring.interventions", "monitoring.plan-reviews"
RATING = (f"theme:{THEME}", "rating")
NEWER_TEXT = re.compile(r"changed this at \d\d:\d\d while it was open here")
TOO_LONG = "This is too long to keep, or holds something that cannot be kept. Shorten it."


@pytest.fixture
def evaluation(server: Server) -> str:
    """An evaluation in which nothing is answered yet."""
    return server.keep(new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM))


def why(page: Page) -> Locator:
    """A box for prose."""
    return page.get_by_role("textbox", name="Why do you evaluate your provision now?")


def open_about(page: Page, evaluation: str) -> Locator:
    """The page with the box, and the box."""
    visit(page, evaluation, "about", ABOUT)
    return why(page)


def kept_why(server: Server, evaluation: str) -> str:
    """What the database holds of the box."""
    return str(json.loads(server.saved(evaluation, *WHY) or '""'))


def test_text_is_saved_after_a_pause_and_there_after_closing_the_tab(
    new_page: NewPage, server: Server, evaluation: str
) -> None:
    """Whoever types and walks away without a click finds the text again in a new tab."""
    page = new_page()
    type_at_end(page, open_about(page, evaluation), "Typed and left.")
    until_saved(page, server, evaluation, WHY, '"Typed and left."')
    page.close()

    expect(open_about(new_page(), evaluation)).to_have_value("Typed and left.")


def test_reload_in_the_middle_of_typing_loses_nothing(page: Page, server: Server, evaluation: str) -> None:
    """The last characters before a reload are saved by leaving the page."""
    type_at_end(page, open_about(page, evaluation), "Typed, and then")
    until_saved(page, server, evaluation, WHY, '"Typed, and then"')
    page.keyboard.type(" reloaded.", delay=10)
    page.reload()
    arrive(page, ABOUT)

    until_saved(page, server, evaluation, WHY, '"Typed, and then reloaded."')
    page.reload()
    arrive(page, ABOUT)
    expect(why(page)).to_have_value("Typed, and then reloaded.")


def test_tab_closed_in_the_middle_of_a_word_loses_nothing(
    new_page: NewPage, server: Server, evaluation: str, watch: Watch
) -> None:
    """What never reached the server is in this browser: the next tab puts it back and saves it."""
    watch.server_goes_away = True
    page = new_page()
    type_at_end(page, open_about(page, evaluation), "Sent. ")
    until_saved(page, server, evaluation, WHY, '"Sent."')
    server.freeze()
    page.keyboard.type("Never se", delay=10)
    page.close()
    server.restart()
    assert kept_why(server, evaluation) == "Sent."

    page = new_page()
    box = open_about(page, evaluation)
    until_saved(page, server, evaluation, WHY, '"Sent. Never se"')
    expect(box).to_have_value("Sent. Never se")
    expect(page.get_by_text("What you typed here last, before the page was left, is back.")).to_be_visible()
    type_at_end(page, box, "nt.")
    until_saved(page, server, evaluation, WHY, '"Sent. Never sent."')
    until(page, lambda: drafts(page, evaluation), lambda kept: kept == [])


def test_words_left_behind_stand_beside_what_somebody_else_wrote_since(
    new_page: NewPage, server: Server, evaluation: str, watch: Watch
) -> None:
    """They come back into the box, and nothing is saved over the newer text before one is chosen."""
    watch.server_goes_away = True
    page = new_page()
    open_about(page, evaluation)
    server.freeze()
    type_at_end(page, why(page), "Mine.")
    page.close()
    server.restart()
    server.change(evaluation, EntryKey("review", AGREED, "why"), "Theirs.")

    page = new_page()
    open_about(page, evaluation)
    expect(page.get_by_text(NEWER_TEXT)).to_be_visible()
    expect(why(page)).to_have_value("Mine.")
    assert kept_why(server, evaluation) == "Theirs."
    page.get_by_role("button", name="Use theirs").click(delay=80)
    expect(why(page)).to_have_value("Theirs.")
    until(page, lambda: drafts(page, evaluation), lambda kept: kept == [])
    page.wait_for_timeout(QUIET)
    expect(why(page)).to_have_value("Theirs.")


def test_text_that_stands_against_another_is_there_after_looking_elsewhere(
    two_texts: Page, server: Server, evaluation: str
) -> None:
    """Whoever goes to another page before choosing finds both again."""
    two_texts.get_by_role("link", name=re.compile("^Context")).click(delay=80)
    arrive(two_texts, "Context")
    two_texts.get_by_role("link", name=re.compile("^About")).click(delay=80)
    arrive(two_texts, ABOUT)

    expect(two_texts.get_by_text(NEWER_TEXT)).to_be_visible()
    expect(why(two_texts)).to_have_value("Mine.")
    assert kept_why(server, evaluation) == "Theirs."


def test_going_back_in_the_middle_of_typing_loses_nothing(page: Page, server: Server, evaluation: str) -> None:
    """Back in the browser, at once after the last key."""
    visit(page, evaluation, "context", "Context")
    page.get_by_role("link", name=re.compile("^About")).click(delay=80)
    arrive(page, ABOUT)
    type_at_end(page, why(page), "Just before Back.")
    page.go_back()
    arrive(page, "Context")

    until_saved(page, server, evaluation, WHY, '"Just before Back."')
    page.go_forward()
    arrive(page, ABOUT)
    expect(why(page)).to_have_value("Just before Back.")
    until(page, lambda: drafts(page, evaluation), lambda kept: kept == [])


def test_box_that_lags_behind_overwrites_nothing_after_a_restart(
    page: Page, server: Server, evaluation: str, watch: Watch
) -> None:
    """A box that somebody is in, beside a colleague's newer text, is no edit, though the page has shown that text."""
    watch.server_goes_away = True
    box = open_about(page, evaluation)
    box.click()
    server.change(evaluation, EntryKey("review", AGREED, "why"), "Theirs.")
    expect(page.get_by_text(NEWER_TEXT)).to_be_visible()
    expect(box).to_have_value("")
    server.restart()
    settle(page)
    # The box is closed while the server is away: after that nobody is in it any more, and it may follow.
    expect(page.get_by_text("Theirs.", exact=True).first).to_be_visible()
    page.get_by_role("textbox", name="What do you want the reviewer to test?").fill("Our own words.")
    until_saved(page, server, evaluation, ("review", "wants_tested"), '"Our own words."')

    assert kept_why(server, evaluation) == "Theirs."
    expect(box).to_have_value("Theirs.")


def hearing_until_told(page: Page) -> Callable[[], None]:
    """Stand between a page and the server: from the call on the page hears nothing more, and goes on being heard."""
    deaf: list[bool] = []

    def connect(socket: WebSocketRoute) -> None:
        there = socket.connect_to_server()
        there.on_message(lambda said: None if deaf else socket.send(said))

    page.route_web_socket(re.compile("_stcore/stream"), connect)
    return lambda: deaf.append(True)


def drafts(page: Page, evaluation: str) -> list[str]:
    """The boxes of an evaluation of which this browser keeps unsent words."""
    kept: list[str] = page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('sendself draft'))")
    return [name for name in kept if evaluation in name]


def test_leaving_by_the_task_list_in_the_middle_of_typing_loses_nothing(
    page: Page, server: Server, evaluation: str
) -> None:
    """A click on another step saves what was just typed."""
    type_at_end(page, open_about(page, evaluation), "Just before leaving.")
    page.get_by_role("link", name=re.compile("^Context")).click(delay=80)
    arrive(page, "Context")

    until_saved(page, server, evaluation, WHY, '"Just before leaving."')


def test_typing_on_while_it_is_saved_keeps_focus_caret_and_every_character(
    page: Page, server: Server, evaluation: str
) -> None:
    """A save in the middle of a text neither moves the caret nor swallows a key."""
    box = open_about(page, evaluation)
    type_at_end(page, box, "first last")
    until_saved(page, server, evaluation, WHY, '"first last"')
    for _ in " last":
        page.keyboard.press("ArrowLeft")
    page.keyboard.type(" one", delay=10)
    until_saved(page, server, evaluation, WHY, '"first one last"')

    assert box.evaluate("box => [document.activeElement === box, box.selectionStart]") == [True, len("first one")]
    for word in (" two", " three", " four"):
        page.keyboard.type(word, delay=120)
        page.wait_for_timeout(THOUGHT)
    until_saved(page, server, evaluation, WHY, '"first one two three four last"')
    expect(box).to_be_focused()
    expect(box).to_have_value("first one two three four last")


def test_text_and_first_edits_survive_a_server_that_died(
    page: Page, server: Server, evaluation: str, watch: Watch
) -> None:
    """Killed in mid-edit and started again: what was typed is kept, and the first edits after it are saved."""
    watch.server_goes_away = True
    box = open_about(page, evaluation)
    type_at_end(page, box, "Before. ")
    until_saved(page, server, evaluation, WHY, '"Before."')
    page.keyboard.type("While it died.", delay=5)
    server.restart()

    until_saved(page, server, evaluation, WHY, '"Before. While it died."')
    expect(box).to_be_enabled()
    expect(box).to_have_value("Before. While it died.")
    type_at_end(page, box, " After.")
    until_saved(page, server, evaluation, WHY, '"Before. While it died. After."')


def test_first_rating_after_a_restart_is_saved(page: Page, server: Server, evaluation: str, watch: Watch) -> None:
    """A click on a page that an earlier server had drawn is saved by the new one."""
    watch.server_goes_away = True
    visit(page, evaluation, AREA, TITLE)
    rate(page, THEME, "2 Developing")
    until_saved(page, server, evaluation, RATING, "2")
    server.restart()
    settle(page)
    rating(page, THEME, "3 Established").click()

    until_saved(page, server, evaluation, RATING, "3")
    expect(rating(page, THEME, "3 Established")).to_be_checked()


def test_stale_tab_after_a_restart_overwrites_nothing(
    new_page: NewPage, server: Server, evaluation: str, watch: Watch
) -> None:
    """A tab that had not seen the newest text still does not overwrite it when the server forgot what it had seen.

    Nor does it when the other tab was closed before it heard that its words were saved, and left them behind.
    """
    watch.server_goes_away = True
    stale, fresh = new_page(), new_page()
    type_at_end(stale, open_about(stale, evaluation), "Old text.")
    until_saved(stale, server, evaluation, WHY, '"Old text."')
    deafen = hearing_until_told(fresh)
    box = open_about(fresh, evaluation)
    deafen()
    type_at_end(fresh, box, " New text.")
    until_saved(fresh, server, evaluation, WHY, '"Old text. New text."')
    fresh.close()
    assert drafts(stale, evaluation)
    server.restart()
    settle(stale)
    until(stale, lambda: drafts(stale, evaluation), lambda kept: kept == [])
    type_at_end(stale, why(stale), " Stale edit.")

    # Boxes cannot be typed in while the server is away: one that nobody is in may have followed before the edit.
    both, followed = ("Old text. Stale edit.", 1), ("Old text. New text. Stale edit.", 0)
    seen = until(
        stale,
        lambda: (why(stale).input_value(), stale.get_by_text(NEWER_TEXT).count()),
        lambda found: found in (both, followed),
    )
    assert kept_why(server, evaluation) == "Old text. New text." or seen == followed


@pytest.fixture
def two_texts(page: Page, server: Server, evaluation: str) -> Page:
    """A tab whose text stands against one that somebody else saved meanwhile."""
    page.route("**/news*", lambda route: route.fulfill(json={"news": False}))
    box = open_about(page, evaluation)
    server.change(evaluation, EntryKey("review", AGREED, "why"), "Theirs.")
    type_at_end(page, box, "Mine.")
    expect(page.get_by_text(NEWER_TEXT)).to_be_visible()
    return page


def test_two_tabs_on_one_text_show_both(two_texts: Page, server: Server, evaluation: str) -> None:
    """The later one is told, keeps its own text in the box, sees the other, and nothing is overwritten."""
    expect(why(two_texts)).to_have_value("Mine.")
    expect(two_texts.get_by_text("Theirs.", exact=True)).to_be_visible()
    expect(foot(two_texts)).to_have_text("Not all is saved: see where somebody else changed the same text.")
    assert kept_why(server, evaluation) == "Theirs."


@pytest.mark.parametrize(
    ("button", "text"), [("Use theirs", "Theirs."), ("Keep mine", "Mine."), ("Join both", "Theirs.\n\nMine.")]
)
def test_conflict_is_settled_by_a_button(
    two_texts: Page, server: Server, evaluation: str, button: str, text: str
) -> None:
    """Each way to go on leaves its text in the box and in the database, and one can type on."""
    two_texts.get_by_role("button", name=button).click(delay=80)

    until(two_texts, lambda: kept_why(server, evaluation), lambda kept: kept == text)
    expect(why(two_texts)).to_have_value(text)
    expect(two_texts.get_by_text(NEWER_TEXT)).to_have_count(0)
    expect(foot(two_texts)).to_have_text(SAVED)
    type_at_end(two_texts, why(two_texts), " On.")
    until(two_texts, lambda: kept_why(server, evaluation), lambda kept: kept == f"{text} On.")


def test_rating_from_another_tab_appears_where_it_was_not_touched(
    new_page: NewPage, server: Server, evaluation: str
) -> None:
    """A choice that nobody touched here follows the other tab as soon as anything is done here."""
    here, there = new_page(), new_page()
    visit(here, evaluation, AREA, TITLE)
    visit(there, evaluation, AREA, TITLE)
    rate(there, THEME, "4 Sustained")
    until_saved(there, server, evaluation, RATING, "4")
    rate(here, ANOTHER, "1 Not yet in place")

    expect(rating(here, THEME, "4 Sustained")).to_be_checked()
    assert server.saved(evaluation, *RATING) == "4"


@pytest.mark.parametrize(("button", "level"), [("Use theirs", 4), ("Keep mine", 2)])
def test_two_who_rate_one_theme_at_the_same_time_see_both(
    new_page: NewPage, server: Server, evaluation: str, button: str, level: int
) -> None:
    """The later one sees the other level beside her own; nothing is overwritten before one of them is chosen."""
    mine, theirs = new_page(), new_page()
    # Hers is chosen while she cannot hear of theirs.
    mine.route("**/news?*", lambda route: route.fulfill(json={"news": False}))
    visit(mine, evaluation, AREA, TITLE)
    visit(theirs, evaluation, AREA, TITLE)
    rate(theirs, THEME, "4 Sustained")
    until_saved(theirs, server, evaluation, RATING, "4")
    rating(mine, THEME, "2 Developing").click()

    expect(card(mine, THEME).get_by_text(NEWER_TEXT)).to_be_visible()
    expect(card(mine, THEME).get_by_text("4 Sustained", exact=True).last).to_be_visible()
    expect(rating(mine, THEME, "2 Developing")).to_be_checked()
    expect(foot(mine)).to_have_text("Not all is saved: see where somebody else changed the same text.")
    assert server.saved(evaluation, *RATING) == "4"

    card(mine, THEME).get_by_role("button", name=button).click(delay=80)
    until_saved(mine, server, evaluation, RATING, str(level))
    expect(rating(mine, THEME, f"{level} {'Sustained' if level == 4 else 'Developing'}")).to_be_checked()
    expect(mine.get_by_text(NEWER_TEXT)).to_have_count(0)
    expect(foot(mine)).to_have_text(SAVED)


def test_text_that_is_pasted_past_the_most_that_is_kept_stays_and_is_explained(
    page: Page, server: Server, evaluation: str
) -> None:
    """A line of 480 characters stays whole in its box, is no conflict with itself, and is saved once it is shorter."""
    place = ("review", "reviewer")
    open_about(page, evaluation)
    box = page.get_by_role("textbox", name="The reviewer's name and school")
    box.fill("x" * 480)
    expect(page.get_by_text(TOO_LONG)).to_be_visible()
    expect(box).to_have_value("x" * 480)
    assert server.saved(evaluation, *place) is None

    box.fill("y" * 290)
    until_saved(page, server, evaluation, place, json.dumps("y" * 290))
    type_at_end(page, box, " and another sentence.")
    expect(page.get_by_text(TOO_LONG)).to_be_visible()
    # What is still not saved is sent once more.
    page.wait_for_timeout(2 * QUIET)
    expect(box).to_have_value("y" * 290 + " and another sentence.")
    expect(page.get_by_text(NEWER_TEXT)).to_have_count(0)
    expect(page.get_by_text("What you typed here last")).to_have_count(0)


def test_second_click_clears_a_rating(page: Page, server: Server, evaluation: str) -> None:
    """A rating can be taken back, and the theme counts as not answered again."""
    visit(page, evaluation, AREA, TITLE)
    rate(page, THEME, "2 Developing")
    rating(page, THEME, "2 Developing").click()

    until_saved(page, server, evaluation, RATING, "null")
    expect(page.get_by_text("0 of 4 themes answered.")).to_be_visible()


def test_saved_is_said_only_of_what_the_database_holds(page: Page, server: Server, evaluation: str) -> None:
    """When the line with the time of saving changes, another program already reads the text from the file."""
    with closing(sqlite3.connect(server.database, timeout=20)) as connection, connection:
        connection.execute("UPDATE entries SET at = '2026-01-05 09:07:00' WHERE assessment = ?", (evaluation,))
    box = open_about(page, evaluation)
    expect(foot(page)).to_have_text("Saved on 5 January 2026 at 09:07 by Sam")
    type_at_end(page, box, "Text.")
    page.wait_for_function(
        "() => ![...document.querySelectorAll('[data-testid=stBottom] p')].some(p => p.innerText.includes('09:07'))"
    )

    assert kept_why(server, evaluation) == "Text."
    expect(foot(page)).to_have_text(SAVED)


def test_locked_database_is_told_and_the_text_saved_later(page: Page, server: Server, evaluation: str) -> None:
    """While another program keeps the file to itself the page says Not saved; afterwards the next edit saves all."""
    box = open_about(page, evaluation)
    with closing(sqlite3.connect(server.database, timeout=20, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        type_at_end(page, box, "Held up.")
        expect(foot(page)).to_contain_text("Not saved. Another program is using")
        assert kept_why(server, evaluation) == ""
        expect(box).to_have_value("Held up.")
        other.execute("ROLLBACK")
    type_at_end(page, box, " And saved.")

    until_saved(page, server, evaluation, WHY, '"Held up. And saved."')
    expect(foot(page)).to_have_text(SAVED)


def test_database_kept_by_another_program_leaves_the_page_and_the_level(
    new_page: NewPage, server: Server, evaluation: str
) -> None:
    """Nobody can even read it: the page stays with the level that was chosen, which is saved without another click.

    A page that is opened meanwhile says that the data is out of reach, and comes by itself afterwards.
    """
    page, late = new_page(), new_page()
    visit(page, evaluation, AREA, TITLE)
    with closing(sqlite3.connect(server.database, timeout=20, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        rating(page, THEME, "2 Developing").click()
        expect(page.get_by_text("sendself cannot reach its data just now.")).to_be_visible()
        expect(foot(page)).to_contain_text("Not saved. Another program is using")
        expect(page.get_by_role("heading", level=1, name=TITLE, exact=True)).to_be_visible()
        expect(rating(page, THEME, "2 Developing")).to_be_checked()
        late.goto(f"/{AREA}?evaluation={evaluation}")
        expect(late.get_by_role("heading", level=1, name="sendself cannot reach its data just now")).to_be_visible()
        expect(late.get_by_role("button", name="Try again")).to_be_visible()
        expect(late.get_by_text("No self-evaluation is open")).to_have_count(0)
        other.execute("ROLLBACK")
    until_saved(page, server, evaluation, RATING, "2")

    expect(foot(page)).to_have_text(SAVED)
    expect(page.get_by_text("sendself cannot reach its data just now.")).to_have_count(0)
    arrive(late, TITLE)
    expect(rating(late, THEME, "2 Developing")).to_be_checked()
