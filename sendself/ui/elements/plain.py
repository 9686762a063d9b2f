"""Text as it was written: never read as Markdown, which could fetch pictures or change what is shown."""

import re

_SAID = str.maketrans({"[": "(", "]": ")", "<": "(", ">": ")", "`": "'", "_": " ", "~": " "} | dict.fromkeys("\\*$"))
_COLON = re.compile(r":(?=[^\W\d]|/)")
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>:$~^=&])")


def plain(text: str) -> str:
    """The text escaped for a place that reads Markdown, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def spoken(text: str) -> str:
    """The text for the label of a box, on one line: what is printed as Markdown is also what a screen reader says.

    An escape would be read out, so signs that Markdown acts on are left out or replaced. `plain` text may come in.
    """
    return _COLON.sub(": ", " ".join(text.translate(_SAID).split()))
