"""Pupils with SEND beside the others: both groups counted apart, and nothing where one of them is unknown."""

from datetime import date

import pytest

from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Review
from sendself.assessment.school import School
from sendself.context.national.beside_others import beside_others_in_words, send_beside_others
from tests.samples import an_evaluation

# 40 with SEND and 200 others.
SCHOOL: dict[str, float] = {"roll": 240, "ehc_plans": 10, "sen_support": 30}
ALL: dict[str, float] = {
    **SCHOOL,
    "attendance": 95,
    "attendance_send": 90,
    "persistent_absence": 30,
    "persistent_absence_send": 10,
    "suspensions": 16,
    "suspensions_send": 6,
    "suspended": 12,
    "suspended_send": 4,
    "exclusions": 3,
    "exclusions_send": 1,
    "fsm": 60,
    "fsm_send": 20,
    "pupil_premium": 66,
    "pupil_premium_send": 16,
}


def a_primary(figures: dict[str, float]) -> Assessment:
    """A primary school with these figures of 2022/23."""
    return an_evaluation(
        school=School(phase="Primary"),
        context=Context(figures={name: Figure(value=value, year="2022/23") for name, value in figures.items()}),
    )


def test_both_groups_are_counted_apart() -> None:
    """10 of 40 and 20 of 200; the others' attendance is what all and those with SEND leave for them."""
    found = {one.what: one for one in send_beside_others(a_primary(ALL)).lines}
    assert {what: (one.send, one.others) for what, one in found.items()} == {
        "Attendance": (90, 96),
        "Persistently absent": (25, 10),
        "Suspensions": (15, 5),
        "Suspended at least once": (10, 4),
        "Permanent exclusions": (2.5, 1),
        "Eligible for free school meals": (50, 20),
        "Pupil premium": (40, 25),
    }
    assert found["Suspensions"].in_words(15) == "15.0 per 100 pupils"
    assert found["Permanent exclusions"].in_words(2.5) == "2.50 per 100 pupils"
    premium = found.pop("Pupil premium")
    assert (premium.national, premium.source) == (None, "No national figure to compare it with was found.")
    assert all(one.national and "2022/23" in one.source for one in found.values())


def test_year_that_is_not_over_is_said_beside_the_national_figure() -> None:
    """Suspensions of the year of the evaluation stand beside a whole year's, and the line says so."""
    during = a_primary(ALL).model_copy(update={"review": Review(evaluated_on=date(2022, 11, 26))})
    found = {one.what: one.source for one in send_beside_others(during).lines}
    assert found["Suspensions"].startswith("The school's is of 2022/23, not a full year when this was evaluated. ")
    assert "not a full year" not in found["Eligible for free school meals"]
    assert not any("not a full year" in one.source for one in send_beside_others(a_primary(ALL)).lines)


@pytest.mark.parametrize("without", ["roll", "ehc_plans", "fsm_send", "fsm"])
def test_comparison_without_one_of_its_figures_is_left_out(without: str) -> None:
    """Whichever figure is missing, the share of free school meals is not guessed."""
    figures = {name: value for name, value in ALL.items() if name != without}
    assert "Eligible for free school meals" not in {one.what for one in send_beside_others(a_primary(figures)).lines}


@pytest.mark.parametrize(
    "wrong", [{"fsm_send": 41}, {"fsm": 19}, {"fsm": 230}, {"roll": 30}, {"ehc_plans": 0, "sen_support": 0}]
)
def test_impossible_comparison_is_left_out(wrong: dict[str, float]) -> None:
    """More than a whole group, or a group that is empty, gives no share."""
    assert "Eligible for free school meals" not in {
        one.what for one in send_beside_others(a_primary({**ALL, **wrong})).lines
    }


def test_attendance_of_others_that_cannot_be_is_left_out() -> None:
    """If all attend at 95% and those with SEND, half the roll, at 50%, the others would attend at 140%."""
    figures = {**ALL, "roll": 80, "attendance_send": 50}
    assert "Attendance" not in {one.what for one in send_beside_others(a_primary(figures)).lines}


def test_hidden_count_takes_its_comparison_with_it() -> None:
    """Three with SEND on free school meals, one excluded: the shared record compares everything else."""
    more = {"roll": 480, "suspended": 24, "suspended_send": 8}
    found = send_beside_others(shared_record(a_primary({**ALL, **more, "fsm_send": 3})).assessment).lines
    assert {one.what for one in found} == {
        "Attendance",
        "Persistently absent",
        "Suspensions",
        "Suspended at least once",
        "Pupil premium",
    }


def test_words_say_both_and_the_national_share_where_there_is_one() -> None:
    """The sentence has the numbers of the table; a school without a phase has no national ones."""
    figures = {**SCHOOL, "suspensions": 16, "suspensions_send": 6}
    alone = send_beside_others(an_evaluation(context=a_primary(figures).context)).lines
    assert beside_others_in_words(alone) == (
        "Suspensions: pupils with SEND 15.0 per 100 pupils, other pupils 5.0 per 100 pupils."
    )
    assert ", all pupils nationally " in beside_others_in_words(send_beside_others(a_primary(figures)).lines)


def test_rates_with_and_without_sen_say_their_year_where_it_is_another() -> None:
    """Persistent absence by SEN is published of 2022/23: beside figures of that year no more is said, else the year."""
    for year in ("2022/23", "2024/25"):
        moved = {name: Figure(value=value, year=year) for name, value in ALL.items()}
        lines = send_beside_others(an_evaluation(school=School(phase="Primary"), context=Context(figures=moved))).lines
        [absent] = (one for one in lines if one.what == "Persistently absent")
        assert None not in (absent.national, absent.national_send, absent.national_others)
        assert absent.apart_year == ("" if year == "2022/23" else "2022/23")
        assert ("(in 2022/23 with SEN" in absent.nationally) is (year != "2022/23")
        assert all(one.national_send is None for one in lines if one is not absent)
