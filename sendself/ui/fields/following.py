"""A colleague's newer text comes into a box that nobody here has touched.

Only the browser knows whether somebody is just beginning to type there. So the server says which text a box may take
the place of and which text is newer, the browser looks and puts it there in one step, and sends it as it sends what is
typed. What comes back so is no edit: whoever sees the box has seen the newer text. Where the browser does not put it
there, because somebody is in the box, both are shown (see `both`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sendself.storage.kept import Entry
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.fields.both import go_on_from
from sendself.ui.shown import Offer, Shown


@dataclass(frozen=True, slots=True)
class Newer:
    """For the box of a widget that holds `held`: the newer `text`, of this version."""

    widget: str
    held: str
    text: str
    version: int


def newer_texts(editor: Editor) -> tuple[Newer, ...]:
    """The newer texts for boxes of text on screen that nobody has touched, as far as the server knows."""
    return tuple(_offered(widget, shown, now) for widget, shown, now in _left_behind(editor))


def is_to_be_offered(editor: Editor) -> bool:
    """Whether a box was found to lag behind in this run, too late for the browser to hear of it."""
    return any(not _was_offered(widget, shown, now) for widget, shown, now in _left_behind(editor))


def follow(shown: Shown, held: object) -> None:
    """Where a box holds a newer text that was offered for it, its reader has seen that."""
    for offer in shown.offers:
        if held == offer.text and offer.entry.version > shown.version:
            go_on_from(shown, offer.entry)
    shown.offers = tuple(offer for offer in shown.offers if offer.entry.version > shown.version)


def _left_behind(editor: Editor) -> Iterator[tuple[str, Shown, Entry]]:
    for widget, shown in session.shown_boxes().items():
        now = editor.stored.entries.get(shown.key)
        if now and now.version > shown.version and _is_untouched(widget, shown):
            yield widget, shown, now


def _is_untouched(widget: str, shown: Shown) -> bool:
    if not (shown.text_of and shown.from_box and session.on_screen(widget)):
        return False
    if shown.op_id or session.is_to_be_filled(widget):
        return False
    try:
        return bool(shown.from_box(session.read(widget)) == shown.value)
    except ValueError:
        return False


def _offered(widget: str, shown: Shown, now: Entry) -> Newer:
    text = shown.text_of(now.value) if shown.text_of else ""
    shown.waits = not _was_offered(widget, shown, now)
    if shown.waits:
        shown.offers = (*shown.offers, Offer(now, text, session.read(widget)))
    shown.theirs = now
    return Newer(widget, session.read(widget), text, now.version)


def _was_offered(widget: str, shown: Shown, now: Entry) -> bool:
    held = session.read(widget)
    return any(offer.entry.version == now.version and offer.held == held for offer in shown.offers)
