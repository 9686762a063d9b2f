"""A school's figures beside the national ones: the same phase, each with its year and source."""

from dataclasses import replace
from datetime import date

import pytest

from sendself.assessment.context import Context, Figure
from sendself.assessment.measures import MEASURES
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Review
from sendself.assessment.school import School
from sendself.context.example import example_assessment
from sendself.context.national.benchmarks import Benchmark, load_benchmarks
from sendself.context.national.beside_national import Beside, beside_national
from sendself.context.national.published import PUBLISHED, benchmark_for, figure_for
from sendself.context.schools.register import load_register
from sendself.rubric.duty import SchoolKind, Setting
from tests.samples import an_evaluation


def a_primary(day: date | None = None, year: str = "", **values: float) -> Assessment:
    """A primary school with these figures, all typed for one year."""
    return an_evaluation(
        school=School(name="A School", phase="Primary", kind=SchoolKind.MAINTAINED),
        review=Review(evaluated_on=day),
        context=Context(figures={name: Figure(value=value, year=year) for name, value in values.items()}),
    )


ABSENT = a_primary(
    year="2022/23", roll=400, ehc_plans=10, sen_support=50, persistent_absence=51, persistent_absence_send=14
)


SEND_OF_212 = (("ehc_plans", 132), ("sen_support", 80))


def by_label(assessment: Assessment) -> dict[str, Beside]:
    """The lines by what they are called."""
    return {line.label: line for line in beside_national(assessment).lines}


def published(measure: str, phase: str, status: str, year: str) -> list[Benchmark]:
    """The rows of the shipped file for one figure, read without the code that chooses."""
    wanted = (measure, phase, status, year)
    return [one for one in load_benchmarks() if (one.measure, one.phase, one.sen_status, one.academic_year) == wanted]


def test_census_counts_stand_beside_the_same_year_and_phase() -> None:
    """Shares of 2023/24 are set beside the primary schools of 2023/24, with the publication named."""
    entry = load_register().find(109567)
    assert entry
    lines = by_label(example_assessment(Setting.MAINSTREAM, entry=entry))
    support = lines["Pupils with SEN support"]
    assert support.school == "105 of 1,038 (10.1%) in 2023/24"
    assert support.national == "14.1%"
    assert support.source.startswith("2023/24.")
    assert lines["Number on roll"].national == "–"


def test_attendance_is_what_absence_leaves() -> None:
    """Attendance stands beside 100 less the national absence, so that the two can be compared."""
    line = by_label(a_primary(year="2023/24", attendance=94.6))["Attendance of all pupils"]
    assert line.school == "94.6% in 2023/24"
    assert 93 < float(line.national.rstrip("%")) < 96


@pytest.mark.parametrize(
    ("day", "over"),
    [(date(2026, 11, 26), False), (date(2027, 8, 31), False), (date(2027, 9, 1), True)],
)
def test_figure_of_a_year_that_is_not_over_says_so(day: date, over: bool) -> None:
    """Attendance and suspensions of the year of the evaluation are no full year's; a count of pupils is of its day."""
    assessment = a_primary(day, year="2026/27", roll=400, sen_support=40, attendance=94.6, suspensions=3)
    lines = by_label(assessment)
    for label in ("Attendance of all pupils", "Suspensions, all pupils"):
        said = lines[label].school
        assert said.endswith("in 2026/27" if over else "in 2026/27, not a full year when this was evaluated")
    assert lines["Pupils with SEN support"].school.endswith("in 2026/27")
    assert ("A year that is not over has fewer" in beside_national(assessment).schools) is not over


def test_suspensions_are_given_as_the_dfe_gives_them() -> None:
    """Events are shown as a rate per 100 pupils beside the national rate; without a roll there is none."""
    line = by_label(a_primary(year="2022/23", roll=200, suspensions=9))["Suspensions, all pupils"]
    assert line.school == "9 (4.5 per 100 pupils) in 2022/23"
    assert line.national.endswith(" per 100 pupils")
    assert by_label(a_primary(year="2022/23", suspensions=9))["Suspensions, all pupils"].school == "9 in 2022/23"


def test_every_source_is_named_with_its_address_once() -> None:
    """A line names its source by number, and under that number stand publication and address of the very figure."""
    beside = beside_national(a_primary(year="2023/24", roll=400, ehc_plans=12, sen_support=60, fsm=80, attendance=94))
    numbered = [
        int(line.source.rpartition("Source ")[2].rstrip(".")) for line in beside.lines if "Source" in line.source
    ]
    assert len(numbered) == 5
    assert set(numbered) == set(range(1, len(beside.sources) + 1))
    assert len(set(beside.sources)) == len(beside.sources)
    plans = next(line for line in beside.lines if line.label == "Pupils with an EHC plan")
    source = beside.sources[int(plans.source.rpartition("Source ")[2].rstrip(".")) - 1]
    rows = published("pct_pupils_with_sen_provision", "state_funded_primary", "EHCP", "2023/24")
    assert (source.publication, source.address) in {(one.publication, one.url) for one in rows if one.value == 2.96}
    assert all(one.address.startswith("https://") for one in beside.sources)


def test_figure_that_was_worked_out_says_how() -> None:
    """The rate of pupils with SEND is worked out from published bands: its source says from what."""
    beside = beside_national(ABSENT)
    (worked_out,) = [one for one in beside.sources if one.how]
    assert f"Worked out by sendself from what it gives: {worked_out.how}. https://" in worked_out.in_words
    assert "in its bands" in worked_out.how


def test_schools_are_named_once_and_where_they_are_others() -> None:
    """The page says whose figures they are; a line says it only where they are of others, and nobody of nobody."""
    said = beside_national(a_primary(year="2023/24", roll=400, sen_support=60)).schools
    assert said.startswith("National figures are of state-funded primary schools.")
    assert beside_national(a_primary(roll=400)).schools == ""


def test_nearest_year_is_printed_beside_the_year_of_the_school() -> None:
    """Where the year is not published the line says both years; where it is there is one."""
    there = by_label(a_primary(year="2022/23", roll=200, suspensions=9))["Suspensions, all pupils"]
    near = by_label(a_primary(year="2025/26", roll=200, suspensions=9))["Suspensions, all pupils"]
    assert there.source.startswith("2022/23. Source")
    assert near.source.startswith("2023/24, the nearest. Source")
    assert near.school.endswith(" in 2025/26")


@pytest.mark.parametrize("year", ["", "2023-24", "autumn 2023/24", "last year", "1887/88", "2023/2024", "٢٠٢٣/٢٤"])
@pytest.mark.parametrize("day", [None, date(1, 1, 1), date(2026, 11, 23), date(9999, 12, 31)])
def test_year_typed_in_any_way_never_stops_the_page(year: str, day: date | None) -> None:
    """Whatever stands as year or date, a national figure with a year of its own is found."""
    lines = by_label(a_primary(day, year, roll=400, sen_support=60))
    assert lines["Pupils with SEN support"].national.endswith("%")


def test_typed_counts_are_of_the_school_year_and_events_of_the_one_before() -> None:
    """An evaluation of autumn 2023 sets pupils beside 2023/24 and attendance beside 2022/23; of summer, a year less."""
    for day, year, before in ((date(2023, 10, 1), "2023/24", "2022/23"), (date(2023, 6, 1), "2022/23", "2021/22")):
        lines = by_label(a_primary(day, roll=400, sen_support=60, attendance=94))
        assert lines["Pupils with SEN support"].source.startswith(f"{year}. ")
        assert lines["Attendance of all pupils"].source.startswith(f"{before}. ")
        assert lines["Attendance of all pupils"].school == f"94% in {before}"


def test_chosen_year_of_typed_figures_decides_what_they_stand_beside() -> None:
    """One choice moves every typed figure of its kind; a published one stays in its own year."""
    figures = {"roll": Figure(value=400, source="published", year="2023/24"), "sen_support": Figure(value=60)}
    context = Context(figures=figures, years={"on_roll": "2019/20", "over_a_year": "2018/19"})
    lines = by_label(a_primary(date(2026, 11, 1)).changed(context=context))
    assert lines["Number on roll"].school == "400 in 2023/24"
    assert lines["Pupils with SEN support"].school == "60 of 400 (15.0%) in 2019/20"
    assert lines["Pupils with SEN support"].source.startswith("2019/20. ")


def test_all_pupils_with_send_stand_beside_those_with_any_sen() -> None:
    """12 and 60 of 400 are set beside the published share of any SEN, computed here from the file."""
    line = by_label(a_primary(year="2024/25", roll=400, ehc_plans=12, sen_support=60))["All pupils with SEND"]
    (row,) = published("pct_pupils_with_sen_provision", "state_funded_primary", "any SEN", "2024/25")
    assert (line.school, line.national) == ("72 of 400 (18.0%) in 2024/25", f"{row.value:.1f}%")


def test_all_pupils_with_send_need_both_counts_of_one_year() -> None:
    """Without one of the two, with two years, or withheld, there is no such line."""
    figures = {"roll": Figure(value=400), "ehc_plans": Figure(value=12), "sen_support": Figure(value=60)}
    for change in (None, Figure(value=None), Figure(value=12, source="published", year="2019/20")):
        changed = {**figures, "ehc_plans": change} if change else {k: v for k, v in figures.items() if k != "ehc_plans"}
        assert "All pupils with SEND" not in by_label(a_primary().changed(context=Context(figures=changed)))


def test_other_pupils_persistently_absent_stand_beside_those_without_sen() -> None:
    """37 of 340 others are set beside the published rate of pupils without SEN."""
    line = by_label(ABSENT)["Pupils without SEND persistently absent"]
    (row,) = published("persistent_absence_rate", "state_funded_primary", "no SEN", "2022/23")
    assert (line.school, line.national) == ("37 of 340 without SEND (10.9%) in 2022/23", f"{row.value:.1f}%")


@pytest.mark.parametrize("school", [School(phase="Alternative provision"), School(kind=SchoolKind.PRU)])
def test_pupil_referral_unit_stands_beside_pupil_referral_units(school: School) -> None:
    """Plans beside those of PRUs; what is published for state-funded AP as a whole beside that, and called so."""
    figures = {name: Figure(value=9, year="2020/21") for name in ("roll", "ehc_plans", "fsm")}
    evaluation = an_evaluation(school=school, setting=Setting.PRU, context=Context(figures=figures))
    lines = by_label(evaluation)
    (row,) = published("pct_pupils_with_sen_provision", "pupil_referral_unit", "EHCP", "2020/21")
    assert lines["Pupils with an EHC plan"].national == f"{row.value:.1f}%"
    assert lines["Pupils with an EHC plan"].source.startswith("2020/21. ")
    assert lines["Pupils eligible for free school meals"].source.startswith("State-funded alternative provision")


@pytest.mark.parametrize(
    ("school", "setting", "loosely"),
    [
        (School(phase="Special", kind=SchoolKind.INDEPENDENT_SPECIAL), Setting.SPECIAL, True),
        (School(phase="Independent", kind=SchoolKind.INDEPENDENT), Setting.AP, True),
        (School(phase="Independent", kind=SchoolKind.INDEPENDENT), Setting.MAINSTREAM, False),
    ],
)
def test_specialist_independent_school_is_told_that_most_others_are_mainstream(
    school: School, setting: Setting, loosely: bool
) -> None:
    """Its pupils all have SEND, beside a quarter in all independent schools: the line says which those are."""
    figures = {name: Figure(value=value, year="2025/26") for name, value in (("roll", 212), *SEND_OF_212)}
    assessment = an_evaluation(school=school, setting=setting, context=Context(figures=figures))
    beside = beside_national(assessment)
    (line,) = (one for one in beside.lines if one.label == "All pupils with SEND")
    assert ("most of them mainstream: 2025/26" in line.source) is loosely
    assert ("most of them mainstream: for a specialist school they say little" in beside.schools) is loosely


def test_alternative_provision_does_not_stand_beside_pupil_referral_units() -> None:
    """An AP academy is no PRU: for its EHC plans nothing is published, and the line says for whom it is."""
    figures = {name: Figure(value=9, year="2020/21") for name in ("roll", "ehc_plans")}
    evaluation = an_evaluation(
        school=School(phase="Alternative provision"), setting=Setting.AP, context=Context(figures=figures)
    )
    line = by_label(evaluation)["Pupils with an EHC plan"]
    assert (line.national, line.source) == (
        "–",
        "Published for state-funded primary schools, state-funded secondary schools, state-funded and non-maintained "
        "special schools and pupil referral units, not for state-funded alternative provision.",
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("attendance", "2022/23, part of the year only (autumn and spring terms), the nearest."),
        ("persistent_absence", "2022/23, part of the year only (autumn and spring terms), the nearest."),
        ("suspensions", "2024/25, part of the year only (autumn term). "),
    ],
)
def test_figure_of_part_of_a_year_stands_where_there_is_none_of_a_whole(name: str, said: str) -> None:
    """For alternative provision absence and suspensions are published for a term or two, and the line says so."""
    figures = {"roll": Figure(value=60, year="2024/25"), name: Figure(value=40, year="2024/25")}
    evaluation = an_evaluation(
        school=School(phase="Alternative provision"), setting=Setting.AP, context=Context(figures=figures)
    )
    found = benchmark_for(evaluation, name, "2024/25")
    assert found
    assert found.part_year
    assert beside_national(evaluation).lines[1].source.startswith(said)


def test_whole_year_comes_before_part_of_a_nearer_one() -> None:
    """All state-funded schools have absence for whole years and for terms: the year wins, even if a term is nearer."""
    of_all = [one for one in load_benchmarks() if one.phase == "all_state_funded"]
    terms = [one for one in of_all if one.part_year]
    old = [one for one in of_all if one.academic_year == "2015/16"]
    absence = replace(PUBLISHED["attendance"], status="all")
    made = [replace(one, sen_status="all") for one in terms]
    found = figure_for(absence, "all_state_funded", "2023/24", [*made, *old])
    assert found
    assert (found.academic_year, found.part_year) == ("2015/16", False)
    of_a_term = figure_for(absence, "all_state_funded", "2023/24", made)
    assert of_a_term
    assert of_a_term.part_year


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("roll", "Not compared: each school has its own."),
        ("senco_days", "Not compared: each school has its own."),
        ("suspended_send", "No national figure to compare it with was found."),
        ("pupil_premium", "No national figure to compare it with was found."),
        ("attendance_send", "Published for all state-funded schools together only, not by phase."),
        (
            "fsm_send",
            "Published for EHC plans and for SEN support, each for all state-funded schools together only.",
        ),
    ],
)
def test_line_without_a_national_figure_says_why(name: str, said: str) -> None:
    """Nothing to compare, nothing found, and published for all schools together are three different things."""
    (line,) = beside_national(a_primary().changed(context=Context(figures={name: Figure(value=3)}))).lines
    assert (line.national, line.source) == ("–", said)


@pytest.mark.parametrize(
    ("school", "setting", "said"),
    [
        (School(phase="Primary"), Setting.RESOURCED_PROVISION, "None is published for resourced provision."),
        (School(), Setting.MAINSTREAM, "Not compared: the phase of the school is not known."),
        (School(phase="Not known"), Setting.MAINSTREAM, "Not compared: the phase of the school is not known."),
        (
            School(phase="16 plus"),
            Setting.MAINSTREAM,
            "Published for state-funded primary schools, state-funded secondary schools, state-funded and "
            "non-maintained special schools and state-funded alternative provision, not for colleges.",
        ),
        (
            School(phase="Nursery"),
            Setting.MAINSTREAM,
            "Published for state-funded primary schools, state-funded secondary schools, state-funded and "
            "non-maintained special schools and state-funded alternative provision, not for state-funded nursery "
            "schools.",
        ),
    ],
)
def test_line_says_for_whom_it_is_published(school: School, setting: Setting, said: str) -> None:
    """What is published for other phases is not said to be unpublished."""
    evaluation = an_evaluation(school=school, setting=setting, context=Context(figures={"fsm": Figure(value=9)}))
    (line,) = beside_national(evaluation).lines
    assert line.source == said


@pytest.mark.parametrize("phase", ["Primary", "Secondary", "Special", "Alternative provision", "Nursery"])
@pytest.mark.parametrize("name", PUBLISHED)
def test_figure_of_another_phase_is_never_shown(name: str, phase: str) -> None:
    """Whatever is found for a school is of its own phase, measure and status."""
    own = {"Primary": "state_funded_primary", "Secondary": "state_funded_secondary", "Special": "special"}
    other = {"Alternative provision": "state_funded_ap", "Nursery": "state_funded_nursery"}
    evaluation = an_evaluation(school=School(phase=phase))
    for year in ("2015/16", "2020/21", "2026/27"):
        if found := benchmark_for(evaluation, name, year):
            assert found.phase == {**own, **other}[phase]
            assert found.sen_status == PUBLISHED[name].status


def test_lines_follow_the_order_of_the_page_and_leave_out_the_needs_alone() -> None:
    """Every other figure that was given has its line, also one that another setting is asked for."""
    given = {measure.id: Figure(value=5) for measure in reversed(MEASURES)}
    assessment = a_primary().changed(context=Context(figures=given))
    expected = [measure.label for measure in MEASURES if measure.group != "needs"]
    made = {"All pupils with SEND", "Pupils without SEND persistently absent"}
    assert [line.label for line in beside_national(assessment).lines if line.label not in made] == expected


@pytest.mark.parametrize("phase", ["Primary", "Secondary"])
@pytest.mark.parametrize(
    "name",
    [
        "ehc_plans",
        "sen_support",
        "fsm",
        "attendance",
        "suspensions",
        "exclusions",
        "persistent_absence",
        "persistent_absence_send",
        "suspended",
    ],
)
def test_large_phases_have_figures_for_whole_years(name: str, phase: str) -> None:
    """A primary and a secondary school have a national figure for a full year beside what is compared."""
    figures = {name: Figure(value=5, year="2023/24")}
    assessment = an_evaluation(school=School(phase=phase), context=Context(figures=figures))
    found = benchmark_for(assessment, name, "2023/24")
    assert found
    assert not found.part_year


def test_persistent_absence_of_pupils_with_send_stands_beside_theirs() -> None:
    """14 of 72 with SEND stand beside the national rate of pupils with SEND, not of all."""
    counts: dict[str, float] = {"roll": 428, "ehc_plans": 14, "sen_support": 58}
    absent: dict[str, float] = {"persistent_absence": 51, "persistent_absence_send": 14}
    figures = {name: Figure(value=value, year="2023/24") for name, value in {**counts, **absent}.items()}
    lines = by_label(a_primary().changed(context=Context(figures=figures)))
    send, every = lines["Pupils with SEND persistently absent"], lines["Pupils persistently absent"]
    assert (send.school, every.school) == ("14 of 72 with SEND (19.4%) in 2023/24", "51 of 428 (11.9%) in 2023/24")
    assert float(send.national.rstrip("%")) > float(every.national.rstrip("%"))


def test_withheld_figure_stays_withheld() -> None:
    """A small count that was taken out is named as such, beside the national figure."""
    figures = {"roll": Figure(value=217), "ehc_plans": Figure(value=None)}
    assessment = a_primary().changed(context=Context(figures=figures))
    assert by_label(assessment)["Pupils with an EHC plan"].school == "withheld: it could point to a child in 2026/27"
