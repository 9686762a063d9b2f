"""Where the focus is and what is on screen with it: a page begins at its top, and no bar hides what has the focus."""

import pytest
from playwright.sync_api import Page, expect

from sendself.assessment.begin import copy_of
from sendself.assessment.model import Assessment
from sendself.context.example import example_assessment
from sendself.rubric.duty import Setting
from tests.browser.conftest import PHONE, WIDE, NewPage
from tests.browser.serving import Server
from tests.browser.walking import arrive, until, visit

pytestmark = pytest.mark.browser

WAY = (
    ("Context", "Context"),
    ("Outcomes", "Outcomes for pupils with SEND"),
    ("Leadership", "Leadership of SEND"),
    ("Teaching", "Teaching pupils with SEND"),
    ("Families", "Working with pupils and their families"),
)
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"
HIDDEN = """() => {
  const here = document.activeElement, main = here.closest("[data-testid=stMain]");
  if (!main || here === main) return null;
  const foot = document.querySelector("[data-testid=stBottom]");
  const box = (here.closest("label") ?? here).getBoundingClientRect();
  const top = document.querySelector("[data-testid=stHeader]").getBoundingClientRect().bottom;
  const hidden = !foot.contains(here) && (box.bottom <= top || box.top >= foot.getBoundingClientRect().top);
  return hidden ? here.getAttribute("aria-label") || here.innerText || here.type : "";
}"""
"""The name of what has the focus and is hidden by a bar; empty when it can be seen, `null` outside of the page."""


@pytest.fixture(scope="module")
def example() -> Assessment:
    """The invented mainstream school, as somebody's own: its pages are long."""
    return copy_of(example_assessment(Setting.MAINSTREAM))


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "mouse"])
def test_next_page_begins_at_its_heading(page: Page, server: Server, example: Assessment, by_key: bool) -> None:
    """Whoever goes on from the foot of a page sees and hears the next one from its heading on; so does Back."""
    visit(page, server.keep(copy_of(example)), "about", "About this evaluation")
    for short, title in WAY:
        onward = page.get_by_role("button", name=f"Next: {short}", exact=True)
        if by_key:
            onward.press("Enter")
        else:
            onward.click(delay=80)
        at_its_top(page, title)
    page.get_by_role("link", name="Evidence — done").click(delay=80)
    at_its_top(page, "Evidence")
    page.get_by_role("button", name="Next: Profile").scroll_into_view_if_needed()
    page.go_back()
    at_its_top(page, WAY[-1][1])


def at_its_top(page: Page, title: str) -> None:
    """The page with this title is there, its heading has the focus, and it is not scrolled."""
    arrive(page, title)
    expect(page.get_by_role("heading", level=1, name=title, exact=True)).to_be_focused()
    assert page.evaluate(SCROLLED) == 0


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desk", "phone"])
def test_bars_hide_nothing_that_has_the_focus(
    new_page: NewPage, server: Server, example: Assessment, size: tuple[int, int]
) -> None:
    """With Tab down the page and with Shift+Tab up again, whatever has the focus can be seen."""
    page = new_page(size=size)
    visit(page, server.keep(copy_of(example)), "about", "About this evaluation")
    page.get_by_role("textbox", name="Why do you evaluate your provision now?").focus()
    until(page, lambda: page.evaluate("() => document.querySelector('[data-testid=stMain]').style.scrollPadding"), bool)

    assert hidden_on_the_way(page, "Tab") == []
    page.get_by_role("button", name="Next: Context").focus()
    assert hidden_on_the_way(page, "Shift+Tab") == []


def hidden_on_the_way(page: Page, key: str) -> list[str]:
    """What was hidden when it had the focus, from here to where the key leads out of the page."""
    hidden: list[str] = []
    for step in range(100):
        page.keyboard.press(key)
        name = page.evaluate(HIDDEN)
        if name is None:
            assert step > 20, "the page is not as long as it was"
            return hidden
        hidden += [str(name)] if name else []
    raise AssertionError("the key never led out of the page")
