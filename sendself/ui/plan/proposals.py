"""The actions that the answers ask for: shown, and added only when somebody wants them."""

from collections.abc import Sequence

import streamlit as st

from sendself.assessment.answers import DutyState, State
from sendself.assessment.begin import new_item_ids
from sendself.assessment.english import counted
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import ActionKind, ActionStatus
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.assessment.plan import Proposal, proposals
from sendself.assessment.profile import duties_in_state
from sendself.assessment.uk_clock import uk_date, uk_today
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.lists.items import save_or_say


def proposals_part(editor: Editor) -> None:
    """A duty not met asks for an action now, and what is not known yet for one to find out."""
    found = proposals(editor.assessment, uk_today())
    seen = session.tab().proposals.get(editor.id)
    session.tab().proposals[editor.id] = frozenset(proposal.subject for proposal in found)
    if not found:
        st.markdown(_nothing_asked_for(editor.assessment))
        return
    st.markdown(
        "A duty that is not met needs an action now; what you don't know yet, one to find out. Each comes with a due "
        "date, which you can change in the plan."
    )
    for number, proposal in enumerate(found, 1):
        with st.container(border=True, key=f"proposal-{proposal.subject}"):
            st.markdown(plain(proposal.what))
            st.caption(plain(proposal_in_words(proposal)))
            # By what it is: a colleague's change may move another proposal to this number before the click arrives.
            if st.button(f"Add proposal {number} to the plan", key=f"add-proposal-{proposal.subject}"):
                _add(editor, [proposal])
    if len(found) > 1 and st.button(f"Add all {counted(len(found), 'proposal')} to the plan", key="add-proposals"):
        # Those that were there to be read; after a restart nobody knows which these were.
        _add(editor, [proposal for proposal in found if seen is None or proposal.subject in seen])


def proposal_in_words(proposal: Proposal) -> str:
    """When it is due, and what became of an earlier action for the same."""
    due = f"Due {uk_date(proposal.due)}, in {counted(proposal.weeks, 'week')}." if proposal.weeks else "Due today."
    if proposal.closed is None:
        return due
    how = "done" if proposal.closed is ActionStatus.DONE else "stopped"
    still, go_on = (
        ("the duty is still answered as not met", "Answer it again if it is met by now")
        if proposal.kind is ActionKind.DUTY
        else ("the theme is still not known", "Rate it if you know by now")
    )
    return f"{due} An earlier action for this is {how}, and {still}. {go_on}, otherwise add this one."


def _nothing_asked_for(assessment: Assessment) -> str:
    """Why there is nothing to propose: all of it is planned, or no answer asks for anything."""
    apart = assessment.way is Way.APART
    not_met = bool(duties_in_state(assessment, DutyState.NOT_MET))
    unknown = any(assessment.answer(theme.id).rating is State.DONT_KNOW for theme in assessment.rubric.themes())
    duties = "every duty not met has an action that is open" if not_met else "no duty is answered as not met"
    themes = (
        "everything you don't know yet has an action that is open"
        if unknown
        else f"no theme is {'agreed' if apart else 'rated'} as don't know yet"
    )
    also = " What each of you rated alone counts here once it is agreed." if apart else ""
    return f"Nothing: {duties}, and {themes}.{also}"


def _add(editor: Editor, wanted: Sequence[Proposal]) -> None:
    values: dict[EntryKey, Value] = {}
    for item, proposal in zip(new_item_ids(len(wanted)), wanted, strict=True):
        fields: dict[str, Value] = {
            "removed": False,
            "kind": proposal.kind.value,
            "what": proposal.what,
            "themes": list(proposal.themes),
            "start": proposal.start.isoformat(),
            "due": proposal.due.isoformat(),
            "duty": proposal.duty,
        }
        values |= {
            EntryKey(f"action:{item}", AGREED, name): value for name, value in fields.items() if value is not None
        }
    save_or_say(editor, values)
