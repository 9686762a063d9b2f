"""Everybody can use every page: axe-core, headings, names, narrow windows, zoom; in light and in dark."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect

from sendself.assessment.answers import Answer
from sendself.assessment.begin import copy_of, new_assessment
from sendself.assessment.context import Figure
from sendself.assessment.entry_keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.context.example import example_assessment
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from tests.browser.conftest import WIDE, NewPage
from tests.browser.serving import ROOT, Server
from tests.browser.walking import arrive, card, open_more, rate, rating, resize, settle, type_at_end, until, visit
from tests.context.export.making import csv_bytes, upn

pytestmark = pytest.mark.browser

PHONE = (390, 844)
WHOLE_PAGE = 12_000
"""High enough to show a page without scrolling: axe-core judges the contrast only of what is in sight."""
ZOOMED = (700, 500)
"""What is left of a window of 1400 by 1000 at 200 % zoom."""
REFLOWED = (320, 500)
"""What is left of a window of 1280 pixels at 400 % zoom: nobody is to scroll in two directions (WCAG 1.4.10)."""
AREAS = {area.id: area.title for area in rubric_for(Setting.MAINSTREAM).areas}
SPECIALIST_AREAS = {area.id: area.title for area in rubric_for(Setting.SPECIAL).areas}
START = "Evaluate your SEND provision"


@dataclass(frozen=True, slots=True)
class Broken:
    """What Streamlit's own markup breaks: axe-core's rule, the part of it, why we cannot help it, where it shows."""

    rule: str
    part: str
    reason: str
    view: str


STREAMLITS_OWN = (
    Broken(
        "presentation-role-conflict",
        "stFileUploaderDropzone",
        "st.file_uploader gives its drop area a role and a label",
        "start, empty",
    ),
    Broken(
        "scrollable-region-focusable",
        "stTable",
        "the box in which a wide st.table scrolls on a phone has no tab stop; browsers give it one",
        "profile",
    ),
)


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


@pytest.fixture(scope="module")
def kept(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """Evaluations in the states that pages can show."""
    full = copy_of(example_assessment(Setting.MAINSTREAM))
    new = new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM)
    empty = Server(tmp_path_factory.mktemp("empty"))

    def empty_address() -> str:
        if empty.status() is None:
            empty.start()
        return empty.address

    yield Kept(
        server=server,
        full=server.keep(full),
        new=server.keep(new),
        apart=server.keep(rated_apart(copy_of(full))),
        wrong=server.keep(with_impossible_figure(copy_of(full))),
        special=server.keep(copy_of(example_assessment(Setting.SPECIAL))),
        empty_address=empty_address,
    )
    empty.kill()


def rated_apart(assessment: Assessment) -> Assessment:
    """Two views that differ on two themes and say the same of the third; the others wait."""
    first, second, third, *_ = assessment.rubric.themes()
    said = {
        first.id: {"senco": Answer(rating=2, strengths="Books are marked."), "slt": Answer(rating=4)},
        second.id: {"senco": Answer(rating=3), "slt": Answer(rating=1, development="Parents are not asked.")},
        third.id: {"senco": Answer(rating=2), "slt": Answer(rating=2)},
    }
    return assessment.changed(way=Way.APART, answers=said)


def with_impossible_figure(assessment: Assessment) -> Assessment:
    """More plans than pupils."""
    context = assessment.context
    figures = {**context.figures, "ehc_plans": Figure(value=9000, source="typed", year="")}
    return assessment.changed(context=context.model_copy(update={"figures": figures}))


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


def open_all(page: Page) -> None:
    """Open every part that is closed, the last first, so that none moves under the hand."""
    for summary in page.get_by_test_id("stMain").locator("details:not([open]) > summary").all()[::-1]:
        summary.click()
    settle(page)


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


def test_every_page_is_looked_at() -> None:
    """No page is forgotten: each file has a view here that bears its name."""
    pages = {page.stem for page in (ROOT / "pages").glob("*.py")} - WITHOUT_VIEW
    looked_at = {view.split(",")[0] for view in VIEWS}

    assert "history" in pages
    assert {SHOWN_AS.get(page, page) for page in pages} == looked_at


@pytest.mark.parametrize("view", VIEWS)
def test_view_is_accessible(page: Page, kept: Kept, view: str) -> None:
    """No rule of axe-core is broken but those that are listed, headings and names are right, nothing is cut off."""
    VIEWS[view](page, kept)

    resize(page, REFLOWED)
    assert overflow(page) <= 0
    resize(page, PHONE)
    assert overflow(page) <= 0
    assert out_of_order(page) == []
    assert same_names(page) == []
    if not view.endswith(OTHER_CONTENTS):
        # Colours are the same at every width, and judging them takes most of the time.
        assert avoidable(violations(page, without="color-contrast")) == []
    resize(page, WIDE)
    assert overflow(page) <= 0
    assert out_of_order(page) == []
    assert same_names(page) == []
    resize(page, (WIDE[0], WHOLE_PAGE))
    assert avoidable(violations(page)) == []
    if not view.endswith(OTHER_CONTENTS):
        darken(page)
        # The dark theme changes nothing but colours.
        assert avoidable(violations(page, "color-contrast")) == []


@pytest.mark.parametrize("broken", STREAMLITS_OWN, ids=lambda broken: broken.rule)
def test_listed_fault_is_still_there(page: Page, kept: Kept, broken: Broken) -> None:
    """The list is exact: what Streamlit no longer breaks has to leave it."""
    VIEWS[broken.view](page, kept)
    resize(page, (PHONE[0], WHOLE_PAGE))
    expect(page.get_by_test_id(broken.part).first).to_be_visible()

    # The part stands before it has its width and its roles.
    until(page, lambda: any(found.is_listed_as(broken) for found in violations(page, broken.rule)), bool)


REDRAWN = """() => {
  window.redrawn = false;
  document.activeElement.blur();
  const app = document.querySelector("[data-test-script-state]"), name = "data-test-script-state";
  new MutationObserver(() => { window.redrawn ||= app.getAttribute(name) === "notRunning"; })
    .observe(app, {attributeFilter: [name]});
}"""


def darken(page: Page) -> None:
    """Change to the dark theme: the parts follow at once, and what the server draws by the theme at the next run."""
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", "dark")
    page.evaluate(REDRAWN)
    page.keyboard.press("r")
    page.wait_for_function("() => window.redrawn")
    settle(page)


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of axe-core that a part of the page breaks."""

    rule: str
    place: str
    summary: str

    def is_listed_as(self, broken: Broken) -> bool:
        """Whether it is this fault of Streamlit's."""
        return self.rule == broken.rule and broken.part in self.place


# The path from the page to a part, by the names that Streamlit gives its parts.
PATH = """target => {
  const names = [];
  for (let here = document.querySelector(target); here; here = here.parentElement) names.push(here.dataset.testid);
  return names.filter(Boolean).reverse().join(" > ");
}"""


def violations(page: Page, *rules: str, without: str = "") -> list[Violation]:
    """What axe-core finds, by these rules, by all, or by all without one."""
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = list(rules)
    if without:
        options["rules"] = {without: {"enabled": False}}
    found: list[dict[str, Any]] = Axe().run(page, options=options).response["violations"]
    return [
        Violation(rule["id"], f"{page.evaluate(PATH, node['target'][0])}: {node['html'][:200]}", node["failureSummary"])
        for rule in found
        for node in rule["nodes"]
    ]


def avoidable(found: list[Violation]) -> list[Violation]:
    """What is not Streamlit's own."""
    return [one for one in found if not any(one.is_listed_as(broken) for broken in STREAMLITS_OWN)]


def out_of_order(page: Page) -> list[str]:
    """What is wrong with the headings and landmarks."""
    levels = [
        int(level)
        for level in page.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
            "all => all.filter(one => one.checkVisibility()).map(one => one.tagName.slice(1))"
        )
    ]
    wrong = [f"h{before} is followed by h{after}" for before, after in pairwise(levels) if after > before + 1]
    if levels.count(1) != 1 or levels[0] != 1:
        wrong.append(f"the headings are {levels}")
    if page.get_by_role("main").count() != 1:
        wrong.append("there is not one main landmark")
    return wrong


# What one can enter or press, by the name that is heard; a choice by the name of its group as well. What Streamlit
# puts inside a box, such as the arrow of a list, belongs to the box. Ways to one place may have one name, as links may.
NAMES = """main => {
  const groups = "[role=radiogroup], [role=group], [role=toolbar]";
  return [...main.querySelectorAll(`input, textarea, button, summary, ${groups}`)]
    .filter(one => one.checkVisibility() && one.type !== "file" && !one.closest("[aria-hidden=true]"))
    .filter(one => !one.closest("[data-testid=stTooltipIcon], [class*='st-key-way-']"))
    .filter(one => !(one.tagName === "BUTTON" && one.closest("[data-testid=stSelectbox]")))
    .map(one => {
      const group = one.parentElement.closest(groups);
      const labels = [...(one.labels || [])].map(label => label.innerText).join(" ");
      const name = one.getAttribute("aria-label") || labels || one.textContent;
      return [group && group.getAttribute("aria-label"), name.trim()].filter(Boolean).join(": ");
    })
    .filter(Boolean);
}"""


def same_names(page: Page) -> list[str]:
    """The names that two things to enter or press share."""
    names = Counter(page.get_by_test_id("stMain").evaluate(NAMES))
    return [name for name, count in names.items() if count > 1]


def overflow(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    return int(
        page.evaluate(
            "() => Math.max(...[document.documentElement, document.querySelector('[data-testid=stMain]')]"
            ".map(part => part.scrollWidth - part.clientWidth))"
        )
    )


def test_every_group_of_choices_has_a_name_of_its_own(page: Page, kept: Kept) -> None:
    """Whoever hears a group of choices knows what is rated, and there is one for every theme."""
    visit(page, kept.full, "leadership", AREAS["leadership"])
    names = page.get_by_role("radiogroup").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    themes = rubric_for(Setting.MAINSTREAM).area("leadership").themes

    assert [name for name in names if name in {f"Where are we with: {theme.title}?" for theme in themes}] == [
        f"Where are we with: {theme.title}?" for theme in themes
    ]
    assert len(set(names)) == len(names)


def test_landmarks_lead_past_the_task_list(page: Page, kept: Kept) -> None:
    """The first Tab reaches a link to the content, and the language of the page is told."""
    visit(page, kept.full, "plan", "Plan")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")

    assert page.url.endswith("#stMain") or page.evaluate("() => document.activeElement.id") == "stMain"
    expect(page.locator("html")).to_have_attribute("lang", re.compile("^en"))


def test_phone_reaches_the_task_list_and_rates(new_page: NewPage, kept: Kept) -> None:
    """On a phone the task list opens by its button, and a theme is rated by touch."""
    page = new_page(size=PHONE, has_touch=True, is_mobile=True)
    visit(page, kept.new, "monitoring", AREAS["monitoring"])
    option = rating(page, "monitoring.interventions", "3 Established")
    option.tap()
    expect(option).to_be_checked()
    page.get_by_test_id("stExpandSidebarButton").tap()
    page.get_by_role("link", name=re.compile("^Profile")).tap()

    arrive(page, "Profile")


def test_two_hundred_percent_zoom_is_usable(new_page: NewPage, kept: Kept) -> None:
    """At twice the size nothing is cut off, and a theme can be read, rated and left by Next."""
    page = new_page(size=ZOOMED, device_scale_factor=2)
    visit(page, kept.new, "resources", AREAS["resources"])
    assert overflow(page) <= 0
    rate(page, "resources.provision-map", "2 Developing")
    expect(card(page, "resources.provision-map").get_by_text("2 Developing").first).to_be_visible()
    page.get_by_role("button", name="Next: Provision").click()

    arrive(page, AREAS["provision"])
