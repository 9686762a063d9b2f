"""A school that is not in the register: its name, and what else of it is known. Only the name is needed."""

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from sendself.assessment.particulars import ParticularError, ages_problem, parse_age, parse_postcode, parse_urn
from sendself.assessment.school import School
from sendself.assessment.text import LINE_LIMIT, clean_line
from sendself.assessment.words import KIND_NAMES
from sendself.context.schools.school_phase import PHASES
from sendself.rubric.duty import SchoolKind
from sendself.ui.elements.plain import plain
from sendself.ui.server.store import register

KIND_HELP = "It decides which duties are shown. Left open, all are."
PHASE_HELP = "It decides which national figures stand beside yours. Left open, there are none."
LINES = {
    "name": "Name of the school",
    "town": "Town",
    "local_authority": "Local authority",
    "trust": "Trust, if there is one",
}
Read = TypeVar("Read")


def typed_school() -> School | None:
    """Ask for the school; `None` as long as it has no name, or something has to be corrected."""
    name = _line("name")
    if not name:
        st.caption(
            "Type the name and press Enter. Next you can give the town, the kind of school and more, and say what you "
            "evaluate and who takes part."
        )
        return None
    st.caption(
        "Only the name is needed. The rest stands on the first page of the PDF and can wait: About this evaluation "
        "has it again."
    )
    more = _particulars()
    if more is None:
        st.markdown("Correct what is marked, or empty it, to go on.")
        return None
    return School(name=name, **more)


def _particulars() -> dict[str, Any] | None:
    """What else is known of the school, by field; `None` while something has to be corrected."""
    left, right = st.columns(2)
    with left:
        lines = {field: _line(field) for field in LINES if field != "name"}
        postcode, right_postcode = _read("Postcode", "typed-postcode", parse_postcode)
        urn, right_urn = _read("URN", "typed-urn", parse_urn)
        _known_already(urn)
    with right:
        kind = _chosen("Kind of school", "typed-kind", {one.value: said for one, said in KIND_NAMES.items()}, KIND_HELP)
        phase = _chosen("Phase", "typed-phase", {one: one for one in PHASES}, PHASE_HELP)
        youngest, right_low = _read("Age of the youngest pupils", "typed-age-low", parse_age)
        oldest, right_high = _read("Age of the oldest pupils", "typed-age-high", parse_age)
    problem = ages_problem(youngest, oldest)
    if problem:
        st.error(problem)
    if problem or not (right_postcode and right_urn and right_low and right_high):
        return None
    return {
        **lines,
        "postcode": postcode or "",
        "urn": urn,
        "kind": SchoolKind(kind) if kind else None,
        "phase": phase or "",
        "age_low": youngest,
        "age_high": oldest,
    }


def _line(field: str) -> str:
    return clean_line(st.text_input(LINES[field], key=f"typed-{field}", max_chars=LINE_LIMIT) or "")


def _read(label: str, key: str, parse: Callable[[str], Read]) -> tuple[Read | None, bool]:
    """What a box holds as `parse` reads it, and whether it can be kept; otherwise the box says what to enter."""
    typed = st.text_input(label, key=key, max_chars=20) or ""
    try:
        return parse(typed), True
    except ParticularError as error:
        st.error(str(error))
        return None, False


def _chosen(label: str, key: str, options: dict[str, str], help: str) -> str | None:
    return st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        index=None,
        placeholder="Choose, or leave open",
        key=key,
        help=help,
    )


def _known_already(urn: int | None) -> None:
    """That the register has the school after all: from there its figures are filled in."""
    entry = register().find(urn) if urn else None
    if entry:
        st.warning(
            plain(
                f"The register has this URN: {entry.display_name}. Untick the box and type the URN above, and its "
                "published figures are filled in."
            )
        )
