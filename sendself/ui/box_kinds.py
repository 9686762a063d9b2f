"""How each kind of widget holds its value."""

from collections.abc import Mapping
from typing import Any

from sendself.assessment.text import clean, clean_line
from sendself.ui.boxes import Box

NOTE = Box(to_box=str, from_box=lambda held: clean(held or ""), say=str, prose=True)
LINE = Box(to_box=str, from_box=lambda held: clean_line(held or ""), say=str, prose=True)
TICK = Box(to_box=bool, from_box=bool, say=lambda value: "ticked" if value else "not ticked")

Options = Mapping[Any, str]
"""What can be chosen: each value with its words, in order."""


def one_of(options: Options) -> Box:
    """One option, or none."""
    return Box(
        to_box=lambda value: value if value in options else None,
        from_box=lambda held: held,
        say=lambda value: options.get(value, "nothing"),
    )


def some_of(options: Options) -> Box:
    """Any number of options, kept in the order of the options."""
    return Box(
        to_box=lambda value: [option for option in options if option in value],
        from_box=lambda held: [option for option in options if option in (held or ())],
        say=lambda value: _listed(options, value),
    )


def chosen_of(options: Options) -> Box:
    """Any number of options, kept in the order in which they were chosen."""
    return Box(
        to_box=lambda value: [one for one in value if one in options],
        from_box=lambda held: list(held or ()),
        say=lambda value: _listed(options, value),
    )


def _listed(options: Options, value: list[Any]) -> str:
    return ", ".join(options[one] for one in value if one in options)
