"""The leadership view in a browser: it fits the window, is read from four metres, and is led by the arrow keys."""

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from sendself.assessment.answers import Answer, AreaNote, DutyAnswer, DutyState, State
from sendself.assessment.begin import copy_of
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Priority
from sendself.assessment.last_time import LastTime
from sendself.assessment.model import Assessment
from sendself.context.example import example_assessment
from sendself.rubric.duty import Setting
from tests.browser.conftest import WIDE, NewPage
from tests.browser.serving import Server
from tests.browser.walking import arrive, settle, visit

pytestmark = pytest.mark.browser

PROJECTOR = (1920, 1080)
FROM_FOUR_METRES = {WIDE: 24, PROJECTOR: 28}
# What is longer than its box, and the smallest of the words that are for the room, those of the radar among them.
UNSEEN = """() => {
  const main = document.querySelector("[data-testid=stMain]");
  return main.scrollHeight - main.clientHeight;
}"""
SMALLEST = """() => {
  const words = document.querySelectorAll("h1, h2, .stHtml p, .stHtml li, .stHtml td, .js-plotly-plot text");
  return Math.min(...[...words].map(one => parseFloat(getComputedStyle(one).fontSize)));
}"""

# The words of the radar that reach out of their picture.
CUT = """() => {
  const frame = document.querySelector(".js-plotly-plot").getBoundingClientRect();
  const box = word => word.getBoundingClientRect();
  return [...document.querySelectorAll(".js-plotly-plot text")]
    .filter(word => box(word).left < frame.left || box(word).right > frame.right || box(word).bottom > frame.bottom)
    .map(word => word.textContent);
}"""


def flooded() -> Assessment:
    """More than any screen holds: long words everywhere, no duty met, every kind of answer, and a last time."""
    whole = copy_of(example_assessment(Setting.MAINSTREAM))
    flood = "somebody wrote and wrote " * 100
    themes = list(whole.rubric.themes())
    ratings = (1, 2, 3, 4, State.DONT_KNOW)
    answers = {
        theme.id: {AGREED: Answer(rating=ratings[place % 5], strengths=flood, development=flood)}
        for place, theme in enumerate(themes)
    }
    then = {theme.id: ratings[place % 3] for place, theme in enumerate(themes)}
    return whole.changed(
        answers=answers,
        area_notes={whole.rubric.areas[1].id: {AGREED: AreaNote(strengths=flood, development=flood)}},
        highlights=(),
        priorities=tuple(Priority(id=str(number), text=flood) for number in range(5)),
        duties={duty.id: DutyAnswer(state=DutyState.NOT_MET) for duty in whole.rubric.duties},
        last_time=LastTime(evaluation="earlier-1", evaluated_on=date(2025, 3, 12), ratings=then),
    )


@pytest.mark.parametrize("size", [WIDE, PROJECTOR], ids=["desk", "projector"])
def test_every_screen_fits_the_window_and_is_read_from_four_metres(
    new_page: NewPage, server: Server, size: tuple[int, int]
) -> None:
    """Whatever is written, nothing has to be scrolled for, and no word for the room is small."""
    whole = flooded()
    page = new_page(size=size)
    visit(page, server.keep(whole), "present", whole.title)
    for title in (*(area.title for area in whole.rubric.areas), whole.title):
        page.keyboard.press("ArrowRight")
        arrive(page, title)
        assert page.evaluate(UNSEEN) <= 0
        assert page.evaluate(SMALLEST) >= FROM_FOUR_METRES[size]


@pytest.mark.parametrize("size", [WIDE, PROJECTOR], ids=["desk", "projector"])
def test_longest_words_fit_the_window(new_page: NewPage, server: Server, size: tuple[int, int]) -> None:
    """What is shown in full where there is no last time, or no duty not met, needs no scrolling either."""
    whole = flooded().changed(last_time=LastTime(), duties={})
    first, second, *_ = whole.rubric.areas
    page = new_page(size=size)
    visit(page, server.keep(whole), "present", whole.title)

    assert page.evaluate(CUT) == []
    for title in (whole.title, first.title, second.title):
        arrive(page, title)
        assert page.evaluate(UNSEEN) <= 0
        page.keyboard.press("ArrowRight")


def test_dark_projector_has_the_same_sizes_and_is_led_by_the_arrow_keys(new_page: NewPage, server: Server) -> None:
    """In a dark room nothing is smaller or out of sight, and the keys lead on without a click before."""
    whole = flooded()
    page = new_page(size=PROJECTOR, color_scheme="dark")
    visit(page, server.keep(whole), "present", whole.title)
    for title in (whole.rubric.areas[0].title, whole.rubric.areas[1].title):
        page.keyboard.press("ArrowRight")
        arrive(page, title)
        assert page.evaluate(UNSEEN) <= 0
        assert page.evaluate(SMALLEST) >= FROM_FOUR_METRES[PROJECTOR]


def test_arrow_keys_and_buttons_lead_from_screen_to_screen(page: Page, server: Server) -> None:
    """Without a mouse there and back; focus stays on the button that was pressed, and a reload comes to the place."""
    whole = copy_of(example_assessment(Setting.MAINSTREAM))
    first, second, third, *_ = (area.title for area in whole.rubric.areas)
    visit(page, server.keep(whole), "present", whole.title)
    expect(page.get_by_role("alert").get_by_text("1 of 9: all areas.")).to_be_visible()
    page.keyboard.press("ArrowRight")
    arrive(page, first)
    expect(page.get_by_role("alert").get_by_text("2 of 9: Outcomes.")).to_be_visible()
    page.get_by_role("button", name="Next: Leadership").focus()
    page.keyboard.press("Enter")
    arrive(page, second)
    expect(page.get_by_role("button", name="Next: Teaching")).to_be_focused()
    page.keyboard.press("ArrowRight")
    arrive(page, third)
    page.keyboard.press("ArrowLeft")
    arrive(page, second)
    page.reload()
    arrive(page, second)
    page.go_back()

    arrive(page, third)


def test_picture_for_a_slide_is_downloaded_by_keyboard(page: Page, server: Server) -> None:
    """A PNG wide enough for any slide, under the name of the school."""
    whole = copy_of(example_assessment(Setting.MAINSTREAM))
    visit(page, server.keep(whole), "present", whole.title)
    page.get_by_role("button", name="Radar for a slide (PNG)").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    settle(page)

    assert download.value.suggested_filename == "Linnetfield-Primary-School-EXAMPLE-radar.png"
    image = Image.open(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert image.format == "PNG"
    assert image.width >= 1600
