"""The figures of the context: how they are typed, which cannot be, their shares and their words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendself.assessment.context import Context, Figure
from sendself.assessment.figures import (
    FigureError,
    figure_in_words,
    impossible_figures,
    number_in_words,
    parse_figure,
    share,
)
from sendself.assessment.measures import BY_ID, MEASURES
from tests.samples import an_evaluation


def given_figures(**values: float | None) -> Context:
    """A context of these numbers."""
    return Context(figures={name: Figure(value=value) for name, value in values.items()})


@pytest.mark.parametrize(
    ("measure", "typed", "number"),
    [
        ("ehc_plans", "36", 36),
        ("ehc_plans", " 36 ", 36),
        ("ehc_plans", "0", 0),
        ("ehc_plans", "36.0", 36),
        ("roll", "1,200", 1200),
        ("roll", "1 200", 1200),
        ("roll", "1\u00a0200", 1200),
        ("roll", "10000", 10_000),
        ("attendance", "93.4", 93.4),
        ("attendance", "93.4%", 93.4),
        ("attendance", "93.4 %", 93.4),
        ("attendance", "100", 100),
        ("senco_days", "2.5", 2.5),
        ("roll", "", None),
        ("roll", " \t", None),
    ],
)
def test_figure_typed_as_people_type_is_read(measure: str, typed: str, number: float | None) -> None:
    """Spaces, thousands and a percent sign where one belongs are read; nothing is nothing."""
    assert parse_figure(BY_ID[measure], typed) == number


@pytest.mark.parametrize(
    ("measure", "typed", "sentence"),
    [
        ("ehc_plans", "about 40", "Enter the pupils with an EHC plan as a whole number, such as 36."),
        ("ehc_plans", "thirty-six", "Enter the pupils with an EHC plan as a whole number, such as 36."),
        ("ehc_plans", "-3", "Enter the pupils with an EHC plan as a whole number, such as 36."),
        ("ehc_plans", "8.4", "Enter the pupils with an EHC plan as a whole number, such as 36."),
        ("ehc_plans", "8%", "Enter the pupils with an EHC plan as a whole number, such as 36."),
        ("ehc_plans", "36,5", "Enter the pupils with an EHC plan as a whole number, such as 36."),
        ("ehc_plans", "1e3", "Enter the pupils with an EHC plan as a whole number, such as 36."),
        ("ehc_plans", "NaN", "Enter the pupils with an EHC plan as a whole number, such as 36."),
        ("ehc_plans", "inf", "Enter the pupils with an EHC plan as a whole number, such as 36."),
        ("ehc_plans", "9" * 400, "Enter the pupils with an EHC plan as a whole number, such as 36."),
        ("roll", "42800000", "Check the number on roll: 42800000 is more than 10,000."),
        ("roll", "10,001", "Check the number on roll: 10,001 is more than 10,000."),
        ("attendance", "934", "Check the attendance of all pupils: 934 is more than 100."),
        ("attendance", "93,4", "Enter the attendance of all pupils as a number, such as 93.4."),
        ("attendance", "%", "Enter the attendance of all pupils as a number, such as 93.4."),
        ("attendance", "93.4%%", "Enter the attendance of all pupils as a number, such as 93.4."),
        ("senco_days", "6", "Check the days a week the SENCO has for the role: 6 is more than 5."),
    ],
)
def test_figure_that_cannot_be_is_answered_with_what_to_enter(measure: str, typed: str, sentence: str) -> None:
    """The sentence says what to enter or to check."""
    with pytest.raises(FigureError) as caught:
        parse_figure(BY_ID[measure], typed)

    assert str(caught.value) == sentence


@given(st.sampled_from(MEASURES), st.text(max_size=20) | st.from_regex(r"[0-9.,% ]{1,12}", fullmatch=True))
def test_figure_is_read_or_refused_whatever_is_typed(measure: Any, typed: str) -> None:
    """Any text gives a number that fits the measure and can be kept, nothing, or a sentence."""
    try:
        number, sentence = parse_figure(measure, typed), "Enter the number."
    except FigureError as error:
        number, sentence = None, str(error)

    assert sentence.startswith(("Enter the ", "Check the "))
    if number is not None:
        assert 0 <= number <= measure.limit
        assert number == int(number) or not measure.whole
        assert Figure(value=number).value == number


@given(st.floats(0, 1_000_000))
def test_number_in_words_can_be_typed_again(number: float) -> None:
    """What is printed is read back as the number, to two decimals."""
    words = number_in_words(number)

    assert abs(float(words.replace(",", "")) - number) <= 0.005 + 1e-9
    assert not words.endswith((".", ".0", ".00"))


@pytest.mark.parametrize(
    ("number", "words"),
    [(36, "36"), (0, "0"), (1200, "1,200"), (93.4, "93.4"), (93.45, "93.45"), (93.999, "94"), (100.0, "100")],
)
def test_number_in_words_has_no_decimals_that_it_does_not_need(number: float, words: str) -> None:
    """Whole numbers are printed whole, thousands with a comma."""
    assert number_in_words(number) == words


def test_impossible_figures_are_explained() -> None:
    """A part larger than its whole is named with both numbers and what to do."""
    found = impossible_figures(given_figures(roll=428, ehc_plans=1200, suspensions=5, suspensions_send=6))

    assert [impossible.measure for impossible in found] == ["ehc_plans", "suspensions_send"]
    assert found[0].message == (
        "Pupils with an EHC plan (1,200) cannot be more than number on roll (428). Correct one."
    )
    assert "suspensions, all pupils (5)" in found[1].message


def test_impossible_figures_of_plans_and_support_together() -> None:
    """A pupil is counted under an EHC plan or SEN support: together they are no more than all pupils."""
    (impossible,) = impossible_figures(given_figures(roll=100, ehc_plans=60, sen_support=41))

    assert impossible.measure == "sen_support"
    assert impossible.message.startswith("EHC plans and SEN support together (101) cannot be more")


SEND_72: dict[str, float] = {"roll": 428, "ehc_plans": 14, "sen_support": 58}


@pytest.mark.parametrize(
    ("figures", "measure", "words"),
    [
        (
            {"pupil_premium": 90, "pupil_premium_send": 73},
            "pupil_premium_send",
            "Pupils with SEND and pupil premium (73) cannot be more than EHC plans and SEN support together (72). "
            "Correct one.",
        ),
        (
            {"fsm": 400, "fsm_send": 20},
            "fsm_send",
            "Pupils eligible for free school meals without those with SEND (380) cannot be more than all pupils "
            "without SEND (356). Correct one of the figures.",
        ),
        (
            {"suspended": 9, "suspensions": 8},
            "suspended",
            "Pupils suspended at least once (9) cannot be more than all suspensions (8). Correct one.",
        ),
        (
            {"need_asd": 40, "need_slcn": 33},
            "need_asd",
            "The main needs add up to 73 pupils and EHC plans and SEN support to 72: each pupil counts under one main "
            "need. Correct the figures.",
        ),
        (
            {"need_asd": 73},
            "need_asd",
            "Pupils with autistic spectrum disorder (ASD) (73) cannot be more than EHC plans and SEN support together "
            "(72). Correct one.",
        ),
        (
            {"persistent_absence": 10, "persistent_absence_send": 11},
            "persistent_absence_send",
            "Pupils with SEND persistently absent (11) cannot be more than pupils persistently absent (10). "
            "Correct one.",
        ),
    ],
)
def test_impossible_figures_of_pupils_with_send(figures: dict[str, float], measure: str, words: str) -> None:
    """More pupils than there are in a group, with SEND, without it or under all needs, is said once."""
    (impossible,) = impossible_figures(given_figures(**SEND_72, **figures))

    assert (impossible.measure, impossible.message) == (measure, words)


@pytest.mark.parametrize(
    "figures",
    [
        {},
        {**SEND_72, "need_asd": 40, "need_slcn": 32},
        {**SEND_72, "need_asd": 40},
        {"need_asd": 40, "ehc_plans": 14},
        {**SEND_72, "fsm": 428, "fsm_send": 72},
        {"suspended": 8, "suspensions": 8},
        {"roll": 100},
        {"ehc_plans": 60, "sen_support": 60},
        {"roll": 100, "ehc_plans": 100, "sen_support": 0},
        {"roll": 100, "ehc_plans": 60, "sen_support": 40},
        {"roll": None, "ehc_plans": 60},
        {"roll": 100, "ehc_plans": None, "sen_support": 90},
        {"suspensions": 0, "suspensions_send": 0},
    ],
)
def test_possible_figures_are_left_alone(figures: dict[str, float | None]) -> None:
    """A special school has a plan for every pupil; what is missing or withheld contradicts nothing."""
    assert impossible_figures(given_figures(**figures)) == ()


@pytest.mark.parametrize(
    ("figures", "percent"),
    [
        ({"roll": 428, "ehc_plans": 36}, 100 * 36 / 428),
        ({"roll": 428, "ehc_plans": 0}, 0.0),
        ({"roll": 428, "ehc_plans": 428}, 100.0),
        ({"roll": 428}, None),
        ({"ehc_plans": 36}, None),
        ({"roll": 0, "ehc_plans": 0}, None),
        ({"roll": None, "ehc_plans": 36}, None),
        ({"roll": 428, "ehc_plans": None}, None),
        ({"roll": 20, "ehc_plans": 36}, None),
    ],
)
def test_share_is_of_the_whole_or_none(figures: dict[str, float | None], percent: float | None) -> None:
    """Percent come from two counts; without both, or with an impossible pair, there is none."""
    assert share(given_figures(**figures), BY_ID["ehc_plans"]) == percent


def test_share_of_a_measure_without_a_whole_is_none() -> None:
    """Attendance is itself in percent."""
    assert share(given_figures(attendance=93.4), BY_ID["attendance"]) is None


@pytest.mark.parametrize(
    ("measure", "figures", "words"),
    [
        ("ehc_plans", {"roll": 428, "ehc_plans": 36}, "36 of 428 (8.4%)"),
        ("ehc_plans", {"roll": 1200, "ehc_plans": 36}, "36 of 1,200 (3.0%)"),
        ("ehc_plans", {"ehc_plans": 36}, "36"),
        ("ehc_plans", {"roll": 428}, "not given"),
        ("ehc_plans", {"roll": 428, "ehc_plans": None}, "withheld: it could point to a child"),
        ("roll", {"roll": 1200}, "1,200"),
        ("attendance", {"attendance": 93.4}, "93.4%"),
        ("senco_days", {"senco_days": 2.5}, "2.5"),
        ("fsm_send", {**SEND_72, "fsm": 97, "fsm_send": 27}, "27 of 72 with SEND (37.5%)"),
        ("fsm_send", {"fsm": 97, "fsm_send": 27}, "27"),
        ("need_asd", {**SEND_72, "need_asd": 18}, "18 of 72 with SEND (25.0%)"),
        ("need_asd", {**SEND_72, "need_asd": None}, "withheld: it could point to a child"),
        ("suspended", {"roll": 428, "suspended": 12}, "12 of 428 (2.8%)"),
        ("suspensions", {"suspensions": 0}, "0"),
    ],
)
def test_figure_in_words_has_its_share_or_says_why_there_is_none(
    measure: str, figures: dict[str, float | None], words: str
) -> None:
    """The same words on every page and in every document."""
    assert figure_in_words(an_evaluation(context=given_figures(**figures)), BY_ID[measure]) == words
