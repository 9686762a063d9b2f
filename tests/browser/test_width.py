"""A page follows the width of its window, whatever the browser calls itself, and nothing typed is lost by that."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from sendself.assessment.begin import copy_of
from sendself.assessment.plan import by_due_date
from sendself.assessment.uk_clock import uk_date
from sendself.assessment.words import ACTION_STATUS_NAMES
from sendself.context.example import example_assessment
from sendself.rubric.duty import Setting
from tests.browser.conftest import PHONE, WIDE, NewPage
from tests.browser.serving import Server
from tests.browser.walking import QUIET, resize, type_at_end, until, until_saved, visit

pytestmark = pytest.mark.browser

WATCH_TABLES = """(() => {
  window.tables = 0;
  new MutationObserver(() => { window.tables = Math.max(window.tables, document.querySelectorAll("table").length); })
    .observe(document, { subtree: true, childList: true });
})()"""


def actions(page: Page) -> Locator:
    """The list of actions that a narrow window has."""
    return page.get_by_test_id("stMain").get_by_role("listitem").filter(has_text=re.compile("^Due: "))


def test_timetable_is_a_list_in_a_narrow_window(new_page: NewPage, server: Server) -> None:
    """Every action with its day, who does it and its status, the one due first on top; where there is room, a table."""
    kept = copy_of(example_assessment(Setting.MAINSTREAM))
    page = new_page(size=PHONE)
    visit(page, server.keep(kept), "timetable", "Timetable")
    first, *_ = due = [action for action in by_due_date(kept) if action.due]
    assert first.due

    expect(actions(page)).to_have_count(len(due))
    expect(actions(page).first).to_contain_text(f"Due: {uk_date(first.due)}. {first.what}")
    expect(actions(page).first).to_contain_text(f"Who: {first.owner}; Status: {ACTION_STATUS_NAMES[first.status]}")
    expect(page.get_by_role("table")).to_have_count(0)
    resize(page, WIDE)
    expect(page.get_by_role("table")).to_have_count(1)
    expect(actions(page)).to_have_count(0)


def test_turning_the_window_loses_nothing_typed(page: Page, server: Server) -> None:
    """Words in the middle of being typed stay in their box with the focus, and are saved."""
    evaluation = server.keep(copy_of(example_assessment(Setting.MAINSTREAM)))
    visit(page, evaluation, "about", "About this evaluation")
    box = page.get_by_role("textbox", name="Why do you evaluate your provision now?")
    box.fill("")
    type_at_end(page, box, "First half, ")
    resize(page, PHONE)
    expect(box).to_be_focused()
    page.keyboard.type("second half.")
    resize(page, WIDE)

    expect(box).to_have_value("First half, second half.")
    until_saved(page, server, evaluation, ("review", "why"), '"First half, second half."')


def test_opening_a_page_in_a_narrow_window_changes_nothing(new_page: NewPage, server: Server) -> None:
    """The page is drawn again as soon as its width is known: by then its boxes stand, and none is taken for emptied."""
    kept = copy_of(example_assessment(Setting.MAINSTREAM))
    evaluation = server.keep(kept)
    page = new_page(size=PHONE)
    visit(page, evaluation, "about", "About this evaluation")
    resize(page, PHONE)
    type_at_end(page, page.get_by_role("textbox", name="What do you want the reviewer to test?"), " And this.")

    until(page, lambda: server.kept(evaluation), lambda now: now != kept)
    assert server.kept(evaluation).participants == kept.participants
    assert server.kept(evaluation).school == kept.school


def test_width_is_not_told_while_a_click_is_on_its_way(new_page: NewPage, server: Server) -> None:
    """What is told as another page is asked for would lead back to the page with the button: it waits, and is told."""
    page = new_page(size=WIDE)
    visit(page, server.keep(copy_of(example_assessment(Setting.MAINSTREAM))), "context", "Context")
    page.wait_for_timeout(1_000)
    page.get_by_role("heading", level=1).hover()
    page.mouse.down()
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.wait_for_timeout(300)

    assert page.evaluate("() => window.__sendself.narrow") is False
    page.mouse.up()
    until(page, lambda: page.evaluate("() => window.__sendself.narrow"), bool)


def test_page_opened_again_in_a_narrow_window_is_narrow_at_once(new_page: NewPage, server: Server) -> None:
    """A window that was narrow when it was used last is not drawn wide first: there is never a table in it."""
    evaluation = server.keep(copy_of(example_assessment(Setting.MAINSTREAM)))
    page = new_page(size=PHONE)
    visit(page, evaluation, "about", "About this evaluation")
    page.add_init_script(WATCH_TABLES)
    visit(page, evaluation, "timetable", "Timetable")

    expect(actions(page).first).to_be_visible()
    page.wait_for_timeout(QUIET)
    assert page.evaluate("() => window.tables") == 0
    resize(page, WIDE)
    expect(page.get_by_role("table")).to_have_count(1)
    assert page.evaluate("() => window.tables") == 1
