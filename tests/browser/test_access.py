"""Everybody can use every page: axe-core, headings, names and narrow windows; in light and in dark."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from sendself.assessment.answers import Answer
from sendself.assessment.begin import copy_of, new_assessment
from sendself.assessment.context import Figure
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.context.example import example_assessment
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from sendself.ui.fields.delivered import MARK
from tests.browser.auditing import STREAMLITS_OWN, Broken, avoidable, out_of_order, overflow, same_names, violations
from tests.browser.conftest import PHONE, WIDE
from tests.browser.serving import ROOT, Server
from tests.browser.views import AREAS, OTHER_CONTENTS, SHOWN_AS, VIEWS, WITHOUT_VIEW, Kept
from tests.browser.walking import resize, settle, until, visit

pytestmark = pytest.mark.browser

WHOLE_PAGE = 12_000
"""High enough to show a page without scrolling: axe-core judges the contrast only of what is in sight."""
REFLOWED = (320, 500)
"""What is left of a window of 1280 pixels at 400 % zoom: nobody is to scroll in two directions (WCAG 1.4.10)."""


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

    assert overflow(page) <= 0
    assert out_of_order(page) == []
    assert same_names(page) == []
    resize(page, (WIDE[0], WHOLE_PAGE))
    assert avoidable(violations(page)) == []
    if not view.endswith(OTHER_CONTENTS):
        darken(page)
        # The dark theme changes nothing but colours.
        assert avoidable(violations(page, "color-contrast")) == []
    resize(page, PHONE)
    assert overflow(page) <= 0
    assert out_of_order(page) == []
    assert same_names(page) == []
    if not view.endswith(OTHER_CONTENTS):
        # Colours are the same at every width, and judging them takes most of the time.
        assert avoidable(violations(page, without="color-contrast")) == []
    resize(page, REFLOWED)
    assert overflow(page) <= 0


@pytest.mark.parametrize("broken", STREAMLITS_OWN, ids=lambda broken: broken.rule)
def test_listed_fault_is_still_there(page: Page, kept: Kept, broken: Broken) -> None:
    """The list is exact: what Streamlit no longer breaks has to leave it."""
    VIEWS[broken.view](page, kept)
    resize(page, (PHONE[0], WHOLE_PAGE))
    expect(page.get_by_test_id(broken.part).first).to_be_visible()

    # The part stands before it has its width and its roles.
    until(page, lambda: any(found.is_listed_as(broken) for found in violations(page, broken.rule)), bool)


def darken(page: Page) -> None:
    """Change to the dark theme, and wait until what the server draws by the theme follows: the page asks for that."""
    # A run may be over before the browser has shown that it began.
    mark = page.locator(f".st-key-{MARK} input")
    before = mark.input_value()
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", "dark")
    expect(mark).not_to_have_value(before)
    settle(page)


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
