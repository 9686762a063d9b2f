"""Files that are read, files that are refused, and how much memory either may take."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from sendself.context.export.errors import ExportError
from sendself.context.export.reading import MAX_BYTES, read_table
from sendself.context.export.table import MAX_COLUMNS, MAX_ROWS
from tests.context.export.making import Cell, csv_bytes, csv_text, upn, with_part, workbook, zipped

ROWS: list[list[Cell]] = [["UPN", "Name", "SEN status"], ["A1", "Zoë Ó Sé", "K"], ["A2", 'Sam "Sid"', "N"]]
SHEET = "xl/worksheets/sheet1.xml"


def refusal(data: bytes, name: str = "export.xlsx") -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(ExportError) as raised:
        read_table(data, name)
    return str(raised.value)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_every_encoding_and_delimiter(encoding: str, delimiter: str) -> None:
    """UTF-8 with and without its mark, UTF-16 from Excel, windows-1252; comma, semicolon, tab."""
    table = read_table(csv_bytes(ROWS, delimiter, encoding), "export.csv")

    assert table.header == ("UPN", "Name", "SEN status")
    assert table.rows == (("A1", "Zoë Ó Sé", "K"), ("A2", 'Sam "Sid"', "N"))


def test_decimal_commas_do_not_pass_for_the_delimiter() -> None:
    """A file with semicolons and decimal commas has its columns at the semicolons."""
    table = read_table(b"sep=;\nUPN;SEN;Attendance\nA1;K;94,2\nA2;N;97,1\n")

    assert table.rows == (("A1", "K", "94,2"), ("A2", "N", "97,1"))


def test_ragged_rows_titles_and_blank_rows_are_put_in_order() -> None:
    """Titles stand apart, blank rows are counted, short rows are filled, and a column beyond the headings has none."""
    table = read_table(b"Our school,,\n,,\nUPN,SEN status\nA1,K\n,,\nA2,N,late\nA3\n")

    assert table.titles == ("Our school",)
    assert table.header == ("UPN", "SEN status", "")
    assert table.rows == (("A1", "K", ""), ("A2", "N", "late"), ("A3", "", ""))
    assert table.blank_rows == 1


def test_control_and_invisible_characters_are_taken_out() -> None:
    """Line breaks in a cell, no-break spaces, zero-width marks and a byte order mark leave single spaces."""
    table = read_table('\ufeffUPN,SEN\u200b status\nA1,"K\n -\u00a0SEN  Support"\n'.encode())

    assert table.header == ("UPN", "SEN status")
    assert table.rows == (("A1", "K - SEN Support"),)


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.csv", "is empty"),
        (b" \r\n\t\n", "a.csv", "is empty"),
        (b"<html><table><tr><td>UPN</td></tr></table></html>", "a.xls", "web page or XML file that is called .xls"),
        ("\ufeff<!DOCTYPE html><html>".encode("utf-16-le"), "a.xls", "web page"),
        (b'<?xml version="1.0"?><Workbook/>', "a.xls", "web page or XML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "a.xls", "saved web page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", "old Excel workbook"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(range(256)), "a.xls", "not a table of text"),
        (b"%PDF-1.7\n", "a.csv", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a.csv", "a picture"),
        (b"\xff\xd8\xff\xe0", "a.csv", "a picture"),
        (b"\x1f\x8b\x08\x00", "a.csv", "compressed"),
        (bytes(range(256)) * 40, "a.csv", "not a table of text"),
        (b"\x81\x8d\x8f,\x90\nA,B\n", "a.csv", "not a table of text"),
        (b"\xff\xfe\x00\xd8,\x00", "a.csv", "not a table of text"),
        (b"UPN\nA1\nA2\n", "a.csv", "no table in this file"),
        (b"UPN,SEN status\n", "a.csv", "no table in this file"),
        (b"A823456789012,K\nA823456789013,N\n", "a.csv", "No row of headings"),
        (b'UPN,SEN status\nA1,"K\nA2,N\nA3,E\n', "a.csv", "quotation mark"),
        (b"PK\x03\x04 and no more", "a.xlsx", "damaged"),
        (zipped({"content.xml": "", "mimetype": ""}), "a.ods", "OpenDocument"),
        (zipped({"xl/workbook.bin": b"\0"}), "a.xlsb", "xlsb"),
        (zipped({"pupils.csv": "UPN,SEN\nA1,K"}), "a.zip", "not an Excel workbook"),
        (zipped({"a": b"x"}, zipfile.ZIP_LZMA), "a.xlsx", "damaged"),
    ],
)
def test_what_is_no_export_is_refused_with_what_to_do(data: bytes, name: str, says: str) -> None:
    """Each kind of wrong file has its sentence, and the sentence ends with what to do."""
    sentence = refusal(data, name)

    assert says in sentence
    assert any(remedy in sentence for remedy in ("xport", "Open it", "Save it", "Unpack", "Put the name"))


def test_limits_on_rows_columns_and_size_are_said() -> None:
    """One row, column, cell or byte more than allowed is refused; the limit itself is read."""
    header = ["UPN", "SEN status"]
    rows = [[upn(number), "N"] for number in range(MAX_ROWS)]
    assert len(read_table(csv_bytes([header, *rows[1:]])).rows) == MAX_ROWS - 1
    assert "more than 20,000 rows" in refusal(csv_bytes([header, *rows]))

    wide = [f"Column {number}" for number in range(MAX_COLUMNS)]
    assert len(read_table(csv_bytes([wide, wide])).header) == MAX_COLUMNS
    assert "more than 400 columns" in refusal(csv_bytes([[*wide, "x"], wide]))
    assert "more than 400 columns" in refusal(workbook({"Pupils": [[*wide, "x"], wide]}))

    full = ",".join(["x"] * MAX_COLUMNS)
    assert "a million filled cells" in refusal("\n".join([full] * 2_501).encode())

    assert "larger than 25 MB" in refusal(b"x" * (MAX_BYTES + 1))


def test_long_cells_are_cut_and_do_not_stop_the_file() -> None:
    """A note of many pages is cut; what stands beside it is read."""
    table = read_table(csv_bytes([["UPN", "SEN status", "Notes"], ["A1", "K", "word " * 10_000]]))

    assert table.rows[0][:2] == ("A1", "K")
    assert len(table.rows[0][2]) <= 200


def test_hundred_megabytes_are_refused_before_they_are_read() -> None:
    """A CSV of 100 MB is refused at its size: no memory is taken for it."""
    data = b"A823456789012,K,N\n" * 5_600_000

    assert "larger than 25 MB" in refusal(data)
    assert peak_memory(data) < 1_000_000


HOSTILE_TEXT: dict[str, Callable[[int], str]] = {
    "rows": lambda times: "x,y\n" * 600_000 * times,
    "commas": lambda times: "," * 2_400_000 * times,
    "quote": lambda times: '"' + "x\n" * 1_200_000 * times,
    "blank": lambda times: "\n" * 200_000 * times,
    "cell": lambda times: "x," + "x" * 2_400_000 * times,
    "quoted": lambda times: '"\n",' * 600_000 * times,
    "blank cells": lambda times: ("," * 16_000 + "\n") * 150 * times,
    "spaces": lambda times: (", " * 8_000 + "\n") * 150 * times,
    "marks": lambda times: ("," + "\u200b" * 200_000 + "\n") * 4 * times,
}


@pytest.mark.parametrize("times", [1, pytest.param(10, marks=pytest.mark.prove)])
@pytest.mark.parametrize("shape", HOSTILE_TEXT)
def test_memory_for_hostile_text_is_bounded(shape: str, times: int) -> None:
    """Rows, commas, an open quote, blank lines or one cell take less than four times the file, up to the largest."""
    data = f"UPN,SEN status\n{HOSTILE_TEXT[shape](times)}".encode()

    assert read_or_refuse(data)
    assert peak_memory(data) < 20_000_000 + 3.3 * len(data)


def peak_memory(data: bytes) -> int:
    """The most bytes that Python holds at a time while it reads a file or refuses it."""
    tracemalloc.start()
    try:
        read_or_refuse(data)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def read_or_refuse(data: bytes) -> str:
    """Read a file; the sentence when it is refused."""
    try:
        read_table(data)
    except ExportError as error:
        return str(error)
    return ""


def sheet(rows: str, before: str = "") -> str:
    """A sheet's XML around its rows."""
    return f'{before}<worksheet xmlns="http://x/main"><sheetData>{rows}</sheetData></worksheet>'


BOOK = workbook({"Pupils": [["UPN", "SEN status"], ["A1", "K"]]})


def in_sheet(rows: str, before: str = "", compression: int = zipfile.ZIP_STORED) -> bytes:
    """A workbook whose sheet has these rows; not compressed, so that its directory shows nothing odd."""
    return with_part(BOOK, SHEET, sheet(rows, before), compression)


BOMBS: dict[str, Callable[[], bytes]] = {
    "one part of zeros": lambda: with_part(BOOK, "xl/media/image1.png", bytes(60_000_000)),
    "parts that add up": lambda: with_part(BOOK, "xl/media/a.bin", bytes(range(256)) * 400_000),
    "too many parts": lambda: zipped({f"xl/{number}.xml": "" for number in range(2_100)}),
    "rows that shrink": lambda: in_sheet("<row/>" * 12_000_000, compression=zipfile.ZIP_DEFLATED),
    "rows without end": lambda: in_sheet("<row/>" * 4_000_000),
    "cells without end": lambda: in_sheet("<row>" + "<c/>" * 6_000_000 + "</row>"),
    "rows far down": lambda: in_sheet("".join(f'<row r="{n}"><c><v>1</v></c></row>' for n in range(10**7, 10**7 + 9))),
    "filled rows": lambda: in_sheet("<row><c><v>1</v></c><c><v>2</v></c></row>" * 500_000),
    "one long text": lambda: in_sheet("<row><c t='str'><v>" + "xyz " * 6_000_000 + "</v></c></row>"),
    "one long tag": lambda: in_sheet("<row r='" + "1234" * 6_000_000 + "'/>"),
    "many attributes": lambda: in_sheet("<row " + " ".join(f"a{n}='1'" for n in range(1_500_000)) + "/>"),
    "deep nesting": lambda: with_part(BOOK, SHEET, "<a>" * 8_000_000, zipfile.ZIP_STORED),
    "texts without end": lambda: with_part(
        BOOK, "xl/sharedStrings.xml", "<sst>" + "<si/>" * 4_500_000 + "</sst>", zipfile.ZIP_STORED
    ),
    "styles without end": lambda: with_part(
        BOOK,
        "xl/styles.xml",
        "<styleSheet><cellXfs>" + "<xf/>" * 4_500_000 + "</cellXfs></styleSheet>",
        zipfile.ZIP_STORED,
    ),
    "entities": lambda: in_sheet(
        "<row><c t='str'><v>&c;</v></c></row>",
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
    ),
    "outside entity": lambda: in_sheet(
        "<row><c><v>&x;</v></c></row>", '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    ),
}


SLOW_TO_MEASURE = ("rows without end", "texts without end")


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_are_refused(bomb: str) -> None:
    """Each workbook that would unpack to far more than it is ends in a sentence."""
    assert read_or_refuse(BOMBS[bomb]())


@pytest.mark.parametrize(
    "bomb", [pytest.param(bomb, marks=pytest.mark.prove) if bomb in SLOW_TO_MEASURE else bomb for bomb in BOMBS]
)
def test_memory_for_bombs_is_bounded(bomb: str) -> None:
    """Each of them takes less than 100 MB beyond the file before it is refused."""
    assert peak_memory(BOMBS[bomb]()) < 100_000_000


def test_directory_that_lies_about_sizes_is_refused() -> None:
    """A part said to be small is never unpacked beyond what is said of it."""
    data = in_sheet("<row><c><v>1</v></c><c><v>2</v></c></row>" * 20_000)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo(SHEET).file_size
    lying = data.replace(size.to_bytes(4, "little"), (1_000).to_bytes(4, "little"))

    assert lying != data
    assert "damaged" in refusal(lying)


def test_workbook_with_a_password_says_so() -> None:
    """An encrypted part is named as what it is."""
    locked = bytearray(BOOK)
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = 0
        while (at := BOOK.find(mark, at)) >= 0:
            locked[at + offset] |= 1
            at += 1

    assert "password" in refusal(bytes(locked))


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET, "xl/styles.xml"])
@pytest.mark.parametrize("content", ["", "<", "nothing", "<a/>", "\0", "<?xml version='1.0' encoding='x-none'?><a/>"])
def test_damaged_parts_end_in_a_sentence(part: str, content: str) -> None:
    """Whatever stands in a part that should be XML, there is a table or a sentence."""
    sentence = read_or_refuse(with_part(BOOK, part, content))

    assert not sentence or sentence.endswith(".")


def test_first_visible_sheet_with_known_headings_is_taken_or_the_one_chosen() -> None:
    """Cover sheets and hidden ones are passed over; any sheet can be chosen by its name."""
    other: list[list[Cell]] = [["Colour", "Shape"], ["red", "round"]]
    book = workbook(
        {"Cover": [["Our school"]], "Lists": other, "Old": [["UPN", "SEN"], ["A9", "E"]], "Pupils": ROWS},
        hidden=["Old"],
    )

    table = read_table(book)
    assert (table.sheets_read, table.sheets_not_read) == (("Pupils",), ("Cover", "Lists", "Old"))
    assert table.sheets == ("Cover", "Lists", "Old", "Pupils")
    assert read_table(book, sheets=["Lists"]).rows == (("red", "round"),)
    assert read_table(book, sheets=["old "]).rows == (("A9", "E"),)
    with pytest.raises(ExportError, match="no sheet of that name"):
        read_table(book, sheets=["None"])
    with pytest.raises(ExportError, match="has no sheets"):
        read_table(csv_bytes(ROWS), sheets=["Pupils"])
    assert read_table(workbook({"Cover": [["Our school"]], "Lists": other})).sheets_read == ("Lists",)


SEVEN: list[list[Cell]] = [["Year 7"], ["UPN", "SEN status"], [upn(1), "K"], [upn(2), "N"]]
EIGHT: list[list[Cell]] = [["upn", "SEN Status", None], [upn(3), "E", "late"], [upn(4), "N"]]
NINE: list[list[Cell]] = [["UPN", "Name", "SEN status"], [upn(5), "Ann", "N"]]


def test_sheets_with_the_same_headings_are_read_together() -> None:
    """Year 7 and Year 8 make one table; other headings, hidden sheets and those without a pupil stay out of it."""
    book = workbook(
        {
            "Cover": [["Our school"]],
            "Year 7": SEVEN,
            "Year 8": EIGHT,
            "Year 9": NINE,
            "Year 10": SEVEN[:2],
            "Old": EIGHT,
        },
        hidden=["Old"],
    )

    table = read_table(book)

    assert table.sheets_read == ("Year 7", "Year 8")
    assert table.sheets_not_read == ("Cover", "Year 9", "Year 10", "Old")
    assert [row[0] for row in table.rows] == [upn(1), upn(2), upn(3), upn(4)]
    assert {len(row) for row in (table.header, *table.rows)} == {3}
    assert len(read_table(book, sheets=["Year 8"]).rows) == 2
    assert len(read_table(book, sheets=["Year 8", "Old"]).rows) == 4
    with pytest.raises(ExportError, match="different headings"):
        read_table(book, sheets=["Year 8", "Year 9"])


def test_sheets_together_keep_to_the_limit_of_one() -> None:
    """Two sheets of 12,000 rows are more than may be read; a sheet far too wide beside the pupils hinders nothing."""
    pupils: list[list[Cell]] = [[upn(number), "N"] for number in range(12_000)]
    many: list[list[Cell]] = [["UPN", "SEN status"], *pupils]
    assert "more than 20,000 rows" in refusal(workbook({"A": many, "B": many}))
    wide: list[list[Cell]] = [[f"Mark {number}" for number in range(MAX_COLUMNS + 50)]] * 2
    assert read_table(workbook({"Pupils": ROWS, "Marks": wide})).sheets_read == ("Pupils",)


def test_names_of_sheets_are_told_apart() -> None:
    """A workbook that no Excel wrote may give two sheets one name: the first of them is the sheet of that name."""
    book = with_part(
        workbook({"Year 7": SEVEN, "Year 8": EIGHT}),
        "xl/workbook.xml",
        '<workbook xmlns:r="http://x"><sheets><sheet name="A" r:id="rId1"/><sheet name="a " r:id="rId2"/></sheets>'
        "</workbook>",
    )
    assert read_table(book).sheets == ("A",)


def test_cells_as_other_programs_write_them() -> None:
    """Rich and inline text, phonetic guides, prefixes, cells without places, formulas, errors, ticks, escapes."""
    sheet_xml = """<x:worksheet xmlns:x="http://x/main"><x:sheetData>
      <x:row><x:c t="inlineStr"><x:is><x:t>UPN</x:t></x:is></x:c>
        <x:c t="inlineStr"><x:is><x:r><x:t>SEN </x:t></x:r><x:r><x:t>status</x:t></x:r>
          <x:rPh><x:t>no</x:t></x:rPh></x:is></x:c>
        <x:c t="inlineStr"><x:is><x:t>FSM</x:t></x:is></x:c></x:row>
      <x:row r="5"><x:c r="A5"><x:v>123456789012</x:v></x:c><x:c r="C5" t="b"><x:v>1</x:v></x:c></x:row>
      <x:row r="6"><x:c r="B6" t="str"><x:f>A1&amp;"x"</x:f><x:v>K_x000D_</x:v></x:c>
        <x:c t="e"><x:v>#N/A</x:v></x:c></x:row>
      <x:row r="7"><x:c r="A7"><x:v>94.199999999999989</x:v></x:c><x:c r="B7"><x:v>1E2</x:v></x:c>
        <x:c r="C7" s="2"><x:v>46000.5</x:v></x:c></x:row>
    </x:sheetData></x:worksheet>"""

    table = read_table(with_part(BOOK, SHEET, sheet_xml))

    assert table.header == ("UPN", "SEN status", "FSM")
    assert table.rows == (("123456789012", "", "TRUE"), ("", "K", ""), ("94.2", "100", "2025-12-09 12:00"))
    assert table.blank_rows == 3


def test_nothing_of_the_file_is_in_the_repr_of_its_table() -> None:
    """The table may be printed or logged without a cell, a heading, a title or a sheet's name in it."""
    table = read_table(workbook({"Secret": [["Title here"], *ROWS]}))

    shown = repr(table) + str(table)
    texts = {text for row in [*table.rows, table.header, table.titles, table.sheets] for text in row}
    assert texts >= {"Secret", "UPN", "K"}
    assert not [text for text in texts if text in shown]


def test_csv_made_by_the_tests_is_a_csv() -> None:
    """The maker quotes what needs it, so that the tests above test the reader."""
    assert csv_text([["a,b", 'c"d']]) == '"a,b","c""d"\r\n'
