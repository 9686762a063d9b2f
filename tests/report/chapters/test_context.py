"""The context in the report: figures, standings, needs and words, and nothing of what was hidden."""

from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.model import Assessment
from sendself.assessment.school import School
from sendself.document.blocks import Heading, Table
from sendself.report.chapters.context import context_blocks
from tests.report.reading import words_of
from tests.samples import an_evaluation

FIGURES: dict[str, float] = {
    "roll": 428,
    "ehc_plans": 14,
    "sen_support": 58,
    "fsm": 97,
    "fsm_send": 27,
    "need_asd": 30,
    "need_slcn": 33,
    "need_semh": 6,
    "need_hi": 3,
}


def a_school(**changes: float) -> Assessment:
    """A primary school with these figures and a word about itself."""
    figures = {name: Figure(value=value) for name, value in {**FIGURES, **changes}.items()}
    context = Context(figures=figures, words={"staffing": "Two teaching assistants.", "of_tomorrow": "Later."})
    return an_evaluation(school=School(phase="Primary"), context=context)


def test_context_has_its_figures_standings_needs_and_words_in_this_order() -> None:
    """Each under a heading of its own; words of a newer program come last, under their id."""
    blocks = tuple(context_blocks(shared_record(a_school()).assessment, ("3 in 4 have more.",)))
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "The school in context",
        "Among schools like it",
        "Pupils with SEND by main need",
        "Staffing for SEND",
        "Of tomorrow",
    ]
    assert "27 of 72 with SEND (37.5%)" in words_of(blocks)


def test_figures_that_cannot_both_be_right_are_said_to_be_so() -> None:
    """The reader is warned of what the school left uncorrected, and of nothing where all agree."""
    wrong = words_of(tuple(context_blocks(shared_record(a_school(ehc_plans=430)).assessment, ())))
    assert "Pupils with an EHC plan (430) cannot be more than number on roll (428)." in wrong
    assert "Correct" not in wrong
    assert "can be right" not in words_of(tuple(context_blocks(shared_record(a_school()).assessment, ())))


def test_hidden_needs_are_in_no_table() -> None:
    """Three pupils and the six that would give them away are withheld in the table, with no share."""
    figures, needs = (block for block in context_blocks(shared_record(a_school()).assessment, ()) if _is_table(block))
    assert isinstance(needs, Table)
    assert isinstance(figures, Table)
    assert [row[1:3] for row in needs.rows] == [
        ("33", "45.8%"),
        ("30", "41.7%"),
        ("withheld: it could point to a child", "not known"),
        ("withheld: it could point to a child", "not known"),
    ]
    assert not [row for row in figures.rows if "hearing" in str(row[0])]


def test_small_counts_that_may_leave_are_said() -> None:
    """A school that chose to send them sees the need with its share."""
    shared = shared_record(a_school(), Disclosure(small_counts="show")).assessment
    assert "Hearing impairment (HI) | 3 | 4.2%" in words_of(tuple(context_blocks(shared, ())))


def test_limit_of_small_counts_is_printed_where_something_is_hidden() -> None:
    """The reader is told which counts are withheld and why; where all are shown there is nothing to say."""
    said, more, shown = (
        words_of(tuple(context_blocks(shared_record(a_school(), chosen).assessment, ())))
        for chosen in (Disclosure(), Disclosure(small_up_to=7), Disclosure(small_counts="show"))
    )

    assert "Counts of 1 to 4 that the school gave itself are withheld" in said
    assert "Counts of 1 to 7 that the school gave itself are withheld" in more
    assert "are withheld" not in shown


def test_empty_context_says_so() -> None:
    """Without figures and words there is a sentence and no table."""
    blocks = tuple(context_blocks(an_evaluation(), ()))
    assert not any(map(_is_table, blocks))
    assert "The school has not given its context yet." in words_of(blocks)


def _is_table(block: object) -> bool:
    return isinstance(block, Table)
