"""Beginning an evaluation: the school found in the register or typed, the setting, and the first figures."""

from dataclasses import dataclass

import streamlit as st

from sendself.assessment.begin import new_assessment
from sendself.assessment.context import Context
from sendself.assessment.english import counted
from sendself.assessment.model import Assessment
from sendself.assessment.school import School
from sendself.assessment.words import SETTING_NAMES
from sendself.context.example import example_assessment
from sendself.context.schools.entry import RegisterEntry
from sendself.context.schools.from_register import likely_setting, published_context, school_of
from sendself.rubric.duty import Setting
from sendself.rubric.model import Rubric
from sendself.rubric.own import own_rubrics, rubrics_for
from sendself.storage.errors import AlreadyThereError, StorageError
from sendself.storage.kept import Actor
from sendself.storage.repository import Repository
from sendself.ui import session
from sendself.ui.editor import NOBODY
from sendself.ui.elements.buttons import main_button
from sendself.ui.elements.plain import plain
from sendself.ui.server.store import register, repository_or_stop
from sendself.ui.start.company import Company
from sendself.ui.start.typed_school import typed_school

SHOWN = 12


@dataclass(frozen=True, slots=True)
class ChosenSchool:
    """The school to begin with, and what the register knows of it."""

    school: School
    entry: RegisterEntry | None = None


def find_school() -> ChosenSchool | None:
    """Ask for the school by name, town, postcode or URN; or let it be typed when it is not in the register."""
    known = register()
    typed = st.text_input(
        "Find your school: name, town, postcode or URN",
        key="find-school",
        help=f"{len(known):,} schools in England, as the DfE published them for {known.year}.",
    )
    if st.checkbox("Our school is not in the list", key="not-in-register"):
        school = typed_school()
        return ChosenSchool(school) if school else None
    if not (typed or "").strip():
        st.caption(
            "Type a part of the name and press Enter, then choose your school. Next you say what you evaluate and who "
            "takes part, and begin."
        )
        return None
    found = known.search(typed, limit=SHOWN)
    if not found:
        st.warning("No school found. Try part of the name and the town, or tick the box to type it yourself.")
        return None
    by_urn = {entry.urn: entry for entry in found}
    chosen = st.radio(
        f"{len(found)} found" if len(found) < SHOWN else f"The first {SHOWN}: add the town to find others",
        list(by_urn),
        format_func=lambda urn: plain(in_words(by_urn[urn])),
        index=None if len(found) > 1 else 0,
        key=f"found-{typed}",
    )
    return ChosenSchool(school_of(by_urn[chosen]), by_urn[chosen]) if chosen else None


def in_words(entry: RegisterEntry) -> str:
    """A school on one line, told apart from others of its name."""
    closed = "" if entry.status.startswith("Open") or not entry.status else f", {entry.status.upper()}"
    independent = "Independent, " if entry.is_independent and entry.phase != "Independent" else ""
    # Without a name there is no town either: the authority is all that tells where it is.
    places = (entry.town, entry.postcode) if entry.town or entry.postcode else (entry.local_authority,)
    where = ", ".join(part for part in (entry.display_name, *places) if part)
    return f"{where} ({independent}{entry.phase}, URN {entry.urn}{closed})"


def choose_setting(chosen: ChosenSchool) -> Setting:
    """Ask which provision is evaluated; it decides the rubric."""
    likely = likely_setting(chosen.school)
    settings = list(Setting)
    setting = st.radio(
        "What do you evaluate?",
        settings,
        format_func=lambda one: SETTING_NAMES[one],
        index=settings.index(likely),
        key=f"setting-{chosen.entry.urn if chosen.entry else 'typed'}-{likely}",
        help="A mainstream school with a resourced provision keeps two evaluations, one for each.",
    )
    st.caption(
        "This decides the themes, and stays as it is once you have begun. Should it be wrong, *About this evaluation* "
        "begins again with another and takes over the school, who takes part, and the context. All else you can change."
    )
    return setting


def choose_rubric(setting: Setting) -> Rubric:
    """The rubric for a setting; asked only where a school, trust or authority added one of its own."""
    rubrics = {rubric.id: rubric for rubric in rubrics_for(setting)}
    chosen = next(iter(rubrics))
    if len(rubrics) > 1:
        titles = {name: plain(rubric.title) for name, rubric in rubrics.items()}
        chosen = st.radio("With which rubric?", list(rubrics), format_func=titles.__getitem__, key=f"rubric-{setting}")
    for problem in own_rubrics().problems:
        st.warning(plain(f"A rubric cannot be used. {problem} Then start sendself again."))
    rubric = rubrics[chosen]
    themes, areas = sum(1 for _ in rubric.themes()), len(rubric.areas)
    st.caption(f"{plain(rubric.title)}: {counted(themes, 'theme')} in {counted(areas, 'focus area')}.")
    return rubric


def begin_button(chosen: ChosenSchool, setting: Setting, rubric: Rubric, company: Company) -> None:
    """Begin, and go to the first step."""
    if main_button(f"Begin with {plain(chosen.school.name or 'this school')}", key="begin"):
        context = (
            published_context(chosen.entry)
            if chosen.entry and setting is not Setting.RESOURCED_PROVISION
            else Context()
        )
        begun = new_assessment(
            rubric, setting, school=chosen.school, context=context, way=company.way, participants=company.people
        )
        begin(repository_or_stop(), begun)


def begin_example(repository: Repository, setting: Setting) -> None:
    """Open the example of an invented school of this setting, made once."""
    begin(repository, example_assessment(setting), again=True)


def begin(repository: Repository, assessment: Assessment, *, again: bool = False, notice: str = "") -> None:
    """Keep a new evaluation and open it. With `again` one that is here already is simply opened."""
    try:
        repository.create(Actor(NOBODY), assessment)
    except AlreadyThereError as error:
        if not again:
            st.error(str(error))
            return
    except StorageError as error:
        st.error(str(error))
        return
    if notice:
        session.leave_notice(notice)
    open_evaluation(assessment.id)


def open_evaluation(evaluation: str) -> None:
    """Go to the first step of an evaluation."""
    session.tab().chosen = evaluation
    st.rerun()
