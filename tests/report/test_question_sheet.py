"""A question sheet is one page, for each of those who are asked."""

from typing import get_args

import pytest

from sendself.document.blocks import WritingLines
from sendself.document.layout.pages import lay_out
from sendself.report.question_sheet import AUDIENCES, Audience, question_sheet
from sendself.rubric.loader import shipped_rubrics
from sendself.rubric.model import Rubric
from tests.report.reading import words_of
from tests.samples import a_rubric


@pytest.mark.parametrize("rubric", shipped_rubrics(), ids=lambda rubric: rubric.id)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_question_sheet_is_one_page_with_every_question(rubric: Rubric, audience: Audience) -> None:
    """Each area's questions fit on one page with lines to write on and a word on names."""
    for area in rubric.areas:
        sheet = question_sheet(rubric, area.id, audience)
        said = words_of(sheet.blocks)
        assert area.questions
        assert getattr(area.questions, audience)
        for question in getattr(area.questions, audience):
            assert question in said
        assert "write no names of pupils" in said
        assert sum(isinstance(block, WritingLines) for block in sheet.blocks) == len(getattr(area.questions, audience))
        assert len(lay_out(sheet).pages) == 1
        assert sheet.attachment is None


def test_every_audience_has_a_name() -> None:
    """The audiences that a rubric has questions for are those that a sheet can be made for."""
    assert tuple(AUDIENCES) == get_args(Audience)


def test_question_sheet_without_questions_says_what_to_add() -> None:
    """A school's own rubric may have no questions; an area it has not is a mistake of the caller."""
    with pytest.raises(ValueError, match=r"questions\.yaml"):
        question_sheet(a_rubric(), "teaching", "pupils")
    with pytest.raises(KeyError):
        question_sheet(a_rubric(), "no-such-area", "pupils")
