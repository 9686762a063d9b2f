"""Words put into a sentence."""

import pytest

from sendself.assessment.english import capital, counted, listed, uncapital


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_listed_as_in_a_sentence(words: list[str], said: str) -> None:
    """Commas, and one word before the last."""
    assert listed(words) == said


@pytest.mark.parametrize(("number", "said"), [(0, "0 themes"), (1, "1 theme"), (2, "2 themes"), (1200, "1,200 themes")])
def test_number_has_its_noun(number: int, said: str) -> None:
    """One is singular; other plurals than an s are given."""
    assert counted(number, "theme") == said
    assert counted(number, "duty", "duties") == said.replace("themes", "duties").replace("theme", "duty")


def test_text_begins_with_the_letter_that_its_place_asks_for() -> None:
    """Only the first letter changes; initials stay, and nothing stays nothing."""
    assert (capital("pupils with SEND"), capital("EHC plans"), capital("")) == ("Pupils with SEND", "EHC plans", "")
    said = (uncapital("Pupils with SEND"), uncapital("EHC plans"), uncapital(""))
    assert said == ("pupils with SEND", "EHC plans", "")
