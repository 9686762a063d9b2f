"""A school of the register as the record keeps it: its kind, its figures, the setting it most likely evaluates."""

from datetime import date

import pytest

from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.guard.findings import findings
from sendself.context.schools.entry import Census, RegisterEntry
from sendself.context.schools.from_register import likely_setting, published_context, school_kind, school_of
from sendself.context.schools.register import load_register
from sendself.rubric.duty import SchoolKind, Setting
from tests.samples import an_evaluation


def an_entry(**changes: object) -> RegisterEntry:
    """A primary school with a census, but for the changes."""
    census = Census("2023/24", "State-funded primary", 200, 4, None, 30, 40, 200)
    fields: dict[str, object] = {
        "urn": 100001, "name": "A School", "town": "Leeds", "postcode": "LS1 1AA", "local_authority": "Leeds",
        "phase": "Primary", "type_name": "Community school", "status": "Open", "age_low": 4, "age_high": 11,
        "census": census, **changes,
    }  # fmt: skip
    return RegisterEntry(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("type_name", "kind"),
    [
        ("Community school", SchoolKind.MAINTAINED),
        ("Voluntary aided school", SchoolKind.MAINTAINED),
        ("Local authority nursery school", SchoolKind.MAINTAINED_NURSERY),
        ("Academy converter", SchoolKind.ACADEMY),
        ("Free schools", SchoolKind.ACADEMY),
        ("Community special school", SchoolKind.MAINTAINED_SPECIAL),
        ("Academy special converter", SchoolKind.SPECIAL_ACADEMY),
        ("Free schools special", SchoolKind.SPECIAL_ACADEMY),
        ("Non-maintained special school", SchoolKind.NON_MAINTAINED_SPECIAL),
        ("Other independent special school", SchoolKind.INDEPENDENT_SPECIAL),
        ("Other independent school", SchoolKind.INDEPENDENT),
        ("Pupil referral unit", SchoolKind.PRU),
        ("Academy alternative provision converter", SchoolKind.AP_ACADEMY),
        ("Free schools alternative provision", SchoolKind.AP_ACADEMY),
        ("State-funded special school", None),
        ("State-funded AP school", None),
        ("", None),
    ],
)
def test_school_kind_follows_the_dfes_words(type_name: str, kind: SchoolKind | None) -> None:
    """The legal kind decides which duties bind, so it is left open where the words leave it open."""
    assert school_kind(type_name) is kind


def test_hardly_a_named_school_is_left_without_a_kind() -> None:
    """Of the open schools whose type says who runs them, all but a few kinds of college are recognised."""
    types = {entry.type_name for entry in load_register() if entry.name and not entry.is_closed and entry.census}
    unknown = {name for name in types if name and school_kind(name) is None and not name.startswith("State-funded")}
    assert unknown <= {"Further education", "Sixth form centres"}


def test_school_keeps_what_the_register_says() -> None:
    """Name, place, type and ages are taken over; a nameless school keeps its URN."""
    school = school_of(an_entry())
    assert (school.urn, school.name, school.town, school.local_authority) == (100001, "A School", "Leeds", "Leeds")
    assert (school.kind, school.secondary) == (SchoolKind.MAINTAINED, False)
    assert school_of(an_entry(name=None)).name == ""


def test_college_without_an_upper_age_can_begin() -> None:
    """The DfE writes 99 where there is none: every school of the register becomes one of an evaluation."""
    assert school_of(an_entry(age_low=16, age_high=99)).age_high is None
    assert all(school_of(entry).urn == entry.urn for entry in load_register())


def test_published_figures_carry_year_and_source_and_leave_out_what_was_suppressed() -> None:
    """A count that the DfE suppressed is no figure, and not nought."""
    figures = published_context(an_entry()).figures
    assert {name: figure.value for name, figure in figures.items()} == {"roll": 200, "ehc_plans": 4, "fsm": 30}
    assert {(figure.source, figure.year) for figure in figures.values()} == {("published", "2023/24")}
    assert published_context(an_entry(census=None)).figures == {}


def test_last_inspection_is_said_with_where_it_is_from() -> None:
    """The day that the DfE gives begins what the school says of its inspection; without one nothing is said."""
    said = published_context(an_entry(inspected=date(2019, 1, 9))).words
    assert said == {"inspection": "9 January 2019, the last in the DfE's list of 2023/24"}
    assert published_context(an_entry()).words == {}


def test_day_of_an_inspection_is_not_taken_for_a_birthday() -> None:
    """What is filled in is nothing that the guard points at before sending."""
    begun = an_evaluation(context=published_context(an_entry(inspected=date(2019, 1, 9))))
    assert findings(shared_record(begun)) == ()


@pytest.mark.parametrize(
    ("phase", "type_name", "setting"),
    [
        ("Primary", "Community school", Setting.MAINSTREAM),
        ("Special", "Community special school", Setting.SPECIAL),
        ("Alternative provision", "Pupil referral unit", Setting.PRU),
        ("Alternative provision", "Free schools alternative provision", Setting.AP),
        ("Alternative provision", "State-funded AP school", Setting.AP),
        ("Independent", "Other independent special school", Setting.SPECIAL),
        ("Nursery", "Local authority nursery school", Setting.MAINSTREAM),
    ],
)
def test_likely_setting_follows_phase_and_type(phase: str, type_name: str, setting: Setting) -> None:
    """Special schools, PRUs and AP are offered their own setting."""
    assert likely_setting(school_of(an_entry(phase=phase, type_name=type_name))) is setting


def test_college_without_an_upper_age_is_a_school_too() -> None:
    """The register has 99 there; the evaluation leaves the oldest age open, and keeps the youngest."""
    college = school_of(an_entry(age_low=16, age_high=99))

    assert (college.age_low, college.age_high, college.secondary) == (16, None, None)
