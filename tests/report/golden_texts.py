"""The words of every report in every format it is made in, as text to compare; `make golden` writes them anew.

They are made from the example evaluation, which has a day and an id of its own, so that they are the same every day.
Look at what changed (`git diff tests/report/golden`) before it is kept.
"""

import email
import email.policy
import io
import sys
import zipfile
from collections.abc import Callable, Mapping
from functools import cache, partial
from itertools import product
from pathlib import Path

import pypdf
from lxml import etree

from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.model import Assessment
from sendself.context.example import example_assessment
from sendself.context.export.reading import read_table
from sendself.document.blocks import Document
from sendself.document.pdf.render import render_pdf
from sendself.document.word.render import render_word
from sendself.report.blank_form import blank_form
from sendself.report.files.formats import Format, document_of, formats_of, render_report
from sendself.report.files.plan_calendar import plan_calendar
from sendself.report.files.plan_sheet import plan_csv, plan_xlsx
from sendself.report.question_sheet import AUDIENCES, question_sheet
from sendself.rubric.duty import Setting
from sendself.rubric.loader import shipped_rubrics
from tests.document.word_reading import paragraphs_of

FOLDER = Path(__file__).parent / "golden"


@cache
def example(setting: Setting = Setting.MAINSTREAM) -> Assessment:
    """The example evaluation of a mainstream school, or of one in another setting."""
    return example_assessment(setting)


@cache
def documents(form: Format = Format.PDF) -> Mapping[str, Document]:
    """Every document of blocks that is made into PDF and Word, as one of these has it, by the name of its text."""
    whole = {
        f"{kind}{end}": document_of(shared_for(example(setting), kind), kind, form)
        for setting, end in ((Setting.MAINSTREAM, ""), (Setting.SPECIAL, "-specialist"))
        for kind in ReportKind
        if kind is not ReportKind.FORM
    }
    forms = {f"form-{rubric.id}": blank_form(rubric) for rubric in shipped_rubrics()}
    return {**whole, **forms, **question_sheets()}


def question_sheets() -> dict[str, Document]:
    """The question sheets of one focus area of each rubric, for everybody who is asked."""
    first = [(rubric, next(area.id for area in rubric.areas if area.questions)) for rubric in shipped_rubrics()]
    return {
        f"questions-{rubric.id}-{audience}": question_sheet(rubric, area, audience)
        for (rubric, area), audience in product(first, AUDIENCES)
    }


@cache
def pdf_of(name: str) -> bytes:
    """A document as PDF."""
    return render_pdf(documents()[name])


@cache
def word_of(name: str) -> bytes:
    """A document as Word."""
    return render_word(documents(Format.WORD)[name])


def texts() -> Mapping[str, Callable[[], str]]:
    """How each golden text is made, by the name of its file without .txt."""
    made = dict[str, Callable[[], str]]()
    for name in documents():
        made[f"{name}.pdf"] = partial(_pdf_text, name)
        if name not in question_sheets():
            made[f"{name}.docx"] = partial(_word_text, name)
    for kind in ReportKind:
        if Format.EMAIL in formats_of(kind):
            made[f"{kind}.eml"] = partial(_letter_text, kind)
    for form, read in ((Format.CSV, _csv_text), (Format.EXCEL, _table_text)):
        made[f"answers.{form}"] = partial(_answers_text, form, read)
    made["plan-table.csv"] = lambda: _csv_text(plan_csv(example()))
    made["plan-table.xlsx"] = lambda: _workbook_text(plan_xlsx(example()))
    made["plan-calendar.ics"] = lambda: (plan_calendar(example()) or b"").decode().replace("\r\n", "\n")
    return made


def _pdf_text(name: str) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf_of(name))).pages
    return "\n".join(
        line.rstrip()
        for number, page in enumerate(pages, 1)
        for line in (f"[{number}]", *page.extract_text().splitlines())
    )


def _word_text(name: str) -> str:
    return "\n".join(f"{style}: {text}".rstrip() for style, text in paragraphs_of(word_of(name)))


def _letter_text(kind: ReportKind) -> str:
    data = render_report(shared_for(example(), kind), kind, Format.EMAIL, pdf_name="report.pdf")
    letter = email.message_from_bytes(data, policy=email.policy.default)
    body, attached = letter.iter_parts()
    heads = [f"{name}: {value}" for name, value in letter.items() if name != "Content-Type"]
    words = body.get_content().replace("\r\n", "\n").rstrip()
    return "\n".join([*heads, f"Attached: {attached.get_filename()}", "", words])


def _answers_text(form: Format, read: Callable[[bytes], str]) -> str:
    return read(render_report(shared_for(example(), ReportKind.FULL), ReportKind.FULL, form, pdf_name="report.pdf"))


def _csv_text(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")


def _table_text(data: bytes) -> str:
    table = read_table(data, "table.xlsx")
    rows = ([*table.header], *([*row] for row in table.rows))
    return "\n".join(" | ".join(cell.replace("\n", " / ") for cell in row).rstrip() for row in rows)


def _workbook_text(data: bytes) -> str:
    """Every cell as it is stored, a day as the number that it is: a plan is no export that could be read as one."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        words = ["".join(one.itertext()) for one in etree.fromstring(packed.read("xl/sharedStrings.xml"))]
        page = etree.fromstring(packed.read("xl/worksheets/sheet1.xml"))
    lines = []
    for row in page.iter("{*}row"):
        held = (("".join(cell.itertext()), cell.get("t")) for cell in row.iter("{*}c"))
        lines.append(
            " | ".join((words[int(text)] if kind == "s" else text).replace("\n", " / ") for text, kind in held)
        )
    return "\n".join(lines)


def path_of(name: str) -> Path:
    """Where a golden text lies."""
    return FOLDER / f"{name}.txt"


def remake() -> list[str]:
    """Write every text anew and take away those of reports that are gone; the names of those that changed."""
    FOLDER.mkdir(exist_ok=True)
    fresh = {path_of(name): f"{make()}\n" for name, make in texts().items()}
    gone = [path for path in FOLDER.glob("*.txt") if path not in fresh]
    for path in gone:
        path.unlink()
    changed = [path for path, text in fresh.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in changed:
        path.write_text(fresh[path], encoding="utf-8", newline="\n")
    return sorted(path.name for path in (*changed, *gone))


if __name__ == "__main__":
    names = remake()
    print("\n".join(names) or "No golden text changed.")
    sys.exit(0)
