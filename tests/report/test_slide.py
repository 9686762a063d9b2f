"""The radar for a slide: what it says of itself, what it shows, and what it keeps to the school."""

from datetime import date

from sendself.assessment.answers import Answer
from sendself.assessment.items import Target
from sendself.assessment.last_time import LastTime
from sendself.assessment.participants import Way
from sendself.context.example import example_assessment
from sendself.report.chapters.wording import EXAMPLE
from sendself.report.slide import radar_slide
from sendself.rubric.duty import Setting
from tests.samples import a_rubric, a_theme, an_area, an_evaluation, answered

RUBRIC = a_rubric([an_area(name, a_theme(f"{name}.first")) for name in ("teaching", "families", "outcomes")])
RATED = {"teaching.first": answered(2), "families.first": answered(3)}


def test_slide_of_the_example_says_school_day_and_that_it_is_invented() -> None:
    """On the picture itself, where nobody can cut it from the radar by accident."""
    slide = radar_slide(example_assessment(Setting.MAINSTREAM))

    assert slide is not None
    assert slide.title == "Linnetfield Primary School (EXAMPLE)"
    assert slide.subtitle == "Self-evaluation of SEND provision, 20 November 2026"
    assert slide.note == EXAMPLE
    assert slide.radar.alt.startswith("Linnetfield Primary School (EXAMPLE), 20 November 2026. Radar of the focus")


def test_slide_of_a_school_has_no_note() -> None:
    """What is real is not called an example."""
    slide = radar_slide(an_evaluation(RUBRIC, answers=RATED))

    assert slide is not None
    assert slide.note == ""
    assert [series.name for series in slide.radar.series] == ["Agreed"]


def test_slide_shows_last_time_and_what_is_aimed_for_in_lines_and_words() -> None:
    """Both are lines of their own beside what is agreed, and the alternative text has their numbers."""
    last = LastTime(evaluation="earlier-1", evaluated_on=date(2025, 3, 12), ratings={"teaching.first": 1})
    targets = {"teaching.first": Target(level=4)}
    slide = radar_slide(an_evaluation(RUBRIC, answers=RATED, last_time=last, targets=targets))

    assert slide is not None
    assert [(series.name, series.values) for series in slide.radar.series] == [
        ("Agreed", (2, 3, None)),
        ("Last time, 12 March 2025", (1, None, None)),
        ("Aimed for", (4, 3, None)),
    ]
    assert slide.radar.alt.endswith("Last time, 12 March 2025: teaching 1.0. Aimed for: teaching 4.0 and families 3.0.")


def test_nothing_agreed_makes_no_slide() -> None:
    """Private views stay where they are, also before anything is agreed."""
    apart = {"teaching.first": {"senco": Answer(rating=4)}}

    assert radar_slide(an_evaluation(RUBRIC, way=Way.APART, answers=apart)) is None


def test_two_areas_make_no_slide() -> None:
    """Two axes are no figure."""
    assert radar_slide(an_evaluation(answers={"teaching.first": answered(2)})) is None
