"""All answers as a table: a row for each thing that is said, from what may leave."""

from datetime import date

from sendself.assessment.answers import (
    Answer,
    AreaNote,
    DocumentAnswer,
    DocumentState,
    DutyAnswer,
    DutyState,
    EvidenceKind,
    State,
)
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Evidence
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant
from sendself.document.sheet import SheetCell
from sendself.report.files.answers import answers_sheet
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation, answered

RUBRIC = a_rubric(
    [an_area("teaching", a_theme("teaching.first", "duty-one"), a_theme("teaching.second"), a_theme("teaching.third"))],
    [a_duty("duty-one")],
)
ASSESSMENT = an_evaluation(
    RUBRIC,
    answers={
        "teaching.first": answered(
            3,
            reason="Why",
            strengths="Good",
            development="Less so",
            evidence_kinds=(EvidenceKind.DATA, EvidenceKind.WORK),
            evidence_refs=("document:provision-map", "evidence:walks"),
            parked=True,
            can_help=True,
        ),
        "teaching.second": answered(State.NOT_APPLICABLE, reason="No such pupils", evidence="", evidence_kinds=()),
    },
    area_notes={"teaching": {AGREED: AreaNote(strengths="All of it")}},
    documents={
        "provision-map": DocumentAnswer(state=DocumentState.ENCLOSED, link="Shared drive", dated=date(2026, 9, 1))
    },
    evidence=(Evidence(id="walks", title="Walks", kind=EvidenceKind.OBSERVATION, note="Two terms"),),
    duties={"duty-one": DutyAnswer(state=DutyState.MET, note="Every July")},
)


def rows_of(assessment: Assessment, disclosure: Disclosure | None = None) -> list[dict[str, SheetCell]]:
    """The rows of the table, each without its empty cells."""
    sheet = answers_sheet(shared_record(assessment, disclosure))
    rows = [dict(zip(sheet.header, row, strict=True)) for row in sheet.rows]
    return [{name: cell for name, cell in row.items() if cell not in ("", None)} for row in rows]


def test_each_theme_is_a_row_with_everything_said_of_it() -> None:
    """Level as number and word, state, words, evidence with its kinds and sources, parked and the offer of help."""
    rows = rows_of(ASSESSMENT)
    assert rows[0] == {
        "Row": "Theme",
        "Focus area": "Area teaching",
        "Theme": "Title of teaching.first",
        "View": "Agreed",
        "Level": 3,
        "Level in words": "Established",
        "Reason": "Why",
        "Strengths": "Good",
        "Areas for development": "Less so",
        "Evidence": "Seen",
        "Kinds of evidence": "Data; Pupils' work",
        "Rests on": "Provision map; Walks",
        "Parked": "yes",
        "Could help another school": "yes",
    }
    states = [(row["Theme"], row["State"], row.get("Reason")) for row in rows[1:3]]
    assert states == [
        ("Title of teaching.second", "Not applicable", "No such pupils"),
        ("Title of teaching.third", "Not rated", None),
    ]


def test_areas_duties_documents_and_evidence_have_rows_of_their_own() -> None:
    """What stands with no single theme is in the table as well."""
    assert rows_of(ASSESSMENT)[3:] == [
        {"Row": "Focus area", "Focus area": "Area teaching", "View": "Agreed", "Strengths": "All of it"},
        {
            "Row": "Duty",
            "Focus area": "Area teaching",
            "Theme": "Title of teaching.first",
            "Which": "Do what duty-one says",
            "State": "Met",
            "Note": "Every July",
        },
        {
            "Row": "Document",
            "Theme": "Title of teaching.first",
            "Which": "Provision map",
            "State": "Enclosed",
            "Link": "Shared drive",
            "Date": "2026-09-01",
        },
        {
            "Row": "Evidence",
            "Theme": "Title of teaching.first",
            "Which": "Walks",
            "Kinds of evidence": "Observation",
            "Note": "Two terms",
        },
    ]


def test_views_are_rows_where_they_leave() -> None:
    """An evaluation rated apart and not agreed yet has a row for each view that the school lets leave."""
    apart = an_evaluation(
        RUBRIC,
        participants=(
            Participant(id="p1", role="SENCO", perspective="senco"),
            Participant(id="p2", role="Head", perspective="slt"),
        ),
        answers={"teaching.first": {"senco": Answer(rating=2), "slt": Answer(rating=4, strengths="Calm")}},
    )
    views = [(row["View"], row.get("Level")) for row in rows_of(apart, Disclosure(private_ratings=True))[:2]]
    assert views == [("SENCO", 2), ("Senior leader", 4)]
    assert [row.get("Level") for row in rows_of(apart)] == [None, None, None, None]
    assert rows_of(apart.changed(way="apart"))[0]["State"] == "Not agreed yet"


def test_levels_only_leaves_the_words_out() -> None:
    """The table is made from what may leave, so it keeps to the same choice."""
    rows = rows_of(ASSESSMENT, Disclosure(notes="levels", evidence="none"))
    assert rows[0]["Level"] == 3
    assert {row["Row"] for row in rows} == {"Theme", "Duty"}
    assert not {"Reason", "Strengths", "Areas for development", "Evidence", "Note"} & {n for row in rows for n in row}
