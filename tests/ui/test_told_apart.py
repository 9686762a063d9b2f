"""Words that tell things apart."""

from sendself.ui.told_apart import told_apart


def test_same_words_get_numbers() -> None:
    """Only those who share their words are numbered, in order."""
    assert told_apart({"a": "Governor", "b": "SENCO", "c": "Governor"}) == {
        "a": "Governor 1",
        "b": "SENCO",
        "c": "Governor 2",
    }
