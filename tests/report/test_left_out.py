"""What the school keeps back is nowhere in the report, and is not called missing."""

import re
from typing import Literal

import pytest

from sendself.assessment.answers import Answer, AreaNote
from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.identifiers import AGREED
from sendself.assessment.participants import Participant, Review
from sendself.assessment.school import School
from sendself.report.files.formats import Format, document_of
from sendself.report.self_evaluation import build_report
from tests.planted import LISTS, planted
from tests.report.reading import words_of
from tests.report.reports import report_on
from tests.samples import an_evaluation


@pytest.mark.parametrize(
    ("disclosure", "secrets"),
    [
        (Disclosure(names="roles"), ["Ada Secret"]),
        (
            Disclosure(notes="levels"),
            ["Secret strengths", "Secret evidence", "Secret note", "Secret words", "Secret why"],
        ),
        (Disclosure(), ["Secret alone"]),
        (Disclosure(small_counts="hide"), ["3 of 217"]),
    ],
    ids=["names", "notes", "private ratings", "small counts"],
)
def test_withheld_words_are_neither_on_the_pages_nor_inside(disclosure: Disclosure, secrets: list[str]) -> None:
    """What the school keeps back is in no block and not in the attached record; the report says that it is left out."""
    assessment = an_evaluation(
        school=School(name="A School"),
        participants=(Participant(id="p1", name="Ada Secret", role="SENCO"),),
        review=Review(why="Secret why"),
        context=Context(
            figures={"roll": Figure(value=217), "ehc_plans": Figure(value=3)}, words={"staffing": "Secret words"}
        ),
        answers={
            "teaching.first": {
                AGREED: Answer(rating=3, strengths="Secret strengths", evidence="Secret evidence"),
                "senco": Answer(rating=1, strengths="Secret alone"),
            }
        },
        area_notes={"teaching": {AGREED: AreaNote(strengths="Secret note")}},
    )
    open_report = report_on(assessment)
    document = build_report(shared_record(assessment, disclosure))
    assert document.attachment
    inside = document.attachment.data.decode()
    for secret in secrets:
        assert secret in words_of(open_report.blocks)
        assert secret not in words_of(document.blocks)
        assert secret not in inside
    assert "Left out on purpose: " in words_of(document.blocks)
    assert '"value": 3' not in inside


SAYS_NOTHING_WAS_WRITTEN = (
    "has not said why",
    "No strength is chosen",
    "None chosen",
    "No priority is chosen",
    "has not chosen its priorities",
    "No reason given",
    "has not given its context",
    "no action is planned",
    "not put into words",
    "what it is proud of",
    "has not said yet which documents",
    "not named",
)


@pytest.mark.parametrize("kind", [kind for kind in ReportKind if kind is not ReportKind.FORM])
@pytest.mark.parametrize("evidence", LISTS)
def test_what_was_left_out_is_not_called_missing(kind: ReportKind, evidence: Literal["list", "none"]) -> None:
    """With levels only no report says that the school wrote or chose nothing; each says what was left out."""
    chosen = planted().changed(disclosure=Disclosure(notes="levels", evidence=evidence))
    said = words_of(document_of(shared_for(chosen, kind), kind, Format.PDF).blocks)
    assert [words for words in SAYS_NOTHING_WAS_WRITTEN if words.lower() in said.lower()] == []
    assert re.search("Left out on purpose: .*what was written", said)
    assert ("the evidence list" in said) is (evidence == "none")


def test_evidence_list_that_is_left_out_is_not_called_missing() -> None:
    """Without the evidence list its chapter is gone, and no strength is said to rest on nothing."""
    said = words_of(build_report(shared_record(planted(), Disclosure(evidence="none"))).blocks)
    assert "Left out on purpose: the evidence list" in said
    assert "What the school has prepared" not in said
    assert "Rests on" not in said
    assert "not named" not in said
