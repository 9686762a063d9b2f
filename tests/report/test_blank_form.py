"""The form to print: every theme can be answered by hand."""

import re
import zipfile
from collections import Counter
from io import BytesIO

import pytest

from sendself.assessment.answers import DutyState
from sendself.assessment.context_texts import CONTEXT_TEXTS
from sendself.assessment.measures import MEASURES
from sendself.assessment.words import duty_source
from sendself.document.blocks import Heading, Table, TickBox, TickBoxes, WritingLines, cell_text
from sendself.document.layout.pages import lay_out
from sendself.document.pdf.render import render_pdf
from sendself.document.shapes import Path
from sendself.document.style import BOTTOM, TOP
from sendself.document.word.render import render_word
from sendself.report.blank_form import blank_form
from sendself.report.chapters.duties import FROM_MEMORY
from sendself.rubric.loader import shipped_rubrics
from sendself.rubric.model import Rubric
from tests.document.pdf_reading import open_pdf
from tests.document.structure_checks import complaints
from tests.report.reading import pages_of, words_of

RUBRICS = pytest.mark.parametrize("rubric", shipped_rubrics(), ids=lambda rubric: rubric.id)


@RUBRICS
def test_form_has_every_theme_with_its_four_levels_and_boxes(rubric: Rubric) -> None:
    """What it is, what reviewers look at, four levels with a box each, what else can be ticked, and lines: once."""
    pages = pages_of(blank_form(rubric))
    for number, theme in ((number, theme) for area in rubric.areas for number, theme in enumerate(area.themes, 1)):
        name = f"{number}. {theme.title}"
        (page,) = (page for page in pages if any(isinstance(b, Heading) and b.text == name for b in page))
        said = words_of(page)
        for text in (theme.statement, theme.ask, *theme.look_for, *theme.levels):
            assert " ".join(text.split()) in said
        (levels,) = (block for block in page if isinstance(block, Table))
        assert [cell_text(box) for box in levels.header] == [f"{one.level} {one.name}" for one in rubric.scale]
        assert all(isinstance(box, TickBox) and theme.title in box.words for box in levels.header)
        (boxes,) = (block for block in page if isinstance(block, TickBoxes))
        assert boxes.options == ("Don't know yet", "Not looked at this time", "Not applicable, because")
        assert boxes.writing
        (lines,) = (block for block in page if isinstance(block, WritingLines))
        assert (lines.labels, lines.count) == (("Strengths", "Areas for development", "Evidence"), 2)


@RUBRICS
def test_form_asks_every_duty_once_with_a_box_for_each_answer(rubric: Rubric) -> None:
    """In the area whose themes name it first, with the number of that theme; at the end stands where it comes from."""
    rows = [row for block in blank_form(rubric).blocks if isinstance(block, Table) for row in block.rows]
    asked = [row for row in rows if isinstance(row[-1], TickBox)]

    assert sorted(cell_text(row[0]).partition(": ")[2] for row in asked) == sorted(one.duty for one in rubric.duties)
    assert all(sum(isinstance(cell, TickBox) for cell in row) == len(DutyState) for row in asked)
    assert {(duty.duty, duty_source(duty, FROM_MEMORY)) for duty in rubric.duties} <= set(rows)
    assert words_of(blank_form(rubric).blocks).count("written from memory") == 1


@RUBRICS
def test_form_asks_for_each_area_as_a_whole(rubric: Rubric) -> None:
    """Strengths and areas for development of the area, with more room than a theme has."""
    lines = [block for block in blank_form(rubric).blocks if isinstance(block, WritingLines)]
    whole = [block.count for block in lines if block.labels == ("Strengths of this area", "Areas for development")]

    assert whole == [6] * len(rubric.areas)


@RUBRICS
def test_form_asks_what_the_app_asks_of_the_whole_school(rubric: Rubric) -> None:
    """Why, what to test, the figures of the rubric's settings with number and year, words, strengths, priorities."""
    form = blank_form(rubric)
    said = words_of(form.blocks)
    asked = [one for one in MEASURES if one.group != "needs" and set(one.settings) & set(rubric.settings)]
    texts = [one for one in CONTEXT_TEXTS if set(one.settings) & set(rubric.settings)]
    assert "The school in figures | Number | School year" in said
    for words in (
        "Why you evaluate now",
        "What you want the reviewer to test",
        *(f"{one.label} | | " for one in asked),
        *(one.label for one in texts),
        *("Strength 1", "Strength 3", "Priority 1", "Priority 5"),
    ):
        assert " ".join(words.split()) in said


@RUBRICS
def test_lines_reach_the_foot_of_every_page_for_themes(rubric: Rubric) -> None:
    """No page on which themes, areas or choices are written about ends with a sixth of it white."""
    layout = lay_out(blank_form(rubric))
    pages = {mark.text: mark.page for mark in layout.bookmarks}
    first, last = pages[rubric.areas[0].title], pages["Strengths and priorities"]
    for page in layout.pages[first : last + 1]:
        rules = [item.shape.points[0][1] for item in page if isinstance(item.shape, Path) and not item.artifact]
        assert max(rules) > BOTTOM - (BOTTOM - TOP) / 6


@RUBRICS
def test_form_begins_with_school_and_people(rubric: Rubric) -> None:
    """The first page asks for school and people, and nothing travels inside."""
    form = blank_form(rubric)
    first = words_of(pages_of(form)[0])
    assert "URN" in first
    assert "Who takes part" in first
    assert form.attachment is None


@RUBRICS
def test_themes_stand_two_on_a_page_where_they_fit(rubric: Rubric) -> None:
    """Printed, no theme runs over its page, and the form has far fewer pages than themes, area pages and openings."""
    form = blank_form(rubric)
    layout = lay_out(form)
    on_page = Counter(mark.page for mark in layout.bookmarks if re.match(r"[0-9]+\. ", mark.text))
    themes = sum(1 for _ in rubric.themes())
    begun = {mark.page for mark in layout.bookmarks if mark.y < TOP + 1}
    last = next(mark.page for mark in layout.bookmarks if mark.text == "Where the duties come from")

    assert on_page.total() == themes
    assert max(on_page.values()) == 2
    assert sum(count == 2 for count in on_page.values()) >= themes / 4
    assert set(range(2, last + 1)) <= begun
    assert len(layout.pages) < 51


@RUBRICS
def test_form_is_tagged_as_the_other_documents_are(rubric: Rubric) -> None:
    """A screen reader finds headings, tables with their headers, and what is printed in its order."""
    with open_pdf(render_pdf(blank_form(rubric))) as pdf:
        assert complaints(pdf) == []


@RUBRICS
def test_form_in_word_can_be_ticked_and_written_in(rubric: Rubric) -> None:
    """A box on screen for every level, state and duty, each with a name, and cells to write in."""
    docx = render_word(blank_form(rubric))
    written = zipfile.ZipFile(BytesIO(docx)).read("word/document.xml").decode()
    themes = sum(1 for _ in rubric.themes())

    assert written.count("<w14:checkbox>") == themes * 7 + len(rubric.duties) * len(DutyState)
    assert '<w:alias w:val=""' not in written
    assert "What it looks like" not in written
