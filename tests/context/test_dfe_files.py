from __future__ import annotations

import pytest

from sendself.context.dfe_files import is_suppressed, read_count


@pytest.mark.parametrize(("text", "count"), [("0", 0), ("37", 37), (" 1,038 ", 1038), ("1038.0", 1038)])
def test_read_count_reads_whole_numbers(text: str, count: int) -> None:
    """Counts with spaces, commas or an empty decimal part are read."""
    assert read_count(text) == count


@pytest.mark.parametrize("text", ["", " ", "SUPP", "supp", "NE", "c", "z", "x", "low", "LOW"])
def test_read_count_of_a_suppressed_cell_is_none(text: str) -> None:
    """Every symbol of the DfE, in either case, and a blank are no figure."""
    assert is_suppressed(text)
    assert read_count(text) is None


@pytest.mark.parametrize("text", ["8.4%", "0.084", "-3", "1,03", "12 pupils", "1e3", "٣"])
def test_read_count_refuses_what_is_not_a_count(text: str) -> None:
    """Shares, negative numbers and words are never taken for a count."""
    with pytest.raises(ValueError, match="is not a count"):
        read_count(text)
