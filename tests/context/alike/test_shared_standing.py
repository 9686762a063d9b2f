"""Where the school stands, as it may be said outside: from the shared record alone."""

from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.model import Assessment
from sendself.assessment.school import School
from sendself.context.alike.shared_standing import standing_sentences
from sendself.context.schools.register import load_register
from tests.samples import an_evaluation

DOWNSIDE = 109567


def a_school(**values: float) -> Assessment:
    """Downside, Luton, with these figures typed."""
    figures = {name: Figure(value=value) for name, value in values.items()}
    return an_evaluation(school=School(urn=DOWNSIDE, phase="Primary"), context=Context(figures=figures))


def test_sentences_say_where_the_school_stands_and_what_they_rest_on() -> None:
    """A sentence for the type and one for the nearest, then the census."""
    by_type, near, *basis, percentile = standing_sentences(
        shared_record(a_school(roll=1038, sen_support=105)), load_register()
    )
    assert by_type == (
        "About 3 in 4 state-funded primaries have a larger share of pupils with SEN support; this school's is 10.1%, "
        "percentile 24."
    )
    assert "nearest in size" in near
    assert percentile.startswith("The percentile says how many of a hundred schools have a smaller share")
    assert all("census of 2023/24" in one for one in basis)


def test_hidden_count_has_no_sentence() -> None:
    """Three typed plans leave no trace, unless the school chose to send small counts."""
    assessment = a_school(roll=1038, ehc_plans=3, sen_support=105)
    hidden = standing_sentences(shared_record(assessment), load_register())
    shown = standing_sentences(shared_record(assessment, Disclosure(small_counts="show")), load_register())
    assert not [one for one in hidden if "EHC plan" in one]
    assert [one for one in shown if "EHC plan" in one]


def test_school_without_figures_has_no_sentences() -> None:
    """Nothing given, nothing said."""
    assert standing_sentences(shared_record(a_school()), load_register()) == ()
