"""The report says everything that is shared, on pages and in tables that can be read."""

import pytest
from hypothesis import HealthCheck, given, settings

from sendself.assessment.answers import Answer, DocumentAnswer, DocumentState, DutyAnswer, DutyState, State
from sendself.assessment.context_texts import CONTEXT_TEXTS
from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Evidence
from sendself.assessment.model import Assessment
from sendself.context.example import example_assessment
from sendself.document.blocks import Heading, LevelMark, Notice, Table
from sendself.report.files.formats import Format, document_of, render_report
from sendself.report.record import extract
from sendself.rubric.duty import Setting
from tests.document.pdf_reading import body_text
from tests.document.word_reading import word_text
from tests.planted import CHOICES, MODELS, NOT_TEXT, choice_in_words, is_text, planted, texts_of
from tests.report.reading import words_of
from tests.report.reports import BOTH, on_page, report_on, said_in
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation, answered
from tests.strategies import assessments


@pytest.mark.parametrize("setting", BOTH)
def test_every_theme_stands_once_with_number_and_word(setting: Setting) -> None:
    """Each theme of the rubric is a heading with its level as number and word, or with its state."""
    assessment = example_assessment(setting)
    marks = {
        block.text: block.mark for block in report_on(assessment).blocks if isinstance(block, Heading) and block.mark
    }
    assert list(marks) == [theme.title for theme in assessment.rubric.themes()]
    for theme in assessment.rubric.themes():
        rating = assessment.answer(theme.id).rating
        if isinstance(rating, int):
            assert marks[theme.title] == LevelMark(rating, assessment.rubric.level_name(rating))
        else:
            assert marks[theme.title] == LevelMark(None, "Don't know yet")


@pytest.mark.parametrize("setting", BOTH)
def test_every_word_of_the_example_is_printed(setting: Setting) -> None:
    """Whatever the school wrote stands in the report."""
    assessment = example_assessment(setting)
    said = said_in(assessment)
    for _, text in texts_of(assessment):
        assert on_page(text.rstrip(".")) in said


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(assessments())
def test_every_word_of_any_evaluation_is_printed(assessment: Assessment) -> None:
    """Nothing that was written travels inside the PDF without standing on its pages."""
    said = said_in(assessment).casefold()
    for key, text in texts_of(assessment):
        # A figure that this version knows nothing of has no name to print it under.
        if key.field != "figures.of_a_later_version":
            assert on_page(text).casefold() in said, key


@pytest.mark.parametrize("disclosure", CHOICES, ids=choice_in_words)
def test_what_travels_stands_on_the_pages(disclosure: Disclosure) -> None:
    """Every text of the record inside is on the pages of the PDF and of the Word copy, whatever the school lets leave.

    The texts are found from the fields of the record, so that a new field cannot travel unseen.
    """
    shared = shared_record(planted(), disclosure)
    texts = dict(texts_of(shared.assessment))
    pdf = render_report(shared, ReportKind.FULL, Format.PDF, pdf_name="report.pdf")
    assert extract(pdf) == shared.assessment
    word = render_report(shared, ReportKind.FULL, Format.WORD, pdf_name="report.pdf")
    for said in ("".join(body_text(pdf).split()), "".join(word_text(word).split())):
        assert [key.text for key, text in texts.items() if "".join(text.split()) not in said] == []


def test_every_text_is_planted() -> None:
    """What the test above looks for is in every field that holds text, and nothing that was typed counts as no text."""
    there = {(key.subject.partition(":")[0], key.field) for key, _ in texts_of(planted())}
    for kind, model in MODELS.items():
        for name, field in model.model_fields.items():
            assert not is_text(field) or (kind, name) in there
            assert not is_text(field) or (kind, name) not in NOT_TEXT
    assert {name for kind, name in there if kind == "context"} >= {f"words.{text.id}" for text in CONTEXT_TEXTS}


def test_empty_evaluation_is_a_whole_report() -> None:
    """With nothing answered every part says so, and none is left out."""
    said = said_in(an_evaluation())
    for words in (
        "School not named yet",
        "The school has not said why it evaluates now.",
        "None given yet.",
        "None chosen, and no theme is rated 3 or 4 with its strengths written down.",
        "The school has not chosen its priorities yet.",
        "Not answered | 4 themes not rated.",
        "The school has not given its context yet.",
        "None of the 2 themes has a level yet.",
        "Title of teaching.first [Not rated]",
        "these are not inspection grades",
    ):
        assert words in said


def test_harmful_duty_not_met_says_what_to_do_now() -> None:
    """Where a duty not met means harm today, its theme carries a notice, and the levels do not hide it."""
    duty = a_duty("no-sending-home", act_now="Stop today and tell the governors.")
    rubric = a_rubric([an_area("teaching", a_theme("teaching.first", duty.id))], [duty])
    assessment = an_evaluation(
        rubric, answers={"teaching.first": answered(4)}, duties={duty.id: DutyAnswer(state=DutyState.NOT_MET)}
    )
    notices = [block for block in report_on(assessment).blocks if isinstance(block, Notice)]
    assert [(notice.text, notice.tone) for notice in notices] == [("Stop today and tell the governors.", "act")]


def test_example_is_marked_throughout() -> None:
    """An example is marked in title, running title and watermark; a school's own evaluation in none of them."""
    example = report_on(example_assessment(Setting.MAINSTREAM))
    own = report_on(example_assessment(Setting.MAINSTREAM).changed(example=False))
    assert example.watermark == "EXAMPLE"
    assert "EXAMPLE" in example.title
    assert "EXAMPLE" in example.running_title
    assert own.watermark == ""
    assert "EXAMPLE" not in words_of(own.blocks) + own.title + own.running_title


def test_not_applicable_asks_for_its_reason() -> None:
    """Not applicable is printed with its reason, or with the fact that none is given."""
    assessment = an_evaluation(
        answers={
            "teaching.first": {AGREED: Answer(rating=State.NOT_APPLICABLE, reason="We have no sixth form.")},
            "teaching.second": {AGREED: Answer(rating=State.NOT_APPLICABLE)},
        }
    )
    said = said_in(assessment)
    assert "Title of teaching.first [Not applicable]" in said
    assert "We have no sixth form." in said
    assert "No reason given." in said


def test_theme_names_the_evidence_that_it_rests_on() -> None:
    """The documents and items that a theme refers to stand with it by title, and a strength that names no other too."""
    refs = ("document:provision-map", "evidence:walks")
    assessment = an_evaluation(
        answers={"teaching.first": {AGREED: Answer(rating=3, strengths="Calm.", evidence_refs=refs)}},
        documents={"provision-map": DocumentAnswer(state=DocumentState.ENCLOSED, link="Shared drive")},
        evidence=(Evidence(id="walks", title="Learning walks"),),
    )
    said = said_in(assessment)
    assert "Rests on: Provision map; Learning walks." in said
    assert "Title of teaching.first: Calm. | Provision map; Learning walks" in said
    assert "Provision map | Enclosed | – | Shared drive" in said
    assert "14 documents have no answer yet." in said
    assert "Learning walks | – | – | – | Title of teaching.first" in said


@pytest.mark.parametrize("kind", ReportKind)
@pytest.mark.parametrize("assessment", [an_evaluation(), planted()], ids=["empty", "full"])
def test_every_column_of_a_table_has_a_name(kind: ReportKind, assessment: Assessment) -> None:
    """Whoever hears a table hears what each column is."""
    open_for_all = assessment.changed(disclosure=Disclosure(private_ratings=True))
    tables = [b for b in document_of(shared_for(open_for_all, kind), kind, Format.PDF).blocks if isinstance(b, Table)]
    assert [table.header for table in tables if not all(table.header)] == []
