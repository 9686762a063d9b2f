"""Text broken into lines: none too wide, none ending where it must not, no letter lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendself.document.fonts import text_width
from sendself.document.lines import break_lines, fill
from sendself.document.style import BODY
from sendself.document.text import printable


@given(st.text(st.characters(codec="utf-8"), max_size=300), st.floats(5, 170))
def test_no_line_is_wider_than_its_column_and_no_letter_is_lost(text: str, width: float) -> None:
    """Every line fits, unless a single letter with its marks is wider than the column."""
    ready = printable(text).replace("\n", " ")
    lines = break_lines(ready, BODY, width)
    assert "".join(line.text for line in lines).replace(" ", "") == ready.replace(" ", "")
    for line in lines:
        assert line.width == pytest.approx(text_width(line.text, BODY))
        assert line.width <= width + 1e-6 or len(line.text.strip()) <= 1 or not line.text.isascii()


def test_line_that_ends_at_a_space_says_so_and_a_cut_word_does_not() -> None:
    """The painter puts a space back where there was one, and nowhere else."""
    lines = break_lines("two words", BODY, 12)
    assert [(line.text, line.spaced) for line in lines] == [("two", True), ("words", False)]
    assert not any(line.spaced for line in break_lines("x" * 50, BODY, 20))


def test_line_may_end_after_a_hyphen_but_not_at_a_no_break_space() -> None:
    """Long compounds wrap, and 23 November stays together when it was typed so."""
    assert [line.text for line in break_lines("teacher-led", BODY, 15)] == ["teacher-", "led"]
    assert [line.text for line in break_lines("on 23\u00a0Nov", BODY, 13)] == ["on", "23\u00a0Nov"]


def test_paragraphs_of_a_cell_follow_each_other() -> None:
    """Empty lines are left out, and each paragraph but the last ends with a space to be read."""
    assert [(line.text, line.spaced) for line in fill("a\n\n b \n", BODY, 50)] == [("a", True), ("b", False)]


def test_no_line_ends_between_two_digits() -> None:
    """School years and ranges stay whole; words, and numbers that hyphens end, break where they did."""
    text = "14 of 428 in 2026/27 and 18 in 2024-25, pp. 3–7: well-known and/or 1- or 2-year courses"
    width = text_width("2024-25, ", BODY)
    lines = [line.text for line in break_lines(text, BODY, width)]

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(any(whole in line for line in lines) for whole in ("2026/27", "2024-25", "3–7"))
    assert "well-" in lines
    assert [line.text for line in break_lines("and/or", BODY, text_width("and/", BODY))] == ["and/", "or"]


@pytest.mark.parametrize("text", ["2026/27 " + "a" * 5_000, "1-" * 5_000, "1--" * 5_000, "-" * 5_000 + "1/2"])
def test_breaking_takes_no_longer_for_strange_words(text: str) -> None:
    """A long word beside a school year, or a long chain of numbers, is broken without trying every way, and whole."""
    lines = break_lines(text, BODY, 170)

    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
