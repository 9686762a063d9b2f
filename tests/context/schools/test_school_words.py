"""The words by which a school is typed and named."""

from hypothesis import given
from hypothesis import strategies as st

from sendself.context.schools.school_words import plain_words


@given(st.text(max_size=60))
def test_plain_words_said_twice_stay(text: str) -> None:
    """Plain words are small ASCII letters and digits with single spaces, and stay so."""
    plain = plain_words(text)

    assert plain == " ".join(plain.split())
    assert all(character.isascii() and (character.isalnum() or character == " ") for character in plain)
    assert plain_words(plain) == plain
