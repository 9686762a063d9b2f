"""The evaluations kept here: open, duplicate, evaluate again, keep a copy, delete."""

import streamlit as st

from sendself.assessment.begin import copy_of
from sendself.assessment.record import to_json
from sendself.assessment.words import SETTING_NAMES, uk_date, uk_day, uk_time
from sendself.storage.kept import Actor, Summary
from sendself.storage.repository import Repository
from sendself.ui import session
from sendself.ui.begin import begin, open_evaluation
from sendself.ui.buttons import main_button
from sendself.ui.editor import NOBODY
from sendself.ui.over_time import evaluate_again
from sendself.ui.plain import plain


def shelf(repository: Repository) -> None:
    """List every evaluation, the one changed last first."""
    kept = repository.summaries(Actor(NOBODY))
    if not kept:
        st.info("Nothing is kept here yet. Begin a new self-evaluation, or look at the example first.")
        return
    st.header("Self-evaluations on this computer")
    for summary in kept:
        _entry(repository, summary)


def title_of(summary: Summary) -> str:
    """What an evaluation is called in the list."""
    name = summary.school_name or (f"School {summary.urn}" if summary.urn else "School not named yet")
    return f"{name} (EXAMPLE)" if summary.example else name


def _entry(repository: Repository, summary: Summary) -> None:
    with st.container(border=True, key=f"kept-{summary.id}"):
        title = title_of(summary)
        st.subheader(plain(title))
        st.write(
            f"{SETTING_NAMES[summary.setting]}. {summary.rated} of {summary.themes} themes answered. Last change "
            f"{uk_date(uk_day(summary.updated_at))} at {uk_time(summary.updated_at)} by {plain(summary.updated_by)}."
        )
        with st.container(horizontal=True):
            if main_button(f"Open {plain(title)}", key=f"open-{summary.id}"):
                open_evaluation(summary.id)
            if st.button("Duplicate", key=f"duplicate-{summary.id}", help=f"A separate copy of {plain(title)}"):
                stored = repository.load(Actor(NOBODY), summary.id)
                begin(repository, copy_of(stored.assessment), notice="This is the copy. The first one is unchanged.")
            again = "A new evaluation of the same school, which shows what each theme was this time"
            if st.button("Evaluate again", key=f"again-{summary.id}", help=again):
                evaluate_again(repository, summary.id)
            st.download_button(
                "Keep a copy",
                data=lambda: to_json(repository.load(Actor(NOBODY), summary.id).assessment),
                file_name=f"{file_stem(title)}.json",
                mime="application/json",
                key=f"copy-{summary.id}",
                help="A file with everything, names included, for yourself. The PDF is for sending.",
                on_click="ignore",
            )
            _delete(repository, summary, title)


def file_stem(title: str) -> str:
    """A file name that every system takes, from a title."""
    kept = "".join(character if character.isalnum() else "-" for character in title)
    return "-".join(part for part in kept.split("-") if part)[:80] or "self-evaluation"


def _delete(repository: Repository, summary: Summary, title: str) -> None:
    asked = f"delete {summary.id}"
    if not session.recall(asked):
        if st.button("Delete", key=f"delete-{summary.id}", help=f"Delete {plain(title)}: you are asked again"):
            session.remember(asked, True)
            st.rerun()
        return
    st.warning(f"Delete {plain(title)} with its whole history? This cannot be undone.")
    if st.button("Yes, delete it for ever", key=f"really-{summary.id}"):
        repository.delete(Actor(NOBODY), summary.id)
        session.remember(asked, False)
        session.leave_notice(f"{title} is deleted.")
        st.rerun()
    if st.button("No, keep it", key=f"keep-{summary.id}"):
        session.remember(asked, False)
        st.rerun()
