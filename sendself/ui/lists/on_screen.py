"""Which items of a list this tab has had on screen, and which of them were taken away in it."""

from sendself.ui import session
from sendself.ui.editor import Editor


def on_screen(editor: Editor, kind: str) -> tuple[str, ...]:
    """The items of a kind that were on screen when the page was drawn last."""
    return session.tab().on_screen.get((editor.id, kind), ())


def remember_on_screen(editor: Editor, kind: str, items: tuple[str, ...]) -> None:
    """Note what is on screen now."""
    session.tab().on_screen[editor.id, kind] = items


def taken_here(editor: Editor, kind: str) -> tuple[str, ...]:
    """The items of a kind that were taken away in this tab since its page was opened."""
    return tuple(_taken(editor, kind))


def took_away(editor: Editor, subject: str) -> None:
    """Note that an item was taken away in this tab."""
    kind, _, item = subject.partition(":")
    forget(editor, subject)
    _taken(editor, kind).append(item)


def forget(editor: Editor, subject: str) -> None:
    """Go on without an item that is to stay away: nobody here needs to be told of it."""
    kind, _, item = subject.partition(":")
    remember_on_screen(editor, kind, tuple(one for one in on_screen(editor, kind) if one != item))
    _taken(editor, kind)[:] = [one for one in _taken(editor, kind) if one != item]


def _taken(editor: Editor, kind: str) -> list[str]:
    return session.tab().visit.taken_away.setdefault((editor.id, kind), [])
