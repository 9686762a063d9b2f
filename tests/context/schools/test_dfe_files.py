from __future__ import annotations

import gzip
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from sendself.context.schools.dfe_files import (
    CENSUS_FILE,
    INFORMATION_FILE,
    MAX_COLUMNS,
    MAX_ROWS,
    REQUIRED,
    Download,
    download_of,
    order_downloads,
    read_download,
)
from sendself.context.schools.register import RegisterError


def file_of(expected: str) -> Download:
    """A file with the columns of one of the DfE's and one row."""
    columns = REQUIRED[expected]
    return download_of("chosen.csv", f"{','.join(columns)}\n{','.join('1' for _ in columns)}\n".encode())


CENSUS, INFORMATION = file_of(CENSUS_FILE), file_of(INFORMATION_FILE)


def test_file_in_memory_and_on_the_disk_are_read_alike(tmp_path: Path) -> None:
    """An upload gives what the same file in a folder gives, packed or not, but for the folder's name."""
    folder = tmp_path / "2024-2025"
    folder.mkdir()
    content = gzip.compress(b"URN,Name\n1,Zo\xc3\xab  School\n")
    (folder / "census.csv.gz").write_bytes(content)

    there, here = read_download(folder / "census.csv.gz"), download_of("census.csv.gz", content)

    assert there.folder == "2024-2025"
    assert (there.name, there.rows, there.sha256) == (here.name, here.rows, here.sha256)
    assert there.rows == [{"URN": "1", "NAME": "Zoë School"}]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("URN,NAME\n" + "1,2\n" * (MAX_ROWS + 1), id="rows"),
        pytest.param("a," * MAX_COLUMNS + "a\n1,2\n", id="columns"),
        pytest.param("," * 20_000_000 + "\n1,2\n", id="commas"),
    ],
)
def test_file_with_too_much_in_it_is_refused_within_memory(text: str) -> None:
    """A file that is no register of England is refused before its rows fill the memory."""
    content = text.encode()
    tracemalloc.start()
    try:
        with pytest.raises(RegisterError, match="far larger than the DfE file"):
            download_of("chosen.csv", content)
        assert tracemalloc.get_traced_memory()[1] < 300_000_000
    finally:
        tracemalloc.stop()


def test_order_downloads_tells_the_files_apart() -> None:
    """Either order gives census first."""
    assert order_downloads([INFORMATION, CENSUS]) == order_downloads([CENSUS, INFORMATION]) == (CENSUS, INFORMATION)


def test_order_downloads_with_one_kind_only_asks_for_both() -> None:
    """Two census files, or one file, or three, are not a pair."""
    for files in ([CENSUS, CENSUS], [CENSUS], [CENSUS, INFORMATION, INFORMATION]):
        with pytest.raises(RegisterError, match="Give two DfE files"):
            order_downloads(files)


@pytest.mark.parametrize(
    ("file", "column", "begins"),
    [
        ("census", "TSENELSE", "england_census"),
        ("information", "SCHSTATUS", "england_school_information"),
    ],
)
def test_order_downloads_names_the_column_that_is_missing(file: str, column: str, begins: str) -> None:
    """A file that is one of the two but for a column is no matter of names: the sentence says what it lacks."""
    whole = CENSUS if file == "census" else INFORMATION
    rows = [{name: value for name, value in row.items() if name != column} for row in whole.rows]
    without = replace(whole, rows=rows)
    with pytest.raises(RegisterError, match=f"has no column {column}, without .* begins with {begins} again"):
        order_downloads([without, INFORMATION if file == "census" else CENSUS])
