"""What moved since the last evaluation, and that nothing is said where there was none."""

from datetime import date

from sendself.assessment.items import Target
from sendself.assessment.last_time import LastTime
from sendself.context.example import example_assessment
from sendself.document.blocks import Radar
from sendself.rubric.duty import Setting
from tests.report.reports import report_on, said_in
from tests.samples import a_rubric, a_theme, an_area, an_evaluation, answered


def test_since_last_time_says_levels_then_and_now() -> None:
    """Each theme that moved stands with both levels and its target then, those that stayed in a line; the radar too."""
    rubric = a_rubric(
        [
            an_area(name, a_theme(f"{name}.first"), a_theme(f"{name}.second"))
            for name in ("teaching", "families", "trips")
        ]
    )
    last = {"teaching.first": 1, "teaching.second": 3, "families.first": 2, "families.second": 2, "gone.theme": 4}
    now = {"teaching.first": 3, "teaching.second": 2, "families.first": 2, "families.second": 2}
    assessment = an_evaluation(
        rubric,
        answers={theme: answered(level) for theme, level in now.items()},
        targets={"families.first": Target(level=4)},
        last_time=LastTime(
            evaluation="evaluation-0",
            evaluated_on=date(2025, 11, 20),
            ratings=last,
            targets={"teaching.first": 2, "families.second": 3},
        ),
    )
    said = said_in(assessment)
    for words in (
        "Since 20 November 2025: 1 theme rose, 1 theme fell and 2 themes stayed where they were.",
        "Title of teaching.first | 1 Not yet in place | 3 Established | 2 Developing: reached",
        "Title of teaching.second | 3 Established | 2 Developing | –",
        "Title of families.second | 2 Developing | 2 Developing | 3 Established: not reached yet",
        "Stayed at 2 Developing: Title of families.first.",
        "1 theme of last time is asked no more.",
        "Last time, 20 November 2025: teaching 2.0 and families 2.0. Aimed for: teaching 2.5 and families 3.0.",
    ):
        assert words in said
    (radar,) = (block for block in report_on(assessment).blocks if isinstance(block, Radar))
    assert [series.filled for series in radar.series] == [True, False, False]


def test_first_evaluation_has_no_chapter_about_last_time() -> None:
    """Where nothing came before, nothing is said of it."""
    assert "Since last time" not in said_in(example_assessment(Setting.MAINSTREAM))
