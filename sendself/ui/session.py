"""What one browser tab remembers between runs (see `tab`), and what its widgets hold.

The only file that touches `st.session_state`; the store is the truth.
"""

from collections.abc import MutableMapping
from typing import Any, cast
from uuid import uuid4

import streamlit as st

from sendself.storage.kept import DECIDED
from sendself.ui.shown import Shown
from sendself.ui.tab import Arrival, Notice, Settled, Tab, Visit

_TAB = "tab"
SETTLED_TOLD = 4
"""How many of the boxes that were settled last the browser is told of: a run that is cut short tells nothing."""


def _state() -> MutableMapping[str, Any]:
    return cast(MutableMapping[str, Any], st.session_state)


def tab() -> Tab:
    """What this tab remembers: the same object for as long as its session lasts."""
    return cast(Tab, _state().setdefault(_TAB, Tab()))


def shown_boxes() -> dict[str, Shown]:
    """The boxes this tab has shown, by widget key."""
    return tab().boxes


def on_screen(widget: str) -> bool:
    """Whether this session holds a value for the widget. After a restart only the browser does, until it is drawn."""
    return widget in _state()


def read(widget: str, default: Any = None) -> Any:
    """The value this session holds for a widget."""
    return _state().get(widget, default)


def fill(widget: str, value: Any) -> None:
    """Put a value into a widget before it is drawn in this run."""
    _state()[widget] = value


def fill_next(widget: str, value: Any) -> None:
    """Put a value into a widget at the next run: one that is drawn already cannot be filled any more."""
    tab().fills[widget] = value


def is_to_be_filled(widget: str) -> bool:
    """Whether `fill_next` waits for this widget."""
    return widget in tab().fills


def to_be_filled(widget: str) -> Any:
    """What `fill_next` is about to put into a widget for which it waits."""
    return tab().fills[widget]


def fill_if_asked(widget: str) -> bool:
    """Carry out what `fill_next` asked for, and whether it did."""
    asked = is_to_be_filled(widget)
    if asked:
        fill(widget, tab().fills.pop(widget))
    return asked


def settle(widget: str, text: str | None, *, draft: str = "") -> None:
    """Note that what a box held is saved, or was given up: the browser needs to keep it no longer."""
    told = [one for one in settled_boxes() if (one.widget, one.draft) != (widget, draft)]
    tab().settled = (*told, Settled(new_op_id(), widget, text, draft))[-SETTLED_TOLD:]


def settled_boxes() -> tuple[Settled, ...]:
    """The boxes that were settled last."""
    return tab().settled


def forget(evaluation: str) -> None:
    """Have the browser forget every draft of an evaluation that is deleted."""
    tab().forgotten = (*tab().forgotten, evaluation)


def forgotten() -> tuple[str, ...]:
    """The evaluations that were deleted in this tab."""
    return tab().forgotten


def new_op_id() -> str:
    """A name for one edit, unique everywhere."""
    return uuid4().hex


def new_decision_id() -> str:
    """A name for one edit that a button made: what it decides begins a step of the history."""
    return DECIDED + new_op_id()


def arrival(place: str) -> Arrival | None:
    """The arrival at a place of a page: the same one for as long as the address names the same place."""
    last = tab().arrival
    if last is None or last.place != place:
        last = tab().arrival = Arrival(new_op_id(), place) if place else None
    return last


def leave_notice(text: str, *, step: str = "", link: str = "") -> None:
    """A sentence to show once on the page that comes next, and the words of a link to a step where one goes on."""
    tab().notice = Notice(text, step, link)


def take_notice() -> Notice | None:
    """What was left for this page, if anything."""
    left, tab().notice = tab().notice, None
    return left


def turn_to(page: str) -> None:
    """Note which page is shown now: what was kept for the visit to another is forgotten."""
    if tab().page != page:
        tab().page, tab().visit = page, Visit()
        for shown in shown_boxes().values():
            shown.left = True
