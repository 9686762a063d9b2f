"""What leaves the school is decided once: what is withheld is nowhere in the record, and what is not stays."""

from datetime import date
from itertools import product
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sendself.assessment.answers import (
    Answer,
    AreaNote,
    DocumentAnswer,
    DocumentState,
    DutyAnswer,
    DutyState,
    EvidenceKind,
)
from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure import shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries import entries_of
from sendself.assessment.entry_keys import EntryKey
from sendself.assessment.entry_values import checked_value
from sendself.assessment.field_versions import FieldVersion
from sendself.assessment.figures import figure_in_words
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, Evidence, Highlight, Priority, Target
from sendself.assessment.last_time import LastTime
from sendself.assessment.measures import BY_ID
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Review
from sendself.assessment.record import from_json, to_json
from sendself.assessment.school import School
from sendself.assessment.small_counts import SMALL, hidden_figures
from tests.planted import CHOICES
from tests.samples import an_evaluation
from tests.strategies import assessments, lines, notes

Source = Literal["typed", "published", "imported"]

OPEN = Disclosure(names="names", notes="notes", small_counts="show", private_ratings=True)
STRICT = Disclosure(names="roles", notes="levels", small_counts="hide", private_ratings=False, evidence="none")

NAME_MARK, NOTE_MARK = "NAMEMARK", "NOTEMARK"
marked = assessments(
    note=notes().map(lambda text: f"{NOTE_MARK} {text}"), name=lines().map(lambda text: f"{NAME_MARK} {text}")
)


def told() -> Assessment:
    """An evaluation that says something in every place that a disclosure can close."""
    return an_evaluation(
        school=School(urn=109567, name="Alderbrook Primary School"),
        participants=(
            Participant(id="p1", name="Ada Lovelace", role="SENCO", perspective="senco"),
            Participant(id="p2", name="Alan Turing", role="Headteacher", perspective="slt", took_part=False),
        ),
        review=Review(why="A new start", wants_tested="Our maths", reviewer="Grace Hopper", reviewer_email="g@x.org"),
        context=Context(
            figures={"roll": Figure(value=428), "ehc_plans": Figure(value=3)}, words={"staffing": "Two assistants"}
        ),
        answers={
            "teaching.first": {
                AGREED: Answer(rating=3, strengths="Calm rooms", evidence_kinds=(EvidenceKind.DATA,), can_help=True),
                "senco": Answer(rating=2, development="Too loud"),
            },
            "teaching.second": {"slt": Answer(rating=4, reason="I saw it")},
        },
        area_notes={"teaching": {AGREED: AreaNote(strengths="Good"), "slt": AreaNote(development="More")}},
        duties={"registers": DutyAnswer(state=DutyState.MET, note="Seen in May")},
        highlights=(Highlight(id="h1", text="Kindness", theme="teaching.first"),),
        priorities=(Priority(id="q1", text="Maths", themes=("teaching.first",)),),
        documents={"provision-map": DocumentAnswer(state=DocumentState.MISSING, note="Lost", dated=date(2026, 5, 1))},
        evidence=(Evidence(id="e1", title="Walks", link="https://x.sch.uk"),),
        actions=(Action(id="a1", what="Train", owner="SENCO", due=date(2027, 1, 8)),),
        targets={"teaching.first": Target(level=4)},
        last_time=LastTime(evaluation="evaluation-0", ratings={"teaching.first": 2}),
    )


def figures(**values: float | tuple[float, Source] | None) -> Assessment:
    """An evaluation of these figures; a pair names the source, otherwise it was typed."""
    made = {
        name: Figure(value=value[0], source=value[1]) if isinstance(value, tuple) else Figure(value=value)
        for name, value in values.items()
    }
    return an_evaluation(context=Context(figures=made))


def hidden(assessment: Assessment) -> set[str]:
    """The figures that do not leave."""
    shared = shared_record(assessment, OPEN.model_copy(update={"small_counts": "hide"})).assessment
    assert shared.context.figures.keys() == assessment.context.figures.keys()
    return {name for name, figure in shared.context.figures.items() if figure.value is None}


def test_everything_leaves_where_nothing_is_withheld() -> None:
    """The open disclosure changes nothing but itself."""
    assert shared_record(told(), OPEN).assessment == told().changed(disclosure=OPEN)


def test_disclosure_of_the_evaluation_holds_unless_another_is_chosen() -> None:
    """What the school chose on the page is what leaves."""
    assessment = told().changed(disclosure=STRICT)

    assert shared_record(assessment) == shared_record(told(), STRICT)
    assert shared_record(assessment, OPEN).assessment.participants[0].name == "Ada Lovelace"


def test_default_keeps_names_and_notes_and_hides_small_counts_and_private_ratings() -> None:
    """Without a choice the reviewer learns who and what, but neither small counts nor what each rated alone."""
    shared = shared_record(told()).assessment

    assert [person.name for person in shared.participants] == ["Ada Lovelace", "Alan Turing"]
    assert shared.answer("teaching.first").strengths == "Calm rooms"
    assert shared.figure("ehc_plans") is None
    assert shared.answers.keys() == {"teaching.first"}
    assert shared.withheld == ("what each participant rated alone", "counts that could point to a child")


def test_roles_leave_without_names() -> None:
    """Role, perspective and whether somebody took part stay; the name goes, and the reviewer's own name stays."""
    shared = shared_record(told(), OPEN.model_copy(update={"names": "roles"})).assessment

    assert shared.participants == (
        Participant(id="p1", role="SENCO", perspective="senco"),
        Participant(id="p2", role="Headteacher", perspective="slt", took_part=False),
    )
    assert (shared.review.reviewer, shared.review.reviewer_email) == ("Grace Hopper", "g@x.org")
    assert shared.withheld == ("names of those who took part",)


def test_levels_leave_without_what_was_written() -> None:
    """Ratings, ticks, kinds of evidence, figures and the state of duties stay; every written word goes."""
    shared = shared_record(told(), OPEN.model_copy(update={"notes": "levels"})).assessment

    assert shared.answers == {
        "teaching.first": {
            AGREED: Answer(rating=3, evidence_kinds=(EvidenceKind.DATA,), can_help=True),
            "senco": Answer(rating=2),
        },
        "teaching.second": {"slt": Answer(rating=4)},
    }
    assert shared.duties == {"registers": DutyAnswer(state=DutyState.MET)}
    assert (shared.area_notes, shared.highlights, shared.priorities) == ({}, (), ())
    assert (shared.evidence, shared.actions) == ((), ())
    kept = DocumentAnswer(state=DocumentState.MISSING, dated=date(2026, 5, 1))
    assert shared.documents == {"provision-map": kept}
    assert (shared.targets, shared.last_time) == (told().targets, told().last_time)
    assert shared.review == Review(reviewer="Grace Hopper", reviewer_email="g@x.org")
    assert shared.context == Context(figures=told().context.figures)
    assert shared.withheld == ("what was written",)


def test_agreed_answers_leave_without_private_ones() -> None:
    """What the participants settled on stays; what one of them said alone goes, answers and area notes."""
    shared = shared_record(told(), OPEN.model_copy(update={"private_ratings": False})).assessment

    assert shared.answers == {"teaching.first": {AGREED: told().answer("teaching.first")}}
    assert shared.area_notes == {"teaching": {AGREED: AreaNote(strengths="Good")}}
    assert shared.withheld == ("what each participant rated alone",)


@pytest.mark.parametrize("source", ["typed", "imported"])
@pytest.mark.parametrize(("count", "hides"), [(0, False), *((n, True) for n in SMALL), (5, False), (36, False)])
def test_small_counts_are_hidden(source: Source, count: int, hides: bool) -> None:
    """Counts of one to four pupils that the school typed or imported are hidden; none and five are not."""
    assert hidden(figures(roll=428, ehc_plans=(count, source))) == ({"ehc_plans"} if hides else set())


@pytest.mark.parametrize(
    ("most", "count", "hides"), [(1, 1, True), (1, 2, False), (4, 5, False), (5, 5, True), (9, 9, True), (9, 10, False)]
)
def test_school_chooses_which_counts_are_small(most: int, count: int, hides: bool) -> None:
    """From one alone to one to nine: up to the chosen number a count is hidden, and what would give it away."""
    chosen = Disclosure(small_up_to=most)
    few, all_but_few = (shared_record(figures(roll=428, ehc_plans=n), chosen).assessment for n in (count, 428 - count))

    for shared in (few, all_but_few):
        assert (shared.figure("ehc_plans") is None) is hides
        assert shared.disclosure.small_up_to == most


@pytest.mark.parametrize("most", [0, 10, 4.5, "many", None])
def test_limit_that_is_none_is_refused(most: Any) -> None:
    """Nought would hide nothing, and more than nine hides what points to nobody."""
    with pytest.raises(ValueError, match="small_up_to"):
        checked_value(EntryKey("evaluation", AGREED, "disclosure.small_up_to"), most)


@pytest.mark.parametrize("count", SMALL)
def test_small_counts_that_are_published_stay(count: int) -> None:
    """What anybody can read on the DfE's pages is not hidden."""
    assert hidden(figures(roll=(428, "published"), ehc_plans=(count, "published"))) == set()


@pytest.mark.parametrize(("part", "whole", "hides"), [(96, 96, False), (95, 96, True), (92, 96, True), (91, 96, False)])
def test_counts_that_leave_out_few_are_hidden(part: int, whole: int, hides: bool) -> None:
    """92 of 96 with a plan tells of the four without: the complement counts as the count itself."""
    assert hidden(figures(roll=whole, ehc_plans=part)) == ({"ehc_plans"} if hides else set())


def test_counts_that_leave_out_few_of_a_published_roll_are_hidden() -> None:
    """The whole may be published: a typed part would still give the few away."""
    assert hidden(figures(roll=(96, "published"), ehc_plans=94)) == {"ehc_plans"}


def test_counts_of_suspensions_hide_part_and_whole() -> None:
    """A small whole and a small part are each hidden; figures that count no pupils are not."""
    assessment = figures(suspensions=4, suspensions_send=2, exclusions=9, exclusions_send=7, senco_days=2, roll=3)

    assert hidden(assessment) == {"suspensions", "suspensions_send", "exclusions_send"}


@pytest.mark.parametrize("source", ["typed", "imported"])
@pytest.mark.parametrize(
    ("plans", "support", "hides"),
    [
        (0, 0, set()),
        (0, 5, set()),
        (6, 30, set()),
        (0, 3, {"sen_support", "attendance_send"}),
        (2, 0, {"ehc_plans", "attendance_send"}),
        (1, 2, {"ehc_plans", "sen_support", "attendance_send"}),
        # Both counts are hidden, so nobody who reads can tell that the group has eight.
        (4, 4, {"ehc_plans", "sen_support", "attendance_send"}),
        # One is hidden, but the other says that the group is not small.
        (3, 5, {"ehc_plans"}),
        (3, 40, {"ehc_plans"}),
    ],
)
def test_attendance_of_few_pupils_is_hidden(source: Source, plans: int, support: int, hides: set[str]) -> None:
    """An average over one to four pupils with SEND tells of them; so may one over pupils whose number is hidden."""
    said = figures(
        roll=428,
        ehc_plans=(plans, source),
        sen_support=(support, source),
        attendance=(94.6, source),
        attendance_send=(81.2, source),
    )

    assert hidden(said) == hides


def test_attendance_of_few_pupils_is_hidden_where_their_counts_are_published() -> None:
    """The DfE publishes how many they are and not how often these few come."""
    said = figures(
        roll=(60, "published"), ehc_plans=(1, "published"), sen_support=(2, "published"), attendance_send=80.5
    )

    assert hidden(said) == {"attendance_send"}


@pytest.mark.parametrize(
    ("counts", "hides"),
    [
        ({}, True),
        ({"ehc_plans": 0}, True),
        ({"ehc_plans": 4}, True),
        ({"ehc_plans": None, "sen_support": None}, True),
        ({"ehc_plans": None, "sen_support": 0}, True),
        ({"ehc_plans": None, "sen_support": 5}, False),
        ({"ehc_plans": 12}, False),
    ],
)
def test_attendance_of_pupils_nobody_counted_is_hidden(counts: dict[str, float | None], hides: bool) -> None:
    """A count that is not given or was withheld may be small: the one that is there has to be enough by itself."""
    assert ("attendance_send" in hidden(figures(attendance_send=88.0, **counts))) is hides


@pytest.mark.parametrize(("roll", "hides"), [(40, False), (41, True), (44, True), (45, False)])
def test_attendance_that_gives_away_the_few_others_is_hidden(roll: int, hides: bool) -> None:
    """From the attendance of all and of 40 with SEND that of the one to four others could be worked out."""
    said = figures(
        roll=(roll, "published"),
        ehc_plans=(10, "published"),
        sen_support=(30, "published"),
        attendance=95,
        attendance_send=94,
    )

    assert hidden(said) == ({"attendance_send"} if hides else set())


@pytest.mark.parametrize(("roll", "hides"), [(None, True), (3, True), (5, False), (428, False)])
def test_attendance_of_a_handful_on_roll_is_hidden(roll: int | None, hides: bool) -> None:
    """Where one to four pupils are on roll, or nobody says how many, the attendance of all is that of a few."""
    said = figures(attendance=91.5) if roll is None else figures(attendance=91.5, roll=roll)

    assert hidden(said) == ({"attendance"} if hides else set())


def test_hidden_percentage_says_that_it_may_be_about_few() -> None:
    """The reader is not told that a percentage is a count."""
    said = shared_record(figures(roll=60, sen_support=3, ehc_plans=0, attendance_send=80.5)).assessment

    assert figure_in_words(said, BY_ID["attendance_send"]) == "withheld: it may be about few pupils"
    assert figure_in_words(said, BY_ID["sen_support"]) == "withheld: it could point to a child"


@pytest.mark.parametrize(
    ("roll", "plans", "support", "hides"),
    [
        (50, 10, 37, {"ehc_plans", "sen_support"}),
        (50, 10, (37, "published"), {"ehc_plans"}),
        (50, (10, "published"), 37, {"sen_support"}),
        (50, 10, 40, set()),
        (50, 10, 35, set()),
    ],
)
def test_counts_that_together_leave_out_few_are_hidden(
    roll: int, plans: float | tuple[float, Source], support: float | tuple[float, Source], hides: set[str]
) -> None:
    """Roll less both counts are the pupils without SEND: of one to four of them the two counts may not both tell."""
    assert hidden(figures(roll=roll, ehc_plans=plans, sen_support=support)) == hides


@pytest.mark.parametrize("rolls", [range(16), pytest.param(range(16, 30), marks=pytest.mark.prove)], ids=str)
def test_no_group_of_one_to_four_can_be_worked_out(rolls: range) -> None:
    """Whatever a small school types, adding and taking away what leaves never gives one to four pupils."""
    for roll, plans, support in product(rolls, range(rolls.stop), range(rolls.stop)):
        if plans + support > roll:
            continue
        said = figures(roll=roll, ehc_plans=plans, sen_support=support, attendance=90, attendance_send=80)
        given_figures = said.context.figures
        leaves = set(given_figures) - hidden_figures(given_figures)
        send, others = plans + support, roll - plans - support
        groups = (
            (plans, {"ehc_plans"}),
            (support, {"sen_support"}),
            (roll - plans, {"ehc_plans"}),
            (roll - support, {"sen_support"}),
            *((count, {"ehc_plans", "sen_support"}) for count in (send, others)),
            *((count, {"attendance_send"}) for count in (send, others)),
        )
        assert not [(said, names) for count, names in groups if count in SMALL and names <= leaves]


def test_hidden_count_leaves_its_year_and_source() -> None:
    """The reader learns that there was a figure, from where and when, and not which."""
    assessment = an_evaluation(context=Context(figures={"fsm": Figure(value=2, source="imported", year="2025/26")}))

    shared = shared_record(assessment).assessment

    assert shared.context.figures == {"fsm": Figure(value=None, source="imported", year="2025/26")}
    assert shared.withheld == ("counts that could point to a child",)


def test_nothing_is_said_to_be_withheld_that_was_not_there() -> None:
    """An evaluation without names, notes, private ratings or small counts loses nothing by any disclosure."""
    bare = an_evaluation(
        participants=(Participant(id="p1", role="SENCO"),),
        answers={"teaching.first": {AGREED: Answer(rating=3)}},
        context=Context(figures={"roll": Figure(value=428)}),
    )

    assert shared_record(bare, STRICT).assessment == bare.changed(disclosure=STRICT)


def test_versions_of_withheld_fields_are_gone() -> None:
    """Not even that a withheld field was edited leaves; the versions of all others do."""
    assessment = told()
    assessment = assessment.changed(
        versions={
            **{key.text: FieldVersion(version=2, op_id="op") for key in entries_of(assessment)},
            "participant:gone|agreed|name": FieldVersion(version=7),
        }
    )

    versions = shared_record(assessment, STRICT).assessment.versions

    assert set(versions) == {
        "context|agreed|figures.roll",
        "duty:registers|agreed|state",
        "last_time|agreed|evaluation",
        "last_time|agreed|ratings",
        "participant:p1|agreed|removed",
        "participant:p1|agreed|role",
        "participant:p2|agreed|perspective",
        "participant:p2|agreed|removed",
        "participant:p2|agreed|role",
        "participant:p2|agreed|took_part",
        "review|agreed|reviewer",
        "review|agreed|reviewer_email",
        "school|agreed|name",
        "school|agreed|urn",
        "target:teaching.first|agreed|level",
        "theme:teaching.first|agreed|can_help",
        "theme:teaching.first|agreed|evidence_kinds",
        "theme:teaching.first|agreed|rating",
    }


@pytest.mark.parametrize("disclosure", CHOICES, ids=lambda choice: str(tuple(choice.model_dump().values())))
def test_sharing_twice_changes_nothing_for_every_choice(disclosure: Disclosure) -> None:
    """What was shared is shared again as it is."""
    once = shared_record(told(), disclosure)

    assert shared_record(once.assessment) == once
    assert shared_record(once.assessment, disclosure) == once


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments(), st.sampled_from(CHOICES))
def test_sharing_twice_changes_nothing_whatever_is_shared(assessment: Assessment, disclosure: Disclosure) -> None:
    """Any evaluation, any choice: the second time takes out no more, and the file carries just that."""
    once = shared_record(assessment, disclosure)

    assert shared_record(once.assessment) == once
    assert from_json(to_json(once.assessment)) == once.assessment


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(marked)
def test_nothing_withheld_is_anywhere_in_the_file(assessment: Assessment) -> None:
    """With the strictest disclosure no name, no written word and no private rating is in any byte that leaves."""
    whole = to_json(assessment).decode()
    shared = shared_record(assessment, STRICT).assessment
    leaves = to_json(shared).decode()

    assert NAME_MARK not in leaves
    assert NOTE_MARK not in leaves
    assert {who for answers in shared.answers.values() for who in answers} <= {AGREED}
    assert {who for area_notes in shared.area_notes.values() for who in area_notes} <= {AGREED}
    assert {EntryKey.parse(key).perspective for key in shared.versions} <= {AGREED}
    assert set(shared.versions) <= {key.text for key in entries_of(shared)}
    assert (NAME_MARK in whole) == bool(assessment.participants)
    for name, figure in shared.context.figures.items():
        if figure.value is not None and figure.source != "published" and name in BY_ID and BY_ID[name].counts_pupils:
            whole_figure = assessment.figure(BY_ID[name].part_of or "")
            assert figure.value not in SMALL
            assert whole_figure is None or whole_figure - figure.value not in SMALL


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments(), st.sampled_from(CHOICES))
def test_sharing_makes_nothing_up(assessment: Assessment, disclosure: Disclosure) -> None:
    """Every entry that leaves was there before, but for figures without their number and the choice itself."""
    before, after = entries_of(assessment), entries_of(shared_record(assessment, disclosure).assessment)
    new: dict[EntryKey, Any] = {key: value for key, value in after.items() if before.get(key) != value}

    for key, value in new.items():
        assert key.subject in ("evaluation", "context")
        if key.subject == "context":
            assert value == {**before[key], "value": None}
    assert set(after) <= set(before) | {key for key in new if key.subject == "evaluation"}


def test_evidence_list_leaves_or_stays_by_a_choice_of_its_own() -> None:
    """Left out, documents, items and references are gone and every other word stays; an older file sends it."""
    refs = ("document:provision-map", "evidence:e1")
    answers = {"teaching.first": {AGREED: Answer(rating=3, strengths="Calm rooms", evidence_refs=refs)}}
    said = told().changed(answers=answers)
    shared = shared_record(said, OPEN.model_copy(update={"evidence": "none"})).assessment

    assert (shared.documents, shared.evidence) == ({}, ())
    assert shared.answers == {"teaching.first": {AGREED: Answer(rating=3, strengths="Calm rooms")}}
    assert (shared.actions, shared.highlights, shared.duties) == (said.actions, said.highlights, said.duties)
    assert shared.withheld == ("the evidence list",)
    assert Disclosure.model_validate({"names": "roles"}).evidence == "list"
