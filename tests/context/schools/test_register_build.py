from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from sendself.context.schools import register_build
from sendself.context.schools.dfe_files import read_download
from sendself.context.schools.register import Census, Register, RegisterError, load_register
from sendself.context.schools.register_build import save_register
from tests.context.schools.downloads import CENSUS, INFORMATION, write


def build_register(census: Path, information: Path, *, year: str | None = None) -> Register:
    """The register that two files on the disk make."""
    return register_build.build_register(read_download(census), read_download(information), year=year)


@pytest.fixture
def census(tmp_path: Path) -> Path:
    """A small census file, 2024/25."""
    return write(tmp_path / "england_census_2024-25.csv", CENSUS)


@pytest.fixture
def information(tmp_path: Path) -> Path:
    """A small information file that shares two schools with the census."""
    return write(tmp_path / "england_school_information_2024-25.csv", INFORMATION)


def test_build_register_keeps_schools_of_either_file(census: Path, information: Path) -> None:
    """Schools in one file only are kept, without name or without census; the national row is no school."""
    register = build_register(census, information)

    assert [(e.urn, e.name, e.census is not None) for e in register] == [
        (900001, "Oak Tree Primary School", True),
        (900002, "St Café’s School", True),
        (900003, None, True),
        (900004, "Exampleton College", False),
    ]
    assert list(register.national) == ["State-funded primary"]
    assert register.year == "2024/25"
    assert [entry.phase for entry in register] == ["Primary", "All-through", "Nursery", "16 plus"]


def test_build_register_reads_the_last_inspection(census: Path, information: Path) -> None:
    """The day is read; without one, without the column or with other words in it the school has none."""
    register = build_register(census, information)
    assert [entry.inspected for entry in register] == [date(2024, 6, 12), None, None, None]
    lines = [line.replace(",OFSTEDLASTINSP", "").removesuffix(",12-06-2024") for line in INFORMATION]
    without = build_register(census, write(information, lines))
    assert [entry.inspected for entry in without] == [None] * 4


def test_build_register_reads_counts_and_suppression(census: Path, information: Path) -> None:
    """A thousands comma is read, every suppression symbol and blank is None, and 0 is 0."""
    register = build_register(census, information)
    first, second, third = register.find(900001), register.find(900002), register.find(900003)
    assert first
    assert second
    assert third

    assert first.census == Census("2024/25", "State-funded primary", 1038, 37, 105, 209, 213, 1038)
    assert second.census == Census("2024/25", "State-funded secondary", 902, None, None, None, None, None)
    assert third.census == Census("2024/25", "State-funded nursery", 61, 0, 4, None, None, None)
    assert register.about["unread"] == []


def test_build_register_gives_nameless_schools_their_authority(census: Path, information: Path) -> None:
    """The authority of a school with census figures only comes from the LA number; its postcode is unknown."""
    nameless = build_register(census, information).find(900003)
    assert nameless

    assert (nameless.local_authority, nameless.postcode, nameless.status) == ("Exampleshire", "", "Not known")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("packed", [False, True])
def test_build_register_reads_encodings_plain_and_packed(
    census: Path, tmp_path: Path, encoding: str, packed: bool
) -> None:
    """UTF-8 with and without BOM and windows-1252 give the same name, plain or gzip, whatever the file's ending."""
    path = write(tmp_path / "information.csv", INFORMATION, encoding)
    if packed:
        path.write_bytes(gzip.compress(path.read_bytes(), mtime=0))

    entry = build_register(census, path).find(900002)

    assert entry
    assert entry.name == "St Café’s School"


def test_build_register_matches_columns_in_any_case(tmp_path: Path, information: Path) -> None:
    """Column names in small letters and with spaces round them are the same columns, in any order."""
    header = ",".join(f" {name.lower()} " for name in CENSUS[0].split(","))
    path = write(tmp_path / "census_2024-25.csv", [header, *CENSUS[1:]])

    entry = build_register(path, information).find(900001)

    assert entry
    assert entry.census
    assert entry.census.roll == 1038


def test_build_register_reads_shares_written_with_percent_signs(tmp_path: Path, information: Path) -> None:
    """A release with "8.4%" instead of fractions gives the same counts."""
    percent = [line.replace("0.0356", "3.6%").replace("0.1012", "10.1%").replace("0.2052", "20.5%") for line in CENSUS]
    fractions = build_register(write(tmp_path / "a_2024-25.csv", CENSUS), information)
    percents = build_register(write(tmp_path / "b_2024-25.csv", percent), information)

    assert percents.table.equals(fractions.table)


def test_build_register_reports_figures_it_cannot_read(tmp_path: Path, information: Path) -> None:
    """A count that is neither a number nor a known symbol is left empty and named."""
    lines = [line.replace(",209,213,", ",many,21.3%,") for line in CENSUS]
    register = build_register(write(tmp_path / "census_2024-25.csv", lines), information)
    entry = register.find(900001)

    assert entry
    assert entry.census
    assert (entry.census.fsm, entry.census.fsm_ever6) == (None, None)
    assert register.about["unread"] == ["URN 900001, NUMFSM: many", "URN 900001, NUMFSMEVER: 21.3%"]


def test_build_register_twice_over_one_urn_keeps_the_first(tmp_path: Path, information: Path) -> None:
    """A URN that stands twice in a file is one school, with the values of its first row."""
    lines = [*CENSUS, "900001,999,2000,State-funded primary,1,1,1,1,1,1,1,1,1"]
    register = build_register(write(tmp_path / "census_2024-25.csv", lines), information)
    entry = register.find(900001)

    assert len(register) == 4
    assert entry
    assert entry.census
    assert entry.census.roll == 1038


def test_build_register_with_the_files_exchanged_says_which_is_wanted(census: Path, information: Path) -> None:
    """The wrong file names the missing columns and the file to choose."""
    with pytest.raises(RegisterError, match=r"no column NOR, TSENELSE, TSENELK, .* begins with england_census\."):
        build_register(information, census)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04rest of a workbook", "is an Excel workbook. Save it as CSV"),
        (b"", "has no table in it"),
        (b"URN,NOR\r\n", "has no table in it"),
        (b"\x1f\x8bnot really packed", "cannot be read or is damaged"),
        (gzip.compress(b"URN,NOR\n1,2\n" * 500, mtime=0)[:-12], "cannot be read or is damaged"),
        (b"URN,\0NOR\n1,2\n", "is not a text file"),
        (b"<html><body>Sign in</body></html>", "has no table in it"),
        (b"URN,NOR\n1,2\n", "is not the DfE file england_census"),
        (b'URN,"' + b"x" * 200_000 + b'"\n1,2\n', "is not a CSV file"),
    ],
)
def test_build_register_from_a_wrong_file_says_so(
    tmp_path: Path, information: Path, content: bytes, sentence: str
) -> None:
    """Whatever is given instead of the census, the error is one sentence that names the file."""
    path = tmp_path / "wrong_2024-25.csv"
    path.write_bytes(content)

    with pytest.raises(RegisterError) as error:
        build_register(path, information)

    assert sentence in str(error.value)
    assert "wrong_2024-25.csv" in str(error.value)


def test_build_register_stops_at_an_unpacked_size(tmp_path: Path, information: Path) -> None:
    """A small gzip file that unpacks to more than the limit is refused before it is read whole."""
    path = tmp_path / "census_2024-25.csv.gz"
    path.write_bytes(gzip.compress(b"0" * 61_000_000, compresslevel=1, mtime=0))

    with pytest.raises(RegisterError, match="far larger than the DfE file"):
        build_register(path, information)


def test_build_register_without_any_roll_is_refused(tmp_path: Path, information: Path) -> None:
    """A census whose every roll is suppressed or unreadable is not taken for a register."""
    lines = [CENSUS[0], "900001,999,2000,State-funded primary,SUPP,1,,1,,1,1,1,"]

    with pytest.raises(RegisterError, match=r"No school in .* has a number on roll"):
        build_register(write(tmp_path / "census_2024-25.csv", lines), information)


def test_build_register_with_every_sen_count_withheld_is_refused(tmp_path: Path, information: Path) -> None:
    """A census without pupils with SEN would leave every school without the figures that sendself is for."""
    lines = [CENSUS[0], "900001,999,2000,State-funded primary,300,SUPP,,SUPP,,1,1,300,"]

    with pytest.raises(RegisterError, match=r"No school in .* has a number of pupils with SEN support"):
        build_register(write(tmp_path / "census_2024-25.csv", lines), information)


def test_build_register_asks_for_a_year_that_the_name_does_not_give(tmp_path: Path, information: Path) -> None:
    """Without a year in the names the error asks for it; given, it is used."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    path = write(folder / "england_census.csv", CENSUS)

    with pytest.raises(RegisterError, match="Give the year as 2023/24"):
        build_register(path, information)
    assert build_register(path, information, year="2024-2025").year == "2024/25"


def test_save_register_and_load_give_the_same(census: Path, information: Path, tmp_path: Path) -> None:
    """Saving and loading lose nothing, and leave no other file behind."""
    built = build_register(census, information)
    kept = tmp_path / "kept" / "register.parquet"
    save_register(built, kept)

    loaded = load_register(kept)

    assert list(loaded) == list(built)
    assert loaded.about == built.about
    assert [path.name for path in kept.parent.iterdir()] == ["register.parquet"]


def test_save_register_that_fails_leaves_the_old_one(census: Path, information: Path, tmp_path: Path) -> None:
    """When the new file cannot take its place, the old one is untouched and nothing half-written stays."""
    built = build_register(census, information)
    kept = tmp_path / "kept"
    (kept / "register.parquet" / "in the way").mkdir(parents=True)

    with pytest.raises(OSError, match=r"register\.parquet"):
        save_register(built, kept / "register.parquet")

    assert [path.name for path in kept.iterdir()] == ["register.parquet"]


def test_build_register_with_a_number_too_long_for_a_urn_leaves_it_out(tmp_path: Path, information: Path) -> None:
    """A row whose URN no school can have is no school, and stops nothing."""
    lines = [*CENSUS, "99999999999,999,2000,State-funded primary,1,1,1,1,1,1,1,1,1"]

    assert len(build_register(write(tmp_path / "census_2024-25.csv", lines), information)) == 4
