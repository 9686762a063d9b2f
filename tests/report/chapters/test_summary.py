"""The second page: levels, radar, strengths, priorities, duties and what is not known."""

import pytest

from sendself.context.example import example_assessment
from sendself.document.blocks import Radar, Table
from sendself.rubric.duty import Setting
from tests.report.reading import pages_of, words_of
from tests.report.reports import report_on, said_in
from tests.samples import an_evaluation, answered


def test_second_page_is_the_summary() -> None:
    """Counts, radar, three strengths with evidence, priorities, duties and what is not known stand on page 2."""
    assessment = example_assessment(Setting.MAINSTREAM)
    second = pages_of(report_on(assessment))[1]
    said = words_of(second)
    for words in (
        "Focus area | 1 | 2 | 3 | 4 | No level | Mean | Lowest theme",
        "Outcomes | 0 | 2 | 3 | 1 | 1 | 2.8 (6 of 7) | ",
        "Three strengths | Evidence",
        "A parent forum five years old wrote the pupil profile",
        "Forum notes 2021-26",
        "1 | Decide where assistants work",
        "5 | Have SENCO and headteacher read",
        "Not met: 1 duty | Tell all who teach or support a pupil",
        "Not checked: 4 duties | ",
        "Not known yet: 4 themes | ",
    ):
        assert words in said
    assert [len(block.rows) for block in second if isinstance(block, Table)] == [8, 3, 5, 3]


def test_radar_says_its_numbers_in_words() -> None:
    """Whoever cannot see the radar hears the same numbers, with the highest and the lowest."""
    (radar,) = (block for block in report_on(example_assessment(Setting.SPECIAL)).blocks if isinstance(block, Radar))
    assert radar.axes[0] == "Outcomes"
    assert radar.rings == ("Not yet in place", "Developing", "Established", "Sustained")
    assert "Outcomes 2.8 from 6 of 6 themes" in radar.alt
    assert "Highest: Teaching. Lowest: Resources. Aimed for: Outcomes " in radar.alt


def test_highest_ratings_lead_where_the_school_chose_none() -> None:
    """Without strengths of its own choice the report takes the best evidenced, and says that it did."""
    assessment = an_evaluation(
        answers={
            "teaching.first": answered(3, strengths="Taught well."),
            "teaching.second": answered(2, strengths="Not yet high."),
            "families.first": answered(4, strengths="Known far and wide."),
            "families.second": answered(4),
        }
    )
    second = words_of(pages_of(report_on(assessment))[1])
    assert "Title of families.first: Known far and wide. | Seen\nTitle of teaching.first: Taught well. | Seen" in second
    assert "Not yet high" not in second
    assert "has not chosen these itself" in second


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("not_applicable", "not_applicable", "has a level: 2 not applicable."),
        ("dont_know", "not_looked_at", "has a level: 1 not known yet and 1 not looked at this time."),
        ("not_applicable", None, "has a level: 1 not applicable and 1 not rated yet."),
    ],
)
def test_area_without_a_level_says_why(first: str, second: str | None, words: str) -> None:
    """What does not apply is not to come yet; only what is not answered may still get a level."""
    said = {"teaching.first": answered(first, reason="None here."), "teaching.second": answered(second)}

    assert f"None of the 2 themes {words}" in said_in(an_evaluation(answers=said))
