"""Before it leaves: the places where what was written could point to one child or one colleague."""

from collections.abc import Mapping
from itertools import groupby

import streamlit as st

from sendself.assessment.disclosure.shared import SharedRecord
from sendself.assessment.english import counted
from sendself.assessment.guard.findings import Finding, findings, kept_key, parted
from sendself.assessment.guard.found import Kind
from sendself.ui.editor import Editor
from sendself.ui.elements.kept_where import where_kept
from sendself.ui.elements.plain import plain, spoken
from sendself.ui.every_page.place_links import place_link, step_of_place
from sendself.ui.lists.items import save_or_say

TITLES: Mapping[Kind, str] = {
    Kind.NAME: "Names or initials that may be a pupil's or a relative's",
    Kind.UPN: "Unique pupil numbers",
    Kind.NHS: "NHS numbers",
    Kind.BIRTH: "Dates of birth",
    Kind.COUNT: "So few pupils that a reader may know who they are",
    Kind.STAFF: "Colleagues named beside a weakness",
    Kind.PARTICIPANT: "Names of those who take part, though only their roles leave",
    Kind.EMAIL: "E-mail addresses",
    Kind.PHONE: "Telephone numbers",
    Kind.POSTCODE: "Postcodes",
}
_OPEN = 5
"""So many findings of a kind are shown without being asked for."""
_NAMES = frozenset({Kind.NAME, Kind.STAFF, Kind.PARTICIPANT})
"""Kinds that say who it is: shown without being asked for, however many there are."""


def guard_findings(editor: Editor, shared: SharedRecord) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The sentences to look at in what would leave, and those that are kept knowingly."""
    return parted(findings(shared, editor.assessment), editor.assessment)


def guard_part(editor: Editor, asked: tuple[Finding, ...], kept: tuple[Finding, ...]) -> None:
    """Draw what to look at in what would leave. Each place is mended, or kept knowingly; nothing blocks sending."""
    if asked:
        places = counted(len(asked), "place")
        st.markdown(
            f"**{places.capitalize()} to look at.** Change the words, or keep them as they are: then you are not "
            "asked again while the sentence stays the same. Nothing here stops you from sending."
        )
    else:
        st.success("Nothing to look at." if not kept else "Nothing else to look at.")
    for number, (kind, group) in enumerate(groupby(asked, key=lambda one: one.kind), 1):
        found = list(group)
        opened = kind in _NAMES or len(found) <= _OPEN
        with st.expander(f"{TITLES[kind]}: {len(found)}", expanded=opened, key=f"guard-{kind.name}"):
            for place, finding in enumerate(found, 1):
                _finding(editor, finding, f"{number}.{place}", keep=True)
    if kept:
        with st.expander(f"Kept as they are: {len(kept)}", key="guard-kept"):
            for place, finding in enumerate(kept, 1):
                _finding(editor, finding, str(place), keep=False)
    st.caption(
        f"Looked for, {where_kept(editor.repository)} alone: names and initials of pupils, unique pupil numbers, "
        "NHS numbers, dates of birth, very small groups in words, colleagues named beside a weakness, "
        "e-mail addresses, telephone numbers and postcodes. Not everything can be found this way: read the PDF once "
        "yourself."
    )


def _finding(editor: Editor, finding: Finding, number: str, *, keep: bool) -> None:
    with st.container(border=True, key=f"guard-{finding.key.text}-{finding.kind}-{finding.mark}"):
        st.text(finding.sentence)
        found = plain(", ".join(dict.fromkeys(finding.words)))
        st.markdown(f"Found: **{found}**. Where: {plain(finding.place)}.")
        with st.container(horizontal=True, key=f"guard-ways-{finding.key.text}-{finding.kind}-{finding.mark}"):
            if step := step_of_place(finding.step, finding.theme):
                place_link(f"Change {number}: go to {step.title}", finding.step, finding.theme)
            label = f"Keep {number} as it is" if keep else f"Ask about kept sentence {number} again"
            if st.button(spoken(label), key=f"guard-button-{finding.key.text}-{finding.kind}-{finding.mark}"):
                save_or_say(editor, {kept_key(finding): keep})
