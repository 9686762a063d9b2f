"""Tables for spreadsheet programs: nothing becomes a formula, and what is written can be read again."""

import csv
import io
import zipfile
from datetime import date

import pytest
from lxml import etree

from sendself.document.sheet import CELL_LIMIT, Sheet, SheetCell, render_csv, render_xlsx

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DANGEROUS = ("=1+1", "+44 20", "-1", "- a point", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", '=HYPERLINK("http://x")')


def sheet(*cells: SheetCell) -> Sheet:
    """A sheet with these cells under each other."""
    return Sheet("Answers", ("What",), tuple((cell,) for cell in cells), (30,))


def workbook(made: Sheet) -> bytes:
    """The sheet as XLSX."""
    return render_xlsx((made,), title="A title", author="A school", made_on=date(2026, 11, 23))


def part(data: bytes, name: str) -> etree._Element:
    """A part of a workbook as XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return etree.fromstring(packed.read(name))


def read_csv(data: bytes) -> list[str]:
    """The first column below the header, as a program reads it."""
    return [row[0] for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))][1:]


@pytest.mark.parametrize("text", DANGEROUS)
def test_csv_text_like_a_formula_gets_an_apostrophe(text: str) -> None:
    """No field begins with a sign that starts a formula, also behind a space."""
    assert read_csv(render_csv(sheet(text))) == [f"'{text}"]


@pytest.mark.parametrize("text", ["plain", "a = b", "Year 3-6", "'quoted'", "line one\nline two", 'say "yes", then no'])
def test_csv_other_text_stays_as_it_is(text: str) -> None:
    """Signs inside a text, quotes, commas and line ends come back as they went in."""
    assert read_csv(render_csv(sheet(text))) == [text]


def test_csv_is_utf8_with_its_mark_and_knows_numbers_and_nothing() -> None:
    """Excel sees by the mark that it is UTF-8; a number stays a number and nothing is empty."""
    data = render_csv(sheet("Tŷ’r Ŵyl", 3, None))
    assert data.startswith(b"\xef\xbb\xbf")
    assert read_csv(data) == ["Tŷ’r Ŵyl", "3", ""]


def test_workbook_holds_text_and_no_formula() -> None:
    """Every text is a shared string just as it was written, and the sheet has neither formula nor link."""
    data = workbook(sheet(*DANGEROUS, "https://example.org", 3))
    page = part(data, "xl/worksheets/sheet1.xml")
    assert list(page.iter(f"{MAIN}f")) == []
    assert list(page.iter(f"{MAIN}hyperlink")) == []
    kinds = [cell.get("t") for cell in page.iter(f"{MAIN}c")]
    assert kinds == [*["s"] * (len(DANGEROUS) + 2), None]
    said = {one.text for one in part(data, "xl/sharedStrings.xml").iter(f"{MAIN}t")}
    assert {"=1+1", "@SUM(A1)", "https://example.org"} <= said


def test_workbook_text_like_a_formula_stays_text_when_it_is_edited() -> None:
    """Such a cell is marked as if it had been typed after an apostrophe; another is not."""
    data = workbook(sheet("=1+1", "plain"))
    cells = list(part(data, "xl/worksheets/sheet1.xml").iter(f"{MAIN}c"))[-2:]
    looks = list(next(part(data, "xl/styles.xml").iter(f"{MAIN}cellXfs")))
    assert [looks[int(cell.get("s", "0"))].get("quotePrefix") for cell in cells] == ["1", None]


def test_day_is_a_day_that_can_be_sorted() -> None:
    """In a workbook it is a number with the form of a day, in CSV year, month and day."""
    spring = date(2027, 3, 31)
    data = workbook(sheet(spring))
    (cell,) = [one for one in part(data, "xl/worksheets/sheet1.xml").iter(f"{MAIN}c") if one.get("r") == "A2"]
    assert (cell.get("t"), "".join(cell.itertext())) == (None, str((spring - date(1899, 12, 30)).days))
    forms = [one.get("formatCode") for one in part(data, "xl/styles.xml").iter(f"{MAIN}numFmt")]
    assert forms == ["d mmm yyyy"]
    assert read_csv(render_csv(sheet(spring))) == ["2027-03-31"]


def test_workbook_keeps_its_header_in_sight_and_its_title() -> None:
    """The header is frozen and can be filtered; the properties name the title and the school."""
    data = workbook(sheet("one"))
    page = part(data, "xl/worksheets/sheet1.xml")
    assert [pane.get("ySplit") for pane in page.iter(f"{MAIN}pane")] == ["1"]
    assert [found.get("ref") for found in page.iter(f"{MAIN}autoFilter")] == ["A1:A2"]
    about = "".join(part(data, "docProps/core.xml").itertext())
    assert "A title" in about
    assert "A school" in about


def test_workbook_says_where_a_cell_is_full() -> None:
    """A text that no cell can hold is cut with a sentence, and not dropped."""
    (said,) = [
        one.text or ""
        for one in part(workbook(sheet("word " * 9_000)), "xl/sharedStrings.xml").iter(f"{MAIN}t")
        if one.text != "What"
    ]
    assert len(said) == CELL_LIMIT
    assert said.endswith("the report has the whole text)")


def test_same_sheet_gives_the_same_bytes() -> None:
    """Nothing of the clock gets into the workbook."""
    assert workbook(sheet("one", 2)) == workbook(sheet("one", 2))
