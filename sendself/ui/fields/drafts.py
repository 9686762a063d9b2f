"""What the browser knows and a new session of the server does not: what its reader had seen, and what was typed unsent.

A server that was restarted, or a page that was left before its last words were sent, leaves the browser with more than
the store has. What it gives back is compared with what its reader had seen when it was typed: it is saved where nobody
else wrote since, and shown beside the newer text where somebody did.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sendself.assessment.entries.defaults import default_value
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.values import checked_value
from sendself.storage.errors import StorageError
from sendself.storage.kept import Change, Entry, Saved
from sendself.ui import session
from sendself.ui.editor import Drawn, Editor
from sendself.ui.fields.keep_typing import name_of
from sendself.ui.shown import Shown


@dataclass(frozen=True, slots=True)
class Seen:
    """How far somebody had read: a place in the history, and the version where a box lagged behind that.

    `sent` are the last texts of the box that were sent: they may be saved without the browser having heard of it.
    """

    seq: int
    version: int | None = None
    sent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into a box, by the name the browser has for it, and what its writer had seen before.

    `here` says whether the box is on the page, `name` is what the browser calls this draft.
    """

    name: str
    box: str
    text: str
    seen: Seen
    here: bool


def behind(editor: Editor) -> dict[str, int]:
    """The boxes on screen that show less than what is saved now, by widget, with the version that they show."""
    return {
        widget: shown.version
        for widget, shown in session.shown_boxes().items()
        if (session.on_screen(widget) or shown.heard_of)
        and shown.version < editor.version(shown.key)
        and not shown.op_id
    }


def seen_before_restart(widget: str) -> Seen:
    """What the browser says its reader had seen of a box when the server went away; nothing when it does not say."""
    told = _mapping(session.tab().told)
    behind, sent = _mapping(told.get("behind")), _mapping(told.get("sent"))
    return Seen(_number(told.get("seq")) or 0, _number(behind.get(name_of(widget))), _texts(sent.get(name_of(widget))))


def seen_by_the_browser() -> Drawn | None:
    """How far the page before a restart was drawn, as the browser says; `None` when it says nothing."""
    seq = _number(_mapping(session.tab().told).get("seq"))
    return None if seq is None else Drawn(seq)


def base_of(editor: Editor, shown: Shown, seen: Seen) -> tuple[Value, int]:
    """The value of a box's field, and its version, as somebody had seen it, or as their own writing left it since."""
    past = editor.repository.history(editor.actor, editor.id, shown.key)
    own = _values_of(shown, seen.sent)
    value, version = default_value(shown.key), 0
    for entry in past:
        if not _was_seen(entry, seen) and entry.value not in own:
            break
        value, version = entry.value, entry.version
    return value, version


def take_up(editor: Editor, told: Any, *, first: bool = False) -> bool:
    """Put what the browser kept of unsent words back into their boxes, before these are drawn. Whether there were any.

    Each box then saves it, or shows it beside what somebody else wrote since. The words of a box that is on another
    page are saved at once, or wait there. The browser has to hear what became of them, so the page is to be drawn once
    more. `told` comes from the browser as it is. In the `first` run of a session it is not known which boxes there are:
    the browser keeps what it has of them. Later a box that is on the page and no field's has nothing to keep.
    """
    found = False
    boxes = {name_of(widget): widget for widget in session.shown_boxes()}
    for draft in _drafts_in(told):
        widget, found = boxes.get(draft.box, draft.box), True
        try:
            if not _is_still_needed(editor, widget, draft, first=first):
                session.settle(widget, draft.text, draft=draft.name)
        except StorageError as error:
            # The browser keeps it, and says so again.
            editor.failure = str(error)
    return found


def _is_still_needed(editor: Editor, widget: str, draft: Draft, *, first: bool) -> bool:
    """Do with a draft what can be done now. Whether the browser has to keep it on."""
    shown = session.shown_boxes().get(widget)
    if shown is None or shown.from_box is None:
        return first or not draft.here
    value, version = base_of(editor, shown, draft.seen)
    if _stands_or_stood(editor, shown, draft, value, version):
        return False
    if not session.on_screen(widget):
        return not (version == editor.version(shown.key) and _is_saved(editor, shown, draft, version))
    now = editor.stored.entries.get(shown.key)
    shown.value, shown.version, shown.op_id = value, version, ""
    shown.theirs = now if now and now.version > version else None
    shown.put_back = draft.text
    session.fill(widget, draft.text)
    return True


def _is_saved(editor: Editor, shown: Shown, draft: Draft, version: int) -> bool:
    with suppress(ValueError):
        value = shown.from_box(draft.text) if shown.from_box else None
        change = Change(shown.key, checked_value(shown.key, value), version, session.new_op_id())
        return isinstance(editor.save(change), Saved)
    return False


def _stands_or_stood(editor: Editor, shown: Shown, draft: Draft, base: Value, since: int) -> bool:
    """Whether the draft reached the store after all: as the last that its writer knows of, or later."""
    with suppress(ValueError):
        value = shown.from_box(draft.text) if shown.from_box else None
        later = editor.repository.history(editor.actor, editor.id, shown.key)
        return value in (shown.value, base) or any(entry.value == value for entry in later if entry.version > since)
    return False


def _values_of(shown: Shown, texts: Iterable[str]) -> list[Value]:
    found: list[Value] = []
    for text in texts if shown.from_box else ():
        with suppress(ValueError):
            found.append(shown.from_box(text) if shown.from_box else None)
    return found


def _was_seen(entry: Entry, seen: Seen) -> bool:
    return entry.seq <= seen.seq if seen.version is None else entry.version <= seen.version


def _drafts_in(told: Any) -> Iterator[Draft]:
    for one in told if isinstance(told, list) else ():
        if isinstance(one, dict) and isinstance(one.get("box"), str) and isinstance(one.get("text"), str):
            seen = Seen(_number(one.get("seq")) or 0, _number(one.get("version")), _texts(one.get("sent")))
            yield Draft(str(one.get("draft", "")), one["box"], one["text"], seen, one.get("here") is True)


def _mapping(told: Any) -> dict[str, Any]:
    return told if isinstance(told, dict) else {}


def _texts(told: Any) -> tuple[str, ...]:
    return tuple(text for text in told if isinstance(text, str)) if isinstance(told, list) else ()


def _number(told: Any) -> int | None:
    return int(told) if isinstance(told, int | float) else None
