"""Files that are no table, or not one that can be read here, told by how they begin."""

from __future__ import annotations

from sendself.context.export.errors import ExportError

_AS_XLSX = "Open it in Excel, save it as an Excel workbook (.xlsx), and choose that file."
_AGAIN = "Export again from your MIS as CSV or XLSX."

_OLD_EXCEL = "This is an old Excel workbook (.xls) or one with a password. " + _AS_XLSX.replace(
    "(.xlsx)", "(.xlsx) without a password"
)
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_EXCEL),
    # Workbooks of Excel 2 to 4 have no container around them.
    (b"\x09\x00\x04\x00", _OLD_EXCEL),
    (b"\x09\x02\x06\x00", _OLD_EXCEL),
    (b"\x09\x04\x06\x00", _OLD_EXCEL),
    (b"%PDF", f"This is a PDF, which has no table that can be read. {_AGAIN}"),
    (b"\x89PNG", f"This is a picture. {_AGAIN}"),
    (b"\xff\xd8\xff", f"This is a picture. {_AGAIN}"),
    (b"GIF8", f"This is a picture. {_AGAIN}"),
    (b"II*\x00", f"This is a picture. {_AGAIN}"),
    (b"MM\x00*", f"This is a picture. {_AGAIN}"),
    (b"\x1f\x8b", "This file is compressed. Unpack it first, and choose the CSV or XLSX inside it."),
    (b"7z\xbc\xaf", "This file is compressed. Unpack it first, and choose the CSV or XLSX inside it."),
    (b"Rar!", "This file is compressed. Unpack it first, and choose the CSV or XLSX inside it."),
    (b"PAR1", f"This is a Parquet file. {_AGAIN}"),
    (b"{\\rtf", f"This is a text document. {_AGAIN}"),
)
_MARKUP = (b"<!doctype", b"<html", b"<head", b"<table", b"<meta", b"<style", b"<body", b"<?xml", b"<workbook", b"<!--")


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Raise ExportError when the file is neither text nor a zip, with what to do instead."""
    for beginning, sentence in _BEGINNINGS:
        if data.startswith(beginning):
            raise ExportError(sentence)
    # A web page saved as "Unicode text" has a zero after each letter.
    start = data[:2048].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").removeprefix(b"\xff\xfe").lstrip().lower()
    if start.startswith(_MARKUP):
        called = " that is called .xls" if name.lower().endswith(".xls") else ""
        raise ExportError(f"This is a web page or XML file{called}, not an Excel workbook. {_AS_XLSX}")
    if start.startswith(b"mime-version:"):
        raise ExportError(f"This is a saved web page, not an Excel workbook. {_AS_XLSX}")
