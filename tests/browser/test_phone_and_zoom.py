"""The app on a phone, and at twice the size."""

import re
from functools import partial

import pytest
from playwright.sync_api import expect

from sendself.assessment.begin import new_assessment
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from tests.browser.auditing import overflow
from tests.browser.conftest import PHONE, NewPage
from tests.browser.serving import Server
from tests.browser.views import AREAS
from tests.browser.walking import arrive, card, rate, rating, until, visit

pytestmark = pytest.mark.browser

ZOOMED = (700, 500)
"""What is left of a window of 1400 by 1000 at 200 % zoom."""


@pytest.fixture(scope="module")
def evaluation(server: Server) -> str:
    """An evaluation in which nothing is answered."""
    return server.keep(new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM))


def test_phone_reaches_the_task_list_and_rates(new_page: NewPage, evaluation: str) -> None:
    """On a phone the task list opens by its button, and a theme is rated by touch."""
    page = new_page(size=PHONE, has_touch=True, is_mobile=True)
    visit(page, evaluation, "monitoring", AREAS["monitoring"])
    option = rating(page, "monitoring.interventions", "3 Established")
    option.tap()
    expect(option).to_be_checked()
    page.get_by_test_id("stExpandSidebarButton").tap()
    page.get_by_role("link", name=re.compile("^Profile")).tap()

    arrive(page, "Profile")


def test_task_list_that_was_opened_on_a_phone_does_not_cover_the_next_page(new_page: NewPage, evaluation: str) -> None:
    """Where it lies over the page it is closed on every page that is loaded anew."""
    page = new_page(size=PHONE, has_touch=True, is_mobile=True)
    visit(page, evaluation, "monitoring", AREAS["monitoring"])
    page.get_by_test_id("stExpandSidebarButton").tap()
    expect(page.get_by_test_id("stSidebar")).to_be_in_viewport()
    kept = "() => Object.keys(localStorage).filter(key => key.startsWith('stSidebar')).length"
    until(page, partial(page.evaluate, kept), lambda number: number == 0)
    page.reload()
    arrive(page, AREAS["monitoring"])

    expect(page.get_by_test_id("stSidebar")).not_to_be_in_viewport()


def test_two_hundred_percent_zoom_is_usable(new_page: NewPage, evaluation: str) -> None:
    """At twice the size nothing is cut off, and a theme can be read, rated and left by Next."""
    page = new_page(size=ZOOMED, device_scale_factor=2)
    visit(page, evaluation, "resources", AREAS["resources"])
    assert overflow(page) <= 0
    rate(page, "resources.provision-map", "2 Developing")
    expect(card(page, "resources.provision-map").get_by_text("2 Developing").first).to_be_visible()
    page.get_by_role("button", name="Next: Provision").click()

    arrive(page, AREAS["provision"])
