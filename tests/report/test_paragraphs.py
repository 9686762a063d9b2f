"""Paragraphs to paste: each area in sentences, with what was written about it and what is planned."""

from datetime import date
from typing import Any

from sendself.assessment.answers import AreaNote
from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, Priority
from sendself.assessment.participants import Participant
from sendself.document.blocks import Heading, Paragraph
from sendself.report.paragraphs import build_paragraphs
from tests.report.reading import words_of
from tests.samples import an_evaluation, answered


def said_of(**parts: Any) -> str:
    """The words of the paragraphs of an evaluation."""
    shared = shared_for(an_evaluation(**parts), ReportKind.PARAGRAPHS)
    return words_of(build_paragraphs(shared).blocks)


def test_area_is_told_in_sentences() -> None:
    """Where it stands, the words about the whole before those about a theme, and nobody's name."""
    said = said_of(
        answers={"teaching.first": answered(3, strengths="Plans are read", development="Books are not")},
        area_notes={"teaching": {AGREED: AreaNote(strengths="A calm start.")}},
        participants=[Participant(id="a", name="Sam Reed", role="SENCO")],
    )
    assert "we see 1 as Established." in said
    assert "What works\nA calm start.\nTitle of teaching.first: Plans are read.\n" in said
    assert "What we will develop\nTitle of teaching.first: Books are not.\n" in said
    assert "We have not rated this area yet." in said
    assert "Sam Reed" not in said


def test_actions_stand_with_the_area_that_they_move() -> None:
    """Each as sentences: what, who, by when and how success is seen; by its own themes or by those of its priority."""
    said = said_of(
        priorities=[Priority(id="p", text="Read more", themes=("families.first",))],
        actions=[
            Action(id="a", what="Ask parents", priority="p", owner="SENCO", due=date(2027, 3, 5), success="More come"),
            Action(id="b", what="Film lessons", priority="p", themes=("teaching.first",)),
            Action(id="c", priority="p"),
        ],
    )
    teaching, families = said.split("Ask parents")[0], said.split("Film lessons")[1]
    assert "Film lessons." in teaching
    assert "Ask parents. Seen to by: SENCO. By 5 March 2027. We will see that it worked: More come." in said
    assert "Film lessons" not in families
    assert said.count("What we will do") == 2


def test_paragraphs_have_no_table_or_mark() -> None:
    """What is pasted is headings and paragraphs alone, after the cover."""
    shared = shared_for(an_evaluation(answers={"teaching.first": answered(2)}), ReportKind.PARAGRAPHS)
    (_, *blocks) = build_paragraphs(shared).blocks
    assert {type(block) for block in blocks} == {Heading, Paragraph}
