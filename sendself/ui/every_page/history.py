"""Who changed what and when, and the way back to an earlier text."""

import streamlit as st

from sendself.assessment.english import counted
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import MEETING, EntryKey
from sendself.assessment.entries.words import entry_in_words, value_in_words
from sendself.assessment.identifiers import AGREED
from sendself.assessment.participants import Way
from sendself.assessment.perspectives.named import may_see_entry
from sendself.assessment.uk_clock import uk_date, uk_day, uk_time
from sendself.storage.errors import StorageError
from sendself.storage.kept import DECIDED, Changed, Entry
from sendself.storage.steps import HistoryStep, newest_steps
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.elements.ways import way_to
from sendself.ui.every_page.address import address_of

SHOWN = 25
"""So many steps are shown at first, and so many more at every press of the button."""
SUBJECT = "of"
"""What the address calls the theme, area or item whose changes are shown alone."""
_PRIVATE = "What the others wrote while rating apart is not shown here: each sees their own and what is agreed."


def history_link(editor: Editor, subject: str, name: str) -> None:
    """A way to the changes of one theme, area or item; `name` tells it from the other links of its page."""
    way_to("history.py", f"Earlier texts: {name}", {**address_of(editor), SUBJECT: subject}, key=f"history-{subject}")


def history_part(editor: Editor, subject: str) -> None:
    """The newest changes in steps, the newest first; with `subject` those of one theme, area or item alone."""
    wanted = session.tab().history_shown.get((editor.id, subject), SHOWN)
    try:
        steps, more = newest_steps(lambda before, most: _read(editor, subject, before, most), wanted)
    except StorageError as error:
        st.error(str(error))
        return
    if editor.assessment.way is Way.APART:
        st.caption(_PRIVATE)
    if not steps:
        st.info("Nothing that is shown to you was changed here yet.")
        return
    st.caption(f"The newest {len(steps)} changes." if more else f"{counted(len(steps), 'change').capitalize()} in all.")
    seen = [step for step in steps if may_see_entry(editor.assessment, step.key, editor.perspective)]
    for number, step in enumerate(seen, 1):
        _step(editor, step, number)
    if more and st.button("Show older"):
        session.tab().history_shown[editor.id, subject] = wanted + SHOWN
        st.rerun()


def _read(editor: Editor, subject: str, before: int | None, most: int) -> tuple[Changed, ...]:
    seen_by = {editor.perspective, AGREED}
    return editor.repository.changes(
        editor.actor, editor.id, subject=subject, seen_by=seen_by, before=before, most=most
    )


def _step(editor: Editor, step: HistoryStep, number: int) -> None:
    with st.container(border=True, key=f"change-{step.entry.seq}"):
        st.markdown(f"**{plain(entry_in_words(editor.assessment, step.key))}**")
        st.caption(f"{plain(step.entry.by)}, {_when(step)}{_how(editor, step)}")
        _before_and_after(editor, step.key, step.before, step.entry)
        _bring_back(editor, step.key, step.entry, str(number))
        if len(step.writes) > 1 and st.toggle(
            f"Show each of the {len(step.writes)} times it was saved ({number})", key=f"writes-{step.entry.seq}"
        ):
            for place, change in enumerate(step.writes[1:], 2):
                st.caption(f"{uk_time(change.entry.at)}, saved before that")
                st.text(value_in_words(editor.assessment, step.key, change.entry.value) or "(nothing)")
                _bring_back(editor, step.key, change.entry, f"{number}.{place}")


def _how(editor: Editor, step: HistoryStep) -> str:
    """How a decision came to its words, as far as what is kept tells it."""
    value, before = step.first.value, step.before.value if step.before else None
    for theirs in _said_by_copies(editor, step.key):
        if value == theirs != before:
            return ": took what the other copy says"
        if before and value == f"{before}\n\n{theirs}":
            return ": joined what stood here and what the other copy says"
    if not step.first.op_id.startswith(DECIDED) or step.key.field == "removed":
        return ""
    past = editor.repository.history(editor.actor, editor.id, step.key)
    earlier = (entry.value for entry in past if entry.version < step.first.version)
    return ": brought an earlier text back" if value and value in earlier else ""


def _said_by_copies(editor: Editor, key: EntryKey) -> list[Value]:
    """What copies that were joined said otherwise in a field; it is kept when it is decided."""
    entries = editor.stored.entries
    asked = [place for place, entry in entries.items() if place.field == "key" and entry.value == key.text]
    return [editor.value(place._replace(field="theirs")) for place in asked if place.subject.startswith("difference:")]


def _when(step: HistoryStep) -> str:
    began, ended = step.first.at, step.entry.at
    day, times = uk_date(uk_day(ended)), dict.fromkeys((uk_time(began), uk_time(ended)))
    return f"{day}, {' to '.join(times)}"


def _before_and_after(editor: Editor, key: EntryKey, before: Entry | None, after: Entry) -> None:
    if before is not None:
        st.caption("Before")
        st.text(value_in_words(editor.assessment, key, before.value) or "(nothing)")
        st.caption("After")
    st.text(value_in_words(editor.assessment, key, after.value) or "(nothing)")


def _bring_back(editor: Editor, key: EntryKey, entry: Entry, number: str) -> None:
    """Save an earlier value as a new version: what stands there now stays in the history."""
    if key == MEETING or editor.value(key) == entry.value:
        return
    # A press on a page drawn before somebody else's save finds no such button: the page is drawn with what is new.
    if st.button(f"Bring this back ({number})", key=f"back-{entry.seq}-{editor.version(key)}"):
        if editor.put(key, entry.value):
            st.rerun()
        st.error(editor.failure)
