"""Text as it was written: never read as Markdown, which could fetch pictures or change what is shown."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>:$~^=&])")


def plain(text: str) -> str:
    """The text escaped for a place that reads Markdown, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
