"""One theme on the page: what it is, what each level looks like here, the rating, and room for words."""

import streamlit as st

from sendself.assessment.answers import DutyState, State
from sendself.assessment.checks import stale_evidence, thin_evidence
from sendself.assessment.duty_doubts import doubt_about
from sendself.assessment.english import capital
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.evidence import kinds_of
from sendself.assessment.identifiers import AGREED
from sendself.assessment.profile import theme_duties
from sendself.assessment.words import DUTY_STATE_NAMES, EVIDENCE_NAMES, STATE_NAMES, duty_label, duty_source
from sendself.context.questions.asked import DataQuestion
from sendself.rubric.duty import Duty
from sendself.rubric.model import Rubric, Theme
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.every_page.history import history_link
from sendself.ui.every_page.places import anchor_of
from sendself.ui.fields.chosen import choice_field, kinds_field, mark_field
from sendself.ui.fields.typed import note_field
from sendself.ui.focus_areas.agreed_answer import agreed_answer
from sendself.ui.focus_areas.data_questions import ask
from sendself.ui.focus_areas.evidence import theme_evidence
from sendself.ui.profile.over_time import theme_last_time

IN_PLACE = "Say whether this is in place for your pupils: it is the local authority that has to see to it."
"""What is asked of a school about a duty that is not its own."""


def theme_card(
    editor: Editor, theme: Theme, number: int, shown_duties: set[str], questions: list[DataQuestion]
) -> None:
    """Draw a theme. `shown_duties` holds the duties already asked on this page; each is asked once."""
    rubric = editor.assessment.rubric
    with st.container(border=True, key=f"theme-{theme.id}"):
        st.header(f"{number}. {plain(theme.title)}", anchor=anchor_of(theme))
        st.markdown(plain(theme.statement))
        _looked_for(theme)
        _levels(rubric, theme)
        theme_last_time(editor, theme)
        with st.container():
            agreed_answer(editor, theme)
        rating = choice_field(
            editor, _key(editor, theme, "rating"), f"Where are we with: {theme.title}?", rating_options(rubric)
        )
        # What is there only sometimes has a place of its own: boxes below it do not move while somebody types in one.
        with st.container():
            if rating == State.NOT_APPLICABLE.value:
                note_field(editor, _key(editor, theme, "reason"), "Why does it not apply?", of=theme.title)
        with st.container(horizontal=True, gap="small", key=f"marks-{theme.id}"):
            mark_field(editor, _key(editor, theme, "parked"), "Park this for later", of=theme.title)
            mark_field(editor, _key(editor, theme, "can_help"), "We could help another school", of=theme.title)
        st.caption(f"**Ask:** {plain(theme.ask)}")
        with st.container():
            ask(questions)
        _words(editor, theme)
        theme_evidence(editor, theme)
        with st.container():
            _weakness(editor, theme)
        _duties(editor, theme, shown_duties)


def _weakness(editor: Editor, theme: Theme) -> None:
    """Whether a high rating rests on thin or old evidence, where the writer can still add to it."""
    answer = editor.assessment.answer(theme.id, editor.perspective)
    said = thin_evidence(answer, kinds_of(editor.assessment, answer)) or stale_evidence(editor.assessment, answer)
    if said:
        st.caption(f"To look at: {plain(said)}")


def rating_options(rubric: Rubric) -> dict[object, str]:
    """Every answer a theme can have, as the row of choices says it."""
    levels: dict[object, str] = {step.level: f"{step.level} {step.name}" for step in rubric.scale}
    return levels | {state.value: name for state, name in STATE_NAMES.items()}


def _key(editor: Editor, theme: Theme, field: str) -> EntryKey:
    return EntryKey(f"theme:{theme.id}", editor.perspective, field)


def _looked_for(theme: Theme) -> None:
    """A list above the levels, where it is read before one is chosen."""
    lines = "\n".join(f"- {plain(capital(found))}" for found in theme.look_for)
    st.markdown(f"Reviewers look at:\n{lines}")


def _levels(rubric: Rubric, theme: Theme) -> None:
    for column, step in zip(st.columns(len(rubric.scale)), rubric.scale, strict=True):
        with column:
            st.markdown(f"**{step.level} {plain(step.name)}**  \n{plain(theme.level(step.level))}")


def _words(editor: Editor, theme: Theme) -> None:
    answer = editor.assessment.answer(theme.id, editor.perspective)
    # Decided once per tab: a part that opened or closed while somebody types in it would take their place away.
    expanded = session.tab().opened_words.setdefault(
        (editor.id, theme.id, editor.perspective), bool(answer.strengths or answer.development or answer.evidence)
    )
    with st.expander(
        f"Strengths, areas for development, evidence: {plain(theme.title)}",
        expanded=expanded,
        key=f"words-{theme.id}",
    ):
        note_field(editor, _key(editor, theme, "strengths"), "Strengths", of=theme.title)
        note_field(editor, _key(editor, theme, "development"), "Areas for development", of=theme.title)
        note_field(editor, _key(editor, theme, "evidence"), "What this rests on", of=theme.title)
        kinds = {kind.value: name for kind, name in EVIDENCE_NAMES.items()}
        kinds_field(editor, _key(editor, theme, "evidence_kinds"), "Kinds of evidence", kinds, of=theme.title)
        history_link(editor, f"theme:{theme.id}", theme.title)


def _duties(editor: Editor, theme: Theme, shown: set[str]) -> None:
    duties = [duty for duty in theme_duties(editor.assessment, theme) if duty.id not in shown]
    if not duties:
        return
    shown.update(duty.id for duty in duties)
    with st.container():
        for duty in duties:
            if editor.assessment.duty(duty.id).state is DutyState.NOT_MET and duty.act_now:
                st.error(f"**Act now.** {plain(duty.act_now)}")
    answered = sum(editor.assessment.duty(duty.id).state is not None for duty in duties)
    with st.expander(f"Duties: {plain(theme.title)} ({answered} of {len(duties)} answered)", key=f"duties-{theme.id}"):
        st.caption(
            "What the law, statutory guidance or a grant asks. Kept apart from the levels; this is not legal advice."
        )
        for duty in duties:
            _duty(editor, duty)


def _duty(editor: Editor, duty: Duty) -> None:
    subject = f"duty:{duty.id}"
    choice_field(
        editor,
        EntryKey(subject, AGREED, "state"),
        duty_label(duty),
        {state.value: name for state, name in DUTY_STATE_NAMES.items()},
    )
    asked = IN_PLACE if duty.owner == "local_authority" else ""
    said = (asked, duty_source(duty), duty.note or "", doubt_about(editor.assessment.school, duty))
    st.caption(plain(" ".join(part for part in said if part)))
    note_field(editor, EntryKey(subject, AGREED, "note"), "A word about this duty", of=duty.duty)
