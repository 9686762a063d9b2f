"""The command `report`: five kinds, five formats, and a sentence for what makes no sense."""

import csv
import io
import os
import re
from pathlib import Path

import pypdf
import pytest

from sendself.assessment.disclosure.report_kinds import ReportKind
from sendself.assessment.record import from_json, to_json
from sendself.cli.report import KINDS
from sendself.document.logo import read_logo
from sendself.document.looks import Looks
from sendself.report.documents import KINDS as ABOUT
from sendself.report.files.formats import formats_of
from sendself.report.files.plan_sheet import plan_csv, plan_xlsx
from sendself.report.looks_loader import keep_looks
from sendself.report.record import open_file
from tests.cli.running import done, refusal, sendself
from tests.document.pictures import picture
from tests.document.word_reading import word_text
from tests.rubric.folders import write_rubric


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example evaluation."""
    made = tmp_path_factory.mktemp("report")
    done("example", "-o", "example.json", at=made)
    return made


def test_kinds_are_those_that_there_are() -> None:
    """The command line writes the kinds out, so that help is quick; they are the same."""
    assert list(KINDS) == [str(kind) for kind in ReportKind]


def test_ending_of_the_name_decides_the_format(folder: Path) -> None:
    """PDF, Word, e-mail, Excel and CSV from the same evaluation; capitals in the ending are no matter."""
    starts = {"a.PDF": b"%PDF-", "a.docx": b"PK\x03\x04", "a.eml": b"X-Unsent: 1\r\n", "a.xlsx": b"PK\x03\x04"}
    for name, start in {**starts, "a.csv": b'\xef\xbb\xbf"Row"'}.items():
        done("report", "example.json", "-o", name, at=folder)
        assert (folder / name).read_bytes().startswith(start)
    assert b'filename="a.pdf"' in (folder / "a.eml").read_bytes()
    rows = list(csv.reader(io.StringIO((folder / "a.csv").read_text(encoding="utf-8-sig"), newline="")))
    assert sum(row[0] == "Theme" for row in rows) == 50
    assert {len(row) for row in rows} == {19}


@pytest.mark.skipif(os.name != "posix", reason="there no file can have such a name")
def test_draft_with_a_line_end_in_its_name_carries_a_report_without(folder: Path) -> None:
    """Whatever the file is called, its attachment has a name that every e-mail program takes."""
    done("report", "example.json", "--kind", "summary", "-o", "a\nb \x01c.eml", at=folder)
    assert b'filename="a-b-c.pdf"' in (folder / "a\nb \x01c.eml").read_bytes()


def test_kind_decides_the_report(folder: Path) -> None:
    """The summary has two pages; the plan as Word says what it is."""
    done("report", "example.json", "--kind", "summary", "-o", "summary.pdf", at=folder)
    assert len(pypdf.PdfReader(folder / "summary.pdf").pages) == 2
    done("report", "example.json", "--kind", "plan", "-o", "plan.docx", at=folder)
    assert "SEND action plan" in word_text((folder / "plan.docx").read_bytes())


def test_plan_is_made_for_spreadsheets_and_calendars(folder: Path) -> None:
    """The same files that the app offers: a row for each action, and a day for each that has one."""
    for end in ("csv", "xlsx", "ics"):
        done("report", "example.json", "--kind", "plan", "-o", f"plan.{end}", at=folder)
    plan = from_json((folder / "example.json").read_bytes())
    assert (folder / "plan.csv").read_bytes() == plan_csv(plan)
    assert (folder / "plan.xlsx").read_bytes() == plan_xlsx(plan)
    dated = sum(action.due is not None for action in plan.actions)
    assert (folder / "plan.ics").read_bytes().count(b"BEGIN:VEVENT") == dated


def test_form_needs_no_evaluation(folder: Path) -> None:
    """Without a file the form is of the mainstream rubric, or of the one that is asked for."""
    done("report", "--kind", "form", "-o", "form.docx", at=folder)
    done("report", "--kind", "form", "--setting", "specialist", "-o", "special.docx", at=folder)
    first, second = (word_text((folder / name).read_bytes()) for name in ("form.docx", "special.docx"))
    assert "Self-evaluation form" in first
    assert first != second


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["example.json", "-o", "x.txt"], "There is no report as .txt"),
        (["-o", "x.pdf"], "Name the evaluation to report on"),
        (["--kind", "plan", "--setting", "mainstream", "-o", "x.pdf"], "Name the evaluation to report on"),
        (["example.json", "--kind", "form", "--setting", "mainstream", "-o", "x.pdf"], "Leave out --setting"),
        (["example.json", "--kind", "poster", "-o", "x.pdf"], "invalid choice"),
        (["example.json", "--kind", "website", "-o", "x.eml"], "There is no e-mail for the website"),
        (["example.json", "--kind", "summary", "-o", "x.csv"], "Ask for --kind full"),
        (["--kind", "form", "-o", "x.xlsx"], "Ask for --kind full"),
        (["example.json", "-o", "x.ics"], "Ask for --kind plan"),
        (["example.json", "--looks", "nowhere", "-o", "x.pdf"], "looks.yaml: the file cannot be read"),
        (["example.json", "--rubric", "nowhere", "-o", "x.pdf"], "Leave out --rubric"),
        (["--kind", "form", "--rubric", "nowhere", "-o", "x.pdf"], "rubric.yaml: the file cannot be read"),
        (["--kind", "form", "--rubric", "a", "--setting", "mainstream", "-o", "x.pdf"], "Leave out --setting"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: list[str], says: str, folder: Path) -> None:
    """A sentence says what to ask for instead, and no file is written."""
    assert says in refusal("report", *arguments, at=folder)
    assert list(folder.glob("x.*")) == []


def test_looks_of_a_folder_go_into_the_report(folder: Path) -> None:
    """Name, colour and logo of the folder stand in the PDF, which carries the same record as without them."""
    keep_looks(folder / "trust", Looks("Ash Valley Learning Trust", (122, 31, 92), read_logo(picture())))
    done("report", "example.json", "--looks", "trust", "-o", "dressed.pdf", at=folder)
    done("report", "example.json", "-o", "usual.pdf", at=folder)

    dressed = pypdf.PdfReader(folder / "dressed.pdf")
    assert "Ash Valley Learning Trust" in dressed.pages[0].extract_text()
    assert len(dressed.pages[0].images) == 1
    records = [open_file((folder / name).read_bytes()) for name in ("dressed.pdf", "usual.pdf")]
    assert records[0] == records[1]


def test_form_of_an_own_rubric_is_made_from_its_folder(folder: Path) -> None:
    """The words of the rubric stand in the form; a folder with a fault is told with file, key, problem and remedy."""
    write_rubric(folder / "trust-rubric", ["outcomes", "reading"])
    done("report", "--kind", "form", "--rubric", "trust-rubric", "-o", "own.docx", at=folder)
    said = word_text((folder / "own.docx").read_bytes())
    assert "The area reading" in said
    assert "How first goes in outcomes" in said

    (folder / "trust-rubric" / "areas" / "reading.yaml").write_text("id: writing", encoding="utf-8")
    told = refusal("report", "--kind", "form", "--rubric", "trust-rubric", "-o", "x.pdf", at=folder)
    assert "reading.yaml: id: it says 'writing'. Make it 'reading', as the file is named." in told


def test_every_kind_is_in_the_help_with_its_formats() -> None:
    """Whoever asks for help sees what each kind is for, and every ending that it may have and no other."""
    said = done("report", "--help").decode().split("kinds, and the endings")[1].split("positional")[0]
    kinds = {part.split()[0]: part for part in re.split(r"\n  (?=\w)", said)[1:]}
    assert list(kinds) == list(KINDS)
    for kind in ReportKind:
        assert re.findall(r"\.[a-z]+", kinds[kind]) == [f".{form}" for form in formats_of(kind)]
        assert f"for {ABOUT[kind].audience}: " in " ".join(kinds[kind].split())


def test_what_cannot_be_printed_is_told_beside_the_file(folder: Path) -> None:
    """The PDF is made and the command succeeds; a line on standard error names the characters."""
    said = from_json((folder / "example.json").read_bytes())
    said = said.changed(review=said.review.model_copy(update={"why": "Whether 学校 is heard"}))
    (folder / "cjk.json").write_bytes(to_json(said))
    run = sendself("report", "cjk.json", "-o", "cjk.pdf", at=folder, environment={"PYTHONIOENCODING": "utf-8"})
    assert run.returncode == 0
    assert run.stderr.decode().startswith("The PDF cannot print 学 校: a sign stands in their place.")
    assert (folder / "cjk.pdf").read_bytes().startswith(b"%PDF-")
