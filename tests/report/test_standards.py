"""Every PDF keeps the two standards that it claims, as a validator that is not ours sees it."""

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Name

from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.model import Assessment
from sendself.report.files.formats import Format, render_report
from tests.document import structure_checks as checks
from tests.document.pdf_reading import open_pdf
from tests.document.standards import breaches
from tests.report.golden_texts import documents, example, pdf_of
from tests.report.reports import crowded
from tests.report.test_fuzz import EMOJI, SCRIPTS
from tests.samples import an_evaluation, answered


@pytest.mark.parametrize("name", documents())
def test_every_document_keeps_both_standards(name: str) -> None:
    """Each report, form and question sheet is PDF/UA-1 and PDF/A-3A."""
    assert breaches(pdf_of(name)) == []


def _in_every_script() -> Assessment:
    """A small evaluation with a note in each script, those included that the fonts do not have."""
    themes = (theme.id for theme in an_evaluation().rubric.themes())
    notes = "\n".join((*SCRIPTS, *EMOJI, "www.example.org and somebody@example.org"))
    return an_evaluation(answers={theme: answered(2, strengths=notes) for theme in themes})


@pytest.mark.parametrize("evaluation", [an_evaluation, _in_every_script, lambda: crowded(example())])
@pytest.mark.parametrize("kind", [kind for kind in ReportKind if kind is not ReportKind.FORM])
def test_extreme_evaluations_keep_both_standards(kind: ReportKind, evaluation: Callable[[], Assessment]) -> None:
    """So are the reports of an evaluation with nothing in it, with every script in it, and with very much in it."""
    made = render_report(shared_for(evaluation(), kind), kind, Format.PDF, pdf_name="report.pdf")

    assert breaches(made) == []


def _no_structure(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _picture_without_words(pdf: pikepdf.Pdf) -> None:
    del checks.first(pdf, "Figure").entry["/Alt"]


def _something_unmarked(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 m 9 9 l S")


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/OpenAction"] = pikepdf.Dictionary(S=Name.JavaScript, JS="1")


def _glyph_that_reads_as_nothing(pdf: pikepdf.Pdf) -> None:
    resources: Any = pdf.pages[0].obj.Resources
    cmap = next(font for _, font in resources.Font.items()).ToUnicode
    cmap.write(cmap.read_bytes().replace(b"<0000> <2060>", b"<0000> <0000>"))


@pytest.mark.parametrize(
    "damage",
    [
        _no_structure,
        _no_language,
        _picture_without_words,
        _something_unmarked,
        _script,
        _glyph_that_reads_as_nothing,
    ],
)
def test_damage_breaks_a_standard(damage: Callable[[pikepdf.Pdf], None], tmp_path: Any) -> None:
    """The validator looks: a document that was damaged on purpose does not pass."""
    with open_pdf(pdf_of("full")) as pdf:
        damage(pdf)
        pdf.save(tmp_path / "damaged.pdf")

    assert breaches((tmp_path / "damaged.pdf").read_bytes())
