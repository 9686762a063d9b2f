"""The evaluations kept here: open, duplicate, evaluate again, keep a copy, delete."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import streamlit as st

from sendself.assessment.begin import copy_of
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant
from sendself.assessment.perspectives.apart import as_kept_by
from sendself.assessment.record import to_json
from sendself.assessment.uk_clock import uk_moment
from sendself.assessment.words import SETTING_NAMES, perspective_name
from sendself.report.files.file_names import file_stem
from sendself.storage.kept import Actor, Summary
from sendself.storage.repository import Repository
from sendself.ui import session
from sendself.ui.editor import NOBODY
from sendself.ui.elements.buttons import main_button
from sendself.ui.elements.kept_where import where_kept
from sendself.ui.elements.plain import plain
from sendself.ui.elements.told_apart import told_apart
from sendself.ui.start.again import evaluate_again
from sendself.ui.start.begin import begin, open_evaluation
from sendself.ui.start.who_left import who_left

_WHOLE = "everything that stands in it, names included"
_OWN = "all but what others rated alone and you may not see yet, names included"


def shelf(repository: Repository) -> None:
    """List every evaluation, the one changed last first."""
    kept = repository.summaries(Actor(NOBODY))
    if not kept:
        st.info("Nothing is kept here yet. Begin a new self-evaluation, or look at the example first.")
        return
    st.header(f"Self-evaluations {where_kept(repository)}", anchor=False)
    titles = titles_of(kept)
    for summary in kept:
        _entry(repository, summary, titles[summary.id])


def titles_of(kept: Iterable[Summary]) -> dict[str, str]:
    """What each evaluation is called, by id; those of one school are told apart by when they were begun or copied."""
    oldest_first = sorted(kept, key=lambda summary: (summary.created_at, summary.kept_at))
    shared = Counter(_title(one) for one in oldest_first)
    called, firsts = dict[str, str](), set[tuple[str, datetime]]()
    for one in oldest_first:
        title = _title(one)
        if (title, one.created_at) in firsts:
            called[one.id] = f"{title}, copy made {uk_moment(one.kept_at)}"
        else:
            called[one.id] = f"{title}, begun {uk_moment(one.created_at)}" if shared[title] > 1 else title
        firsts.add((title, one.created_at))
    return told_apart(called, ", number {} of them")


def _title(summary: Summary) -> str:
    name = summary.school_name or (f"School {summary.urn}" if summary.urn else "School not named yet")
    return f"{name} (EXAMPLE)" if summary.example else name


def _entry(repository: Repository, summary: Summary, title: str) -> None:
    with st.container(border=True, key=f"kept-{summary.id}"):
        st.subheader(plain(title), anchor=False)
        st.write(
            f"{SETTING_NAMES[summary.setting]}. {summary.rated} of {summary.themes} themes answered. Last change "
            f"{uk_moment(summary.updated_at)} by {plain(summary.updated_by)}."
        )
        if main_button(f"Open {plain(title)}", key=f"open-{summary.id}"):
            open_evaluation(summary.id)
        asked = _asked(summary) in session.tab().asking
        with st.expander(f"Evaluate again, copy or delete: {plain(title)}", expanded=asked, key=f"more-{summary.id}"):
            _copies(repository, summary, title)
            _delete(repository, summary, title)


def _copies(repository: Repository, summary: Summary, title: str) -> None:
    again = "A new evaluation of the same school, which shows what each theme was this time"
    if st.button(f"Evaluate again: {plain(title)}", key=f"again-{summary.id}", help=again):
        evaluate_again(repository, summary.id)
    # A file that is made when it is asked for is made without the memory of this tab.
    you = who_left(summary.id)
    whole = not summary.apart or _whole(summary, you, title)
    st.download_button(
        f"Keep a copy of {plain(title)}",
        data=lambda: to_json(_copied(repository, summary, you, whole=whole)),
        file_name=f"{file_stem(title)}.json",
        mime="application/json",
        key=f"copy-{summary.id}",
        help=f"A file with {_WHOLE if whole else _OWN}, for yourself. The PDF is for sending.",
        on_click="ignore",
    )
    separate = f"A separate copy to try something in, with {_WHOLE if whole else _OWN}"
    if st.button(f"Duplicate {plain(title)}", key=f"duplicate-{summary.id}", help=separate):
        copied = copy_of(_copied(repository, summary, you, whole=whole))
        begin(repository, copied, notice=f"This is the copy, with {_WHOLE if whole else _OWN}. The first is unchanged.")


def _whole(summary: Summary, you: Participant | None, title: str) -> bool:
    """Ask what goes into a copy while each rates alone. Whether it is everything."""
    mine = (
        f"what is agreed and what you rated as {perspective_name(you.perspective)}"
        if you
        else "what is agreed, and nothing that anybody rated alone. Open it and say who you are to have your own in it"
    )
    st.caption(
        f"You rate apart. A copy or a duplicate holds {plain(mine)}. What the others rated alone is in it as soon as "
        "you may see all of it. Joining such a copy clears nothing of theirs."
    )
    return st.checkbox(
        f"Put in also what each rated alone: {plain(title)}",
        key=f"whole-{summary.id}",
        help="Whoever opens it can read every rating and word that the others gave alone, before they have agreed to "
        "show them. You need this to move the evaluation to another computer with everybody's ratings.",
    )


def _copied(repository: Repository, summary: Summary, you: Participant | None, *, whole: bool) -> Assessment:
    assessment = repository.load(Actor(NOBODY), summary.id).assessment
    return assessment if whole else as_kept_by(assessment, you.perspective if you else AGREED)


def _delete(repository: Repository, summary: Summary, title: str) -> None:
    asked = _asked(summary)
    if asked not in session.tab().asking:
        if st.button(f"Delete {plain(title)}", key=f"delete-{summary.id}", help="You are asked again"):
            session.tab().asking.add(asked)
            st.rerun()
        return
    st.warning(f"Delete {plain(title)} with its whole history? This cannot be undone.")
    if st.button(f"Yes, delete it for ever: {plain(title)}", key=f"really-{summary.id}"):
        repository.delete(Actor(NOBODY), summary.id)
        session.forget(summary.id)
        session.tab().asking.discard(asked)
        session.leave_notice(f"{title} is deleted.")
        st.rerun()
    if st.button(f"No, keep it: {plain(title)}", key=f"keep-{summary.id}"):
        session.tab().asking.discard(asked)
        st.rerun()


def _asked(summary: Summary) -> tuple[str, str]:
    return summary.id, "delete"
