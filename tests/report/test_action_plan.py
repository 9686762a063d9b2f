"""The plan alone: each priority with its actions, then what belongs to none, and the levels aimed for."""

from datetime import date

from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.items import Action, ActionKind, ActionStatus, Highlight, Priority, Target
from sendself.assessment.last_time import LastTime
from sendself.document.blocks import Paragraph, Table
from sendself.report.action_plan import build_plan
from tests.report.reading import words_of
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation, answered

RUBRIC = a_rubric(
    [an_area("teaching", a_theme("teaching.first", "duty-one"), a_theme("teaching.second"))], [a_duty("duty-one")]
)


def test_plan_says_who_does_what_by_when_under_its_priority() -> None:
    """An action stands under its priority with owner, dates, how it will be seen to work, and status."""
    assessment = an_evaluation(
        RUBRIC,
        answers={"teaching.first": answered(2)},
        highlights=[Highlight(id="a", text="Welcoming")],
        priorities=[
            Priority(id="a", text="Read more", themes=("teaching.first",)), Priority(id="b", text="Count less"),
        ],
        actions=[
            Action(
                id="a", what="Buy books", priority="a", owner="SENCO", start=date(2026, 12, 1), due=date(2027, 3, 1),
                success="Pupils read", resources="money", status=ActionStatus.UNDER_WAY,
            ),
            Action(id="b", kind=ActionKind.DUTY, duty="duty-one", priority="gone"),
        ],
        targets={"teaching.first": Target(level=4)},
    )  # fmt: skip
    said = words_of(build_plan(shared_for(assessment, ReportKind.PLAN)).blocks)
    row = "Buy books | SENCO | from 1 December 2026 by 1 March 2027 | Pupils read. What it takes: money. | Under way"
    assert said.index("Read more") < said.index(row) < said.index("Count less")
    assert "No action is planned for it yet." in said.split("Count less")[1]
    assert "Meet a duty: Do what duty-one says | nobody yet | no date | not named | Not started" in said
    assert "Title of teaching.first | Area teaching | 2 Developing | 4 Sustained" in said
    assert "Welcoming" in said


def test_words_too_long_for_a_column_stand_across_the_page() -> None:
    """The table has their beginning and says where the rest is; whole they stand under it, once."""
    what, success = "Rewrite the map. " * 150, "Pupils say so. " * 150
    long, short = (
        Action(id=one, what=text, success=aim) for one, text, aim in (("a", what, success), ("b", "Buy", "Read"))
    )
    blocks = build_plan(shared_for(an_evaluation(RUBRIC, actions=[long, short]), ReportKind.PLAN)).blocks
    table = next(block for block in blocks if isinstance(block, Table))

    assert all(len(str(cell)) < 300 and "in full below" in str(cell) for cell in (table.rows[0][0], table.rows[0][3]))
    assert table.rows[1][0] == "Buy"
    said = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert [said.count(text.strip()) for text in (what, success)] == [1, 1]
    assert "Action in full" in said


def test_plan_without_anything_says_so() -> None:
    """An empty plan is a page that says what is missing."""
    document = build_plan(shared_for(an_evaluation(RUBRIC), ReportKind.PLAN))
    assert "No priority is chosen." in words_of(document.blocks)
    assert document.attachment is None


def test_plan_says_what_moved_since_last_time() -> None:
    """Then, now, aimed for, reached or not; without a last time there is no such part."""
    last = LastTime(
        evaluated_on=date(2025, 3, 12),
        ratings={"teaching.first": 1, "teaching.second": 2},
        targets={"teaching.first": 3, "teaching.second": 3},
    )
    answers = {"teaching.first": answered(3), "teaching.second": answered(2)}
    plain = an_evaluation(RUBRIC, answers=answers)
    said, without = (
        words_of(build_plan(shared_for(one, ReportKind.PLAN)).blocks) for one in (plain.changed(last_time=last), plain)
    )
    assert "Since 12 March 2025: 1 theme rose and 1 theme stayed where it was." in said
    assert "Title of teaching.first | 1 Not yet in place | 3 Established | 3 Established | reached" in said
    assert "Title of teaching.second | 2 Developing | 2 Developing | 3 Established | not reached yet" in said
    assert "What moved" not in without


def test_level_aimed_for_below_the_one_now_is_pointed_out() -> None:
    """Nobody reads a plan to go down as one that is reached."""
    plan = an_evaluation(RUBRIC, answers={"teaching.first": answered(3)}, targets={"teaching.first": Target(level=2)})
    said = words_of(build_plan(shared_for(plan, ReportKind.PLAN)).blocks)

    warning = "The level aimed for is below where you stand now; set it anew: Title of teaching.first."
    assert warning in said
    equal = plan.changed(targets={"teaching.first": Target(level=3)})
    assert "below where you stand" not in words_of(build_plan(shared_for(equal, ReportKind.PLAN)).blocks)
