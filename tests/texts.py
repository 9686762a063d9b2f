"""The texts in what a file of ours holds."""

from collections.abc import Iterator
from typing import Any


def strings(content: Any) -> Iterator[str]:
    """Every text in the content of a YAML file."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for value in content.values():
            yield from strings(value)
    elif isinstance(content, list):
        for value in content:
            yield from strings(value)
