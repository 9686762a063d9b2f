"""Text made ready to print."""

import pytest

from sendself.document.fonts import runs_by_face
from sendself.document.text import as_metadata, is_right_to_left, missing_characters, parted_at_signs, printable


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("plain", "plain"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("e\u0301", "é"),
        ("zero\u200bwidth\u00ad\ufeff\x00\x1b", "zerowidth"),
        ("\u202eevil\u202c", "evil"),
        ("x\ue000", "x\ufffd"),
        ("\U0001f468\u200d\U0001f469 a\u200db", "\U0001f468\u200d\U0001f469 ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_printable_text_has_only_what_can_be_seen(typed: str, printed: str) -> None:
    """Line ends are newlines, invisible controls go, and what has no glyph is replaced."""
    assert printable(typed) == printed


def test_missing_characters_are_named_once_in_order() -> None:
    """A user can be told exactly which signs will not print."""
    assert missing_characters("b中a文中\x00") == ("中", "文")
    assert missing_characters("Ŵyn Żółć ليلى") == ()


def test_metadata_holds_nothing_that_xml_refuses() -> None:
    """Control characters and half surrogates become spaces, and there is one line."""
    assert as_metadata("A\nB\x00\ud800C\ufffe") == "A B C"


def test_direction_is_that_of_the_first_letter() -> None:
    """Digits and signs before it do not count."""
    assert is_right_to_left("1. ليلى and Ann")
    assert not is_right_to_left("Ann ليلى")


def test_mark_stands_over_its_letter() -> None:
    """A mark of Source Sans moves back by half its letter, and up over a capital."""
    assert [(run.text, run.right < 0, run.up > 0) for run in runs_by_face("aẹ\u0300Ọ\u0300", "regular")] == [
        ("aẹ", False, False),
        ("\u0300", True, False),
        ("Ọ", False, False),
        ("\u0300", True, True),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("’tis plain", [("’tis plain", False)]),
        ("Say 你好 世界, or ✅", [("Say ", False), ("你好 世界", True), (", or ", False), ("✅", True)]),
        ("👩\u200d🏫 taught", [("👩\u200d🏫", True), (" taught", False)]),
    ],
)
def test_line_is_parted_where_signs_stand_for_something(text: str, parts: list[tuple[str, bool]]) -> None:
    """Neighbouring characters that no font has are one part, with the spaces and joiners between them."""
    assert parted_at_signs(text) == parts
    assert "".join(words for words, _ in parts) == text
