"""Where people see the school differently, as far as the reader may see it."""

import pytest

from sendself.assessment.model import AGREED, Answer, Assessment, Participant, Rating, State
from sendself.assessment.spread import area_spreads, theme_spreads
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
    """Each mean says of how many themes it is; an area that one alone has rated has nothing to compare."""
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
    assert line.apart == pytest.approx(4 - 5 / 3)
