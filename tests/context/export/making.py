"""Files as an MIS or Excel writes them, made for the tests."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

CANARY = "Zebedee Quillfeather"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True)
class Percent:
    """A number in a cell that Excel shows as a percentage."""

    share: float


Cell = str | int | float | bool | date | Percent | None


def upn(number: int) -> str:
    """A UPN as a school has them."""
    return f"H{80112340000 + number:011d}{number % 10}"


def csv_text(rows: Sequence[Sequence[Cell]], delimiter: str = ",") -> str:
    """Rows as the text of a CSV file."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def csv_bytes(rows: Sequence[Sequence[Cell]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Rows as a CSV file."""
    return csv_text(rows, delimiter).encode(encoding)


def workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]], hidden: Sequence[str] = ()) -> bytes:
    """An XLSX file with shared texts and the styles of Excel: 1 is a percentage, 2 a date of its own format."""
    texts: dict[str, int] = {}
    parts = {}
    for number, rows in enumerate(sheets.values(), start=1):
        lines = "".join(_row(at, row, texts) for at, row in enumerate(rows, start=1) if any(row))
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData></worksheet>'
        )
    state = {name: ' state="hidden"' if name in hidden else "" for name in sheets}
    named = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"{state[name]}/>'
        for number, name in enumerate(sheets, start=1)
    )
    links = [(f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)]
    links += [("rIdS", "sharedStrings", "sharedStrings.xml"), ("rIdT", "styles", "/xl/styles.xml")]
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
    parts |= {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relationships(links),
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{items}</sst>',
        "xl/styles.xml": (
            f'<styleSheet xmlns="{_MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/></numFmts>'
            '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>'
        ),
        "_rels/.rels": _relationships([("rId1", "officeDocument", "xl/workbook.xml")]),
    }
    return zipped(parts)


def zipped(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_part(data: bytes, name: str, content: str | bytes, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The workbook with a part replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({part: archive.read(part) for part in archive.namelist()} | {name: content}, compression)


def _relationships(links: Sequence[tuple[str, str, str]]) -> str:
    lines = "".join(f'<Relationship Id="{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for i, kind, target in links)
    return f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}">{lines}</Relationships>'


def _row(number: int, row: Sequence[Cell], texts: dict[str, int]) -> str:
    cells = "".join(_cell(f"{_letters(at)}{number}", cell, texts) for at, cell in enumerate(row) if cell is not None)
    return f'<row r="{number}">{cells}</row>'


def _cell(place: str, cell: Cell, texts: dict[str, int]) -> str:
    match cell:
        case bool():
            return f'<c r="{place}" t="b"><v>{int(cell)}</v></c>'
        case str():
            return f'<c r="{place}" t="s"><v>{texts.setdefault(cell, len(texts))}</v></c>'
        case date():
            return f'<c r="{place}" s="2"><v>{(cell - date(1899, 12, 30)).days}</v></c>'
        case Percent(share):
            return f'<c r="{place}" s="1"><v>{share!r}</v></c>'
        case _:
            return f'<c r="{place}"><v>{cell!r}</v></c>'


def _letters(column: int) -> str:
    first, second = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)
