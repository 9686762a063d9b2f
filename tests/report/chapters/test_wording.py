"""Words that more than one document uses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendself.assessment.profile import profile
from sendself.document.blocks import Paragraph, Radar
from sendself.report.chapters.wording import (
    counts_table,
    lowest,
    mean,
    radar_block,
    radar_in_words,
    sentence,
    shortened,
)
from tests.samples import a_rubric, a_theme, an_area, an_evaluation, answered


@given(st.text(max_size=80), st.integers(2, 60))
def test_shortened_text_keeps_its_limit_and_its_beginning(text: str, limit: int) -> None:
    """A text that fits stays; a longer one keeps whole words from its beginning and ends in an ellipsis."""
    line, short = " ".join(text.split()), shortened(text, limit)
    if len(line) <= limit:
        assert short == line
    else:
        assert len(short) <= limit
        assert short.endswith("…")
        assert line.startswith(short[:-1])


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two, three", 9, "one two…"),
        ("one two three", 8, "one two…"),
        ("onetwothree", 6, "onetw…"),
        ("one\n\ntwo", 20, "one two"),
    ],
)
def test_shortened_text_ends_after_a_word(text: str, limit: int, short: str) -> None:
    """The cut falls between words, without the comma before it, and inside a word only where there is no other way."""
    assert shortened(text, limit) == short


@pytest.mark.parametrize(("text", "ended"), [("Seen", "Seen."), ("Seen.", "Seen."), ("Why?", "Why?"), ("", "")])
def test_sentence_has_one_end(text: str, ended: str) -> None:
    """A full stop is added where there is none."""
    assert sentence(text) == ended


def test_mean_is_never_shown_without_how_many_were_rated() -> None:
    """A mean names the themes it rests on; without a rated theme there is none."""
    rated, unrated = profile(an_evaluation(answers={"teaching.first": answered(3)}))
    assert (mean(rated), mean(unrated)) == ("3.0 (1 of 2)", "–")
    assert (lowest(rated), lowest(unrated)) == ("Title of teaching.first", "–")


def test_counts_table_has_a_row_for_each_area() -> None:
    """Themes at each level, those without one, mean and lowest theme, area by area."""
    both = {"teaching.first": answered(1), "teaching.second": answered(1), "families.first": answered("dont_know")}
    assert counts_table(an_evaluation(answers=both)).rows == (
        ("teaching", "2", "0", "0", "0", "0", "1.0 (2 of 2)", "Title of teaching.first and 1 other"),
        ("families", "0", "0", "0", "0", "2", "–", "–"),
    )


def test_radar_needs_three_areas() -> None:
    """Two areas make no figure: the numbers are said in a sentence instead."""
    three = a_rubric([an_area(name, a_theme(f"{name}.one")) for name in ("teaching", "families", "outcomes")])
    assert isinstance(radar_block(an_evaluation(three)), Radar)
    said = radar_block(an_evaluation(answers={"teaching.first": answered(4)}))
    assert isinstance(said, Paragraph)
    assert "teaching 4.0 from 1 of 2 themes. Without a rating: families." in said.text
    assert radar_in_words(an_evaluation()) == "Radar of the focus areas. Nothing is rated yet."
