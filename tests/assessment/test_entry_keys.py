"""Where a saved thing belongs has a text, and the text gives it again."""

import pytest

from sendself.assessment.entry_keys import EntryKey


def test_key_is_read_from_its_text() -> None:
    """The text of a key gives the key again; anything else is refused."""
    key = EntryKey("theme:teaching.first", "senco", "rating")

    assert EntryKey.parse(key.text) == key
    for text in ("", "school|name", "school|agreed|name|more"):
        with pytest.raises(ValueError, match="is not subject"):
            EntryKey.parse(text)
