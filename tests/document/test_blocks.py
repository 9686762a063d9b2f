"""Blocks refuse what no renderer could show."""

from typing import Any

import pytest

from sendself.document.blocks import LevelMark, Radar, Series, Table


@pytest.mark.parametrize(
    ("rows", "widths", "align", "complaint"),
    [
        ((("only one",),), (), (), "row 1 has 1 cells for 2 columns"),
        ((), (1, 2, 3), (), "widths has 3 entries"),
        ((), (1, 0), (), "above 0"),
        ((), (), ("left",), "align has 1 entries"),
    ],
)
def test_table_of_uneven_parts_is_refused(rows: Any, widths: Any, align: Any, complaint: str) -> None:
    """The message says which part and how many there should be."""
    with pytest.raises(ValueError, match=complaint):
        Table(("A", "B"), rows, widths, "", align)


@pytest.mark.parametrize(
    ("axes", "values", "complaint"),
    [
        (("a", "b"), (1, 2), "three axes"),
        (("a", "b", "c"), (1, 2), "2 values"),
        (("a", "b", "c"), (1, 2, 5), "between"),
    ],
)
def test_radar_that_cannot_be_drawn_is_refused(axes: Any, values: Any, complaint: str) -> None:
    """Too few axes, missing values and values beyond the outer ring are named."""
    with pytest.raises(ValueError, match=complaint):
        Radar(axes, ("1", "2", "3", "4"), (Series("x", values),), "")


def test_mark_says_number_and_word() -> None:
    """A level never stands for itself by colour, and a state has no number."""
    assert LevelMark(3, "Established").text == "3 Established"
    assert LevelMark(None, "Don’t know yet").text == "Don’t know yet"
