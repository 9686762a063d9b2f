"""Every view that a page has, and the way to it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import FilePayload, Page, expect

from sendself.assessment.begin import new_assessment
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from tests.browser.serving import Server
from tests.browser.walking import arrive, open_more, rate, settle, type_at_end, visit
from tests.context.export.making import csv_bytes, upn

AREAS = {area.id: area.title for area in rubric_for(Setting.MAINSTREAM).areas}
SPECIALIST_AREAS = {area.id: area.title for area in rubric_for(Setting.SPECIAL).areas}
START = "Evaluate your SEND provision"


@dataclass(frozen=True, slots=True)
class Kept:
    """The evaluations that the pages show, by id, the server that has them, and how to find one that has none."""

    server: Server
    full: str
    new: str
    apart: str
    wrong: str
    special: str
    empty_address: Callable[[], str]


def open_all(page: Page) -> None:
    """Open every part that is closed, the last first, so that none moves under the hand."""
    for summary in page.get_by_test_id("stMain").locator("details:not([open]) > summary").all()[::-1]:
        summary.click()
    settle(page)


def step(name: str, title: str, which: str = "full") -> Callable[[Page, Kept], None]:
    """The view of a step as it opens."""
    return lambda page, kept: visit(page, getattr(kept, which), name, title)


def start_empty(page: Page, kept: Kept) -> None:
    """Start on a computer where nothing was begun."""
    page.goto(kept.empty_address())
    arrive(page, START)


def start_full(page: Page, _kept: Kept) -> None:
    """Start with evaluations, one of them about to be deleted."""
    page.goto("/")
    arrive(page, START)
    open_more(page.locator("[class*='st-key-kept-']").first)
    page.get_by_role("button", name="Delete").first.click()
    expect(page.get_by_role("button", name="Yes, delete it for ever")).to_be_visible()


def new_with_school(page: Page, _kept: Kept) -> None:
    """A school found and chosen."""
    page.goto("/new")
    arrive(page, "New self-evaluation")
    page.get_by_role("textbox").first.fill("downside luton")
    page.get_by_text(re.compile("Downside Primary School, Luton")).click()
    expect(page.get_by_role("button", name="Begin with Downside Primary School")).to_be_visible()


def register(page: Page, _kept: Kept) -> None:
    """The school register, with the way to load a newer one."""
    page.goto("/register")
    arrive(page, "School register")


def paper(page: Page, _kept: Kept) -> None:
    """The page for printing."""
    page.goto("/paper")
    arrive(page, "On paper")


def opened(step_id: str, title: str, which: str = "full") -> Callable[[Page, Kept], None]:
    """The view of a step with every part of it opened."""

    def go(page: Page, kept: Kept) -> None:
        visit(page, getattr(kept, which), step_id, title)
        open_all(page)

    return go


def area_new(page: Page, kept: Kept) -> None:
    """Nothing answered but a theme that does not apply, with its reason asked for."""
    evaluation = kept.server.keep(new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM))
    visit(page, evaluation, "provision", AREAS["provision"])
    rate(page, "provision.expertise", "Not applicable")
    expect(page.get_by_role("textbox", name=re.compile("^Why does it not apply"))).to_be_visible()


def export_counted(page: Page, kept: Kept) -> None:
    """An export with its columns open and its counts shown."""
    visit(page, kept.full, "export", "Count from your own export")
    rows = [["UPN", "Year", "SEN status", "Need", "FSM"]]
    rows += [[upn(number), "7", *(("K", "SEMH") if number % 3 else ("N", "")), "Y"] for number in range(40)]
    file = FilePayload(name="pupils.csv", mimeType="text/csv", buffer=csv_bytes(rows))
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("heading", name="What was counted")).to_be_visible()
    open_all(page)
    expect(page.get_by_role("combobox", name="UPN")).to_be_visible()


def about_with_conflict(page: Page, kept: Kept) -> None:
    """Two texts that stand against each other."""
    evaluation = kept.server.keep(new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM))
    visit(page, evaluation, "about", "About this evaluation")
    box = page.get_by_role("textbox", name="Why do you evaluate your provision now?")
    kept.server.change(evaluation, EntryKey("review", AGREED, "why"), "Theirs.", by="Sam")
    type_at_end(page, box, "Mine.")
    expect(page.get_by_role("button", name="Join both")).to_be_visible()


def about_taken_away(page: Page, kept: Kept) -> None:
    """Somebody was just taken off the list and can be put back."""
    evaluation = kept.server.keep(new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM))
    visit(page, evaluation, "about", "About this evaluation")
    page.get_by_role("button", name="Take Senior leader off the list").click()
    expect(page.get_by_role("button", name="Put back on the list: Senior leader")).to_be_visible()
    settle(page)


def action_opened(page: Page, kept: Kept) -> None:
    """The plan with the fields of one action."""
    visit(page, kept.full, "plan", "Plan")
    page.get_by_role("button", name="Change action 1 of priority 2").click()
    expect(page.get_by_role("textbox", name="What is done: action 1 of priority 2")).to_be_visible()
    open_all(page)


def present(page: Page, kept: Kept) -> None:
    """All areas for a projector."""
    page.goto(f"/present?evaluation={kept.full}")
    expect(page.get_by_role("figure", name="Radar of the focus areas")).to_be_visible()
    settle(page)


def present_area(page: Page, kept: Kept) -> None:
    """One area for a projector."""
    page.goto(f"/present?evaluation={kept.full}&screen=outcomes")
    arrive(page, AREAS["outcomes"])


def agree(page: Page, kept: Kept) -> None:
    """The meeting of one who has rated, with a clock, differences and their spread."""
    visit(page, kept.apart, "agree", "Agree")
    page.get_by_role("button", name="I am: Priya Nair, SENCO").click()
    expect(page.get_by_role("heading", name="Where you see the school differently")).to_be_visible()
    settle(page)


def send_pages(page: Page, kept: Kept) -> None:
    """The report looked at page by page."""
    visit(page, kept.full, "send", "Check and send")
    page.get_by_text("Read it here first").click()
    page.get_by_role("button", name="Page 2", exact=True).click()
    expect(page.get_by_role("img", name="Page 2 of")).to_be_visible()
    settle(page)


def history(page: Page, kept: Kept) -> None:
    """Everything that was changed, of one text what it was before as well."""
    kept.server.change(kept.full, EntryKey("review", AGREED, "why"), "We want to hear how parents see us.")
    visit(page, kept.full, "history", "Who changed what")
    expect(page.get_by_text("We want to hear how parents see us.")).to_be_visible()


def history_of_theme(page: Page, kept: Kept) -> None:
    """What was changed in one theme."""
    theme = next(rubric_for(Setting.MAINSTREAM).themes())
    page.goto(f"/history?evaluation={kept.full}&of=theme:{theme.id}")
    arrive(page, f"Who changed what: {theme.title}")
    expect(page.get_by_role("link", name="See the changes of the whole evaluation")).to_be_visible()


VIEWS: dict[str, Callable[[Page, Kept], None]] = {
    "start, empty": start_empty,
    "start": start_full,
    "new": new_with_school,
    "paper": paper,
    "register": register,
    "about": step("about", "About this evaluation"),
    "about, conflict": about_with_conflict,
    "about, taken away": about_taken_away,
    "context": opened("context", "Context", "wrong"),
    "context, specialist": opened("context", "Context", "special"),
    "export": export_counted,
    "area": opened("identification", AREAS["identification"]),
    "area, new": area_new,
    "area, specialist": opened("teaching", SPECIALIST_AREAS["teaching"], "special"),
    "area, who are you": step("outcomes", AREAS["outcomes"], "apart"),
    "agree": agree,
    "agree, nothing left": step("agree", "Agree"),
    "profile": step("radar", "Profile"),
    "profile, specialist": step("radar", "Profile", "special"),
    "profile, empty": step("radar", "Profile", "new"),
    "present": present,
    "present, area": present_area,
    "present, empty": step("present", "School not named yet", "new"),
    "duties": step("duties", "Duties"),
    "duties, empty": step("duties", "Duties", "new"),
    "evidence": opened("evidence", "Evidence"),
    "plan": action_opened,
    "timetable": opened("timetable", "Timetable"),
    "history": history,
    "history, theme": history_of_theme,
    "send": opened("send", "Check and send"),
    "send, pages": send_pages,
    "send, empty": step("send", "Check and send", "new"),
}

SHOWN_AS = {"focus_area": "area", "radar": "profile"}
"""Pages whose views bear another name."""
WITHOUT_VIEW = {"navigation"}
"""Files among the pages that draw none."""
OTHER_CONTENTS = ("specialist", "profile, empty", "present, empty", "send, empty")
"""Views of the same parts in the same colours as another: they are looked at once, and not in the dark as well."""
