"""Every kind of report in every format: its words are all there, and what is not made is refused in a sentence."""

import io
from functools import cache
from itertools import product

import pypdf
import pytest

from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.disclosure.shared import SharedRecord
from sendself.assessment.items import Highlight, Priority
from sendself.context.example import example_assessment
from sendself.document.blocks import Document, Radar
from sendself.document.printable import printed_texts
from sendself.report.documents import KINDS
from sendself.report.files.file_names import file_name_of
from sendself.report.files.formats import (
    MIME_TYPES,
    Format,
    NoSuchReportError,
    document_of,
    formats_of,
    render_report,
)
from sendself.report.record import NoRecordError, extract
from sendself.rubric.duty import Setting
from tests.document.pdf_reading import body_text
from tests.document.word_reading import word_text
from tests.report.reading import pages_of, words_of
from tests.samples import an_evaluation

STANDINGS = ("More pupils have SEN support than at most schools like it.",)


@cache
def shared(kind: ReportKind) -> SharedRecord:
    """The example of a special school, as a kind is made from it."""
    return shared_for(example_assessment(Setting.SPECIAL), kind)


@cache
def made(kind: ReportKind, form: Format) -> bytes:
    """The file of a kind."""
    return render_report(shared(kind), kind, form, STANDINGS, pdf_name="report.pdf")


@cache
def blocks_of(kind: ReportKind, form: Format) -> Document:
    """The blocks of a kind."""
    return document_of(shared(kind), kind, form, STANDINGS)


def squeezed(text: str) -> str:
    """Text without any space, and without the hyphens that a line end may carry."""
    return "".join(text.split())


@pytest.mark.parametrize("kind", ReportKind)
@pytest.mark.parametrize(("form", "read"), [(Format.PDF, body_text), (Format.WORD, word_text)])
def test_every_word_of_every_block_is_in_the_file(kind: ReportKind, form: Format, read: object) -> None:
    """PDF and Word say everything that the builder said; a radar is drawn in one and described in the other."""
    assert callable(read)
    said = squeezed(read(made(kind, form)))
    blocks = blocks_of(kind, form).blocks
    texts = [text for block in blocks if not isinstance(block, Radar) for text in printed_texts(block)]
    assert len(texts) > 20
    assert [text for text in texts if squeezed(text) not in said] == []


@pytest.mark.parametrize("kind", [kind for kind in ReportKind if kind is not ReportKind.FULL])
def test_only_the_full_report_carries_the_record(kind: ReportKind) -> None:
    """The other PDFs have no attachment of any kind, and are not taken for an evaluation."""
    assert list(pypdf.PdfReader(io.BytesIO(made(kind, Format.PDF))).attachment_list) == []
    with pytest.raises(NoRecordError):
        extract(made(kind, Format.PDF))


def test_full_report_carries_what_its_pages_say() -> None:
    """Read back, the PDF for the reviewer is the shared record; its Word copy says that it has none."""
    assert extract(made(ReportKind.FULL, Format.PDF)) == shared(ReportKind.FULL).assessment
    assert blocks_of(ReportKind.FULL, Format.WORD).attachment is None
    assert "carries the evaluation as data" in words_of(blocks_of(ReportKind.FULL, Format.PDF).blocks)
    assert "The data for sendself is in the PDF alone" in words_of(blocks_of(ReportKind.FULL, Format.WORD).blocks)
    assert STANDINGS[0] in words_of(blocks_of(ReportKind.FULL, Format.WORD).blocks)


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (ReportKind.FULL, "Full report for the reviewer"),
        (ReportKind.SUMMARY, "This version is for governors"),
        (ReportKind.WEBSITE, "This version is for parents"),
        (ReportKind.PLAN, "This version is for those who carry out the plan"),
        (ReportKind.FORM, "Fill this in together: the SENCO and a senior leader"),
    ],
)
def test_first_page_says_which_version_it_is_and_for_whom(kind: ReportKind, says: str) -> None:
    """Nobody has to guess which of the versions lies before them."""
    assert says in words_of(pages_of(blocks_of(kind, Format.PDF))[0])


@pytest.mark.parametrize(("kind", "form"), list(product(ReportKind, Format)))
def test_file_is_made_or_refused_with_what_to_ask_for(kind: ReportKind, form: Format) -> None:
    """What a kind is not made in is refused in a sentence; every kind there is has its words and its file's name."""
    if form in formats_of(kind):
        assert file_name_of("Meadowbank", kind, form).startswith("Meadowbank-")
        assert file_name_of("Meadowbank", kind, form).endswith(f".{form}")
        assert MIME_TYPES[form]
        assert KINDS[kind].audience
    else:
        with pytest.raises(
            NoSuchReportError,
            match=r"^(Excel and CSV hold rows|There is no e-mail for|A calendar file).*(Word|plan)\.$",
        ):
            render_report(shared(kind), kind, form, pdf_name="report.pdf")


def test_report_never_says_more_than_its_kind_whatever_it_is_made_from() -> None:
    """Handed the whole record, the builder of the website's version still says no name."""
    whole = SharedRecord(example_assessment(Setting.SPECIAL))
    names = [person.name for person in whole.assessment.participants]
    said = words_of(document_of(whole, ReportKind.WEBSITE, Format.PDF).blocks)
    assert names
    assert [name for name in names if name in said] == []


@pytest.mark.parametrize("kind", [ReportKind.FULL, ReportKind.SUMMARY, ReportKind.PLAN])
def test_pdf_tells_what_it_could_not_print(kind: ReportKind) -> None:
    """At the end the PDF names the scripts and says where the characters are kept; the summary stays two pages."""
    words = "学校 โรงเรียน 🎉"
    said = an_evaluation(priorities=(Priority(id="a", text=words),), highlights=(Highlight(id="a", text=words),))
    pdf = render_report(shared_for(said, kind), kind, Format.PDF, pdf_name="report.pdf")
    read = " ".join(body_text(pdf).split())
    assert "The fonts of this PDF cannot print: 10 characters (CJK; Thai; emoji and other signs)." in read
    assert ("The data inside has them." in read) is (kind is ReportKind.FULL)
    assert kind is not ReportKind.SUMMARY or len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 2


def test_what_every_font_has_is_not_told() -> None:
    """A report that is printed whole has no such line."""
    assert "cannot print" not in body_text(made(ReportKind.FULL, Format.PDF))
