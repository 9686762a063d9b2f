"""The journey without a mouse: Tab, arrows, Space and Enter reach everything."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sendself.report.record import extract
from tests.browser.serving import Server
from tests.browser.walking import DOWNSIDE, arrive, evaluation_in, rating, settle, until_saved

pytestmark = pytest.mark.browser

MOST_TABS = 150
FOCUSED = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return "";
  const group = here.closest("[role=radiogroup]");
  const own = here.getAttribute("aria-label") || [...(here.labels || [])].map(one => one.innerText).join(" ");
  const heard = here.cloneNode(true);
  heard.querySelectorAll("[aria-hidden=true]").forEach(one => one.remove());
  return [group && group.getAttribute("aria-label"), own || heard.textContent].filter(Boolean).join(": ");
}"""
WATCH_BARS = """() => {
  window.bars = new Set();
  new MutationObserver(() => document.querySelectorAll("[role=progressbar]").forEach(
    bar => window.bars.add(bar.getAttribute("aria-valuenow"))
  )).observe(document.body, { subtree: true, childList: true, attributes: true });
}"""
THEMES = {
    "outcomes.english-and-maths": "Progress in English and maths",
    "outcomes.parent-contributions": "What parents add to progress",
    "outcomes.work-across-subjects": "Progress across subjects and years",
}


def tab_to(page: Page, name: str, *, back: bool = False) -> None:
    """Press Tab until what has this name, or begins with it, has the focus."""
    seen: list[str] = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        here = str(page.evaluate(FOCUSED)).strip()
        if here.startswith(name):
            return
        seen.append(here)
    raise AssertionError(f"Tab never came to {name!r}, but to {seen}")


def press_on(page: Page, name: str, key: str = "Enter", *, back: bool = False) -> None:
    """Go to something by Tab and press a key on it."""
    tab_to(page, name, back=back)
    page.keyboard.press(key)


def find_school(page: Page) -> str:
    """From Start to a new evaluation of a school found by its name."""
    page.goto("/")
    arrive(page, "Evaluate your SEND provision")
    press_on(page, "New self-evaluation")
    arrive(page, "New self-evaluation")
    tab_to(page, "Find your school")
    page.keyboard.type("downside luton")
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio").first).to_be_visible()
    settle(page)
    choose_radio(page, DOWNSIDE)
    tab_to(page, "How do you rate the themes?")
    page.keyboard.press("ArrowDown")
    settle(page)
    expect(page.get_by_role("radio", name="Rate together")).to_be_checked()
    press_on(page, f"Begin with {DOWNSIDE}")
    arrive(page, "About this evaluation")
    return evaluation_in(page)


def choose_radio(page: Page, name: str) -> None:
    """Tab into a group of radio buttons and choose one by arrows and Space."""
    page.keyboard.press("Tab")
    for _ in range(MOST_TABS):
        if page.evaluate("() => document.activeElement.type") == "radio":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    settle(page)
    for _ in range(12):
        if DOWNSIDE in str(page.evaluate(FOCUSED)):
            break
        page.keyboard.press("ArrowDown")
        settle(page)
    expect(page.get_by_role("button", name=f"Begin with {name}")).to_be_visible()


def rate_three_themes(page: Page, server: Server, evaluation: str) -> None:
    """One tab stop for each theme; arrows move and Space chooses."""
    for steps, (theme, title) in enumerate(THEMES.items(), 1):
        tab_to(page, f"Where are we with: {title}?")
        for _ in range(steps):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Space")
        until_saved(page, server, evaluation, (f"theme:{theme}", "rating"), str(steps + 1))
        settle(page)
        option = rating(page, theme, f"{steps + 1} {('Developing', 'Established', 'Sustained')[steps - 1]}")
        expect(option).to_be_checked()
        expect(option).to_be_focused()


def write_note(page: Page, server: Server, evaluation: str) -> None:
    """Open the part for words of the third theme, write, and go back to what was before it."""
    press_on(page, "Strengths, areas for development, evidence: Progress across subjects", "Enter")
    tab_to(page, "Strengths")
    page.keyboard.type("Written by keyboard.")
    until_saved(
        page, server, evaluation, ("theme:outcomes.work-across-subjects", "strengths"), '"Written by keyboard."'
    )
    tab_to(page, "Where are we with: Progress across subjects and years?", back=True)


def test_journey_with_the_keyboard_alone(page: Page, server: Server, tmp_path: Path) -> None:
    """Find the school, begin, rate three themes, write a note, and download the PDF, all without a mouse."""
    evaluation = find_school(page)
    press_on(page, "Next: Context", back=True)
    arrive(page, "Context")
    press_on(page, "Next: Outcomes", back=True)
    arrive(page, "Outcomes for pupils with SEND")
    rate_three_themes(page, server, evaluation)
    write_note(page, server, evaluation)
    press_on(page, "Check and send", back=True)
    arrive(page, "Check and send")
    tab_to(page, "Make the PDF for the reviewer")
    page.evaluate(WATCH_BARS)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="The PDF is ready")).to_be_visible()
    settle(page)
    told = [int(share) for share in page.evaluate("() => [...window.bars]")]
    assert len(told) > 1, "no bar said how far it was"
    assert told == sorted(told)
    # The focus stays on what was pressed, and what comes next is right behind it.
    expect(page.get_by_role("button", name="Make the PDF for the reviewer")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Download the PDF for the reviewer")).to_be_focused()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.save_as(tmp_path / "sent.pdf")

    sent = extract((tmp_path / "sent.pdf").read_bytes())
    assert [sent.answer(theme).rating for theme in THEMES] == [2, 3, 4]
    assert sent.answer("outcomes.work-across-subjects").strengths == "Written by keyboard."


def test_space_again_takes_a_rating_back(page: Page, server: Server) -> None:
    """What a key chose a key can clear."""
    evaluation = find_school(page)
    press_on(page, "Outcomes", back=True)
    arrive(page, "Outcomes for pupils with SEND")
    tab_to(page, "Where are we with: Progress in English and maths?")
    page.keyboard.press("Space")
    until_saved(page, server, evaluation, ("theme:outcomes.english-and-maths", "rating"), "1")
    page.keyboard.press("Space")

    until_saved(page, server, evaluation, ("theme:outcomes.english-and-maths", "rating"), "null")
