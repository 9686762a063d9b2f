"""Every page has an address that opens it, cold or warm, and keeps its place."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sendself.assessment.begin import copy_of, new_assessment
from sendself.context.example import example_assessment
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from sendself.ui.every_page.places import anchor_of
from tests.browser.serving import Server
from tests.browser.walking import arrive, rating, settle, visit

pytestmark = pytest.mark.browser

AREAS = {area.id: area.title for area in rubric_for(Setting.MAINSTREAM).areas}
STEPS = {"about": "About this evaluation", "families": AREAS["families"], "duties": "Duties", "send": "Check and send"}
"""A step of each kind: every other one is opened by its address, and looked at, in test_access.py."""


@pytest.fixture(scope="module")
def evaluation(server: Server) -> str:
    """A complete evaluation."""
    return server.keep(copy_of(example_assessment(Setting.MAINSTREAM)))


def test_first_request_to_a_new_server_may_be_a_deep_link(page: Page, server: Server, evaluation: str) -> None:
    """A bookmark of a focus area opens right on a server that has drawn nothing yet."""
    server.restart()

    visit(page, evaluation, "monitoring", AREAS["monitoring"])

    expect(page.get_by_text("4 of 4 themes answered.")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    # Streamlit's own menu of the files in pages/ would lead round the task list.
    expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)


def test_step_has_its_address_and_stays_there(page: Page, evaluation: str) -> None:
    """The address opens the step and names the evaluation, and a reload comes back to the same place."""
    for step, title in STEPS.items():
        visit(page, evaluation, step, title)
        expect(page).to_have_title(title)
        assert re.search(rf"/{step}\?evaluation={evaluation}", page.url)
    page.reload()

    arrive(page, list(STEPS.values())[-1])


def test_present_has_an_address(page: Page, evaluation: str) -> None:
    """The view for a projector has an address of its own and a way back."""
    visit(page, evaluation, "radar", "Profile")
    page.get_by_role("button", name="Present to a meeting").click()
    expect(page).to_have_url(re.compile(rf"/present\?evaluation={evaluation}"))
    expect(page.get_by_role("figure", name="Radar of the focus areas")).to_be_visible()
    page.get_by_role("button", name="Back to the profile").click()

    arrive(page, "Profile")


def test_back_and_forward_follow_the_way_through_the_areas(page: Page, evaluation: str) -> None:
    """The browser's own buttons lead from area to area, with the evaluation in every address."""
    visit(page, evaluation, "outcomes", AREAS["outcomes"])
    page.get_by_role("button", name="Next: Leadership").click()
    arrive(page, AREAS["leadership"])
    page.get_by_role("link", name=re.compile("^Families")).click()
    arrive(page, AREAS["families"])
    page.go_back()
    arrive(page, AREAS["leadership"])
    assert f"/leadership?evaluation={evaluation}" in page.url
    page.go_back()
    arrive(page, AREAS["outcomes"])
    page.go_forward()
    arrive(page, AREAS["leadership"])
    page.get_by_role("button", name="Previous: Outcomes").click()
    arrive(page, AREAS["outcomes"])

    assert f"/outcomes?evaluation={evaluation}" in page.url


def test_foot_and_list_of_an_area_lead_to_the_next_theme(page: Page, server: Server) -> None:
    """What is rated counts at once above the themes and below them, and both lead to a heading on the same page."""
    begun = new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM)
    first, second, third = begun.rubric.area("outcomes").themes[:3]
    visit(page, server.keep(begun), "outcomes", AREAS["outcomes"])
    rating(page, first.id, "3 Established").click()

    expect(page.get_by_text(f"1 of {len(begun.rubric.area('outcomes').themes)} themes answered.")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text=first.title)).to_contain_text("done")
    settle(page)
    page.get_by_role("link", name="Go to the next one").click()
    expect(page.get_by_role("heading", name=second.title)).to_be_in_viewport()
    assert page.url.endswith(f"#{anchor_of(second)}")
    page.get_by_role("link", name=third.title).click()
    expect(page.get_by_role("heading", name=third.title)).to_be_in_viewport()


def test_address_of_an_evaluation_that_is_not_here_is_explained(page: Page) -> None:
    """A link from another computer says what is wrong and leads on."""
    page.goto("/outcomes?evaluation=of-another-computer")

    arrive(page, "This self-evaluation is not kept here")
    expect(page.get_by_text("Go to Start to choose another, or open its file there.")).to_be_visible()
    expect(page.get_by_text("list below")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    page.goto("/?evaluation=of-another-computer")
    expect(
        page.get_by_text("The self-evaluation in this address is not kept here. Choose another below")
    ).to_be_visible()


def test_agree_of_those_who_rate_together_is_explained(page: Page, evaluation: str) -> None:
    """It is no step of theirs, and its address leads to where that is changed, not to "Page not found"."""
    visit(page, evaluation, "agree", "Agree")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Go to About this evaluation").click()

    arrive(page, "About this evaluation")


def test_address_of_no_page_is_explained(page: Page, evaluation: str) -> None:
    """An area of another rubric, or a mistyped address, leads on, with an evaluation and without."""
    visit(page, evaluation, "area-of-another-rubric", "This self-evaluation has no such page")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Go to About this evaluation").click()
    arrive(page, "About this evaluation")

    page.goto("/area-of-another-rubric")
    arrive(page, "There is no such page")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Go to Start").click()
    arrive(page, "Evaluate your SEND provision")


def test_step_without_an_evaluation_leads_to_start(page: Page) -> None:
    """A step's bare address says that nothing is open and has a way to Start."""
    page.goto("/context")
    arrive(page, "No self-evaluation is open")
    page.get_by_role("button", name="Go to Start").click()

    arrive(page, "Evaluate your SEND provision")


@pytest.mark.parametrize(
    ("path", "title"), [("/new", "New self-evaluation"), ("/paper", "On paper"), ("/register", "School register")]
)
def test_pages_outside_an_evaluation_have_their_address(page: Page, path: str, title: str) -> None:
    """Beginning and printing need no open evaluation."""
    page.goto(path)

    arrive(page, title)


def test_start_is_one_click_from_everywhere(page: Page, evaluation: str) -> None:
    """The first line of the task list leads to all evaluations."""
    visit(page, evaluation, "plan", "Plan")
    page.get_by_role("link", name="sendself: all self-evaluations").click()

    arrive(page, "Evaluate your SEND provision")


def test_paper_forms_and_sheets_are_files(page: Page, tmp_path: Path) -> None:
    """Each button on the page for paper gives a PDF, one of them Word, for either kind of school."""
    page.goto("/paper")
    arrive(page, "On paper")
    buttons = page.get_by_test_id("stDownloadButton").get_by_role("button")
    for school in ("Mainstream schools", "Special schools, PRUs, alternative provision and resourced provision"):
        page.get_by_text(school, exact=True).click()
        settle(page)
        expect(buttons).to_have_count(5)
        for number, begin in enumerate((b"%PDF-", b"PK", b"%PDF-", b"%PDF-", b"%PDF-")):
            with page.expect_download() as download:
                buttons.nth(number).click()
            download.value.save_as(tmp_path / "sheet.pdf")
            assert (tmp_path / "sheet.pdf").read_bytes().startswith(begin)
