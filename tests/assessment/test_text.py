"""Text is cleaned at the door, so that every store, page and document can hold it."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from sendself.assessment.text import LINE_LIMIT, NOTE_LIMIT, Line, Note, clean, clean_line
from tests.strategies import AWKWARD

ANYTHING = st.text(st.characters(exclude_categories=())) | st.sampled_from(AWKWARD)
LINE: TypeAdapter[str] = TypeAdapter(Line)
NOTE: TypeAdapter[str] = TypeAdapter(Note)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  outer spaces \n", "outer spaces"),
        (
            "one\r\ntwo\rthree\u2028four\u2029five\vsix\fseven\x85eight",
            "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight",
        ),
        ("a\n\n\nb\tc", "a\n\n\nb\tc"),
        ("nul\x00, escape\x1b, delete\x7f", "nul, escape, delete"),
        ("a lone \ud800 surrogate", "a lone  surrogate"),
        ("\ufeffmark of order", "mark of order"),
        ("\u202eturned\u202c and \u2067isolated\u2069", "turned and isolated"),
        ("cafe\u0301", "café"),
        ("Tŷ Gŵyr, Łódź, مدرسة, 👩🏽‍🏫", "Tŷ Gŵyr, Łódź, مدرسة, 👩🏽‍🏫"),
        ("“Well” – it’s…", "“Well” – it’s…"),
        ("no-break\u00a0space", "no-break\u00a0space"),
    ],
)
def test_clean_keeps_what_people_write(typed: str, kept: str) -> None:
    """Words, accents, emoji and line ends stay; what cannot be seen or stored goes."""
    assert clean(typed) == kept


@given(ANYTHING)
@example("\u0344")
@example(" \u0301a")
def test_clean_text_is_clean_for_good(text: str) -> None:
    """Cleaning twice changes nothing, and the result is NFC that UTF-8 can hold, without controls."""
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode().decode() == cleaned
    assert {c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs")} <= {"\n", "\t"}
    assert cleaned == cleaned.strip()


@given(ANYTHING)
def test_clean_line_is_one_line(text: str) -> None:
    """A name is on one line, with single spaces, and stays so."""
    line = clean_line(text)

    assert len(line.splitlines()) <= 1
    assert "  " not in line
    assert clean_line(line) == line


def test_line_and_note_have_limits_after_cleaning() -> None:
    """What is kept counts, not what was typed around it; one more character is refused, not cut off."""
    assert LINE.validate_python("  " + "a" * LINE_LIMIT + "\n\x00") == "a" * LINE_LIMIT
    assert NOTE.validate_python(" " * NOTE_LIMIT + "a" * NOTE_LIMIT) == "a" * NOTE_LIMIT
    for adapter, limit in ((LINE, LINE_LIMIT), (NOTE, NOTE_LIMIT)):
        with pytest.raises(ValidationError, match=f"at most {limit} "):
            adapter.validate_python("a" * (limit + 1))
