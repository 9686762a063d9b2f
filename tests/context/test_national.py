"""A school's figures beside the national ones: the same phase, each with its year and source."""

from datetime import date

import pytest

from sendself.assessment.measures import BY_ID, MEASURES
from sendself.assessment.model import Assessment, Context, Figure, Review, School
from sendself.context.example import example_assessment
from sendself.context.national import Beside, benchmark_for, beside_national, national_phase
from sendself.context.register import load_register
from sendself.rubric.model import SchoolKind, Setting
from tests.samples import an_evaluation


def a_primary(day: date | None = None, year: str = "", **values: float) -> Assessment:
    """A primary school with these figures, all typed for one year."""
    return an_evaluation(
        school=School(name="A School", phase="Primary", kind=SchoolKind.MAINTAINED),
        review=Review(evaluated_on=day),
        context=Context(figures={name: Figure(value=value, year=year) for name, value in values.items()}),
    )


def by_label(assessment: Assessment) -> dict[str, Beside]:
    """The lines by what they are called."""
    return {line.label: line for line in beside_national(assessment)}


def test_census_counts_stand_beside_the_same_year_and_phase() -> None:
    """Shares of 2023/24 are set beside the primary schools of 2023/24, with the publication named."""
    entry = load_register().find(109567)
    assert entry
    lines = by_label(example_assessment(Setting.MAINSTREAM, entry=entry))
    support = lines["Pupils with SEN support"]
    assert support.school == "105 of 1,038 (10.1%) in 2023/24"
    assert support.national == "14.1%"
    assert support.source.startswith("State-funded primary schools, 2023/24.")
    assert lines["Number on roll"].national == "–"


def test_attendance_is_what_absence_leaves() -> None:
    """Attendance stands beside 100 less the national absence, so that the two can be compared."""
    line = by_label(a_primary(year="2023/24", attendance=94.6))["Attendance of all pupils"]
    assert line.school == "94.6% in 2023/24"
    assert 93 < float(line.national.rstrip("%")) < 96


def test_suspensions_are_given_as_the_dfe_gives_them() -> None:
    """Events are shown as a rate per 100 pupils beside the national rate; without a roll there is none."""
    line = by_label(a_primary(year="2022/23", roll=200, suspensions=9))["Suspensions, all pupils"]
    assert line.school == "9 (4.5 per 100 pupils) in 2022/23"
    assert line.national.endswith(" per 100 pupils")
    assert by_label(a_primary(suspensions=9))["Suspensions, all pupils"].school == "9"


def test_figure_without_national_one_says_so() -> None:
    """What is published for no phase stands alone, with a dash and the reason."""
    line = by_label(a_primary(senco_days=1.5))["Days a week the SENCO has for the role"]
    assert (line.school, line.national, line.source) == ("1.5", "–", "None published for this phase.")


@pytest.mark.parametrize("year", ["", "2023-24", "autumn 2023/24", "last year", "1887/88", "2023/2024", "٢٠٢٣/٢٤"])
@pytest.mark.parametrize("day", [None, date(1, 1, 1), date(2026, 11, 23), date(9999, 12, 31)])
def test_year_typed_in_any_way_never_stops_the_page(year: str, day: date | None) -> None:
    """Whatever stands as year or date, a national figure with a year of its own is found."""
    lines = by_label(a_primary(day, year, roll=400, sen_support=60))
    assert lines["Pupils with SEN support"].national.endswith("%")


def test_typed_figure_without_a_year_is_of_the_last_school_year() -> None:
    """An evaluation of autumn 2024 speaks of 2023/24, one of summer 2024 of 2022/23."""
    autumn = by_label(a_primary(date(2024, 10, 1), roll=400, sen_support=60))["Pupils with SEN support"]
    summer = by_label(a_primary(date(2024, 6, 1), roll=400, sen_support=60))["Pupils with SEN support"]
    assert "2023/24" in autumn.source
    assert "2022/23" in summer.source


def test_lines_follow_the_order_of_the_page_and_leave_out_the_needs_alone() -> None:
    """Every other figure that was given has its line, also one that another setting is asked for."""
    given = {measure.id: Figure(value=5) for measure in reversed(MEASURES)}
    assessment = a_primary().changed(context=Context(figures=given))
    expected = [measure.label for measure in MEASURES if measure.group != "needs"]
    assert [line.label for line in beside_national(assessment)] == expected


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
    found = benchmark_for(assessment, BY_ID[name])
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
    assert by_label(assessment)["Pupils with an EHC plan"].school == "withheld: it could point to a child"


@pytest.mark.parametrize(
    ("school", "setting", "phase"),
    [
        (School(phase="Primary"), Setting.MAINSTREAM, "state_funded_primary"),
        (School(phase="All-through"), Setting.MAINSTREAM, "state_funded_secondary"),
        (School(phase="Middle", age_high=12), Setting.MAINSTREAM, "state_funded_primary"),
        (School(phase="Middle", age_high=13), Setting.MAINSTREAM, "state_funded_secondary"),
        (School(phase="Special"), Setting.SPECIAL, "special"),
        (School(phase="Special", kind=SchoolKind.INDEPENDENT_SPECIAL), Setting.SPECIAL, "independent"),
        (School(phase="Alternative provision"), Setting.PRU, "state_funded_ap"),
        (School(phase="Primary"), Setting.RESOURCED_PROVISION, None),
        (School(phase="16 plus"), Setting.MAINSTREAM, None),
        (School(), Setting.MAINSTREAM, None),
    ],
)
def test_national_phase_of_a_school(school: School, setting: Setting, phase: str | None) -> None:
    """A school is compared with its like or with nobody."""
    assert national_phase(school, setting) == phase
