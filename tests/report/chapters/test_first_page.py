"""The first page says who, when and why, and stays one page with the summary behind it, however much was written."""

import re

import pytest

from sendself.assessment.begin import SENCO_AND_LEADER
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.participants import Participant
from sendself.assessment.school import School
from sendself.context.example import example_assessment
from sendself.document.layout.pages import lay_out
from sendself.report.self_evaluation import build_report
from sendself.rubric.duty import SchoolKind, Setting
from tests.report.reading import pages_of, words_of
from tests.report.reports import BOTH, LONG, crowded, on_page, report_on, said_in
from tests.samples import an_evaluation


def test_first_page_says_who_when_why_and_how_many() -> None:
    """School, people present and absent, date, reason, and figures with their year stand on page 1."""
    first = words_of(pages_of(report_on(example_assessment(Setting.MAINSTREAM)))[0])
    for words in (
        "Linnetfield Primary School (EXAMPLE)",
        "Community school, primary, ages 4 to 11",
        "Setting: Mainstream school",
        "local authority: Merrowdale",
        "20 November 2026, rated together",
        "Took part: Priya Nair, SENCO; Owen Hughes, Deputy headteacher; Margaret Ellis, SEND governor",
        "Did not take part: Tomasz Zieliński, Chair of the parent forum",
        "The SENCO is in a second year",
        "What the school wants the reviewer to test",
        "2026/27 | Number on roll: 428; pupils with an EHC plan: 14 of 428 (3.3%)",
        "2025/26 | Attendance of all pupils: 94.6%",
        "carries the evaluation as data",
        "EXAMPLE: the ratings are invented",
    ):
        assert words in first


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(4, 11, "ages 4 to 11"), (16, None, "ages 16 and over"), (None, 11, "ages up to 11"), (None, None, "Academy")],
)
def test_first_page_says_what_was_typed_of_the_school(low: int | None, high: int | None, words: str) -> None:
    """A school that is not in the register has URN, type, phase, ages, place and trust there, as far as given."""
    school = School(
        name="Ash Primary",
        urn=999998,
        postcode="LU4 8EZ",
        local_authority="Luton",
        trust="Ash Trust",
        phase="Primary",
        kind=SchoolKind.ACADEMY,
        age_low=low,
        age_high=high,
    )
    first = words_of(pages_of(report_on(an_evaluation(school=school)))[0])

    for said in ("URN: 999998", words, "primary", "LU4 8EZ, local authority: Luton", "Trust: Ash Trust"):
        assert said in first


@pytest.mark.parametrize("setting", BOTH)
@pytest.mark.parametrize("full", [False, True], ids=["example", "crowded"])
def test_first_two_pages_stay_one_page_each(setting: Setting, full: bool) -> None:
    """Cover and summary are shortened so that the contents are page 3, however much was written."""
    assessment = example_assessment(setting)
    laid = lay_out(report_on(crowded(assessment) if full else assessment))
    pages = {bookmark.text: bookmark.page + 1 for bookmark in laid.bookmarks}
    assert pages["The profile: themes at each level"] == 2
    assert pages["Contents"] == 3
    assert pages["The school in context"] == 4 or (full and pages["The school in context"] == 5)


def test_what_was_shortened_stands_in_full() -> None:
    """Long reasons, strengths and priorities are cut on the first pages with an ellipsis and whole further on."""
    document = report_on(crowded(example_assessment(Setting.MAINSTREAM)))
    first, second, _, third = (words_of(page) for page in pages_of(document)[:4])
    whole = " ".join(LONG.split())
    assert whole not in first + second
    assert "…" in first
    assert "…" in second
    assert third.count(whole) == 6
    assert "Strengths: the first 3 of 4 | Evidence" in second
    assert "Priorities: the first 5 of 7" in second
    plan = words_of(document.blocks).partition("\nThe plan\n")[2]
    assert plan.count(whole) == 7


def test_page_with_room_cuts_nothing() -> None:
    """What is longer than a few lines stands whole on the first two pages while they have room, and only there."""
    example = example_assessment(Setting.MAINSTREAM)
    why, wish = "Why we ask ourselves this now. " * 15, "Whether it holds in every class. " * 10
    assessment = example.changed(review=example.review.model_copy(update={"why": why, "wants_tested": wish}))
    document = report_on(assessment)
    pages = pages_of(document)
    assert on_page(why) in words_of(pages[0])
    assert on_page(wish) in words_of(pages[0])
    assert "…" not in words_of(pages[0])
    for text in (*(one.text for one in assessment.highlights), *(one.text for one in assessment.priorities)):
        assert on_page(text) in words_of(pages[1])
    assert words_of(document.blocks).count(on_page(why)) == 1


def test_people_without_room_are_counted() -> None:
    """No name is cut and nobody left out unsaid: who has no room on the first page is counted, and named further on."""
    people = [f"Person Number {n}, Assistant headteacher" for n in range(40)]
    taking_part = tuple(
        Participant(id=f"p{n:02}", name=f"Person Number {n}", role="Assistant headteacher") for n in range(40)
    )
    crowd = crowded(example_assessment(Setting.MAINSTREAM)).changed(participants=taking_part)
    document = report_on(crowd)
    first, rest = (words_of(blocks) for blocks in (pages_of(document)[0], pages_of(document)[3]))
    found = re.search(r"Took part: (.*); and ([0-9]+) more", first)
    assert found
    named = found[1].split("; ")
    assert named == people[: len(named)]
    assert len(named) + int(found[2]) == len(people)
    assert "; ".join(people) in rest


def test_roles_without_a_name_are_said_to_be_nobody_named() -> None:
    """Nobody takes two roles for people who took part; where names stay at home on purpose, that is said instead."""
    roles = an_evaluation(participants=SENCO_AND_LEADER)
    named = roles.changed(participants=(Participant(id="p1", name="Ann Lee", role="SENCO"),))

    assert "Took part: SENCO; Senior leader (nobody is named)" in said_in(roles)
    assert "nobody is named" not in said_in(named)
    hidden = shared_record(named.changed(disclosure=Disclosure(names="roles")))
    assert "nobody is named" not in words_of(build_report(hidden).blocks)


def test_first_page_holds_the_figures_below_the_longest_names() -> None:
    """A school's name and trust of nearly 200 letters are cut there beside all else, and stand whole later."""
    name, trust = "Ash " * 43 + "Hill", "Trust " * 29 + "of all"
    full = crowded(example_assessment(Setting.MAINSTREAM))
    long = full.changed(school=full.school.model_copy(update={"name": name, "trust": trust}))
    document = report_on(long)
    pages = {bookmark.text: bookmark.page + 1 for bookmark in lay_out(document).bookmarks}
    first, *rest = (words_of(blocks) for blocks in pages_of(document))

    assert (pages["The school in figures"], pages["The profile: themes at each level"]) == (1, 2)
    assert trust not in first
    assert name in " ".join(rest)
    assert trust in " ".join(rest)
