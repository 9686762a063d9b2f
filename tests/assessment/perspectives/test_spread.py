"""Where people see the school differently, as far as the reader may see it."""

import pytest

from sendself.assessment.answers import Answer, Rating, State
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant
from sendself.assessment.perspectives.spread import area_spreads, theme_spreads
from tests.samples import a_rubric, a_theme, an_area, an_evaluation

PEOPLE = tuple(Participant(id=name, perspective=who) for name, who in (("a", "senco"), ("b", "slt"), ("c", "governor")))


def rated(**themes: dict[str, Rating]) -> Assessment:
    """An evaluation of two areas, `outcomes` and `teaching`, with these ratings of `<area>_<theme>`."""
    ids = [name.replace("_", ".") for name in themes]
    areas = [
        an_area(area, *(a_theme(one) for one in ids if one.startswith(area)), a_theme(f"{area}.more"))
        for area in ("outcomes", "teaching")
    ]
    answers = {
        one: {who: Answer(rating=rating) for who, rating in said.items()}
        for one, said in zip(ids, themes.values(), strict=True)
    }
    return an_evaluation(a_rubric(areas), participants=PEOPLE, answers=answers)


def test_themes_come_with_the_largest_difference_first() -> None:
    """Where all say the same there is no line; a rating without a level has no place, and its words."""
    lines = theme_spreads(
        rated(
            outcomes_alike={"senco": 2, "slt": 2},
            outcomes_near={"senco": 2, "slt": 3, AGREED: 4},
            teaching_far={"senco": 4, "slt": 1, "governor": 2},
            teaching_unsure={"senco": State.DONT_KNOW, "slt": 3},
        ),
        "senco",
    )

    assert [(line.title, line.apart) for line in lines] == [
        ("Title of teaching.far", 3),
        ("Title of outcomes.near", 1),
        ("Title of teaching.unsure", 1),
    ]
    assert lines[0].places == {"senco": 4, "slt": 1, "governor": 2}
    assert lines[1].places == {"senco": 2, "slt": 3}
    assert lines[2].places == {"senco": None, "slt": 3}
    assert lines[2].words == {"senco": "Don't know yet", "slt": "3 Established"}


@pytest.mark.parametrize("viewer", ["governor", AGREED])
def test_nothing_is_seen_of_themes_that_the_reader_has_not_rated(viewer: str) -> None:
    """Neither theme by theme nor through a mean: the governor has rated one theme, and sees of the others nothing."""
    seen = rated(
        outcomes_one={"senco": 1, "slt": 4},
        outcomes_two={"senco": 2, "slt": 3, "governor": 3},
        teaching_one={"senco": 1, "slt": 4},
    )
    own = viewer == "governor"

    assert [line.title for line in theme_spreads(seen, viewer)] == ["Title of outcomes.two"] * own
    assert [(line.title, dict(line.places)) for line in area_spreads(seen, viewer)] == [
        ("outcomes", {"senco": 2, "slt": 3, "governor": 3})
    ] * own


def test_areas_are_means_of_the_themes_that_were_rated() -> None:
    """Each mean says of how many themes it is; an area that one alone has rated has nothing to compare.

    No theme has a level from all three: their means say nothing of each other.
    """
    lines = area_spreads(
        rated(
            outcomes_one={"senco": 1, "slt": 4},
            outcomes_two={"senco": 2, "slt": State.NOT_APPLICABLE},
            outcomes_three={"senco": 2, "governor": 2},
            teaching_one={"senco": 1},
        ),
        "senco",
    )

    (line,) = lines
    assert line.words == {"senco": "1.7 (3 themes)", "slt": "4.0 (1 theme)", "governor": "2.0 (1 theme)"}
    assert (line.apart, line.shared) == (None, 0)


def test_areas_are_apart_by_the_themes_that_everybody_has_rated() -> None:
    """A governor who rated one theme like everybody else is not apart for the themes that only the others rated.

    The area that differs comes first, and what cannot be compared last.
    """
    lines = area_spreads(
        rated(
            outcomes_one={"senco": 1, "slt": 1, "governor": 1},
            outcomes_two={"senco": 4, "slt": 4},
            teaching_one={"senco": 2, "slt": 4},
            teaching_two={"senco": 3, "slt": 2},
            teaching_three={"senco": 1, "slt": State.DONT_KNOW},
        ),
        "senco",
    )

    assert [(line.title, line.apart, line.shared) for line in lines] == [("teaching", 0.5, 2), ("outcomes", 0, 1)]
    assert lines[1].words["governor"] == "1.0 (1 theme)"
    assert lines[0].words["senco"] == "2.0 (3 themes)"


def test_areas_that_cannot_be_compared_come_last() -> None:
    """No number is given for them, also where the means lie far apart."""
    lines = area_spreads(
        rated(
            outcomes_one={"senco": 1},
            outcomes_two={"senco": 4, "slt": 4},
            outcomes_three={"senco": 1, "governor": 1},
            teaching_one={"senco": 2, "slt": 2},
        ),
        "senco",
    )

    assert [(line.title, line.apart) for line in lines] == [("teaching", 0), ("outcomes", None)]
