"""The summary for governors: two pages, whatever the school wrote and however many areas its rubric has."""

import re

import pytest
from hypothesis import HealthCheck, given, settings

from sendself.assessment.answers import DutyAnswer, DutyState
from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.disclosure.shared import SharedRecord
from sendself.assessment.items import Highlight, Priority
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant
from sendself.context.example import example_assessment
from sendself.document.blocks import Bullets, Radar
from sendself.document.layout.pages import lay_out
from sendself.report.governors import PAGES, build_summary
from sendself.rubric.duty import Setting
from tests.report.reading import pages_of, words_of
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation, answered
from tests.strategies import assessments

LONGEST = "W" * 20_000


def summary_of(assessment: Assessment) -> SharedRecord:
    """What the summary is made from."""
    return shared_for(assessment, ReportKind.SUMMARY)


@pytest.mark.parametrize("setting", [Setting.MAINSTREAM, Setting.SPECIAL])
def test_example_fills_two_pages_with_nothing_cut(setting: Setting) -> None:
    """With words of usual length the radar is there, and strengths and priorities are whole."""
    example = example_assessment(setting)
    document = build_summary(summary_of(example))
    said = words_of(document.blocks)
    assert len(lay_out(document).pages) == PAGES
    assert any(isinstance(block, Radar) for block in document.blocks)
    assert "What would we see in a lesson that shows this strength?" in said
    for text in (*(one.text for one in example.highlights), *(one.text for one in example.priorities)):
        assert text in said
    assert "…" not in "".join(text for block in document.blocks if isinstance(block, Bullets) for text in block.items)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessment=assessments())
def test_any_evaluation_makes_two_pages(assessment: Assessment) -> None:
    """Empty, half full, in any script: two pages and no attachment."""
    document = build_summary(summary_of(assessment))
    assert len(lay_out(document).pages) == PAGES
    assert document.attachment is None


def test_longest_texts_make_two_pages() -> None:
    """The widest letters at full length everywhere are shortened until they fit."""
    themes = [f"teaching.{number}" for number in range(8)]
    assessment = an_evaluation(
        a_rubric([an_area("teaching", *map(a_theme, themes))]),
        participants=[Participant(id=str(n), name="W" * 300, role="W" * 300) for n in range(9)],
        answers={theme: answered(4, strengths=LONGEST, evidence=LONGEST) for theme in themes},
        highlights=[Highlight(id=str(n), text=LONGEST, theme=themes[n]) for n in range(5)],
        priorities=[Priority(id=str(n), text=LONGEST, themes=tuple(themes)) for n in range(9)],
        school={"name": "W" * 300},
    )
    assert len(lay_out(build_summary(summary_of(assessment))).pages) == PAGES


@pytest.mark.parametrize("areas", [3, 12, 20])
def test_rubric_with_many_areas_makes_two_pages(areas: int) -> None:
    """The table of up to twenty areas fits on the first page; where it needs the room the radar gives way."""
    rubric = a_rubric([an_area(f"area-{number}", a_theme(f"area-{number}.one")) for number in range(areas)])
    document = build_summary(summary_of(an_evaluation(rubric)))
    assert len(lay_out(document).pages) == PAGES
    assert any(isinstance(block, Radar) for block in document.blocks) == (areas < 20)
    assert ("a radar has no room on this page" in words_of(document.blocks)) == (areas == 20)


def test_people_without_room_are_counted() -> None:
    """Who has no room among those who took part is counted, and no name is cut."""
    people = [Participant(id=f"p{n}", name=f"Person Number {n}", role="Assistant headteacher") for n in range(200)]
    said = words_of(build_summary(summary_of(an_evaluation(participants=people))).blocks)
    found = re.search(r"Took part: (.*); and ([0-9]+) more", said)
    assert found
    named = found[1].split("; ")
    assert all(one.endswith("Assistant headteacher") for one in named)
    assert len(named) + int(found[2]) == len(people)


def test_second_page_says_what_is_open_and_what_to_ask() -> None:
    """A duty that is not met is named, and governors get questions."""
    rubric = a_rubric([an_area("teaching", a_theme("teaching.first", "duty-one"))], [a_duty("duty-one")])
    assessment = an_evaluation(rubric, duties={"duty-one": DutyAnswer(state=DutyState.NOT_MET)})
    _, second = pages_of(build_summary(summary_of(assessment)))
    said = words_of(second)
    assert "Not met: 1 duty | Do what duty-one says" in said
    assert "Questions that governors may ask" in said
    assert "No priority is chosen." in said
    assert "this strength" not in said


def test_list_that_is_cut_says_so() -> None:
    """Nobody takes the first five priorities for all; where all stand there, nothing is said."""
    priorities = [Priority(id=str(n), text=f"Priority {n}") for n in range(7)]
    strengths = [Highlight(id=str(n), text=f"Strength {n}") for n in range(4)]
    cut, whole = (
        words_of(build_summary(summary_of(an_evaluation(highlights=some, priorities=few))).blocks)
        for some, few in ((strengths, priorities), (strengths[:3], priorities[:5]))
    )
    assert "Strengths: the first 3 of 4" in cut
    assert "Priorities: the first 5 of 7" in cut
    assert "the first" not in whole
