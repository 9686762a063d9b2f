"""The needs of a school beside the national mix: shares of what is given, and nothing of what is withheld."""

import pytest

from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.model import Assessment
from sendself.assessment.needs import NEEDS, need_measure
from sendself.context.national.benchmarks import load_benchmarks
from sendself.context.national.need_profile import need_profile, needs_in_words
from tests.samples import an_evaluation

SEND_72 = {"roll": 428, "ehc_plans": 14, "sen_support": 58}


def a_school(needs: dict[str, float | None], **counts: float | None) -> Assessment:
    """A school with these pupils under each need, and these counts, of 2023/24."""
    values = {**counts, **{need_measure(code): pupils for code, pupils in needs.items()}}
    figures = {name: Figure(value=value, year="2023/24") for name, value in values.items()}
    return an_evaluation(context=Context(figures=figures))


def published(code: str, status: str) -> float:
    """The published share of a need in 2023/24."""
    wanted = (f"primary_need_share:{code}", "all_state_funded", status, "2023/24")
    return next(
        one.value for one in load_benchmarks() if (one.measure, one.phase, one.sen_status, one.academic_year) == wanted
    )


def test_school_without_needs_has_no_profile() -> None:
    """Nothing given is nothing to show."""
    assert need_profile(a_school({}, **SEND_72)) is None


def test_shares_are_of_the_pupils_counted_the_largest_first() -> None:
    """42 and 30 of 72; a need that nobody has stays where the nation has it."""
    found = need_profile(a_school({"ASD": 30, "SLCN": 42, "VI": 0}, **SEND_72))
    assert found
    assert [(one.name[-5:].strip(" ()"), one.pupils, one.share) for one in found.lines] == [
        ("SLCN", "42", pytest.approx(100 * 42 / 72)),
        ("(ASD)".strip("()"), "30", pytest.approx(100 * 30 / 72)),
        ("(VI)".strip("()"), "0", 0),
    ]
    assert found.of == "Shares are of the 72 pupils counted under a need."


def test_national_mix_is_in_the_proportion_of_the_school() -> None:
    """Of 14 plans and 58 on support, autism nationally is the two published shares weighed so."""
    found = need_profile(a_school({"ASD": 30, "SLCN": 42}, **SEND_72))
    assert found
    mixed = (14 * published("ASD", "EHCP") + 58 * published("ASD", "SEN support")) / 72
    assert {one.pupils: one.national for one in found.lines}["30"] == pytest.approx(mixed)
    assert "2023/24" in found.source
    assert "in the proportion of this school" in found.source


def test_national_mix_of_plans_alone_is_theirs() -> None:
    """A school whose pupils all have plans stands beside pupils with plans."""
    found = need_profile(a_school({"SLD": 40, "ASD": 60}, roll=100, ehc_plans=100, sen_support=0))
    assert found
    assert [one.national for one in found.lines] == [published("ASD", "EHCP"), published("SLD", "EHCP")]
    assert "proportion" not in found.source


def test_national_mix_is_not_said_without_both_counts() -> None:
    """Without the plans nobody can say which mix to stand beside."""
    found = need_profile(a_school({"ASD": 30, "SLCN": 42}, sen_support=58))
    assert found
    assert {one.national for one in found.lines} == {None}
    assert "where both the EHC plans and the SEN support are given" in found.source


def test_withheld_needs_are_in_no_share_and_no_words() -> None:
    """Three with a hearing impairment and the six that would give them away: shares are of all with SEND."""
    needs: dict[str, float | None] = {"ASD": 30, "SLCN": 33, "SEMH": 6, "HI": 3}
    shared = shared_record(a_school(needs, **SEND_72)).assessment
    found = need_profile(shared)
    assert found
    by_pupils = [(one.pupils, one.share) for one in found.lines]
    assert by_pupils == [
        ("33", pytest.approx(100 * 33 / 72)),
        ("30", pytest.approx(100 * 30 / 72)),
        ("withheld: it could point to a child", None),
        ("withheld: it could point to a child", None),
    ]
    assert found.of == "Shares are of the 72 pupils with SEND."
    assert needs_in_words(found).count("not known (national") == 2


def test_shares_are_not_given_where_their_whole_is_withheld() -> None:
    """Three plans are hidden, and with them the number of pupils with SEND: no share could be made of it."""
    needs: dict[str, float | None] = {"ASD": 20, "SLCN": 23}
    found = need_profile(shared_record(a_school(needs, roll=400, ehc_plans=3, sen_support=40)).assessment)
    assert found
    assert {one.share for one in found.lines} == {None}
    assert found.of.startswith("Shares are not given")


def test_every_need_has_a_name_of_its_own() -> None:
    """All needs stand in the profile of a school that has all."""
    found = need_profile(a_school(dict.fromkeys(NEEDS, 10), roll=400, ehc_plans=70, sen_support=70))
    assert found
    assert len({one.name for one in found.lines}) == len(NEEDS)
    assert sum(one.share or 0 for one in found.lines) == pytest.approx(100)
