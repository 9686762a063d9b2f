"""Rating apart: each on their own computer, nobody sees the other's, and the meeting is about the differences."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from sendself.assessment.answers import Answer
from sendself.assessment.begin import new_assessment
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.participants import Participant, Way
from sendself.assessment.record import from_json
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from tests.browser.conftest import NewPage
from tests.browser.serving import Server
from tests.browser.walking import (
    arrive,
    card,
    open_more,
    open_part,
    rate,
    rating,
    settle,
    type_at_end,
    until,
    until_saved,
    visit,
)

pytestmark = pytest.mark.browser

RUBRIC = rubric_for(Setting.MAINSTREAM)
MONITORING = RUBRIC.area("monitoring")
FIRST, SECOND, THIRD, FOURTH = (theme.id for theme in MONITORING.themes)
FOUR_PEOPLE = tuple(
    Participant(id=f"p{number}", perspective=who)
    for number, who in enumerate(("senco", "slt", "governor", "parent-forum"), 1)
)
SENCO, LEADER = "I am: SENCO", "I am: Senior leader"


def title(theme: str) -> str:
    """What a theme is called."""
    return RUBRIC.theme(theme).title


def come_in(new_page: NewPage, evaluation: str, who: str) -> Page:
    """One participant in a browser context of their own, having said who they are."""
    page = new_page(user_agent=who)
    visit(page, evaluation, "monitoring", MONITORING.title)
    expect(page.get_by_role("radiogroup")).to_have_count(0)
    page.get_by_role("button", name=who).click()
    expect(rating(page, FIRST, "1 Not yet in place")).to_be_visible()
    settle(page)
    return page


def test_two_rate_apart_and_agree(new_page: NewPage, server: Server) -> None:
    """Neither sees the other's rating; Agree lists the one difference; level and reason are recorded."""
    evaluation = server.keep(new_assessment(RUBRIC, Setting.MAINSTREAM, way=Way.APART))
    senco, leader = come_in(new_page, evaluation, SENCO), come_in(new_page, evaluation, LEADER)
    for theme, hers, his in ((FIRST, "2 Developing", "4 Sustained"), (SECOND, "3 Established", "3 Established")):
        rate(senco, theme, hers)
        rate(leader, theme, his)
    part = open_part(senco, FIRST, "Strengths, areas")
    part.get_by_role("textbox", name="Strengths").fill("Only hers.")
    until_saved(senco, server, evaluation, (f"theme:{FIRST}", "strengths", "senco"), '"Only hers."')

    neither_sees_the_other(senco, leader)
    kept = server.kept(evaluation)
    assert [kept.answer(FIRST, who).rating for who in ("senco", "slt", AGREED)] == [2, 4, None]
    settle_difference(senco, server, evaluation)
    accept_the_same(senco, server, evaluation)


def neither_sees_the_other(senco: Page, leader: Page) -> None:
    """After a reload each still sees their own answers alone."""
    for page, own, other in ((senco, "2 Developing", "4 Sustained"), (leader, "4 Sustained", "2 Developing")):
        page.reload()
        arrive(page, MONITORING.title)
        expect(rating(page, FIRST, own)).to_be_checked()
        expect(rating(page, FIRST, other)).not_to_be_checked()
        expect(page.get_by_text("2 of 4 themes answered.")).to_be_visible()
    expect(leader.get_by_text("Only hers.")).to_have_count(0)


def settle_difference(page: Page, server: Server, evaluation: str) -> None:
    """On Agree: the theme on which they differ with both views, the reason, and the level they agree on."""
    page.get_by_role("link", name="Agree").click()
    arrive(page, "Agree")
    differing = page.locator("[class*='st-key-differ-']")
    expect(differing).to_have_count(1)
    expect(differing.get_by_text("SENCO: 2 Developing")).to_be_visible()
    expect(differing.get_by_text("Senior leader: 4 Sustained")).to_be_visible()
    expect(differing.get_by_text("Only hers.")).to_be_visible()
    differing.get_by_role("textbox", name=f"Why this level: {title(FIRST)}").fill("The file shows two terms.")
    until_saved(page, server, evaluation, (f"theme:{FIRST}", "reason"), '"The file shows two terms."')
    differing.get_by_role("radio", name="3 Established").click(delay=80)
    until_saved(page, server, evaluation, (f"theme:{FIRST}", "rating"), "3")
    expect(page.get_by_text("There is no difference left to settle.")).to_be_visible()


def accept_the_same(page: Page, server: Server, evaluation: str) -> None:
    """One click takes over what both say; what only one has rated is still waited for."""
    page.get_by_role("button", name="Accept 1 theme on which all say the same").click()
    until_saved(page, server, evaluation, (f"theme:{SECOND}", "rating"), "3")
    expect(page.get_by_text("2 agreed, 0 on which all say the same, 0 on which you differ")).to_be_visible()
    kept = server.kept(evaluation)
    assert kept.answer(FIRST) == Answer(rating=3, reason="The file shows two terms.", strengths="Only hers.")
    assert kept.answer(SECOND).rating == 3
    assert kept.answer(THIRD).rating is None
    assert kept.answer(FIRST, "slt").rating == 4


def test_words_of_both_can_be_taken_over(new_page: NewPage, server: Server) -> None:
    """The agreed answer can begin with what both wrote, one below the other."""
    said = {FIRST: {"senco": Answer(rating=2, strengths="Hers."), "slt": Answer(rating=3, strengths="His.")}}
    began = new_assessment(RUBRIC, Setting.MAINSTREAM, way=Way.APART).changed(answers=said)
    evaluation = server.keep(began)
    page = new_page()
    visit(page, evaluation, "agree", "Agree")
    expect(page.get_by_text("Hers.")).to_have_count(0)
    page.get_by_role("button", name=SENCO).click()
    page.locator("summary", has_text=f"Agreed words: {title(FIRST)}").click()
    page.get_by_role("button", name="Take over what you wrote").click()
    both = until(page, lambda: server.saved(evaluation, f"theme:{FIRST}", "strengths"), lambda kept: kept is not None)
    settle(page)

    expect(page.get_by_role("textbox", name=f"Strengths, agreed: {title(FIRST)}")).to_have_value("Hers.\n\nHis.")
    assert json.loads(both or "") == "Hers.\n\nHis."
    assert server.kept(evaluation).answer(FIRST).rating is None


def test_copy_that_each_keeps_holds_their_own_ratings(new_page: NewPage, server: Server) -> None:
    """The file has what one rated alone, and nothing that the other said of a theme that one has yet to rate."""
    said = {FIRST: {"senco": Answer(rating=2, strengths="Hers.")}, SECOND: {"slt": Answer(rating=3, strengths="His.")}}
    evaluation = server.keep(new_assessment(RUBRIC, Setting.MAINSTREAM, way=Way.APART).changed(answers=said))
    for who, theme, perspective in ((SENCO, FIRST, "senco"), (LEADER, SECOND, "slt")):
        page = come_in(new_page, evaluation, who)
        page.get_by_role("link", name="sendself: all self-evaluations").click()
        entry = page.locator(f".st-key-kept-{evaluation}")
        open_more(entry)
        with page.expect_download() as begun:
            entry.get_by_role("button", name="Keep a copy").click()
        answers = from_json(begun.value.path().read_bytes()).answers

        assert answers == {theme: {perspective: said[theme][perspective]}}


def test_clock_of_the_meeting_takes_no_focus(page: Page, server: Server) -> None:
    """With the clock running one writes why, reloads nothing, and settles what governor and parents did not rate."""
    said = {FIRST: {"senco": Answer(rating=2), "slt": Answer(rating=3)}}
    evaluation = server.keep(
        new_assessment(RUBRIC, Setting.MAINSTREAM, way=Way.APART).changed(participants=FOUR_PEOPLE, answers=said)
    )
    page.goto(f"/agree?evaluation={evaluation}&you=p1")
    arrive(page, "Agree")
    page.get_by_role("spinbutton", name=re.compile("^How long is the meeting")).fill("98")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Start the clock").click()
    expect(
        page.get_by_text("98 minutes left for 1 theme: about 98 minutes. Not counted: 49 themes that wait")
    ).to_be_visible()
    why = page.get_by_role("textbox", name=f"Why this level: {title(FIRST)}")
    type_at_end(page, why, "The file shows it.")
    until_saved(page, server, evaluation, (f"theme:{FIRST}", "reason"), '"The file shows it."')

    expect(why).to_be_focused()
    expect(page.get_by_role("figure", name=re.compile(f"{title(FIRST)}: SENCO 2 Developing"))).to_be_visible()
    page.locator("[class*='st-key-differ-']").get_by_role("radio", name="3 Established").click(delay=80)
    expect(page.get_by_text("98 minutes left, and no theme is left to settle. Not counted: 49 themes")).to_be_visible()


def test_view_in_own_words_is_rated_and_named(page: Page, server: Server) -> None:
    """A school adds a view, somebody rates from it, and Agree calls it by its name."""
    evaluation = server.keep(new_assessment(RUBRIC, Setting.MAINSTREAM, way=Way.APART))
    visit(page, evaluation, "about", "About this evaluation")
    page.get_by_role("textbox", name="Another view, in your own words").fill("Governor for SEND")
    page.get_by_role("button", name="Add this view").click(delay=80)
    expect(page.get_by_role("textbox", name="Role (Governor for SEND)")).to_have_count(1)
    settle(page)
    visit(page, evaluation, "monitoring", MONITORING.title)
    page.get_by_role("button", name="I am: Governor for SEND").click()
    rate(page, FIRST, "1 Not yet in place")
    until_saved(page, server, evaluation, (f"theme:{FIRST}", "rating", "governor-for-send-"), "1")
    for who in ("senco", "slt"):
        server.change(evaluation, EntryKey(f"theme:{FIRST}", who, "rating"), 3)
    page.get_by_role("link", name="Agree").click()
    arrive(page, "Agree")

    card_of = page.locator("[class*='st-key-differ-']")
    expect(card_of.get_by_text("Governor for SEND: 1 Not yet in place")).to_be_visible()


def test_rating_together_needs_nobody_to_say_who_they_are(page: Page, server: Server) -> None:
    """Together there is one answer and no step for agreeing."""
    evaluation = server.keep(new_assessment(RUBRIC, Setting.MAINSTREAM, way=Way.TOGETHER))
    visit(page, evaluation, "monitoring", MONITORING.title)
    rate(page, FOURTH, "2 Developing")

    until_saved(page, server, evaluation, (f"theme:{FOURTH}", "rating"), "2")
    expect(page.get_by_role("link", name="Agree")).to_have_count(0)
    expect(card(page, FOURTH).get_by_role("radiogroup")).to_have_count(1)
