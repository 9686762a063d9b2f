"""The actions that the answers ask for: shown, and added only when somebody wants them."""

from collections.abc import Sequence

import streamlit as st

from sendself.assessment.begin import new_item_ids
from sendself.assessment.entries import EntryKey, Value
from sendself.assessment.model import AGREED
from sendself.assessment.plan import Proposal, proposals
from sendself.assessment.words import counted, uk_today
from sendself.ui.editor import Editor
from sendself.ui.plain import plain


def proposals_part(editor: Editor) -> None:
    """A duty not met asks for an action now, and what is not known yet for one to find out."""
    found = proposals(editor.assessment, uk_today())
    if not found:
        st.markdown("Nothing: every duty not met, and everything you don't know yet, has its action.")
        return
    st.markdown("A duty that is not met needs an action now; what you don't know yet, one to find out.")
    for number, proposal in enumerate(found, 1):
        with st.container(border=True, key=f"proposal-{proposal.kind}-{proposal.duty or proposal.themes[0]}"):
            st.markdown(plain(proposal.what))
            if st.button(f"Add proposal {number} to the plan", key=f"add-proposal-{number}"):
                _add(editor, [proposal])
    if len(found) > 1 and st.button(f"Add all {counted(len(found), 'proposal')} to the plan", key="add-proposals"):
        _add(editor, found)


def _add(editor: Editor, wanted: Sequence[Proposal]) -> None:
    values: dict[EntryKey, Value] = {}
    for item, proposal in zip(new_item_ids(len(wanted)), wanted, strict=True):
        fields: dict[str, Value] = {
            "removed": False,
            "kind": proposal.kind.value,
            "what": proposal.what,
            "themes": list(proposal.themes),
            "start": proposal.start.isoformat(),
            "due": proposal.due.isoformat() if proposal.due else None,
            "duty": proposal.duty,
        }
        values |= {
            EntryKey(f"action:{item}", AGREED, name): value for name, value in fields.items() if value is not None
        }
    editor.put_all(values)
    st.rerun()
