"""The journey without a mouse: Tab, arrows, Space and Enter reach everything."""

from pathlib import Path

import pytest
from playwright.sync_api import FileChooser, Page, expect

from sendself.assessment.begin import new_assessment
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.entries.entry import entries_of
from sendself.report.record import extract
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from sendself.rubric.model import FocusArea
from tests.browser.serving import Server
from tests.browser.walking import DOWNSIDE, arrive, evaluation_in, rating, settle, until, until_saved, visit

pytestmark = pytest.mark.browser

MOST_TABS = 150
MAINSTREAM = rubric_for(Setting.MAINSTREAM)
LEVELS = ("1 Not yet in place", "2 Developing", "3 Established", "4 Sustained")
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


def count_plans(page: Page, server: Server, evaluation: str) -> None:
    """Context: a figure typed over the published one."""
    press_on(page, "Next: Context", back=True)
    arrive(page, "Context")
    tab_to(page, "Pupils with an EHC plan")
    page.keyboard.type("41\n")
    until(page, lambda: server.kept(evaluation).context.figures["ehc_plans"].value, (41.0).__eq__)
    settle(page)


def rate_first_theme(page: Page, server: Server, evaluation: str, area: FocusArea, level: int) -> None:
    """A focus area by Next: its first theme is one tab stop; arrows move and Space chooses."""
    arrive(page, area.title)
    theme = area.themes[0]
    tab_to(page, f"Where are we with: {theme.title}?")
    for _ in range(7):
        if str(page.evaluate(FOCUSED)).strip().endswith(LEVELS[level - 1]):
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    until_saved(page, server, evaluation, (f"theme:{theme.id}", "rating"), str(level))
    settle(page)
    option = rating(page, theme.id, LEVELS[level - 1])
    expect(option).to_be_checked()
    expect(option).to_be_focused()


def write_note(page: Page, server: Server, evaluation: str) -> None:
    """Open the part for words of the first theme, write, and go back to what was before it."""
    theme = MAINSTREAM.areas[0].themes[0]
    press_on(page, f"Strengths, areas for development, evidence: {theme.title}")
    tab_to(page, "Strengths")
    page.keyboard.type("Written by keyboard.")
    until_saved(page, server, evaluation, (f"theme:{theme.id}", "strengths"), '"Written by keyboard."')
    tab_to(page, f"Where are we with: {theme.title}?", back=True)


def enclose_a_document(page: Page, server: Server, evaluation: str) -> None:
    """Evidence: the first document of the list."""
    arrive(page, "Evidence")
    tab_to(page, "1. ")
    page.keyboard.press("Space")
    until_saved(page, server, evaluation, ("document:information-report", "state"), '"enclosed"')
    settle(page)


def add_a_strength(page: Page, server: Server, evaluation: str) -> None:
    """Plan: one strength in words of its own."""
    arrive(page, "Plan")
    press_on(page, "Add a strength")
    expect(page.get_by_role("textbox", name="Strength 1", exact=True)).to_be_visible()
    settle(page)
    tab_to(page, "Strength 1", back=True)
    page.keyboard.type("Families are asked first.")
    until(page, lambda: server.kept(evaluation).highlights[0].text, "Families are asked first.".__eq__)
    settle(page)


def come_back_to_a_point(page: Page) -> None:
    """Check and send: a line leads to its theme, twice, and Back leads to the lines."""
    theme = MAINSTREAM.areas[4].themes[1]
    for _ in range(2):
        arrive(page, "Check and send")
        press_on(page, "Not rated: 42")
        press_on(page, f"{theme.title}: not rated yet.")
        arrive(page, MAINSTREAM.areas[4].title)
        expect(page.get_by_role("heading", name=theme.title)).to_be_focused()
        page.go_back()
    arrive(page, "Check and send")


def make_the_pdf(page: Page) -> None:
    """The PDF is made with a bar that tells how far it is; the next Tab leads to its download."""
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


def open_the_pdf(page: Page, pdf: Path) -> str:
    """On Start the file is chosen and kept as a separate copy. Its id."""
    choosers: list[FileChooser] = []
    page.on("filechooser", lambda chooser: choosers.append(chooser))
    press_on(page, "sendself: all self-evaluations", back=True)
    arrive(page, "Evaluate your SEND provision")
    tab_to(page, "Upload")
    page.keyboard.press("Enter")
    until(page, lambda: choosers, bool)
    choosers[0].set_files(pdf)
    expect(page.get_by_text("It is on this computer already.")).to_be_visible()
    settle(page)
    press_on(page, "Keep the file as a separate copy")
    arrive(page, "About this evaluation")
    return evaluation_in(page)


def test_journey_with_the_keyboard_alone(page: Page, server: Server, tmp_path: Path) -> None:
    """Every step by Next, something entered in each, the PDF, and the PDF opened again, all without a mouse."""
    evaluation = find_school(page)
    count_plans(page, server, evaluation)
    for number, area in enumerate(MAINSTREAM.areas):
        press_on(page, f"Next: {area.short}", back=number == 1)
        rate_first_theme(page, server, evaluation, area, number % 4 + 1)
        if number == 0:
            write_note(page, server, evaluation)
    press_on(page, "Next: Duties")
    arrive(page, "Duties")
    press_on(page, "Next: Evidence")
    enclose_a_document(page, server, evaluation)
    press_on(page, "Next: Profile")
    arrive(page, "Profile")
    press_on(page, "Next: Plan", back=True)
    add_a_strength(page, server, evaluation)
    press_on(page, "Next: Check and send")
    come_back_to_a_point(page)
    make_the_pdf(page)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.save_as(tmp_path / "sent.pdf")

    kept = server.kept(evaluation)
    assert [kept.answer(area.themes[0].id).rating for area in MAINSTREAM.areas] == [1, 2, 3, 4] * 2
    assert extract((tmp_path / "sent.pdf").read_bytes()) == shared_record(kept).assessment
    copy = open_the_pdf(page, tmp_path / "sent.pdf")
    assert copy != evaluation
    assert entries_of(server.kept(copy)) == entries_of(shared_record(kept).assessment)


def test_space_again_takes_a_rating_back(page: Page, server: Server) -> None:
    """What a key chose a key can clear."""
    evaluation = server.keep(new_assessment(MAINSTREAM, Setting.MAINSTREAM))
    visit(page, evaluation, "outcomes", "Outcomes for pupils with SEND")
    tab_to(page, "Where are we with: Progress in English and maths?")
    page.keyboard.press("Space")
    until_saved(page, server, evaluation, ("theme:outcomes.english-and-maths", "rating"), "1")
    page.keyboard.press("Space")

    until_saved(page, server, evaluation, ("theme:outcomes.english-and-maths", "rating"), "null")
