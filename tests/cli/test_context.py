"""The commands about a school's context, run as a script would run them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest

from sendself.context.export.facts import LABELS, Fact
from tests.command import run_command
from tests.context.export.making import Cell, upn, workbook

ROOT = Path(__file__).parents[2]
EXPORT = """UPN,Legal Surname,SEN Status,SEN Need,% Attendance,Suspensions
A823456789012,Canaryname,E,ASD,96.0,0
A823456789013,Canaryname,K,SLCN,88.0,2
A823456789014,Canaryname,N,,94.0,1
A823456789014,Canaryname,N,,94.0,1
"""


def run(*arguments: str, home: Path, given: IO[bytes] | int = subprocess.DEVNULL) -> subprocess.CompletedProcess[str]:
    """One run of the program with its own data folder."""
    folders = {"XDG_DATA_HOME": str(home), "HOME": str(home)}
    if given == subprocess.DEVNULL:
        done = run_command([*arguments], environment={**os.environ, **folders})
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
    return subprocess.run(
        [sys.executable, "-m", "sendself", *arguments],
        cwd=ROOT,
        env={**os.environ, **folders},
        stdin=given,
        capture_output=True,
        text=True,
        check=False,
    )


def answer(*arguments: str, home: Path) -> Any:
    """The JSON that a run prints."""
    done = run(*arguments, home=home)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_context_of_a_school_is_the_published_census(tmp_path: Path) -> None:
    """Downside Primary School's counts are those of the DfE's file of January 2024, with its place among others."""
    found = answer("context", "--urn", "109567", home=tmp_path)
    assert (found["roll"], found["ehc_plans"], found["sen_support"], found["fsm"]) == (1038, 37, 105, 209)
    assert found["year"] == "2023/24"
    assert {one["measure"] for one in found["standings"]} == {"ehc_plans", "sen_support", "fsm"}
    assert all(0 <= one["percentile"] <= 100 for one in found["standings"])


def test_context_of_an_export_is_counted_without_names(tmp_path: Path) -> None:
    """A pupil with two rows counts once, and no name comes out."""
    file = tmp_path / "pupils.csv"
    file.write_text(EXPORT)
    found = answer("context", "--export", str(file), home=tmp_path)
    assert (found["roll"], found["ehc_plans"], found["sen_support"]) == (3, 1, 1)
    assert found["primary_need"] == {"ASD": 1, "SLCN": 1}
    assert found["suspensions"] == {"sen": 2, "no_sen": 1}
    columns = {"upn": [0], "name": [1], "sen_status": [2], "need": [3], "attendance": [4], "suspensions": [5]}
    assert found["columns"] == columns
    assert "Canaryname" not in json.dumps(found)


def test_context_of_an_export_with_a_map_uses_its_columns(tmp_path: Path) -> None:
    """Columns named by hand are used instead of recognised ones."""
    file, mapping = tmp_path / "pupils.csv", tmp_path / "map.json"
    file.write_text(EXPORT.replace("SEN Status", "Colour"))
    mapping.write_text('{"columns": {"upn": "UPN", "sen_status": "Colour"}}')
    found = answer("context", "--export", str(file), "--map", str(mapping), home=tmp_path)
    assert (found["ehc_plans"], found["sen_support"]) == (1, 1)
    # What the map does not name is left alone.
    assert "Colour" not in found["headings_left_alone"]
    assert len(found["headings_left_alone"]) == 4


def test_headings_left_alone_are_printed_and_a_pupils_row_is_not(tmp_path: Path) -> None:
    """Whoever writes a map sees what it can name; where a pupil may stand for headings, columns have numbers."""
    file = tmp_path / "pupils.csv"
    file.write_text(EXPORT.replace("% Attendance", "Bus route"))
    assert answer("context", "--export", str(file), home=tmp_path)["headings_left_alone"] == ["Bus route"]

    file.write_text("Canaryname,Elm,SEN support,FSM\nSample,Elm,SEN support,\nOther,Oak,SEN support,FSM\n")
    mapping = tmp_path / "map.json"
    mapping.write_text('{"columns": {"sen_status": 2}}')
    found = answer("context", "--export", str(file), "--map", str(mapping), home=tmp_path)
    assert found["headings_left_alone"] == ["column 1", "column 2", "column 4"]


def test_map_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """Windows' own editor puts a mark before the text: it is no part of it."""
    file, mapping = tmp_path / "pupils.csv", tmp_path / "map.json"
    file.write_text(EXPORT.replace("SEN Status", "Colour"))
    mapping.write_text('{"columns": {"upn": "UPN", "sen_status": "Colour"}}', encoding="utf-8-sig")
    found = answer("context", "--export", str(file), "--map", str(mapping), home=tmp_path)
    assert (found["ehc_plans"], found["sen_support"]) == (1, 1)


@pytest.mark.parametrize("by", ["name", "standard input"])
def test_export_beyond_the_limit_is_refused_and_never_counted_in_part(by: str, tmp_path: Path) -> None:
    """15,000 pupils with long notes, 28.8 MB, are refused with a sentence; no count of the first ones is printed."""
    file = tmp_path / "pupils.csv"
    note = "x" * 1_900
    rows = "".join(f"A82345678{number:04d},{'K' if number % 9 else 'N'},{note}\n" for number in range(15_000))
    file.write_text(f"UPN,SEN status,Notes\n{rows}")
    with file.open("rb") as data:
        done = run("context", "--export", str(file) if by == "name" else "-", home=tmp_path, given=data)
    assert (done.returncode, done.stdout) == (2, "")
    assert "larger than 25 MB" in done.stderr


def test_map_says_what_own_words_for_a_status_mean(tmp_path: Path) -> None:
    """With words that nobody knows there is no count of them; the map says what they mean, and there is."""
    file, mapping = tmp_path / "pupils.csv", tmp_path / "map.json"
    rows = "".join(f"{upn(number)},{'Wave 3' if number < 8 else 'Universal'}\n" for number in range(40))
    file.write_text(f"UPN,SEN status\n{rows}")
    before = answer("context", "--export", str(file), home=tmp_path)
    assert (before["roll"], before["ehc_plans"], before["sen_support"]) == (None, None, None)

    mapping.write_text('{"statuses": {"Wave 3": "sen_support", "universal": "no_sen"}}')
    after = answer("context", "--export", str(file), "--map", str(mapping), home=tmp_path)

    assert (after["roll"], after["ehc_plans"], after["sen_support"]) == (40, 0, 8)
    assert "Wave" not in json.dumps(after)
    mapping.write_text('{"statuses": {"Wave 3": "shoes"}}')
    done = run("context", "--export", str(file), "--map", str(mapping), home=tmp_path)
    assert (done.returncode, "The meanings are ehc_plan, sen_support, monitored, no_sen" in done.stderr) == (2, True)


def test_sheets_of_a_workbook_are_named_and_chosen(tmp_path: Path) -> None:
    """Both years are counted together, the cover is said not to be; --sheet counts one year alone."""
    file = tmp_path / "pupils.xlsx"
    head: list[Cell] = ["UPN", "SEN status"]
    years: dict[int, list[list[Cell]]] = {year: [head, [upn(year), "K"], [upn(90 + year), "N"]] for year in (7, 8)}
    file.write_bytes(workbook({"Cover": [["Our school"]], "Year 7": years[7], "Year 8": years[8]}))

    both = answer("context", "--export", str(file), home=tmp_path)
    one = answer("context", "--export", str(file), "--sheet", "Year 8", home=tmp_path)

    assert (both["roll"], both["sheets"]) == (4, {"read": ["Year 7", "Year 8"], "not_read": ["Cover"]})
    assert (one["roll"], one["sheets"]) == (2, {"read": ["Year 8"], "not_read": ["Cover", "Year 7"]})
    done = run("context", "--export", str(file), "--sheet", "Year 9", home=tmp_path)
    assert (done.returncode, "no sheet of that name" in done.stderr) == (2, True)


def test_help_names_every_fact_that_a_map_can_name(tmp_path: Path) -> None:
    """Whoever writes a map finds each name with what it means, and an example that counts an export."""
    said = run("context", "--help", home=tmp_path).stdout
    for fact in Fact:
        assert re.search(rf"^  {fact} +{re.escape(LABELS[fact])}$", said, re.MULTILINE)
    assert "context --export pupils.csv --map columns.json" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("context", "--urn", "1"), "No school with the URN 1"),
        (("context", "--urn", "0"), "is not a URN"),
        (("context", "--urn", "-5"), "is not a URN"),
        (("context", "--urn", "109567", "--map", "columns.json"), "goes with --export"),
        (("context", "--urn", "109567", "--sheet", "Year 7"), "--sheet says how an export is read"),
        (("context", "--export", "no-such-file.csv"), "There is no file"),
        (("context",), "--urn"),
        (("register", "README.md", "LICENSE"), "."),
        (("register",), "Name the DfE's two files"),
        (("register", "README.md"), "Name the DfE's two files"),
        (("register", "README.md", "LICENSE", "--shipped"), "Name the DfE's two files"),
    ],
)
def test_bad_input_gets_one_sentence(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    """Exit status 2, one line on what is wrong, no traceback."""
    done = run(*arguments, home=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def register_files(folder: Path) -> list[str]:
    """A small pair of the DfE's files."""
    census, schools = folder / "england_census.csv", folder / "england_school_information.csv"
    census.write_text(
        "URN,SCHOOLTYPE,NOR,TSENELSE,TSENELK,NUMFSM,NUMFSMEVER,NORFSMEVER\n"
        "900001,State-funded primary,210,6,SUPP,30,40,200\n"
    )
    schools.write_text(
        "URN,LANAME,SCHNAME,STREET,LOCALITY,ADDRESS3,TOWN,POSTCODE,SCHSTATUS,OPENDATE,CLOSEDATE,MINORGROUP,SCHOOLTYPE,"
        "ISPRIMARY,ISSECONDARY,ISPOST16,AGELOW,AGEHIGH\n"
        "900001,Exampleshire,Quillmere Primary School,,,,Quillmere,ZZ1 1ZZ,Open,,,Maintained school,Community school,"
        "1,0,0,4,11\n"
    )
    return [str(schools), str(census), "--year", "2024/25"]


def asked(*arguments: str, home: Path, answer: str) -> subprocess.CompletedProcess[str]:
    """One run of the program at a terminal, where something is answered; control-D ends it without an answer."""
    ours, its = os.openpty()
    try:
        os.write(ours, answer.encode())
        with os.fdopen(its, "rb", buffering=0) as terminal:
            return run(*arguments, home=home, given=terminal)
    finally:
        os.close(ours)


def test_newer_register_is_used_from_then_on(tmp_path: Path) -> None:
    """Two small DfE files replace the register, what changed is said, and a search finds the new school."""
    done = run("register", *register_files(tmp_path), "--yes", home=tmp_path)
    assert done.stdout.startswith("Check the census file before you use it: only ")
    assert (done.returncode, done.stderr) == (0, "")
    assert "The census figures change from 2023/24 to 2024/25." in done.stdout
    found = answer("context", "--urn", "900001", home=tmp_path)
    assert (found["roll"], found["ehc_plans"], found["sen_support"], found["year"]) == (210, 6, None, "2024/25")


def test_register_is_replaced_only_when_that_is_wanted(tmp_path: Path) -> None:
    """At a terminal what would change is said first; no, anything else and silence leave the one in use."""
    files = register_files(tmp_path)
    for said in ("perhaps\n", "\4"):
        done = asked("register", *files, home=tmp_path, answer=said)
        assert done.returncode == 1
        assert "no longer in the register" in done.stdout
        assert answer("context", "--urn", "109567", home=tmp_path)["year"] == "2023/24"

    assert asked("register", *files, home=tmp_path, answer="YES\n").returncode == 0
    assert answer("context", "--urn", "900001", home=tmp_path)["year"] == "2024/25"


def test_script_is_not_asked(tmp_path: Path) -> None:
    """Without a terminal the files that were named replace the register at once, after the summary."""
    done = run("register", *register_files(tmp_path), home=tmp_path, given=subprocess.DEVNULL)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no longer in the register" in done.stdout
    assert answer("context", "--urn", "900001", home=tmp_path)["year"] == "2024/25"


def test_shipped_register_comes_back(tmp_path: Path) -> None:
    """What that changes is said, and asked first; a second time there is nothing to do."""
    run("register", *register_files(tmp_path), "--yes", home=tmp_path)

    refused = asked("register", "--shipped", home=tmp_path, answer="no\n")
    assert (refused.returncode, "The new figures are older than the ones in use." in refused.stdout) == (1, True)
    assert answer("context", "--urn", "900001", home=tmp_path)["year"] == "2024/25"

    assert run("register", "--shipped", "--yes", home=tmp_path).returncode == 0
    assert answer("context", "--urn", "109567", home=tmp_path)["year"] == "2023/24"
    assert "in use already" in run("register", "--shipped", home=tmp_path).stdout
