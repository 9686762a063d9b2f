"""What leaves the school is decided once: what is withheld is nowhere in the record, and what is not stays."""

from datetime import date

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
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries.entry import entries_of
from sendself.assessment.field_versions import FieldVersion
from sendself.assessment.identifiers import AGREED
from sendself.assessment.participants import Participant, Review
from tests.assessment.disclosure.told import OPEN, STRICT, told
from tests.samples import an_evaluation


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
