"""Words for things that are chosen or pressed by their words alone: no two may be the same."""

from collections import Counter
from collections.abc import Mapping


def told_apart(called: Mapping[str, str], numbered: str = " {}") -> dict[str, str]:
    """The words for each id, in order; a number is added to those that are the same, in the words of `numbered`."""
    shared = Counter(called.values())
    numbers: Counter[str] = Counter()
    apart = {}
    for one, words in called.items():
        numbers[words] += 1
        apart[one] = words + numbered.format(numbers[words]) if shared[words] > 1 else words
    return apart
