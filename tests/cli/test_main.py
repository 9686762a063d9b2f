"""The command line, run as a script runs it: every command for real, and one sentence for what cannot be used."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from sendself import __version__
from sendself.assessment.record import from_json
from sendself.context.example import example_assessment
from sendself.rubric.duty import Setting
from tests.cli.running import ROOT, done, refusal, sendself

COMMANDS = ("schools", "example", "report", "extract", "check", "context", "register", "migrate")
DOWNSIDE = "Downside Primary School (EXAMPLE)"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `example.json` and the `example.pdf` made from it."""
    folder = tmp_path_factory.mktemp("made")
    done("example", "-o", "example.json", at=folder)
    done("report", "example.json", "-o", "example.pdf", at=folder)
    return folder


def test_schools_are_lines_of_json() -> None:
    """A URN finds its school, each school is one JSON object with the keys that scripts rely on."""
    (line,) = done("schools", "109567").decode().splitlines()
    assert json.loads(line) == {
        "urn": 109567,
        "name": "Downside Primary School",
        "town": "Luton",
        "postcode": "LU4 8EZ",
        "phase": "Primary",
        "status": "Open",
    }


def test_school_without_a_name_can_be_told_from_others() -> None:
    """Where the DfE gives no name, town and postcode, the line has the local authority and the type as well."""
    lines = [json.loads(line) for line in done("schools", "camden nursery").decode().splitlines()]
    (unnamed, *_) = [line for line in lines if line["name"] is None]
    assert list(unnamed)[:6] == ["urn", "name", "town", "postcode", "phase", "status"]
    assert unnamed["local_authority"] == "Camden"
    assert unnamed["type_name"]
    assert not any("local_authority" in line for line in lines if line["name"])


def test_schools_keep_their_limit_and_may_be_none() -> None:
    """No more lines than asked for, and none where nothing is found."""
    assert len(done("schools", "church of england", "--limit", "3").splitlines()) == 3
    assert done("schools", "qqqqzzzzxxxx") == b""


def test_schools_are_looked_for_by_several_words() -> None:
    """Words need no quotes: they are one search."""
    assert done("schools", "downside", "luton") == done("schools", "downside luton") != b""


def test_program_is_started_as_a_script_starts_it(tmp_path: Path) -> None:
    """`python -m sendself` from any folder: what it prints, what it refuses, and how it ends."""
    known = {**os.environ, "PYTHONPATH": str(ROOT)}
    ends = {}
    for arguments in (["schools", "109567"], ["check", "missing.json"]):
        command = [sys.executable, "-m", "sendself", *arguments]
        run = subprocess.run(command, cwd=tmp_path, env=known, capture_output=True, timeout=60, check=False)
        ends[arguments[0]] = run.returncode, run.stdout, run.stderr

    assert ends["schools"] == (0, done("schools", "109567"), b"")
    assert ends["check"] == (2, b"", refusal("check", "missing.json", at=tmp_path).encode())


def test_schools_end_quietly_when_the_reader_has_seen_enough() -> None:
    """`schools ... | head -1` brings no complaint."""
    command = f'"{sys.executable}" -m sendself schools school --limit 1000 | head -n 1'
    run = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert run.stdout.count(b"\n") == 1
    assert run.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("schools leeds >&-", "is closed. Name a file."),
        ("check - <&-", "is closed. Name a file."),
        ("schools leeds >/dev/full", "Standard output cannot be written (no space left on device)."),
        ("register --shipped >/dev/full", "Standard output cannot be written (no space left on device)."),
        ("migrate >/dev/full", "Standard output cannot be written (no space left on device)."),
    ],
)
def test_what_cannot_be_read_or_written_is_said(command: str, says: str, tmp_path: Path) -> None:
    """A closed or full stream gets a sentence, as a file does."""
    known = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "SENDSELF_DATABASE_URL": f"sqlite:///{tmp_path}/x.sqlite3"}
    called = f'"{sys.executable}" -m sendself {command}'
    run = subprocess.run(called, shell=True, cwd=ROOT, env=known, capture_output=True, timeout=60, check=False)
    assert (run.returncode, run.stderr.decode().count("\n")) == (2, 1)
    assert says in run.stderr.decode()


def test_help_of_schools_says_which_register_is_looked_in() -> None:
    """A newer list that was put in the place of the shipped one is the one that is searched."""
    assert "in the register in use" in done("schools", "--help").decode()


def test_example_is_the_mainstream_one(made: Path) -> None:
    """Without options the example is that of the invented mainstream school."""
    assert from_json((made / "example.json").read_bytes()) == example_assessment(Setting.MAINSTREAM)


def test_report_and_extract_give_the_example_back(made: Path) -> None:
    """The PDF carries exactly what went in, byte for byte when it is written again."""
    done("extract", "example.pdf", "-o", "again.json", at=made)
    assert (made / "again.json").read_bytes() == (made / "example.json").read_bytes()


def test_report_of_a_pdf_is_the_same_report(made: Path) -> None:
    """A PDF made by sendself does as well as its JSON, and the same evaluation gives the same file."""
    assert done("report", "example.pdf", "-o", "-", at=made) == (made / "example.pdf").read_bytes()


def test_report_is_a_pdf_with_the_schools_name(made: Path) -> None:
    """The PDF opens, its title names the school, and it says EXAMPLE on every page."""
    reader = pypdf.PdfReader(made / "example.pdf")
    assert reader.metadata
    assert "Linnetfield Primary School (EXAMPLE)" in str(reader.metadata.title)
    assert all("EXAMPLE" in page.extract_text() for page in reader.pages)


@pytest.mark.parametrize(
    ("options", "setting", "title"),
    [
        (["--setting", "specialist"], Setting.SPECIAL, "Fernleigh School (EXAMPLE)"),
        (["--urn", "109567"], Setting.MAINSTREAM, DOWNSIDE),
        (["--urn", "109567", "--setting", "specialist"], Setting.RESOURCED_PROVISION, DOWNSIDE),
    ],
)
def test_example_follows_its_options(options: list[str], setting: Setting, title: str) -> None:
    """Setting and school are as asked; a mainstream school's specialist setting is its resourced provision."""
    assessment = from_json(done("example", *options, "-o", "-"))
    assert (assessment.setting, assessment.title, assessment.example) == (setting, title, True)


def test_example_of_a_special_school_uses_the_specialist_rubric(tmp_path: Path) -> None:
    """With a URN and no setting the register decides; its report is made like any other."""
    found = [json.loads(line) for line in done("schools", "special school", "--limit", "200").splitlines()]
    school = next(one for one in found if one["phase"] == "Special" and one["status"] == "Open")
    done("example", "--urn", str(school["urn"]), "-o", "special.json", at=tmp_path)
    assessment = from_json((tmp_path / "special.json").read_bytes())
    assert (assessment.setting, assessment.rubric.id) == (Setting.SPECIAL, "specialist")
    done("report", "special.json", "-o", "special.pdf", at=tmp_path)
    assert from_json(done("extract", "special.pdf", "-o", "-", at=tmp_path)) == assessment


def test_check_finds_nothing_in_the_example(made: Path) -> None:
    """The example is ready to send, as JSON and as PDF: no line, exit 0."""
    assert done("check", "example.json", at=made) == b""
    assert done("check", "example.pdf", at=made) == b""


def test_check_prints_a_line_for_each_point(made: Path) -> None:
    """With two ratings taken away there are two lines that name the themes, and the exit status is 1."""
    content = json.loads((made / "example.json").read_text(encoding="utf-8"))
    for theme in ("outcomes.barriers", "families.co-production"):
        del content["assessment"]["answers"][theme]
    (made / "gaps.json").write_text(json.dumps(content), encoding="utf-8")
    run = sendself("check", "gaps.json", at=made)
    assert run.returncode == 1
    assert [line.split(": ")[:2] for line in run.stdout.decode().splitlines()] == [
        ["not rated", "outcomes.barriers"],
        ["not rated", "families.co-production"],
    ]
    assert run.stderr == b""


def test_check_lists_what_could_point_to_a_child(made: Path) -> None:
    """A pupil's name has a line with its page and box."""
    content = json.loads((made / "example.json").read_text(encoding="utf-8"))
    content["assessment"]["review"]["why"] = "Amir in Year 4 was sent home."
    (made / "named.json").write_text(json.dumps(content), encoding="utf-8")
    run = sendself("check", "named.json", at=made)
    assert run.returncode == 1
    assert run.stdout.decode() == "name: about: About this evaluation: why you evaluate now: Amir\n"


def test_input_may_come_from_standard_input(made: Path) -> None:
    """A hyphen reads standard input, so that commands can be put in a row."""
    record = (made / "example.json").read_bytes()
    pdf = done("report", "-", "-o", "-", stdin=record)
    assert done("extract", "-", "-o", "-", stdin=pdf) == record


def test_migrate_makes_the_database(tmp_path: Path) -> None:
    """A new database is made where the setting says, and a second run finds it ready."""
    file = tmp_path / "there" / "evaluations.sqlite3"
    for _ in range(2):
        run = sendself("migrate", environment={"SENDSELF_DATABASE_URL": f"sqlite:///{file}"})
        assert (run.returncode, run.stdout, run.stderr) == (0, f"The database is ready.{os.linesep}".encode(), b"")
    assert file.stat().st_size > 0


def test_migrate_refuses_an_address_that_is_none() -> None:
    """A wrong setting is answered in a sentence."""
    assert "SENDSELF_DATABASE_URL" in refusal("migrate", SENDSELF_DATABASE_URL="somewhere")


def test_version_is_printed() -> None:
    """The version is the package's."""
    assert done("--version").decode().strip() == f"sendself {__version__}"


def test_help_names_every_command() -> None:
    """The help lists each command, shows examples and explains the exit status."""
    said = done("--help").decode()
    for command in COMMANDS:
        assert f"    {command} " in said
    assert "python -m sendself report example.json -o example.pdf" in said
    assert "exit status" in said


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_explains_it_with_an_example(command: str) -> None:
    """Each command's own help says what it does and shows a call of it."""
    said = done(command, "--help").decode()
    assert f"python -m sendself {command}" in said.split("examples:")[1]
    assert len(said.split("examples:")[0].splitlines()) > 5


def test_help_does_not_load_what_commands_need() -> None:
    """Help answers without the libraries that take long to load."""
    heavy = {"fpdf", "pydantic", "pyarrow", "pandas", "pypdf", "yaml", "sqlalchemy"}
    code = (
        "import sys\nfrom sendself.cli.main import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print(sorted({heavy} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60, check=True)
    assert run.stdout.decode().splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "command is missing"),
        (["fly"], "invalid choice"),
        (["schools"], "QUERY"),
        (["schools", "  "], "Name what to look for"),
        (["schools", "leeds", "--limit", "0"], "from 1 to 1000"),
        (["schools", "leeds", "--limit", "many"], "from 1 to 1000"),
        (["schools", "leeds", "--limit", "9" * 5000], "'9999999999'… (5,000 characters) is not a whole number"),
        (["example"], "-o/--output"),
        (["example", "--urn", "12x", "-o", "x.json"], "not a URN"),
        (["example", "--urn", "1", "-o", "x.json"], "No school with the URN 1 "),
        (["example", "--setting", "nursery", "-o", "x.json"], "invalid choice"),
        (["example", "-o", "no/such/folder/x.json"], "There is no folder"),
        (["example", "-o", "."], "is a folder"),
        (["check", "a\nb", "c\nd"], "Unrecognized arguments: c d (see"),
        (["report", "nothing.json", "-o", "x.pdf"], "There is no file nothing.json"),
        (["report", ".", "-o", "x.pdf"], "is a folder"),
        (["extract", "nothing.pdf", "-o", "x.json"], "There is no file nothing.pdf"),
        (["check", "nothing.json"], "There is no file nothing.json"),
        (["check", "nul\x01.json"], "There is no file"),
    ],
)
def test_wrong_call_is_answered_in_a_sentence(arguments: list[str], says: str, tmp_path: Path) -> None:
    """Exit status 2, one line on standard error that says what is wrong, and no file is left behind."""
    assert says in refusal(*arguments, at=tmp_path)
    assert list(tmp_path.iterdir()) == []


WHOLE = (ROOT / "tests" / "records" / "shape-1" / "evaluation.pdf").read_bytes()
BROKEN = {
    "empty.json": b"",
    "noise.json": b"\x00\xff\x10",
    "list.json": b"[]",
    "other.json": b'{"format": "another"}',
    "newer.json": b'{"format": "sendself self-evaluation", "shape": 99, "assessment": {}}',
    "bare.json": b'{"format": "sendself self-evaluation", "shape": 1, "assessment": {}}',
    "deep.json": b"[" * 100_000,
    "stub.pdf": b"%PDF-1.7\n%%EOF",
    "begun.pdf": WHOLE[:2_000],
    "half.pdf": WHOLE[: len(WHOLE) // 2],
    "without-end.pdf": WHOLE[:-100],
    "word.docx": b"PK\x03\x04....",
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("command", ["report", "extract", "check"])
def test_broken_file_is_refused_and_the_output_left_alone(command: str, name: str, tmp_path: Path) -> None:
    """A file that is no evaluation is named and refused; what stood at the output stays as it was."""
    (tmp_path / name).write_bytes(BROKEN[name])
    output = tmp_path / "output"
    output.write_bytes(b"precious")
    target = [] if command == "check" else ["-o", "output"]
    assert name in refusal(command, name, *target, at=tmp_path)
    assert output.read_bytes() == b"precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "output"])


def test_extract_wants_a_pdf(made: Path) -> None:
    """A record as JSON is not a PDF, and is said to be none."""
    assert "not a PDF" in refusal("extract", "example.json", "-o", "never.json", at=made)
    assert not (made / "never.json").exists()


def test_output_replaces_a_file_whole_and_keeps_its_rights(made: Path, tmp_path: Path) -> None:
    """An older file is replaced through a link to it, with the rights it had, and no draft is left."""
    older, link = tmp_path / "older.json", tmp_path / "link.json"
    older.write_bytes(b"old" * 1_000_000)
    older.chmod(0o640)
    link.symlink_to(older)
    done("extract", made / "example.pdf", "-o", link)
    assert link.is_symlink()
    assert older.read_bytes() == (made / "example.json").read_bytes()
    assert older.stat().st_mode & 0o777 == 0o640
    assert len(list(tmp_path.iterdir())) == 2


def test_output_may_be_a_device(made: Path) -> None:
    """What is no ordinary file is written to and not replaced."""
    done("report", made / "example.json", "-o", os.devnull)
    assert not Path(os.devnull).is_file()
