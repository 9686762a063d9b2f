"""The record in and out of a PDF: nothing is lost, and a file of a stranger does no harm."""

import json
import random
import tracemalloc
import zlib
from io import BytesIO

import pikepdf
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, StreamObject

from sendself.assessment.disclosure.shared import SharedRecord, shared_record
from sendself.assessment.model import Assessment
from sendself.assessment.record import SIZE_LIMIT, RecordError, to_json
from sendself.document.pdf.render import render_pdf
from sendself.report.record import NAME, PDF_LIMIT, NoRecordError, extract, open_file, record_attachment
from sendself.report.self_evaluation import build_report
from tests.samples import an_evaluation
from tests.strategies import assessments

RECORD = to_json(an_evaluation())


def pdf_with(*files: tuple[str, bytes]) -> bytes:
    """A PDF of one empty page that carries these files, made by another program than ours."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    for name, data in files:
        writer.add_attachment(name, data)
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def pdf_with_stream(stream: StreamObject) -> bytes:
    """A PDF whose attached record is this stream as it is."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    attached = writer.add_attachment(NAME, b"{}")
    files = attached.pdf_object["/EF"]
    assert isinstance(files, DictionaryObject)
    files[NameObject("/F")] = writer._add_object(stream)
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def refusal(pdf: bytes) -> str:
    """The sentence with which a PDF is refused."""
    with pytest.raises(RecordError) as caught:
        extract(pdf)
    return str(caught.value)


def outcome(pdf: bytes) -> Assessment | str:
    """The record of a PDF, or the sentence with which it is refused."""
    try:
        return extract(pdf)
    except RecordError as error:
        return str(error)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(assessments())
def test_report_gives_back_what_was_shared(assessment: Assessment) -> None:
    """Whatever an evaluation says, its printed report carries exactly what may leave the school."""
    shared = shared_record(assessment)
    assert extract(render_pdf(build_report(shared))) == shared.assessment


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(assessments())
def test_attached_record_comes_back_equal(assessment: Assessment) -> None:
    """The attachment alone, in a PDF of another program, is read into an equal record."""
    attachment = record_attachment(SharedRecord(assessment))
    assert extract(pdf_with((attachment.name, attachment.data))) == assessment


def test_record_is_found_among_other_files() -> None:
    """Files that somebody else put into the PDF do not hide the record."""
    assert extract(pdf_with(("notes.txt", b"hello"), (NAME, RECORD), ("more.json", b"{}"))) == an_evaluation()


@pytest.mark.parametrize(
    "made", [RECORD, pdf_with((NAME, RECORD)), b"\xef\xbb\xbf" + RECORD], ids=["json", "pdf", "json with a mark"]
)
def test_open_file_reads_pdf_and_json(made: bytes) -> None:
    """Both kinds of file that sendself makes are opened by what they hold, not by their name."""
    assert open_file(made) == an_evaluation()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"PK\x03\x04 rest of a Word file", "Word, Excel or zip"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"[1, 2]", "not a self-evaluation"),
        (b"[" * 100_000, "damaged"),
        (b'{"a":' * 100_000, "damaged"),
    ],
    ids=["nothing", "blank", "docx", "picture", "list", "deep lists", "deep objects"],
)
def test_open_file_refuses_what_is_no_evaluation(data: bytes, says: str) -> None:
    """A wrong file is refused in one sentence or two that say what to do."""
    with pytest.raises(RecordError, match=says):
        open_file(data)


def test_pdf_without_record_asks_for_the_original() -> None:
    """A printed or merged copy is told from a damaged one, and the reader learns what to ask for."""
    with pytest.raises(NoRecordError, match="exactly as sendself made it"):
        extract(pdf_with())


def test_record_under_another_name_is_not_taken() -> None:
    """Only the file that sendself names as the record is read."""
    with pytest.raises(NoRecordError):
        extract(pdf_with(("evaluation.json", RECORD), (NAME.upper(), RECORD), ("../" + NAME, RECORD)))


def test_two_records_are_refused() -> None:
    """Of two records in one PDF neither is chosen silently."""
    assert "two self-evaluations" in refusal(pdf_with((NAME, RECORD), (NAME, RECORD)))


def test_many_attachments_are_refused() -> None:
    """A PDF stuffed with files is not searched to the end."""
    assert "more files" in refusal(pdf_with(*((f"{number}.txt", b"x") for number in range(40)), (NAME, RECORD)))


@pytest.mark.parametrize("content", [b"not json", b"\xff\xfe\x00", b"", b"{}", b"null"])
def test_attachment_that_is_no_record_is_refused(content: bytes) -> None:
    """An attachment of the right name with something else in it is refused in a sentence."""
    assert refusal(pdf_with((NAME, content))).endswith(".")


@pytest.mark.parametrize("shape", [b"[" * 200_000, b'{"a":' * 200_000, b"[" * 50_000 + b"]" * 50_000])
def test_deeply_nested_attachment_is_refused(shape: bytes) -> None:
    """Nesting that would exhaust the stack ends in a sentence."""
    assert "damaged" in refusal(pdf_with((NAME, shape)))


def test_encrypted_pdf_asks_for_one_without_password() -> None:
    """A protected PDF is not guessed at."""
    held = BytesIO()
    with pikepdf.open(BytesIO(pdf_with((NAME, RECORD)))) as pdf:
        pdf.save(held, encryption=pikepdf.Encryption(owner="owner", user="user"))
    assert "password" in refusal(held.getvalue())


@pytest.mark.parametrize("data", [b"", b"hello", RECORD])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    """Anything that is not a PDF is told from a damaged one."""
    assert "not a PDF" in refusal(data)


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"0" * 500])
def test_pdf_with_nothing_behind_its_header_is_refused(data: bytes) -> None:
    """A PDF by its first bytes only is refused in a sentence."""
    assert "damaged" in refusal(data)


def test_truncated_pdf_is_never_half_read() -> None:
    """Wherever a download stopped, the file is refused or gives the whole record."""
    whole = pdf_with((NAME, RECORD))
    for end in range(0, len(whole), len(whole) // 40):
        got = outcome(whole[:end])
        assert got == an_evaluation() if isinstance(got, Assessment) else got.endswith(".")


def test_random_bytes_end_in_a_sentence() -> None:
    """Noise after a PDF header, and a PDF with bytes overwritten, are refused or opened: neither breaks anything."""
    chance = random.Random(20261123)
    whole = pdf_with((NAME, RECORD))
    for _ in range(60):
        spoilt = bytearray(whole)
        for _ in range(30):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        for data in (bytes(spoilt), b"%PDF-1.7\n" + chance.randbytes(2000)):
            got = outcome(data)
            assert isinstance(got, Assessment) or got.endswith(".")


def test_pdf_over_the_limit_is_refused_unread() -> None:
    """A file of more than 20 MB is refused by its size, even where a record is in it."""
    assert "larger than 20 MB" in refusal(pdf_with((NAME, RECORD)) + b"\n" * PDF_LIMIT)


def bomb(layers: int) -> StreamObject:
    """A stream that unpacks to 400 MB of blanks, packed this many times."""
    packer, packed = zlib.compressobj(9), bytearray()
    for _ in range(100):
        packed += packer.compress(b" " * 4_000_000)
    packed += packer.flush()
    data = bytes(packed)
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    stream = DecodedStreamObject()
    stream.set_data(data)
    names = [NameObject("/FlateDecode")] * layers
    stream[NameObject("/Filter")] = pypdf.generic.ArrayObject(names) if layers > 1 else names[0]
    return stream


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_small_file_that_unpacks_to_something_huge_is_refused(layers: int) -> None:
    """A bomb ends in a sentence, and memory stays far below what it would unpack to."""
    pdf = pdf_with_stream(bomb(layers))
    assert len(pdf) < 2_000_000
    tracemalloc.start()
    try:
        said = refusal(pdf)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert said.endswith(".")
    assert peak < 25 * SIZE_LIMIT


def test_record_longer_than_any_evaluation_is_refused() -> None:
    """A record far longer than an evaluation can be is not parsed."""
    content = json.loads(RECORD)
    content["assessment"]["id"] = "a" * SIZE_LIMIT
    assert refusal(pdf_with((NAME, json.dumps(content).encode()))).endswith(".")
