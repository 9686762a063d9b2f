"""Joining another copy of an evaluation that is kept here: what that would do, and doing it."""

import streamlit as st

from sendself.assessment.english import counted
from sendself.assessment.joining.join import join
from sendself.assessment.joining.joined import Joined
from sendself.assessment.model import Assessment
from sendself.storage.joining import keep_joined
from sendself.storage.kept import Actor, other_copy
from sendself.storage.repository import Repository
from sendself.ui import session
from sendself.ui.elements.buttons import main_button
from sendself.ui.start.begin import open_evaluation
from sendself.ui.start.who_left import who_left


def joining_part(repository: Repository, copy: Assessment) -> None:
    """Say what joining this copy would do, and do it when asked."""
    actor = _joiner(copy.id)
    if repository.load(actor, copy.id).assessment.rubric != copy.rubric:
        st.warning("The copy was made with another rubric, so the two cannot be joined. Keep it as a separate copy.")
        return
    here = repository.fields(actor, copy.id)
    joined = join(here, copy)
    if not joined.taken and not joined.different:
        # What says the same is remembered all the same: what is written after it then follows what is here.
        keep_joined(repository, actor, copy.id, joined, here, session.new_decision_id)
        st.info("The file says nothing that is not here already: there is nothing to join.")
        return
    st.markdown(
        f"Joining takes over {counted(len(joined.taken), 'answer')} that only the file has changed. " + _asks(joined)
    )
    if not main_button("Join it with the one here"):
        return
    if not keep_joined(repository, actor, copy.id, joined, here, session.new_decision_id):
        st.error("Somebody changed the evaluation here just now. Press Join again: nothing was overwritten.")
        return
    taken = f"Joined: {counted(len(joined.taken), 'answer')} taken over from the file."
    decisions = f"Decide {counted(len(joined.different), 'answer')} in Agree"
    session.leave_notice(f"{taken} {_asks(joined)}".strip(), step="agree" if joined.different else "", link=decisions)
    open_evaluation(copy.id)


def _joiner(evaluation: str) -> Actor:
    """Who stands beside what is taken over: Start knows who joins when they came from this evaluation."""
    you = who_left(evaluation)
    return other_copy((you.name or you.role) if you else "")


def _asks(joined: Joined) -> str:
    if not joined.different:
        return ""
    return f"{counted(len(joined.different), 'answer')} changed in both: you decide in Agree."
