"""Nothing that is withheld is anywhere in the bytes of any report: pages, data, properties, streams decompressed."""

import email
import email.policy
import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import product
from random import Random
from typing import Any

import pikepdf
import pypdf
import pytest

from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.field_versions import Difference
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.assessment.perspectives.apart import as_sent_by
from sendself.assessment.record import to_json
from sendself.report.files.formats import Format, document_of, formats_of, render_report
from tests.document.pdf_reading import pdf_text
from tests.planted import CANARY, CHOICES, choice_in_words, planted, texts_of
from tests.samples import an_evaluation, answered

SAID = re.compile(r"<FEFF((?:[0-9A-F]{4})+)>")


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
                painted = found.read_bytes().decode("latin-1")
                yield painted
                # What stands for a sign or a line is said beside it, each letter as two bytes in hexadecimal.
                yield "".join(bytes.fromhex(said).decode("utf-16-be", "replace") for said in SAID.findall(painted))
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
    """The texts of their own that stand in a text."""
    return set(CANARY.findall(text))


def may_leave(key: EntryKey, choice: Disclosure) -> bool:
    """Whether a choice lets the text of a place leave: said here once more, and not asked of the rule itself."""
    kind, name = key.subject.partition(":")[0], key.field
    if kind == "difference":
        return False
    if choice.names == "roles" and (kind, name) == ("participant", "name"):
        return False
    if choice.notes == "levels" and (kind in WRITTEN_KINDS or name.startswith(("words.", "why", "wants_tested"))):
        return False
    if choice.evidence == "none" and kind in ("document", "evidence"):
        return False
    return choice.private_ratings or kind not in ("theme", "area") or key.perspective == AGREED


def is_said_by(key: EntryKey, kind: ReportKind) -> bool:
    """Whether a kind of report has the text of a place at all."""
    place, name = key.subject.partition(":")[0], key.field
    if kind is ReportKind.FULL:
        return True
    if place in ("theme", "area") and key.perspective != AGREED:
        return False
    words = {"theme": THEME_WORDS.get(kind, ()), "area": ("strengths", "development")}
    return place in PLACES_SAID[kind] and name in words.get(place, (name,))


WRITTEN_KINDS = ("theme", "area", "duty", "highlight", "priority", "document", "evidence", "action")
PLACES_SAID = {
    ReportKind.SUMMARY: ("school", "participant", "highlight", "priority", "theme"),
    ReportKind.WEBSITE: ("school", "highlight", "priority"),
    ReportKind.PLAN: ("school", "highlight", "priority", "action"),
    ReportKind.PARAGRAPHS: ("school", "priority", "action", "theme", "area"),
    ReportKind.FORM: (),
}
THEME_WORDS = {ReportKind.SUMMARY: ("strengths",), ReportKind.PARAGRAPHS: ("strengths", "development")}
SOME = Random(20261126).sample(CHOICES, 4)
UNDECIDED = "zq9999x"


@cache
def place_of() -> dict[str, EntryKey]:
    """Where each text of its own stands."""
    return {text: key for key, text in texts_of(with_difference()) if CANARY.fullmatch(text)}


@cache
def with_difference() -> Assessment:
    """What is planted, and a difference to another copy that nobody has decided: it concerns the school alone."""
    return planted().changed(differences=(Difference(id="d", key="school|agreed|name", theirs=UNDECIDED),))


def check(choice: Disclosure, kind: ReportKind, form: Format) -> None:
    """No file says a text that the choice keeps back or that the kind has no place for."""
    shared = shared_for(with_difference().changed(disclosure=choice), kind)
    if form is Format.CALENDAR and not shared.assessment.actions:
        # Without an action there is no calendar.
        return
    data = render_report(shared, kind, form, pdf_name="report.pdf")
    found = set().union(*map(canaries_in, everything_in(data, form)))
    places = [place_of()[one] for one in found]
    assert [key for key in places if not (may_leave(key, choice) and is_said_by(key, kind))] == []
    if (kind, form) == (ReportKind.FULL, Format.PDF):
        assert found == {text for text, key in place_of().items() if may_leave(key, choice)}


@pytest.mark.parametrize("choice", CHOICES, ids=choice_in_words)
def test_full_report_says_what_may_leave_and_nothing_else(choice: Disclosure) -> None:
    """Under every choice: pages, data inside, properties and streams hold each text that may leave, and no other."""
    check(choice, ReportKind.FULL, Format.PDF)


@pytest.mark.parametrize("choice", SOME, ids=choice_in_words)
@pytest.mark.parametrize("kind", ReportKind)
def test_no_withheld_word_is_in_any_file(kind: ReportKind, choice: Disclosure) -> None:
    """Every kind in each of its formats, for some choices."""
    for form in formats_of(kind):
        check(choice, kind, form)


@pytest.mark.parametrize("viewer", ["senco", "slt", "parent-forum", AGREED])
def test_sender_who_may_not_see_all_sends_nothing_that_others_rated_alone(viewer: str) -> None:
    """Each format of the full report has the sender's own view whole and no other, whatever a colleague chose."""
    chosen = planted().changed(way=Way.APART, disclosure=Disclosure(private_ratings=True))
    shared = shared_for(as_sent_by(chosen, viewer), ReportKind.FULL)
    alone = {text: key.perspective for text, key in place_of().items() if key.perspective != AGREED}
    own = {text for text, who in alone.items() if who == viewer}
    assert set(alone.values()) == {"senco", "slt", "parent-forum"}
    for form in formats_of(ReportKind.FULL):
        data = render_report(shared, ReportKind.FULL, form, pdf_name="report.pdf")
        found = set().union(*map(canaries_in, everything_in(data, form)))
        assert found & set(alone) == own, form


@pytest.mark.prove
@pytest.mark.parametrize("choice", CHOICES, ids=choice_in_words)
@pytest.mark.parametrize("kind", ReportKind)
def test_no_withheld_word_is_in_any_file_under_any_choice(kind: ReportKind, choice: Disclosure) -> None:
    """The same for all choices."""
    test_no_withheld_word_is_in_any_file(kind, choice)


@pytest.mark.parametrize("choice", CHOICES, ids=choice_in_words)
def test_hidden_figure_is_not_inside(choice: Disclosure) -> None:
    """A percentage about few pupils is in the data and on the pages only where small counts are shown."""
    shared = shared_for(planted().changed(disclosure=choice), ReportKind.FULL)
    said = f"{to_json(shared.assessment).decode()}{document_of(shared, ReportKind.FULL, Format.PDF).blocks}"
    assert ("81.37" in said) is (choice.small_counts == "show")


def test_canary_is_found_in_every_format() -> None:
    """The check can fail: words that may leave are seen in each format that says them."""
    canary = "zq1111x"
    said = an_evaluation(
        answers={"teaching.first": answered(3, strengths=canary)},
        priorities=({"id": "a", "text": canary},),
        actions=({"id": "a", "what": canary, "due": "2027-03-31"},),
    )
    for kind, form in product((ReportKind.FULL, ReportKind.PLAN), Format):
        if form in formats_of(kind):
            data = render_report(shared_for(said, kind), kind, form, pdf_name="report.pdf")
            assert canary in set().union(*map(canaries_in, everything_in(data, form))), (kind, form)
