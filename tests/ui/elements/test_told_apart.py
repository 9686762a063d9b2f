"""Words that tell things apart."""

from sendself.ui.elements.told_apart import told_apart


def test_same_words_get_numbers() -> None:
    """Only those who share their words are numbered, in order."""
    assert told_apart({"a": "Governor", "b": "SENCO", "c": "Governor"}) == {
        "a": "Governor 1",
        "b": "SENCO",
        "c": "Governor 2",
    }


def test_number_stands_in_words_where_it_could_be_read_as_part_of_a_time() -> None:
    """Two that were begun in one minute."""
    assert told_apart({"a": "Begun at 17:22", "b": "Begun at 17:22"}, ", number {} of them") == {
        "a": "Begun at 17:22, number 1 of them",
        "b": "Begun at 17:22, number 2 of them",
    }
