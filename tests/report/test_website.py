"""The version for the website: every theme with its level, what the school chose, and nobody's name."""

from sendself.assessment.answers import State
from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.items import Highlight, Priority
from sendself.assessment.participants import Participant
from sendself.context.example import example_assessment
from sendself.report.website import build_website
from sendself.rubric.duty import Setting
from tests.report.reading import words_of
from tests.samples import an_evaluation, answered


def test_website_says_levels_strengths_and_priorities() -> None:
    """Each theme stands with its level or its state; what the school chose stands before them."""
    assessment = an_evaluation(
        answers={"teaching.first": answered(3, strengths="Long notes"), "teaching.second": answered(State.DONT_KNOW)},
        highlights=[
            Highlight(id="a", text="Welcoming", theme="teaching.first"),
            Highlight(id="b", theme="families.first"),
        ],
        priorities=[Priority(id="a", text="Read more")],
        participants=[Participant(id="a", name="Sam Reed", role="SENCO")],
    )
    said = words_of(build_website(shared_for(assessment, ReportKind.WEBSITE)).blocks)
    assert "Title of teaching.first: Welcoming\nTitle of families.first\n" in said
    assert "Read more" in said
    assert "Title of teaching.first | What is true of teaching.first once it is established. | 3 Established" in said
    assert "| Don't know yet" in said
    assert "Long notes" not in said
    assert "Sam Reed" not in said
    assert "SENCO" not in said


def test_website_of_the_example_says_nobodys_name_and_no_figure() -> None:
    """Neither those who took part nor the reviewer nor a count of pupils is in it."""
    example = example_assessment(Setting.MAINSTREAM)
    said = words_of(build_website(shared_for(example, ReportKind.WEBSITE)).blocks)
    for words in (*(one.name for one in example.participants), example.review.reviewer, "Number on roll", "EHC plan:"):
        assert words
        assert words not in said
    assert all(theme.title in said for theme in example.rubric.themes())


def test_website_without_choices_has_no_empty_chapters() -> None:
    """Where nothing was chosen, nothing is announced."""
    said = words_of(build_website(shared_for(an_evaluation(), ReportKind.WEBSITE)).blocks)
    assert "proud" not in said.split("carries no data.")[1]
    assert "What we will do first" not in said
