"""The steps that people take through the app, for tests to walk."""

import re
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from playwright.sync_api import Download, Locator, Page, expect

from sendself.ui.elements.width import NARROW
from sendself.ui.fields.keep_typing import PAUSE_MS
from tests.browser.serving import Server

PATIENCE = 30_000
QUIET = 3 * PAUSE_MS
"""In milliseconds: by then a box has sent what was to be sent, and a page has drawn what was to come of it."""
THOUGHT = PAUSE_MS + 50
"""In milliseconds: so long somebody stops in the middle of a sentence, and the box takes it for the end."""
SAVED = re.compile(r"^Saved \d\d:\d\d")
DOWNSIDE = "Downside Primary School"
DOWNSIDE_URN = 109567

Found = TypeVar("Found")

expect.set_options(timeout=PATIENCE)


def settle(page: Page) -> None:
    """Wait until the server has nothing more to draw."""
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_attached()
    expect(page.locator('[data-testid="stApp"][data-test-connection-state="CONNECTED"]')).to_be_attached()
    expect(page.locator('[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stSpinner"]')).to_have_count(0)


def resize(page: Page, size: tuple[int, int]) -> None:
    """Give the window a size, and wait until the server has drawn the page for one that is as narrow or wide."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    until(page, partial(page.evaluate, "() => window.__sendself?.narrow"), lambda told: told is (size[0] <= NARROW))
    settle(page)


def arrive(page: Page, title: str) -> None:
    """Wait until the page with this title is there, all of it."""
    expect(page.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()
    settle(page)


def visit(page: Page, evaluation: str, step: str, title: str) -> None:
    """Open a step of an evaluation by its address."""
    page.goto(f"/{step}?evaluation={evaluation}")
    arrive(page, title)


def begin_with_downside(page: Page, typed: str) -> str:
    """From Start: find the school, choose it, and begin to rate it together. The id of the new evaluation."""
    page.goto("/")
    page.get_by_role("button", name="New self-evaluation").click()
    arrive(page, "New self-evaluation")
    page.get_by_role("textbox", name="Find your school: name, town, postcode or URN").fill(typed)
    begin = page.get_by_role("button", name=f"Begin with {DOWNSIDE}")
    if not typed.isdigit():
        page.get_by_text(re.compile(f"{DOWNSIDE}, Luton.*URN {DOWNSIDE_URN}")).click()
    page.get_by_text("Rate together", exact=True).click()
    settle(page)
    begin.click()
    arrive(page, "About this evaluation")
    return evaluation_in(page)


def evaluation_in(page: Page) -> str:
    """The id of the evaluation that the address names."""
    found = re.search(r"[?&]evaluation=([^&]+)", page.url)
    assert found, f"no evaluation in {page.url}"
    return found.group(1)


def go_on(page: Page, short: str, title: str) -> None:
    """Press Next, which names the step, and wait for its page."""
    page.get_by_role("button", name=f"Next: {short}", exact=True).click(delay=80)
    arrive(page, title)


def card(page: Page, theme: str) -> Locator:
    """The part of a focus-area page that belongs to a theme, by the theme's id."""
    return page.locator(f".st-key-theme-{theme.replace('.', '-')}")


def rate(page: Page, theme: str, choice: str) -> None:
    """Rate a theme with one click."""
    option = rating(page, theme, choice)
    option.click()
    expect(option).to_be_checked()
    settle(page)


def rating(page: Page, theme: str, choice: str) -> Locator:
    """One choice of a theme."""
    return card(page, theme).get_by_role("radiogroup").first.get_by_role("radio", name=choice, exact=True)


def open_part(page: Page, theme: str, name: str) -> Locator:
    """Open the part of a theme whose summary holds `name`, if it is not open."""
    part = card(page, theme).locator("details").filter(has=page.locator("summary", has_text=name))
    if part.get_attribute("open") is None:
        part.locator("summary").click()
    return part


def type_at_end(page: Page, box: Locator, text: str) -> None:
    """Put the caret behind what stands in a box and type, as a person does."""
    box.click()
    expect(box).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(text, delay=10)


def until(page: Page, look: Callable[[], Found], wanted: Callable[[Found], bool]) -> Found:
    """Look again until what is seen is what is wanted, and give it back; at the end of patience it fails."""
    for _ in range(PATIENCE // 100):
        seen = look()
        if wanted(seen):
            return seen
        page.wait_for_timeout(100)
    raise AssertionError(f"still: {seen!r}")


def open_more(entry: Locator) -> None:
    """On Start open what else can be done with an evaluation, and wait until it has unfolded."""
    entry.locator("summary").click()
    entry.evaluate("entry => Promise.allSettled(entry.getAnimations({subtree: true}).map(one => one.finished))")


def until_saved(
    page: Page, server: Server, evaluation: str, place: tuple[str, str] | tuple[str, str, str], value: str
) -> None:
    """Wait until the database holds this value, as JSON, for (subject, field) or (subject, field, perspective)."""
    until(page, lambda: server.saved(evaluation, *place), lambda kept: kept == value)


def download_pdf(page: Page) -> Download:
    """On Check and send have the PDF made, where the same one is not kept, and download it."""
    make = page.get_by_role("button", name="Make the PDF for the reviewer")
    download = page.get_by_role("button", name="Download the PDF for the reviewer")
    if not download.is_visible():
        make.click()
    with page.expect_download() as begun:
        download.click()
    return begun.value


def foot(page: Page) -> Locator:
    """The line that says what is saved."""
    return page.get_by_test_id("stBottom").get_by_text(re.compile(r"saved?\b", re.IGNORECASE))
