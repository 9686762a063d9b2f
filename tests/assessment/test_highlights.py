"""What is shown first: what the school chose, otherwise what its ratings lead to."""

from sendself.assessment.answers import Answer, EvidenceKind
from sendself.assessment.highlights import (
    PRIORITIES_SHOWN,
    first_of,
    leading_strengths,
    lowest_to_develop,
    more_than_shown,
    shown_priorities,
    shown_strengths,
)
from sendself.assessment.items import Highlight, Priority
from tests.samples import a_rubric, a_theme, an_area, an_evaluation, answered

MANY = a_rubric([an_area("teaching", *(a_theme(f"teaching.{number}") for number in range(8)))])
ONE_KIND = (EvidenceKind.DATA,)


def test_highest_theme_with_words_and_evidence_leads() -> None:
    """A 4 comes before a 3, more kinds of evidence before fewer; without words or below 3 a theme does not lead."""
    answers = {
        "teaching.0": answered(3, strengths="Three."),
        "teaching.1": answered(4, strengths="Four, thin.", evidence_kinds=ONE_KIND),
        "teaching.2": answered(4, strengths="Four."),
        "teaching.3": answered(4),
        "teaching.4": answered(2, strengths="Two."),
    }
    found = leading_strengths(an_evaluation(MANY, answers=answers))

    assert [theme.id for theme in found] == ["teaching.2", "teaching.1", "teaching.0"]


def test_chosen_strengths_come_instead_of_leading_ones() -> None:
    """What the school chose is shown, also where it is but one."""
    evaluation = an_evaluation(
        answers={"teaching.first": answered(4, strengths="Leading.")},
        highlights=(Highlight(id="a", text="Chosen."),),
    )

    assert [one.words for one in shown_strengths(evaluation)] == ["Chosen."]


def test_lowest_themes_with_words_are_developed_first() -> None:
    """The lowest level comes first; the highest level, no level and no words ask for nothing."""
    answers = {
        "teaching.0": answered(3, development="Three."),
        "teaching.1": answered(1, development="One."),
        "teaching.2": answered(4, development="Four."),
        "teaching.3": answered(1),
        "teaching.4": answered("dont_know", development="Unknown."),
    }
    evaluation = an_evaluation(MANY, answers=answers)

    assert [theme.id for theme in lowest_to_develop(evaluation)] == ["teaching.1", "teaching.0"]
    assert shown_priorities(evaluation) == ("Title of teaching.1: One.", "Title of teaching.0: Three.")


def test_priorities_of_the_plan_come_first() -> None:
    """Chosen priorities take the place of areas for development; one without words is called by its themes."""
    evaluation = an_evaluation(
        answers={"teaching.first": answered(1, development="Written.")},
        priorities=(
            Priority(id="a", text="Chosen."),
            Priority(id="b", themes=("teaching.first", "families.first")),
            Priority(id="c"),
        ),
    )

    assert shown_priorities(evaluation) == ("Chosen.", "Title of teaching.first and Title of families.first")


def test_no_more_priorities_than_are_shown() -> None:
    """A school that wrote something everywhere still has five."""
    answers = {f"teaching.{number}": answered(1, development="Begin.") for number in range(8)}

    assert len(shown_priorities(an_evaluation(MANY, answers=answers))) == PRIORITIES_SHOWN


def test_each_perspective_leads_to_its_own() -> None:
    """What one perspective wrote does not stand among another's."""
    said = {"senco": Answer(rating=4, strengths="Hers."), "slt": Answer(rating=1, development="His.")}
    evaluation = an_evaluation(answers={"teaching.first": said})

    assert [one.text for one in shown_strengths(evaluation, "senco")] == ["Hers."]
    assert shown_priorities(evaluation, "senco") == ()
    assert shown_priorities(evaluation, "slt") == ("Title of teaching.first: His.",)
    assert shown_strengths(evaluation) == ()


def test_more_than_the_first_pages_show_is_said() -> None:
    """With how many are to go; three strengths and five priorities are enough for nobody to say a word."""
    full = an_evaluation(
        highlights=tuple(Highlight(id=f"h{number}") for number in range(3)),
        priorities=tuple(Priority(id=f"p{number}") for number in range(5)),
    )
    four = tuple(Highlight(id=f"h{number}") for number in range(4))
    seven = tuple(Priority(id=f"p{number}") for number in range(7))

    assert more_than_shown(full) == ()
    assert more_than_shown(full.changed(highlights=four, priorities=seven)) == (
        "There are 4 strengths, and the pages that are read first show 3. Take 1 away, or put some of them together.",
        "There are 7 priorities, and the pages that are read first show 5. Take 2 away, or put some of them together.",
    )
    assert (first_of(5, 5), first_of(7, 5)) == ("", ": the first 5 of 7")
