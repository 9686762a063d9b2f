"""What a box on screen is: how its widget holds the value of a field."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.ui.editor import Editor


@dataclass(frozen=True, slots=True)
class Box:
    """How the widget for a field holds its value. What is typed is never replaced on screen; an untouched choice is.

    `from_box` may raise `ValueError` for what is no value: then nothing is saved and the widget keeps it. `say` puts a
    value into words. `join` makes one text of theirs and mine, where that makes sense.
    """

    to_box: Callable[[Value], Any]
    from_box: Callable[[Any], Value]
    say: Callable[[Value], str]
    typed: bool = False
    join: Callable[[str, str], str] | None = None


def widget_key(editor: Editor, key: EntryKey) -> str:
    """The lasting key of the box for a field."""
    return f"{editor.id}|{key.text}"
