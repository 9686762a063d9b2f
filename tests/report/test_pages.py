"""How the pages of the real reports turn out: those of both examples, and of an evaluation with nothing in it yet."""

from collections.abc import Callable
from itertools import product

import pytest

from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.model import Assessment
from sendself.context.example import example_assessment
from sendself.document.layout.pages import lay_out
from sendself.report.files.formats import Format, document_of
from sendself.rubric.duty import Setting
from sendself.rubric.loader import shipped_rubrics
from tests.report.page_faults import filled, page_faults
from tests.report.reports import crowded
from tests.samples import an_evaluation

EVALUATIONS: dict[str, Assessment] = {
    "mainstream": example_assessment(Setting.MAINSTREAM),
    "special": example_assessment(Setting.SPECIAL),
    **{f"empty-{rubric.id}": an_evaluation(rubric) for rubric in shipped_rubrics()},
}


@pytest.mark.parametrize(("name", "kind"), list(product(EVALUATIONS, ReportKind)))
def test_no_page_looks_unfinished(name: str, kind: ReportKind) -> None:
    """No heading is left behind, no row or bullet stands alone, and the last page has more on it than a few lines."""
    document = document_of(shared_for(EVALUATIONS[name], kind), kind, Format.PDF)

    assert page_faults(lay_out(document)) == []


@pytest.mark.parametrize("name", EVALUATIONS)
def test_no_chapter_leaves_a_third_of_a_page_white(name: str) -> None:
    """After the contents a page is full but for what has to stay together; the last two may hold less."""
    layout = lay_out(document_of(shared_for(EVALUATIONS[name], ReportKind.FULL), ReportKind.FULL, Format.PDF))
    shares = [filled(page) for page in layout.pages[3:-2]]

    assert min(shares) >= 0.67, [round(share, 2) for share in shares]


ARABIC = "تلقى كل تلميذ الدعم المذكور في خطته خلال SEN support في السنة 4، ويشارك الوالدان في المراجعة كل فصل دراسي."


def in_arabic(assessment: Assessment) -> Assessment:
    """The evaluation with every note, priority and action in words that need more room than English ones."""
    answers = {
        theme: {who: said.model_copy(update={"strengths": ARABIC, "evidence": ARABIC}) for who, said in views.items()}
        for theme, views in assessment.answers.items()
    }
    return assessment.changed(
        answers=answers,
        actions=tuple(one.model_copy(update={"what": ARABIC, "success": ARABIC}) for one in assessment.actions),
        priorities=tuple(one.model_copy(update={"text": ARABIC}) for one in assessment.priorities),
        highlights=tuple(one.model_copy(update={"text": ARABIC}) for one in assessment.highlights),
    )


@pytest.mark.parametrize("change", [in_arabic, crowded])
def test_no_page_of_the_opening_is_left_almost_empty(change: Callable[[Assessment], Assessment]) -> None:
    """In wide letters the second page stays one; where the contents go on upon another, the first chapter follows."""
    assessment = change(EVALUATIONS["mainstream"])
    layout = lay_out(document_of(shared_for(assessment, ReportKind.FULL), ReportKind.FULL, Format.PDF))

    assert min(filled(page) for page in layout.pages[:7]) >= 0.67


def test_plan_in_arabic_leaves_no_half_page_white() -> None:
    """A table of tall rows begins where its first row has room; the last page may hold less."""
    shared = shared_for(in_arabic(EVALUATIONS["mainstream"]), ReportKind.PLAN)
    layout = lay_out(document_of(shared, ReportKind.PLAN, Format.PDF))

    assert min(filled(page) for page in layout.pages[:-1]) >= 0.67


@pytest.mark.parametrize("name", ["mainstream", "special"])
def test_last_page_of_a_plan_is_filled_to_a_third(name: str) -> None:
    """The plan of an example does not end with a few lines on a page of their own."""
    layout = lay_out(document_of(shared_for(EVALUATIONS[name], ReportKind.PLAN), ReportKind.PLAN, Format.PDF))

    assert filled(layout.pages[-1]) >= 0.33
