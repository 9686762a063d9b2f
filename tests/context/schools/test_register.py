from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sendself.context.schools.register import (
    ATTRIBUTION,
    SHIPPED_REGISTER,
    Census,
    Register,
    RegisterEntry,
    RegisterError,
    load_register,
)
from sendself.context.schools.register_build import save_register


@pytest.fixture(scope="module")
def shipped() -> Register:
    """The shipped register, loaded once."""
    return load_register()


def test_register_shipped_finds_downside(shipped: Register) -> None:
    """Downside, Luton has the values of its lines in england_census and england_school_information, 2023/24."""
    assert shipped.find(109567) == RegisterEntry(
        urn=109567,
        name="Downside Primary School",
        town="Luton",
        postcode="LU4 8EZ",
        local_authority="Luton",
        phase="Primary",
        type_name="Community school",
        status="Open",
        age_low=4,
        age_high=11,
        census=Census(
            year="2023/24",
            school_type="State-funded primary",
            roll=1038,
            ehc_plans=37,
            sen_support=105,
            fsm=209,
            fsm_ever6=213,
            fsm_ever6_of=1038,
        ),
        inspected=date(2019, 1, 9),
    )


def test_register_shipped_says_where_it_is_from(shipped: Register) -> None:
    """Year, publication, licence and attribution travel with the register."""
    assert shipped.year == "2023/24"
    assert shipped.source.startswith("Department for Education, Compare school performance")
    assert (shipped.about["licence"], shipped.attribution) == ("Open Government Licence v3.0", ATTRIBUTION)


def test_register_shipped_joins_both_files_outer(shipped: Register) -> None:
    """25,489 named schools and 24,444 with a census row make 26,205: 1,761 lack figures, 716 lack a name."""
    entries = list(shipped)

    assert len(shipped) == len(entries) == 26_205
    assert sum(entry.name is not None for entry in entries) == 25_489
    assert sum(entry.census is not None for entry in entries) == 24_444
    assert sum(entry.name is not None and entry.census is None for entry in entries) == 1_761
    assert sum(entry.name is None for entry in entries) == 716
    assert [entry.urn for entry in entries] == sorted({entry.urn for entry in entries})


def test_register_shipped_has_the_published_numbers_of_small_counts(shipped: Register) -> None:
    """5,599 of 16,764 state-funded primaries have one to four EHC plans in the published file."""
    primaries = [e.census for e in shipped if e.census and e.census.school_type == "State-funded primary"]

    assert len(primaries) == 16_764
    assert sum(1 <= (census.ehc_plans or 0) <= 4 for census in primaries) == 5_599


@pytest.mark.parametrize(
    ("national", "types"),
    [
        ("State-funded primary", {"State-funded primary"}),
        ("State-funded secondary", {"State-funded secondary"}),
        ("Special school", {"State-funded special school", "Non-maintained special school"}),
    ],
)
def test_register_shipped_adds_up_to_the_national_rows(shipped: Register, national: str, types: set[str]) -> None:
    """Every count of every school, summed by type, gives the DfE's own national row."""
    rows = [entry.census for entry in shipped if entry.census and entry.census.school_type in types]
    published = shipped.national[national]

    for count in ("roll", "ehc_plans", "sen_support", "fsm", "fsm_ever6", "fsm_ever6_of"):
        assert sum(getattr(row, count) or 0 for row in rows) == getattr(published, count), count


def test_register_shipped_national_shares_are_the_published_ones(shipped: Register) -> None:
    """The national row of state-funded primaries gives 2.96 % with EHC plans and 14.12 % with SEN support."""
    primary = shipped.national["State-funded primary"]
    assert primary.roll
    assert primary.ehc_plans
    assert primary.sen_support

    assert round(100 * primary.ehc_plans / primary.roll, 2) == 2.96
    assert round(100 * primary.sen_support / primary.roll, 2) == 14.12


def test_register_shipped_names_a_school_without_a_name_by_its_urn(shipped: Register) -> None:
    """An AP school with census figures only keeps them, its authority and a phase, and shows its URN."""
    entry = shipped.find(100006)

    assert entry is not None
    assert (entry.name, entry.town, entry.status) == (None, "", "Not known")
    assert entry.display_name == "School 100006 (name not in the register)"
    assert (entry.phase, entry.type_name) == ("Alternative provision", "State-funded AP school")
    assert entry.local_authority == "Camden"
    assert entry.census is not None
    assert entry.census.roll == 20
    assert entry.census.ehc_plans == 0


def test_register_shipped_leaves_absent_counts_empty(shipped: Register) -> None:
    """An independent school has no FSM counts in the census: they are None, while a published 0 stays 0."""
    entry = shipped.find(100001)

    assert entry is not None
    assert entry.census is not None
    assert entry.is_independent
    assert (entry.census.ehc_plans, entry.census.sen_support) == (0, 100)
    assert (entry.census.fsm, entry.census.fsm_ever6, entry.census.fsm_ever6_of) == (None, None, None)


@pytest.mark.parametrize("urn", [0, 109568 * 1000, -1, 99999])
def test_register_find_unknown_urn_gives_none(shipped: Register, urn: int) -> None:
    """A URN that is not in the register gives None, at either end as well."""
    assert shipped.find(urn) is None


def test_register_shipped_knows_closed_schools(shipped: Register) -> None:
    """1,426 schools are closed; the 50 proposed to close are still open."""
    entries = list(shipped)

    assert sum(entry.is_closed for entry in entries) == 1_426
    assert sum(entry.status == "Open, but proposed to close" for entry in entries) == 50
    assert not any(entry.is_closed for entry in entries if entry.status.startswith("Open"))


def test_register_shipped_summary_file_says_what_the_register_says(shipped: Register) -> None:
    """register.json beside the Parquet file is the same account, and the Parquet file is well under 2 MB."""
    summary = json.loads(SHIPPED_REGISTER.with_suffix(".json").read_text(encoding="utf-8"))

    assert shipped.about == summary
    assert [made["file"] for made in summary["made_from"]] == [
        "england_census_2023-24.csv.gz",
        "england_school_information_2023-24.csv.gz",
    ]
    assert SHIPPED_REGISTER.stat().st_size < 1_500_000


def test_load_register_from_a_path_wins_over_the_shipped_one(shipped: Register, tmp_path: Path) -> None:
    """A register saved elsewhere is the one that its path gives."""
    kept = tmp_path / "data" / "register.parquet"
    save_register(Register(shipped.table.slice(0, 3), {**shipped.about, "year": "2024/25"}), kept)

    loaded = load_register(kept)

    assert (len(loaded), loaded.year) == (3, "2024/25")
    assert loaded.find(109567) is None


def test_load_register_of_an_earlier_sendself_has_no_inspections(shipped: Register, tmp_path: Path) -> None:
    """A register that was loaded before inspections were read stays in use, without them."""
    kept = tmp_path / "register.parquet"
    earlier = shipped.table.slice(0, 3).drop_columns(["inspected"])
    save_register(Register(earlier, shipped.about), kept)

    assert [entry.inspected for entry in load_register(kept)] == [None] * 3
    assert [entry.urn for entry in load_register(kept)] == shipped.table["urn"].to_pylist()[:3]


def test_register_shipped_knows_the_last_inspection(shipped: Register) -> None:
    """22,208 schools have a day, all between 2005 and the summer in which the file was published."""
    days = [day for day in shipped.table["inspected"].to_pylist() if day]
    assert date(2005, 9, 1) <= min(days) <= max(days) <= date(2024, 7, 31)
    assert len(days) == 22_208


def test_load_register_missing_says_what_to_do(tmp_path: Path) -> None:
    """A path without a file is an error that tells the user to load the DfE files."""
    with pytest.raises(RegisterError, match=r"There is no school register at .*Load the two DfE files"):
        load_register(tmp_path / "register.parquet")


@pytest.mark.parametrize("content", [b"", b"URN,NOR\n1,2\n", b"PAR1" + b"\0" * 40 + b"PAR1"])
def test_load_register_damaged_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    """A file that is not a register is an error in one plain sentence, never a half-read register."""
    path = tmp_path / "register.parquet"
    path.write_bytes(content)

    with pytest.raises(RegisterError, match=r"register\.parquet is damaged or is not a school register"):
        load_register(path)


def test_load_register_half_written_is_refused(tmp_path: Path) -> None:
    """The first half of a good file does not open."""
    whole = SHIPPED_REGISTER.read_bytes()
    path = tmp_path / "register.parquet"
    path.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(RegisterError, match="damaged"):
        load_register(path)


def test_load_register_of_another_parquet_file_is_refused(shipped: Register, tmp_path: Path) -> None:
    """A Parquet file without our account of year and source is not a register."""
    path = tmp_path / "register.parquet"
    pq.write_table(shipped.table.select(["urn"]).replace_schema_metadata(None), path)

    with pytest.raises(RegisterError, match="not a school register"):
        load_register(path)


def test_load_register_of_another_format_is_refused(shipped: Register, tmp_path: Path) -> None:
    """A register written by a version with another format says so."""
    path = tmp_path / "register.parquet"
    save_register(Register(shipped.table.slice(0, 1), {**shipped.about, "format": 99}), path)

    with pytest.raises(RegisterError, match="another version"):
        load_register(path)
