"""Every report in every format says what it said when somebody last looked, and all that its blocks say."""

import io
from collections import Counter

import pikepdf
import pytest

from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.context.example import example_assessment
from sendself.document.blocks import Block, Contents, Document, Radar
from sendself.document.headings import entries_of
from sendself.document.pdf.render import render_pdf
from sendself.document.printable import printed_texts
from sendself.report.files.formats import Format, document_of
from sendself.rubric.duty import Setting
from tests.document.pdf_reading import body_text, faults, open_pdf, pdf_facts, structure
from tests.document.structure_checks import alternatives, complaints, first
from tests.document.word_reading import word_text
from tests.report.golden_texts import FOLDER, documents, path_of, pdf_of, texts, word_of


def squeezed(text: str) -> str:
    """Text without any space: a line may end anywhere."""
    return "".join(text.split())


@pytest.mark.parametrize("name", texts())
def test_text_is_the_golden_one(name: str) -> None:
    """No word, order or number has changed unseen. After a change that is meant: `make golden`, and read the diff."""
    assert path_of(name).read_text(encoding="utf-8") == f"{texts()[name]()}\n"


def test_there_is_no_golden_text_of_a_report_that_is_gone() -> None:
    """What lies in the folder is compared with something."""
    assert {path.name for path in FOLDER.iterdir()} == {path_of(name).name for name in texts()}


def said_by(blocks: tuple[Block, ...]) -> Counter[str]:
    """How often each text of blocks must at least be said, without spaces."""
    said = Counter(squeezed(text) for block in blocks if not isinstance(block, Radar) for text in printed_texts(block))
    for number, block in enumerate(blocks):
        if isinstance(block, Contents):
            said.update(squeezed(entry.text) for entry in entries_of(block, blocks[number + 1 :]))
    return said


@pytest.mark.parametrize("name", documents())
def test_every_word_of_every_block_is_in_pdf_and_word(name: str) -> None:
    """Walked block by block, each text stands in both as often as it is said; the radar's in the one that draws it."""
    for form, said in ((Format.PDF, body_text(pdf_of(name))), (Format.WORD, word_text(word_of(name)))):
        blocks = documents(form)[name].blocks
        radars = [block for block in blocks if isinstance(block, Radar)]
        drawn = [text for radar in radars for text in printed_texts(radar)]
        wanted = said_by(blocks) + Counter(map(squeezed, drawn if form is Format.PDF else [one.alt for one in radars]))
        there = squeezed(said)
        assert {text: count for text, count in wanted.items() if text and there.count(text) < count} == {}


@pytest.mark.parametrize("name", documents())
def test_every_pdf_is_sound(name: str) -> None:
    """No fault is found in it by qpdf, pdfinfo knows it as tagged, and its structure is complete."""
    assert unsoundness(pdf_of(name), documents()[name]) == []


@pytest.mark.parametrize("kind", [kind for kind in ReportKind if kind is not ReportKind.FORM])
def test_every_pdf_of_a_special_school_is_sound(kind: ReportKind) -> None:
    """The same holds for the other rubric."""
    made = document_of(shared_for(example_assessment(Setting.SPECIAL), kind), kind, Format.PDF)
    assert unsoundness(render_pdf(made), made) == []


def test_fault_in_a_real_report_is_found() -> None:
    """A cut file, an alternative text that says nothing, and another order of reading do not pass."""
    made = documents()["full"]
    assert faults(pdf_of("full")[:-2000]) != []
    with open_pdf(pdf_of("full")) as pdf:
        first(pdf, "Figure").entry.Alt = pikepdf.String("Radar")
        kids = list(structure(pdf).entry.K)
        kids[5], kids[8] = kids[8], kids[5]
        structure(pdf).entry.K = pikepdf.Array(kids)
        pdf.save(damaged := io.BytesIO())
    found = " ".join(unsoundness(damaged.getvalue(), made))
    assert "the alternative text leaves out" in found
    assert "is read after" in found


def unsoundness(data: bytes, made: Document) -> list[str]:
    """What qpdf, pdfinfo and the checks of the structure find in a PDF of a document."""
    found = faults(data)
    if pdf_facts(data)["Tagged"] != "yes":
        found.append("pdfinfo does not know it as tagged")
    with open_pdf(data) as pdf:
        if bool(pdf.attachments) != bool(made.attachment):
            found.append("a file inside that the document does not have, or none that it has")
        return found + complaints(pdf) + list(alternatives(pdf, [one for one in made.blocks if isinstance(one, Radar)]))
