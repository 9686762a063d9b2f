"""All duties of the school in one place: how many stand where, and each with a way to where it is answered."""

from collections import Counter
from collections.abc import Iterable

import streamlit as st

from sendself.assessment.answers import DutyState
from sendself.assessment.duty_doubts import doubt_about
from sendself.assessment.english import counted, listed
from sendself.assessment.profile import binding_duties, duties_in_state, duties_progress, other_duties, place_of_duty
from sendself.assessment.words import DUTY_STATE_NAMES, KIND_NAMES, NOT_ANSWERED, SETTING_NAMES, duty_name, duty_source
from sendself.rubric.duty import Duty
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.elements.tables import table_of_markdown
from sendself.ui.every_page.place_links import place_link

_ORDER = (DutyState.NOT_MET, None, DutyState.NOT_CHECKED, DutyState.MET, DutyState.DOES_NOT_APPLY)
"""What needs somebody first; `None` is no answer yet."""


def kind_of_school(editor: Editor) -> None:
    """Which kind of school the duties are for, and where that is changed."""
    kind = editor.assessment.school.kind
    if kind is None:
        st.info("The kind of school is not chosen yet, so the duties of every kind are listed.")
    else:
        st.markdown(f"Listed are the duties of this kind of school: **{KIND_NAMES[kind]}**.")
    place_link("Choose the kind of school, and the ages of its pupils", "about")


def duties_table(editor: Editor) -> None:
    """How many duties are answered how, one line for each focus area and one for all."""
    binding = binding_duties(editor.assessment)
    done = duties_progress(editor.assessment)
    st.markdown(f"**{done.answered} of {counted(done.total, 'duty', 'duties')} answered.**")
    if not binding:
        return
    lines = []
    for area in editor.assessment.rubric.areas:
        own = [duty for duty in binding if place_of_duty(editor.assessment.rubric, duty)[0] == area]
        if own:
            lines.append({"Focus area": plain(area.short), **_counts(editor, own)})
    lines.append({"Focus area": "All", **_counts(editor, binding)})
    table_of_markdown(lines, alt="How many duties are answered how, by focus area")
    st.caption("A duty that several themes name counts in the focus area where it is asked first.")


def duties_by_state(editor: Editor) -> None:
    """Each duty with a link to its place, by its state; what means harm to a pupil today says what to do."""
    for state in _ORDER:
        found = duties_in_state(editor.assessment, state)
        if found:
            st.header(f"{_name(state)}: {len(found)}", anchor=False)
            for duty in found:
                _duty(editor, duty, state)


def duties_elsewhere(editor: Editor) -> None:
    """What the law asks of other kinds of school, so that nobody looks for it in vain."""
    others = other_duties(editor.assessment)
    if not others:
        return
    st.header(f"Not asked of you: {len(others)}", anchor=False)
    st.caption("They bind other kinds of school, settings or ages. If one is yours, look at the kind of school again.")
    with st.expander("Show them, with whom they bind", key="duties-elsewhere"):
        st.markdown("\n".join(f"- {_elsewhere(editor, duty)}" for duty in others))


def _counts(editor: Editor, duties: Iterable[Duty]) -> dict[str, str]:
    states = Counter(editor.assessment.duty(duty.id).state for duty in duties)
    return {"Duties": str(states.total()), **{_name(state): str(states[state]) for state in _ORDER}}


def _name(state: DutyState | None) -> str:
    return DUTY_STATE_NAMES[state] if state else NOT_ANSWERED


def _duty(editor: Editor, duty: Duty, state: DutyState | None) -> None:
    area, theme = place_of_duty(editor.assessment.rubric, duty)
    with st.container(gap="xxsmall", key=f"duty-{duty.id}"):
        st.markdown(f"**{plain(duty_name(duty))}**")
        note = editor.assessment.duty(duty.id).note
        said = (duty_source(duty), doubt_about(editor.assessment.school, duty), f"You say: {note}" if note else "")
        st.caption(plain(" ".join(part for part in said if part)))
        place_link(f"{area.short}: {theme.title}", area.id, theme.id, key=f"duty-{duty.id}")
        if state is DutyState.NOT_MET and duty.act_now:
            st.error(f"**Act now.** {plain(duty.act_now)}")


def _elsewhere(editor: Editor, duty: Duty) -> str:
    state = editor.assessment.duty(duty.id).state
    answer = f" You answered: {DUTY_STATE_NAMES[state]}." if state else ""
    kinds = listed(KIND_NAMES[kind] for kind in duty.applies_to)
    only = [
        *(SETTING_NAMES[setting].lower() for setting in duty.settings),
        *(f"pupils of {phase} age" for phase in duty.phases),
    ]
    return plain(f"{duty_name(duty)}. It binds: {kinds}{f', for {listed(only)}' if only else ''}.{answer}")
