"""The meeting of those who rated apart: what all say the same, where they differ, what is parked and what waits."""

from collections.abc import Collection, Iterable

import streamlit as st

from sendself.assessment.agreement import AgreementState, may_see_views, missing, silent, standing, waited_for
from sendself.assessment.english import counted, listed
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.perspectives.taking_over import accepted_by
from sendself.assessment.words import perspective_name, rating_in_words
from sendself.rubric.model import Theme
from sendself.ui import session
from sendself.ui.agree.meeting import meeting_part
from sendself.ui.agree.settling import save_agreed, settling_card
from sendself.ui.agree.visit_cards import Card, cards_of_this_visit
from sendself.ui.editor import Editor
from sendself.ui.elements.buttons import main_button
from sendself.ui.elements.plain import plain
from sendself.ui.every_page.place_links import place_link
from sendself.ui.every_page.places import PLACE, anchor_of

_READ_AT_ONCE = 8
"""A longer list would push the differences out of sight."""


def agreement_part(editor: Editor) -> None:
    """How far you have come, what all say the same, each difference, what is parked, and what still waits."""
    now = standing(editor.assessment, _without(editor))
    meeting_part(editor, len(now.different) + len(now.parked), len(now.waiting))
    st.markdown(
        f"{len(now.agreed)} agreed, {len(now.same)} on which all say the same, {len(now.different)} on which you "
        f"differ, {len(now.parked)} parked, {len(now.waiting)} waiting for somebody's rating."
    )
    st.caption(plain(_who_is_heard(editor)))
    _accept_all(editor, now)
    seen = [theme for theme in now.different if may_see_views(editor.assessment, theme, editor.perspective)]
    cards = cards_of_this_visit(editor, differ=seen, parked=now.parked)
    _differences(editor, now, seen, cards["differ"])
    if cards["parked"]:
        st.header("Parked for later", anchor=False)
        _settle(editor, cards["parked"], "parked")
    if now.waiting or _without(editor):
        st.header("Still waiting", anchor=False)
        _gaps(editor, now)
    laid = {card.theme.id for part in cards.values() for card in part}
    _any_other(editor, [theme for theme in (*now.waiting, *now.same, *now.agreed) if theme.id not in laid])


def rated_together_part() -> None:
    """Why there is nothing to agree, and where that is changed."""
    st.info(
        "Here everything is rated together, so there is nothing to agree. To rate apart first and then meet, change "
        "“How do you rate the themes?” in About this evaluation."
    )
    place_link("Go to About this evaluation", "about")


def _without(editor: Editor) -> frozenset[str]:
    """The perspectives that this meeting goes on without: for this tab alone."""
    return session.tab().without.get(editor.id, frozenset())


def _go_on(editor: Editor, without: Iterable[str]) -> None:
    session.tab().without[editor.id] = frozenset(without)
    st.rerun()


def _names(perspectives: Iterable[str]) -> str:
    return listed(perspective_name(who) for who in perspectives)


def _who_is_heard(editor: Editor) -> str:
    assessment = editor.assessment
    needed = waited_for(assessment, _without(editor))
    heard = [who for who in assessment.perspectives() if who != AGREED and who not in needed]
    nothing = silent(assessment)
    return " ".join(
        sentence
        for applies, sentence in (
            (needed, f"A theme waits for a rating by {_names(needed)}."),
            (heard, f"{_names(heard)}: heard on the themes they rate, and not waited for."),
            (nothing, f"No theme rated yet: {_names(nothing)}."),
        )
        if applies
    )


def _accept_all(editor: Editor, now: AgreementState) -> None:
    """One click for the themes on which all say the same: the rating and everybody's words become the agreed ones.

    Of a theme that whoever clicks has not rated it is the rating alone: nobody reads there what they may not see yet.
    """
    label = f"Accept {counted(len(now.same), 'theme')} on which all say the same"
    if now.same:
        names = f"On which all say the same: {counted(len(now.same), 'theme')}"
        with st.expander(names, expanded=len(now.same) <= _READ_AT_ONCE, key="same"):
            st.markdown("\n".join(f"- {_same_in_words(editor, theme)}" for theme in now.same))
    if unseen := sum(not may_see_views(editor.assessment, theme, editor.perspective) for theme in now.same):
        st.caption(
            f"{counted(unseen, 'theme')} that you have not rated: accepting takes over the level, and no words. "
            "Whoever has rated a theme can take the words over afterwards."
        )
    # A click on other themes than those that are the same by now accepts nothing.
    if now.same and main_button(label, key="accept-" + "+".join(theme.id for theme in now.same)):
        changes: dict[EntryKey, Value] = {}
        for theme in now.same:
            changes |= accepted_by(editor.assessment, theme, editor.perspective)
        save_agreed(editor, changes)


def _same_in_words(editor: Editor, theme: Theme) -> str:
    """Its title, and what all say for whoever may see that."""
    if not may_see_views(editor.assessment, theme, editor.perspective):
        return plain(theme.title)
    said = editor.assessment.answer(theme.id, editor.perspective).rating
    return plain(f"{theme.title}: {rating_in_words(editor.assessment.rubric, said)}")


def _settle(editor: Editor, cards: Iterable[Card], key: str) -> None:
    for card in cards:
        settling_card(editor, card.theme, key, settled=card.settled)


def _differences(editor: Editor, now: AgreementState, seen: Collection[Theme], cards: Collection[Card]) -> None:
    st.header("Where you differ", anchor=False)
    _settle(editor, cards, "differ")
    if hidden := len(now.different) - len(seen):
        st.info(
            f"{counted(hidden, 'theme')} that you have not rated: you see what the others say once you have. You rate "
            f"as {perspective_name(editor.perspective)}; who is writing is changed in About this evaluation."
        )
    elif not (seen or now.agreed or now.same or now.parked):
        st.info("No theme is ready yet. Rate the focus areas, each of you alone; where you differ, it stands here.")
    elif not seen:
        st.success("There is no difference left to settle.")


def _gaps(editor: Editor, now: AgreementState) -> None:
    without = _without(editor)
    groups: dict[tuple[str, ...], list[Theme]] = {}
    for theme in now.waiting:
        groups.setdefault(missing(editor.assessment, theme, without), []).append(theme)
    for who, themes in groups.items():
        lacking = f"{counted(len(themes), 'theme')} not rated by {_names(who) or 'anybody'}"
        with st.expander(plain(lacking), key=f"gap-{'+'.join(who)}"):
            st.markdown("\n".join(f"- {plain(theme.title)}" for theme in themes))
    absent = dict.fromkeys(one for who in groups for one in who if one != editor.perspective)
    with st.container(horizontal=True, key="without"):
        for one in absent:
            if st.button(f"Go on without: {plain(perspective_name(one))}", key=f"without-{one}"):
                _go_on(editor, (*without, one))
        for one in sorted(without):
            if st.button(f"Wait again for: {plain(perspective_name(one))}", key=f"again-{one}"):
                _go_on(editor, without - {one})
    if absent:
        st.caption("Going on without somebody holds for this meeting, in this tab. What they rated still counts.")


def _any_other(editor: Editor, themes: Iterable[Theme]) -> None:
    by_id = {theme.id: theme for theme in themes}
    if not by_id:
        return
    st.header("Any other theme", anchor=False)
    ids = [theme.id for theme in editor.assessment.rubric.themes() if theme.id in by_id]
    # A link that names a theme leads to it, also to one that is agreed.
    named = (number for number, one in enumerate(ids) if anchor_of(by_id[one]) == st.query_params.get(PLACE))
    chosen = st.selectbox(
        "Settle a theme that not all have rated, or change what you agreed",
        ids,
        index=next(named, None),
        format_func=lambda one: by_id[one].title,
        placeholder="Choose a theme",
        key=f"any-other-{editor.id}",
    )
    if chosen in by_id:
        settling_card(editor, by_id[chosen], "other")
