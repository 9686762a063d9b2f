"""An evaluation that says something everywhere, and the two outermost choices of what leaves."""

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
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, Evidence, Highlight, Priority, Target
from sendself.assessment.last_time import LastTime
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Review
from sendself.assessment.school import School
from tests.samples import an_evaluation

OPEN = Disclosure(names="names", notes="notes", small_counts="show", private_ratings=True)


STRICT = Disclosure(names="roles", notes="levels", small_counts="hide", private_ratings=False, evidence="none")


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
