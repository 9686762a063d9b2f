"""What a theme can refer to, what it does refer to, and links that a browser may open."""

from datetime import date

import pytest

from sendself.assessment.answers import Answer, DocumentAnswer, DocumentState, EvidenceKind
from sendself.assessment.evidence import (
    document_title,
    kinds_of,
    sources,
    sources_of,
    stale_since,
    themes_on,
    web_address,
)
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Evidence
from tests.samples import an_evaluation, answered

WALKS = Evidence(id="e1", title="Learning walks", kind=EvidenceKind.OBSERVATION, dated=date(2026, 6, 1))
FULL = an_evaluation(
    documents={
        "team-roles": DocumentAnswer(state=DocumentState.ON_THE_DAY),
        "provision-map": DocumentAnswer(
            state=DocumentState.ENCLOSED, link="https://x.sch.uk/map", dated=date(2026, 9, 1)
        ),
        "staff-training": DocumentAnswer(state=DocumentState.MISSING),
        "assistants": DocumentAnswer(note="Ask the office"),
        "our-own-list": DocumentAnswer(state=DocumentState.ENCLOSED),
    },
    evidence=(WALKS, Evidence(id="e2")),
    answers={
        "teaching.first": answered(3, evidence_refs=("evidence:e1", "document:provision-map")),
        "families.second": answered(2, "slt", evidence_refs=("evidence:e1", "evidence:gone")),
    },
)


def test_sources_are_the_documents_at_hand_and_the_items() -> None:
    """In the order of the list, then of the items; what is missing or unanswered cannot be referred to."""
    assert [(source.ref, source.title) for source in sources(FULL)] == [
        ("document:provision-map", "Provision map"),
        ("document:team-roles", "Who does what in the SEND team"),
        ("document:our-own-list", "Our own list"),
        ("evidence:e1", "Learning walks"),
        ("evidence:e2", "Evidence without a title"),
    ]


def test_answer_refers_to_what_is_still_listed() -> None:
    """In the order of choosing; an item that was taken away is left out."""
    first, second = FULL.answer("teaching.first"), FULL.answer("families.second", "slt")

    assert [source.ref for source in sources_of(FULL, first)] == ["evidence:e1", "document:provision-map"]
    assert [source.ref for source in sources_of(FULL, second)] == ["evidence:e1"]
    assert kinds_of(FULL, first) == {EvidenceKind.OBSERVATION, EvidenceKind.DOCUMENT}
    assert sources_of(FULL, Answer()) == ()


def test_themes_that_rest_on_something_are_found() -> None:
    """Those of what is agreed and of the reader's own view, in the order of the rubric."""
    assert [theme.id for theme in themes_on(FULL, "evidence:e1", "slt")] == ["teaching.first", "families.second"]
    assert themes_on(FULL, "evidence:e2", "slt") == ()


@pytest.mark.parametrize("viewer", ["senco", AGREED])
def test_what_others_refer_to_alone_is_told_once_the_reader_has_rated_the_theme(viewer: str) -> None:
    """Before that it would say what the senior leader writes about; whoever has not said who they are never sees it."""
    assert [theme.id for theme in themes_on(FULL, "evidence:e1", viewer)] == ["teaching.first"]
    answers = {**FULL.answers, "families.second": {**FULL.answers["families.second"], viewer: Answer(rating=1)}}
    seen = [theme.id for theme in themes_on(FULL.changed(answers=answers), "evidence:e1", viewer)]
    assert seen == (["teaching.first"] if viewer == AGREED else ["teaching.first", "families.second"])


def test_evidence_is_measured_from_the_day_of_the_evaluation() -> None:
    """Without such a day from the day it was begun."""
    only = Answer(evidence_refs=("evidence:e1",))
    later = FULL.changed(review={"evaluated_on": date(2027, 6, 2)})

    assert stale_since(FULL, only) is None
    assert stale_since(later, only) == date(2026, 6, 1)
    assert stale_since(later, Answer(evidence_refs=("evidence:e2",))) is None


def test_document_of_a_longer_list_has_a_name() -> None:
    """A copy of sendself with another list shows the id in words."""
    assert document_title("provision-map") == "Provision map"
    assert document_title("trust-return") == "Trust return"


@pytest.mark.parametrize(
    ("link", "opens"),
    [
        ("https://x.sch.uk/send", True),
        ("HTTP://x.sch.uk", True),
        ("javascript:alert(1)", False),
        ("javascript://x.sch.uk/%0aalert(1)", False),
        ("file:///etc/passwd", False),
        ("In the cupboard of the SEND room", False),
        ("https://x.sch.uk/a b", False),
        ("", False),
    ],
)
def test_only_web_addresses_open(link: str, opens: bool) -> None:
    """A place in words, and an address that would run or read something here, are no link."""
    assert web_address(link) == (link if opens else None)
