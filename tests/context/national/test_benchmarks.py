from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from sendself.context.national.benchmarks import (
    PHASE_TITLES,
    Benchmark,
    load_benchmarks,
    nearest,
)
from sendself.context.schools.register import Register, load_register

FIGURE = Benchmark(
    measure="suspension_rate",
    phase="state_funded_primary",
    sen_status="all",
    value=2.0,
    unit="suspensions per 100 pupils",
    academic_year="2020/21",
    publication="Example statistics",
    url="https://example.org/figures",
    source_kind="official page",
    part_year=False,
)


@pytest.fixture(scope="module")
def shipped() -> Register:
    """The shipped register, loaded once."""
    return load_register()


def in_years(years: Iterable[str]) -> list[Benchmark]:
    """The same figure for several years."""
    return [replace(FIGURE, academic_year=year) for year in years]


def test_load_benchmarks_shipped_has_every_figure_with_its_source() -> None:
    """548 published and 12 computed figures, each finite and with publication, address and kind of source."""
    figures = load_benchmarks()

    assert len(figures) == 560
    assert sum(figure.source_kind.startswith("computed") for figure in figures) == 12
    for figure in figures:
        assert math.isfinite(figure.value)
        assert figure.publication
        assert figure.url.startswith("https://")
        assert figure.phase in PHASE_TITLES
        assert figure.sen_status in {"all", "EHCP", "SEN support", "any SEN", "no SEN"}


def test_load_benchmarks_shipped_says_how_computed_figures_were_made() -> None:
    """A computed figure, and only a computed one, says how."""
    figures = load_benchmarks()
    assert {figure.how is None for figure in figures} == {True, False}
    for figure in figures:
        assert (figure.how is not None) == figure.source_kind.startswith("computed"), figure


def test_load_benchmarks_shipped_marks_figures_of_part_of_a_year() -> None:
    """One- and two-term figures are marked, whether the year or the measure says so."""
    figures = load_benchmarks()
    assert {figure.part_year for figure in figures} == {True, False}
    for figure in figures:
        by_name = "autumn" in figure.measure or "term" in figure.academic_year
        assert figure.part_year == by_name, figure


def test_load_benchmarks_shipped_has_one_unit_per_measure_and_no_contradiction() -> None:
    """A measure's rates share a unit; two sources of one figure agree to the decimals that they give."""
    seen: dict[tuple[str, str, str, str], Benchmark] = {}
    units: dict[str, set[str]] = {}
    for figure in load_benchmarks():
        units.setdefault(figure.measure, set()).add(figure.unit)
        key = (figure.measure, figure.phase, figure.sen_status, figure.academic_year)
        twin = seen.setdefault(key, figure)
        assert figure.value == pytest.approx(twin.value, abs=0.051), key

    assert {measure for measure, used in units.items() if len(used) > 1} == set()


def test_load_benchmarks_shipped_agrees_with_the_register(shipped: Register) -> None:
    """The shares of the register's national rows are those of the figures for the same year, to a decimal."""
    phases = {
        "State-funded primary": "state_funded_primary",
        "State-funded secondary": "state_funded_secondary",
        "Special school": "special",
    }
    for school_type, phase in phases.items():
        row = shipped.national[school_type]
        assert row.roll
        for status, count in (("EHCP", row.ehc_plans), ("SEN support", row.sen_support)):
            figure = nearest("pct_pupils_with_sen_provision", phase, status, shipped.year)
            assert figure
            assert count
            assert figure.academic_year == shipped.year
            assert figure.value == pytest.approx(100 * count / row.roll, abs=0.051), (phase, status)


def test_load_benchmarks_without_a_source_names_the_entry(tmp_path: Path) -> None:
    """A figure without an address is refused with file and entry."""
    path = tmp_path / "benchmarks.json"
    entry = {name: getattr(FIGURE, name) for name in FIGURE.__slots__}
    path.write_text(json.dumps([entry, {**entry, "url": ""}]), encoding="utf-8")

    with pytest.raises(ValueError, match=r"benchmarks\.json, entry 2: no publication, address or kind of source"):
        load_benchmarks(path)


def test_load_benchmarks_incomplete_names_the_entry(tmp_path: Path) -> None:
    """A figure that lacks a key is refused with file, entry and key."""
    path = tmp_path / "benchmarks.json"
    path.write_text(json.dumps([{"measure": "suspension_rate"}]), encoding="utf-8")

    with pytest.raises(ValueError, match=r"benchmarks\.json, entry 1: .*'phase'"):
        load_benchmarks(path)


def test_nearest_same_year_is_that_year() -> None:
    """The suspension rate of state-funded primaries in 2022/23 is 1.813 per 100 pupils."""
    figure = nearest("suspension_rate", "state_funded_primary", "all", "2022/23")

    assert figure
    assert (figure.value, figure.academic_year) == (1.813, "2022/23")


@pytest.mark.parametrize(
    ("years", "wanted", "taken"),
    [
        (["2018/19", "2021/22"], "2020/21", "2021/22"),
        (["2018/19", "2022/23"], "2020/21", "2018/19"),
        (["2022/23", "2018/19"], "2020/21", "2018/19"),
        (["2018/19"], "2025/26", "2018/19"),
    ],
)
def test_nearest_other_year_is_the_nearest_then_the_earlier(years: list[str], wanted: str, taken: str) -> None:
    """Where the year is absent the nearest is taken, and of two as near the earlier, in any order of the file."""
    figure = nearest("suspension_rate", "state_funded_primary", "all", wanted, in_years(years))

    assert figure
    assert figure.academic_year == taken


def test_nearest_never_takes_another_phase_or_status() -> None:
    """A figure for another phase, SEN status or measure is no answer, however near its year."""
    for change in ({"phase": "special"}, {"sen_status": "EHCP"}, {"measure": "fsm_ever6"}):
        other = replace(FIGURE, **change)  # type: ignore[arg-type]
        assert nearest("suspension_rate", "state_funded_primary", "all", "2020/21", [other]) is None


def test_nearest_prefers_official_files_to_pages_that_quote_them() -> None:
    """For one year: data file, official page, computed, quoted page, whatever the order in the file."""
    kinds = [
        "secondary page quoting DfE",
        "computed from published counts",
        "official page (data preview row)",
        "official data file (DfE LAIT)",
    ]
    figures = [replace(FIGURE, source_kind=kind) for kind in kinds]
    for best in reversed(kinds):
        figure = nearest("suspension_rate", "state_funded_primary", "all", "2020/21", figures)
        assert figure
        assert figure.source_kind == best
        figures.remove(figure)


def test_nearest_prefers_the_more_exact_of_two_official_files() -> None:
    """Of 3.0 and 2.96 for primaries' EHC plans in 2023/24 the more exact is taken."""
    figure = nearest("pct_pupils_with_sen_provision", "state_funded_primary", "EHCP", "2023/24")

    assert figure
    assert figure.value == 2.96


def test_nearest_a_page_of_the_right_year_comes_before_a_file_of_another() -> None:
    """The year weighs more than the kind of source."""
    page = replace(FIGURE, source_kind="secondary page quoting DfE")
    file = replace(FIGURE, source_kind="official data file", academic_year="2019/20")

    assert nearest("suspension_rate", "state_funded_primary", "all", "2020/21", [file, page]) == page


def test_nearest_with_a_bad_year_says_the_form() -> None:
    """A year that is not an academic year is an error."""
    with pytest.raises(ValueError, match="of the form 2023/24"):
        nearest("suspension_rate", "state_funded_primary", "all", "last year")
