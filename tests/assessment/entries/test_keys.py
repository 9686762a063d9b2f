"""Where a saved thing belongs has a text, and the text gives it again."""

import pytest

from sendself.assessment.entries.keys import EntryKey, disclosure_key, figure_key, removed_key, words_key, year_key
from sendself.assessment.identifiers import AGREED


def test_key_is_read_from_its_text() -> None:
    """The text of a key gives the key again; anything else is refused."""
    key = EntryKey("theme:teaching.first", "senco", "rating")

    assert EntryKey.parse(key.text) == key
    for text in ("", "school|name", "school|agreed|name|more"):
        assert EntryKey.read(text) is None
        with pytest.raises(ValueError, match="is not subject"):
            EntryKey.parse(text)


def test_key_tells_the_kind_of_its_subject_and_which_it_is() -> None:
    """What an evaluation has once has no id; another field of a subject stands beside this one."""
    key = EntryKey("theme:teaching.first", "senco", "rating")

    assert (key.kind, key.subject_id) == ("theme", "teaching.first")
    assert (EntryKey("school", AGREED, "name").kind, EntryKey("school", AGREED, "name").subject_id) == ("school", "")
    assert key.beside("reason") == EntryKey("theme:teaching.first", "senco", "reason")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (figure_key("roll"), "context|agreed|figures.roll"),
        (year_key("on_roll"), "context|agreed|years.on_roll"),
        (words_key("staffing"), "context|agreed|words.staffing"),
        (disclosure_key("names"), "evaluation|agreed|disclosure.names"),
        (removed_key("action:a1"), "action:a1|agreed|removed"),
    ],
)
def test_key_of_a_place_is_what_stored_and_sent_files_have(key: EntryKey, text: str) -> None:
    """Databases and files hold these texts: they never change."""
    assert key.text == text
