"""What may stand in a rubric's texts: words that every page and document can show as they are."""

import re

MISLEADING = "\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
"""Marks that reverse or hide what stands beside them, for a class in a pattern."""
# A rubric may come inside a stranger's file.
_UNPRINTABLE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{MISLEADING}]")


def printable(text: str) -> str:
    """The text as it is. Raises `ValueError` when it holds a character that cannot be printed."""
    if found := _UNPRINTABLE.search(text):
        raise ValueError(f"it holds U+{ord(found.group()):04X}, which cannot be printed")
    return text
