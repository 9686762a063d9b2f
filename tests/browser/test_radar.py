"""The radar as it is seen: every name whole and beside no other, on a phone, on a desk and from across a room."""

from dataclasses import dataclass
from functools import partial
from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from sendself.assessment.answers import Answer
from sendself.assessment.begin import copy_of
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.context.example import example_assessment
from sendself.rubric.loader import rubric_for
from sendself.rubric.model import Setting
from tests.browser.conftest import PHONE, WIDE, NewPage
from tests.browser.serving import Server
from tests.browser.walking import arrive, resize, settle, until, visit

pytestmark = pytest.mark.browser

ANDROID = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Mobile Safari/537.36"
NARROW = ((900, 1000), (700, 500), PHONE, (320, 500))
"""A window over half of a screen, one at twice the size, one as narrow as a phone's, and one at four times the size."""
FROM_FOUR_METRES = 24
"""In pixels: 16 mm and more on a screen 1.4 metres wide, of which a capital letter is two thirds."""
DARK_INK, LIGHT_INK = "rgb(18, 38, 43)", "rgb(233, 241, 243)"
TEXTS = """chart => [...chart.querySelectorAll("svg.main-svg text")].filter(one => one.textContent.trim()).map(one => {
  const { left, top, right, bottom } = one.getBoundingClientRect();
  return [one.textContent, left, top, right, bottom, parseFloat(getComputedStyle(one).fontSize)];
})"""

AIR_BESIDE = """chart => {
  const width = part => part.getBoundingClientRect().width;
  return width(chart) - width(chart.querySelector("svg.main-svg"));
}"""
NAMES = frozenset(area.short for area in rubric_for(Setting.MAINSTREAM).areas)
"""Those of the specialist rubric are the same."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words on the radar, and where they stand in the window."""

    words: str
    left: float
    top: float
    right: float
    bottom: float
    size: float

    def is_over(self, other: "Text") -> bool:
        """Whether the two overlap by more than the air above and below letters."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > min(self.size, other.size) / 2


def texts(page: Page) -> tuple[Text, ...]:
    """All words on the radar of a page, once it is drawn as wide as its place."""
    chart = page.get_by_role("figure", name="Radar of the focus areas")
    expect(chart.locator("svg.main-svg text").first).to_be_visible()
    settle(page)
    until(page, partial(chart.evaluate, AIR_BESIDE), lambda air: abs(air) <= 1)
    return tuple(Text(*found) for found in chart.evaluate(TEXTS))


def faults(page: Page, size: tuple[int, int]) -> list[str]:
    """Names that are missing, and words that are cut off by the window or stand over others."""
    found = texts(page)
    wrong = [f"{name} is missing" for name in sorted(NAMES - {one.words for one in found})]
    wrong += [f"{one.words} is cut off" for one in found if one.left < 0 or one.right > size[0]]
    return wrong + [f"{one.words} and {other.words}" for one, other in combinations(found, 2) if one.is_over(other)]


def three_views(assessment: Assessment) -> Assessment:
    """Rated apart and agreed, so that the radar has a legend of three."""
    answers = {
        theme.id: {**assessment.answers.get(theme.id, {}), "senco": Answer(rating=2), "slt": Answer(rating=4)}
        for theme in assessment.rubric.themes()
    }
    return assessment.changed(way=Way.APART, answers=answers)


@pytest.mark.parametrize("setting", [Setting.MAINSTREAM, Setting.SPECIAL])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desk", "phone"])
def test_names_on_the_profile_are_whole(
    new_page: NewPage, server: Server, setting: Setting, size: tuple[int, int]
) -> None:
    """No name is cut off or stands over another, a legend included; and the radar begins under the title."""
    kept = three_views(copy_of(example_assessment(setting)))
    evaluation = server.keep(kept)
    page = new_page(size=size)
    page.goto(f"/radar?evaluation={evaluation}&you={kept.participants[0].id}")
    arrive(page, "Profile")

    assert faults(page, size) == []
    title = page.get_by_role("heading", level=1).bounding_box()
    assert title is not None
    assert min(one.top for one in texts(page)) - title["y"] - title["height"] < 80


def test_present_is_read_from_across_a_room(new_page: NewPage, server: Server) -> None:
    """The task list is folded away, all words are large, radar and rings fit the window, and a way leads back.

    In a narrow window the words stand below, and the radar still has all its names.
    """
    evaluation = server.keep(copy_of(example_assessment(Setting.MAINSTREAM)))
    page = new_page()
    visit(page, evaluation, "radar", "Profile")
    page.get_by_role("button", name="Present to a meeting").click()
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
    expect(page.get_by_text("Rings: 1 Not yet in place")).to_be_in_viewport()

    assert faults(page, WIDE) == []
    assert min(one.size for one in texts(page)) >= FROM_FOUR_METRES
    assert max(one.bottom for one in texts(page)) <= WIDE[1]
    for narrow in NARROW:
        resize(page, narrow)
        until(page, partial(faults, page, narrow), lambda found: found == [])
    resize(page, WIDE)
    assert min(one.size for one in texts(page)) >= FROM_FOUR_METRES
    page.get_by_role("button", name="Back to the profile").click()
    arrive(page, "Profile")
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "false")


def test_present_on_a_phone_keeps_its_size(new_page: NewPage, server: Server) -> None:
    """A phone has no room for letters that a whole room can read."""
    evaluation = server.keep(copy_of(example_assessment(Setting.MAINSTREAM)))
    page = new_page(size=PHONE, has_touch=True, is_mobile=True, user_agent=ANDROID)
    page.goto(f"/present?evaluation={evaluation}")

    assert faults(page, PHONE) == []


def test_radar_follows_the_theme(page: Page, server: Server) -> None:
    """When the computer turns dark in the evening, the names turn light with the page, without a reload."""
    visit(page, server.keep(copy_of(example_assessment(Setting.MAINSTREAM))), "radar", "Profile")
    name = page.get_by_role("figure", name="Radar of the focus areas").locator("text").get_by_text("Outcomes")
    expect(name).to_have_css("fill", DARK_INK)
    page.emulate_media(color_scheme="dark")

    expect(name).to_have_css("fill", LIGHT_INK)
