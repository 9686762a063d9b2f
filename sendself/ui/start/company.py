"""Who takes part in an evaluation that begins, and whether they rate apart or together."""

from dataclasses import dataclass

import streamlit as st

from sendself.assessment.begin import SENCO_AND_LEADER
from sendself.assessment.participants import Participant, Way
from sendself.assessment.text import LINE_LIMIT, clean_line
from sendself.assessment.words import WAY_NAMES

_WHY = {
    "senco": "Knows the pupils, their plans and the provision from day to day.",
    "slt": "Knows the whole school: its staff, its money, and what governors ask.",
}
_WAYS = {
    Way.APART: "Recommended when two take part: each rates alone, in their own time, and you meet only about the "
    "themes on which you differ.",
    Way.TOGETHER: "For one person, or for a small team with two hours in one room.",
}


@dataclass(frozen=True, slots=True)
class Company:
    """Those who take part, and how they rate."""

    people: tuple[Participant, ...]
    way: Way


def choose_company() -> Company:
    """Ask who takes part and how; what is chosen beforehand suits most schools, and About can change it later."""
    st.header("Who takes part", anchor=False)
    people = []
    for column, person in zip(st.columns(len(SENCO_AND_LEADER)), SENCO_AND_LEADER, strict=True):
        with column:
            if st.checkbox(f"{person.role} takes part", value=True, key=f"takes-part-{person.id}"):
                name = st.text_input(f"Name ({person.role}): can wait", key=f"name-{person.id}", max_chars=LINE_LIMIT)
                people.append(person.model_copy(update={"name": clean_line(name or "")}))
            st.caption(_WHY[person.perspective])
    st.header("How you rate", anchor=False)
    ways = list(_WAYS)
    likely = Way.APART if len(people) > 1 else Way.TOGETHER
    way = st.radio(
        "How do you rate the themes?",
        ways,
        format_func=WAY_NAMES.__getitem__,
        captions=list(_WAYS.values()),
        index=ways.index(likely),
        key=f"way-{likely}",
    )
    st.caption("You can add people and change all of this later, in About this evaluation.")
    return Company(tuple(people), way)
