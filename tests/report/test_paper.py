"""Forms to print: every theme can be answered by hand, and a question sheet is one page."""

from typing import get_args

import pytest

from sendself.document.blocks import Heading, Table, TickBoxes, WritingLines
from sendself.document.layout import lay_out
from sendself.report.paper import AUDIENCES, Audience, blank_form, question_sheet
from sendself.rubric.loader import shipped_rubrics
from sendself.rubric.model import Rubric
from tests.report.reading import pages_of, words_of
from tests.samples import a_rubric

RUBRICS = pytest.mark.parametrize("rubric", shipped_rubrics(), ids=lambda rubric: rubric.id)


@RUBRICS
def test_form_has_every_theme_with_its_four_levels_and_boxes(rubric: Rubric) -> None:
    """Statement, level descriptions, boxes for levels and states, and lines to write on: for each theme, once."""
    pages = pages_of(blank_form(rubric))
    for theme in rubric.themes():
        (page,) = (page for page in pages if any(isinstance(b, Heading) and b.text == theme.title for b in page))
        said = words_of(page)
        for text in (theme.statement, *theme.levels):
            assert " ".join(text.split()) in said
        (boxes,) = (block for block in page if isinstance(block, TickBoxes))
        assert len(boxes.options) == 7
        assert {"1 Not yet in place", "4 Sustained", "Don't know yet", "Not looked at this time"} <= set(boxes.options)
        assert sum(block.count for block in page if isinstance(block, WritingLines)) >= 5
        assert sum(isinstance(block, Table) for block in page) == 1


@RUBRICS
def test_form_begins_with_school_and_people_and_keeps_each_theme_on_a_page(rubric: Rubric) -> None:
    """The first page asks for school and people; printed, no theme and no area box runs over its page."""
    form = blank_form(rubric)
    first = words_of(pages_of(form)[0])
    assert "URN" in first
    assert "Who takes part" in first
    assert len(lay_out(form).pages) == len(pages_of(form))
    assert form.attachment is None


@RUBRICS
@pytest.mark.parametrize("audience", AUDIENCES)
def test_question_sheet_is_one_page_with_every_question(rubric: Rubric, audience: Audience) -> None:
    """Each area's questions fit on one page with lines to write on and a word on names."""
    for area in rubric.areas:
        sheet = question_sheet(rubric, area.id, audience)
        said = words_of(sheet.blocks)
        assert area.questions
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
