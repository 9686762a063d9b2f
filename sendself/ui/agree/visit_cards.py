"""The cards of one visit to Agree: a theme that is settled meanwhile stays where it lay until the page is left.

A card that goes away takes the place of whoever writes why; one that moves does so too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sendself.assessment.perspectives.taking_over import agreed_key
from sendself.rubric.model import Theme
from sendself.ui import session
from sendself.ui.agree.settling import settled_in_words
from sendself.ui.editor import Editor


@dataclass(frozen=True, slots=True)
class Card:
    """A theme that is to be settled, or was in this visit: then `settled` says by whom and what can still be done."""

    theme: Theme
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Lay:
    """In which part of the page a theme lay last while it was open, and at which version of its agreed rating."""

    part: str
    version: int


def cards_of_this_visit(editor: Editor, **open_now: Sequence[Theme]) -> dict[str, list[Card]]:
    """The cards of each part of the page, from the themes that are open there now; in the order in which they came."""
    lay = session.tab().visit.cards
    for part, themes in open_now.items():
        lay.update({theme.id: Lay(part, editor.version(agreed_key(theme, "rating"))) for theme in themes})
    is_open = {theme.id for themes in open_now.values() for theme in themes}
    found: dict[str, list[Card]] = {part: [] for part in open_now}
    for theme_id, place in lay.items():
        theme = editor.assessment.rubric.theme(theme_id)
        settled = "" if theme_id in is_open else _settled(editor, theme, place.version)
        if settled or theme_id in is_open:
            found[place.part].append(Card(theme, settled))
    return found


def _settled(editor: Editor, theme: Theme, version: int) -> str:
    entry = editor.stored.entries.get(agreed_key(theme, "rating"))
    if entry is None or entry.value is None or entry.version == version:
        return ""
    if entry.by == editor.actor.name:
        return settled_in_words(editor.assessment, theme)
    return f"{entry.by} settled “{theme.title}” just now. It stays here until you leave."
