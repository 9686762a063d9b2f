"""What each kind of report is made from: never more than the school lets leave, and never more than the kind says."""

import pytest
from hypothesis import HealthCheck, given, settings

from sendself.assessment.answers import DutyAnswer, DutyState
from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, Highlight, Priority, Target
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Review
from sendself.assessment.school import School
from tests.samples import a_duty, a_rubric, an_evaluation, answered
from tests.strategies import assessments

RUBRIC = a_rubric(duties=(a_duty("duty-one"),))
WHOLE = an_evaluation(
    RUBRIC,
    school=School(name="Meadowbank School"),
    participants=(Participant(id="a", name="Sam Reed", role="SENCO"),),
    review=Review(why="The why", wants_tested="The wish", reviewer="The reviewer"),
    context=Context(figures={"roll": Figure(value=400)}, words={"staffing": "Of staffing"}),
    answers={
        "teaching.first": {
            **answered(3, reason="A reason", strengths="A strength", development="A weakness", evidence="A record"),
            **answered(1, "slt", strengths="Alone"),
        }
    },
    area_notes={"teaching": {AGREED: {"strengths": "Of the area"}}},
    duties={"duty-one": DutyAnswer(state=DutyState.NOT_MET, note="Why not")},
    highlights=(Highlight(id="a", text="A highlight", theme="teaching.first"),),
    priorities=(Priority(id="a", text="A priority", themes=("teaching.first",)),),
    actions=(Action(id="a", what="An action", owner="SENCO"),),
    targets={"teaching.first": Target(level=4)},
)
SAID = {
    ReportKind.SUMMARY: {"Meadowbank School", "Sam Reed", "A strength", "A record", "A highlight", "A priority"},
    ReportKind.WEBSITE: {"Meadowbank School", "A highlight", "A priority"},
    ReportKind.PLAN: {"Meadowbank School", "A highlight", "A priority", "An action"},
    ReportKind.PARAGRAPHS: {
        *("Meadowbank School", "A strength", "A weakness", "Of the area", "A priority", "An action")
    },
    ReportKind.FORM: set(),
}
WORDS = {
    *("Meadowbank School", "Sam Reed", "The why", "The wish", "The reviewer", "Of staffing", "A reason", "A strength"),
    *("A weakness", "A record", "Alone", "Of the area", "Why not", "A highlight", "A priority", "An action"),
}


def words_in(assessment: Assessment) -> set[str]:
    """Which of the words above a record still has."""
    dump = assessment.model_dump_json()
    return {words for words in WORDS if f'"{words}"' in dump}


def test_words_are_all_there_to_be_left_out() -> None:
    """The check can fail: the evaluation itself has every one of them."""
    assert words_in(WHOLE) == WORDS


@pytest.mark.parametrize("kind", SAID)
def test_kind_is_made_from_what_it_says_and_no_more(kind: ReportKind) -> None:
    """Everything else is gone before a builder sees the record."""
    shared = shared_for(WHOLE, kind).assessment
    assert words_in(shared) == SAID[kind]
    assert shared.context == Context()
    rated = shared.answer("teaching.first").rating
    assert rated == (None if kind is ReportKind.FORM else 3)


def test_full_report_is_what_the_school_lets_leave() -> None:
    """The reviewer's report is made from the shared record itself."""
    assert shared_for(WHOLE, ReportKind.FULL) == shared_record(WHOLE)


@pytest.mark.parametrize("kind", [ReportKind.SUMMARY, ReportKind.WEBSITE, ReportKind.PLAN, ReportKind.PARAGRAPHS])
def test_levels_only_holds_for_every_kind(kind: ReportKind) -> None:
    """What the school keeps back from the reviewer, it keeps back from all."""
    shared = shared_for(WHOLE.changed(disclosure=Disclosure(names="roles", notes="levels")), kind).assessment
    assert words_in(shared) == {"Meadowbank School"}
    assert shared.answer("teaching.first").rating == 3


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessment=assessments())
def test_doing_it_twice_changes_nothing(assessment: Assessment) -> None:
    """Each kind of what was made for it is the same again, so nothing can be handed on unreduced."""
    for kind in ReportKind:
        once = shared_for(assessment, kind)
        assert shared_for(once.assessment, kind) == once
