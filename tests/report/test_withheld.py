"""Nothing that is withheld is anywhere in the bytes of any report: pages, data, properties, streams decompressed."""

import email
import email.policy
import io
import re
import zipfile
from collections.abc import Iterator
from itertools import product
from typing import Any

import pikepdf
import pypdf
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sendself.assessment.model import Assessment
from sendself.assessment.report_kinds import ReportKind, shared_for
from sendself.report.formats import Format, formats_of, render_report
from tests.document.pdf_reading import pdf_text
from tests.samples import an_evaluation, answered
from tests.strategies import assessments, small_rubrics

# Long enough to be nothing else, and known by its beginning where a text is shortened.
CANARY = re.compile(r"zq\d{12}")
CANARIES = st.uuids().map(lambda one: f"zq{one.int % 10**12:012d}x{one.hex}")


def everything_in(data: bytes, form: Format) -> Iterator[str]:
    """Every text that somebody with the file could read, by whatever means."""
    yield data.decode("latin-1")
    if form is Format.PDF:
        yield from _in_pdf(data)
    elif form is Format.EMAIL:
        yield from _in_email(data)
    elif form in (Format.WORD, Format.EXCEL):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield name + packed.read(name).decode("utf-8", "replace")
    else:
        yield data.decode("utf-8-sig")


def _in_pdf(data: bytes) -> Iterator[str]:
    yield "".join(pdf_text(data).split())
    for attachment in pypdf.PdfReader(io.BytesIO(data)).attachment_list:
        yield attachment.content.decode()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for found in pdf.objects:
            if isinstance(found, pikepdf.Stream):
                yield found.read_bytes().decode("latin-1")
        plain = io.BytesIO()
        # Strings of the structure tree, such as alternative texts, are then readable as they are.
        pdf.save(plain, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        yield plain.getvalue().decode("latin-1").replace("\0", "")


def _in_email(data: bytes) -> Iterator[str]:
    letter: Any = email.message_from_bytes(data, policy=email.policy.default)
    yield from (str(value) for value in letter.values())
    for part in letter.walk():
        if part.get_content_type() == "application/pdf":
            yield from everything_in(part.get_content(), Format.PDF)
        elif not part.is_multipart():
            yield part.get_content()


def canaries_in(text: str) -> set[str]:
    """The beginnings of the canaries in a text."""
    return set(CANARY.findall(text))


@settings(
    max_examples=4,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(assessment=assessments(rubric=small_rubrics(), note=CANARIES, name=CANARIES))
def test_no_withheld_word_is_in_any_file(assessment: Assessment) -> None:
    """What a kind is not made from is in none of its formats, not even the beginning of it."""
    there = canaries_in(assessment.model_dump_json())
    for kind, form in product(ReportKind, Format):
        if form not in formats_of(kind):
            continue
        shared = shared_for(assessment, kind)
        withheld = there - canaries_in(shared.assessment.model_dump_json())
        data = render_report(shared, kind, form, pdf_name="report.pdf")
        found = set().union(*map(canaries_in, everything_in(data, form)))
        assert found & withheld == set(), (kind, form)


def test_canary_is_found_in_every_format() -> None:
    """The check can fail: words that may leave are seen in each format that says them."""
    canary = "zq" + "1" * 40
    said = an_evaluation(
        answers={"teaching.first": answered(3, strengths=canary)}, priorities=({"id": "a", "text": canary},)
    )
    for kind, form in product((ReportKind.FULL, ReportKind.PLAN), Format):
        if form in formats_of(kind):
            data = render_report(shared_for(said, kind), kind, form, pdf_name="report.pdf")
            assert canary[:14] in set().union(*map(canaries_in, everything_in(data, form))), (kind, form)
