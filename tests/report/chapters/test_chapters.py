"""The chapters of the reports: no level of heading is left out, Word has whole words, and unchecked duties say so."""

import re
from itertools import pairwise
from typing import Literal

import pytest

from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Review
from sendself.context.example import example_assessment
from sendself.document.headings import heading_level
from sendself.report.chapters.duties import duties_blocks
from sendself.report.files.formats import Format, document_of
from sendself.rubric.duty import Setting
from tests.planted import planted
from tests.report.reading import words_of
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation

LONG = "Every pupil whose plan says so has the support that it says, in every week of the year. " * 60


@pytest.mark.parametrize(("kind", "form"), [(kind, form) for kind in ReportKind for form in (Format.PDF, Format.WORD)])
@pytest.mark.parametrize("notes", ["notes", "levels"])
@pytest.mark.parametrize("assessment", [an_evaluation(), planted()], ids=["empty", "full"])
def test_no_level_of_heading_is_left_out(
    kind: ReportKind, form: Format, notes: Literal["notes", "levels"], assessment: Assessment
) -> None:
    """Whoever goes from heading to heading finds no section without its chapter, in Word as in PDF."""
    shared = shared_for(assessment.changed(disclosure=Disclosure(notes=notes)), kind)
    levels = [level for block in document_of(shared, kind, form).blocks if (level := heading_level(block))]
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize("setting", [Setting.MAINSTREAM, Setting.SPECIAL])
def test_word_shortens_nothing(setting: Setting) -> None:
    """A page of Word goes on by itself: what the school wrote stands whole, and once."""
    changed = example_assessment(setting).changed(review=Review(why=LONG, wants_tested=LONG))
    said = words_of(document_of(shared_for(changed, ReportKind.FULL), ReportKind.FULL, Format.WORD).blocks)
    assert "…" not in said
    assert len(re.findall(r"^What the school wants the reviewer to test$", said, re.MULTILINE)) == 1


def test_duties_that_were_not_checked_say_so_once() -> None:
    """Each has a mark, which a line under the table explains; without such a duty there is no line."""
    duties = [a_duty("a", verified="from_memory"), a_duty("b", verified="from_memory"), a_duty("c")]
    for number, marked in ((3, 2), (0, 0)):
        rubric = a_rubric([an_area("x", a_theme("x.one", *(one.id for one in duties[:number])))], duties[:number])
        said = words_of(tuple(duties_blocks(an_evaluation(rubric))))
        assert said.count("not checked*") == marked
        assert said.count("written from memory") == bool(marked)
