"""Words looked up whole, by their beginning, or with a slip: the short cut finds what measuring each would find."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from sendself.context.schools.word_index import BEGINNING, NEAR, WHOLE, Scores, WordIndex

WORD = st.text("abcdeno7", min_size=1, max_size=9)


def marked(words: list[str], word: str, *, near: bool) -> Scores:
    """The score of each word, a document of its own, after one is looked up."""
    scores: Scores = np.zeros(len(words), np.float32)
    index = WordIndex([{one} for one in words])
    (index.mark_near if near else index.mark)(word, scores, 1.0)
    return scores


def test_whole_word_counts_more_than_a_beginning() -> None:
    """Of luton, lutonian and leeds the first is the word, the second begins so, the third is neither."""
    scores = marked(["luton", "lutonian", "leeds"], "luton", near=False)
    assert scores.tolist() == [np.float32(WHOLE), np.float32(BEGINNING), 0]


@given(st.lists(WORD, min_size=1, max_size=15, unique=True), WORD)
def test_words_a_slip_or_two_away_are_all_found_and_no_others(words: list[str], word: str) -> None:
    """Short words allow no slip, those of four or five letters one, longer ones two."""
    slips = 0 if len(word) < 4 else 1 if len(word) < 6 else 2
    expected = [
        np.float32(NEAR * (1 - distance / len(word))) if slips and distance <= slips else 0
        for distance in (OSA.distance(word, one) for one in words)
    ]
    assert marked(words, word, near=True).tolist() == expected
