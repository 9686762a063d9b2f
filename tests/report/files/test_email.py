"""The e-mail: a draft without sender or date that carries the PDF, a link that is never too long, words to copy."""

import email
import email.policy
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import example, given, settings

from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.participants import Review
from sendself.assessment.school import School
from sendself.report.files.email import Letter, letter_for, render_draft
from tests.samples import an_evaluation
from tests.strategies import lines, notes

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 20


def letter(**review: str) -> Letter:
    """The letter to the reviewer of a school in Wales."""
    assessment = an_evaluation(school=School(name="Ysgol Tŷ’r Ŵyl"), review=Review(**review))
    return letter_for(shared_for(assessment, ReportKind.FULL), ReportKind.FULL)


def opened(data: bytes) -> Any:
    """The draft as a program reads it."""
    return email.message_from_bytes(data, policy=email.policy.default)


def test_draft_opens_unsent_with_the_pdf_attached() -> None:
    """The mark of a draft, the reviewer's address, the words as plain text and the PDF byte for byte."""
    made = letter(reviewer_email="head@school.example.org", wants_tested="Whether pupils are heard")
    draft = opened(render_draft(made, PDF, "Ysgol-Tŷ-self-evaluation.pdf"))
    assert draft["X-Unsent"] == "1"
    assert draft["To"] == "head@school.example.org"
    assert draft["Subject"] == "Self-evaluation of SEND provision: Ysgol Tŷ’r Ŵyl"
    assert draft["From"] is None
    assert draft["Date"] is None
    body, attached = draft.iter_parts()
    assert body.get_content_type() == "text/plain"
    assert body.get_content().split() == made.text.split()
    assert "Whether pupils are heard" in made.text
    assert attached.get_filename() == "Ysgol-Tŷ-self-evaluation.pdf"
    assert (attached.get_content_type(), attached.get_content()) == ("application/pdf", PDF)


@pytest.mark.parametrize("name", ["Ash Primary School " * 6, "x" * 300, "Ysgol Tŷ’r Ŵyl " * 8])
def test_subject_begins_on_its_own_line(name: str) -> None:
    """However long the school's name, no line of the header is empty, and the subject is the letter's, sign by sign."""
    made = letter_for(shared_for(an_evaluation(school=School(name=name)), ReportKind.FULL), ReportKind.FULL)
    data = render_draft(made, PDF, "a.pdf")
    assert b"Subject: \r\n" not in data
    assert b"Subject:\r\n" not in data
    assert opened(data)["Subject"] == made.subject


def test_draft_has_short_lines_of_ascii() -> None:
    """Every program on the way can carry it: no line is longer than 998 signs, and none needs eight bits."""
    data = render_draft(letter(wants_tested="Łódź " * 900), PDF, "report.pdf")
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_same_letter_gives_the_same_bytes() -> None:
    """Nothing of the clock or of chance gets into the draft."""
    assert render_draft(letter(), PDF, "a.pdf") == render_draft(letter(), PDF, "a.pdf")


@pytest.mark.parametrize("typed", ["", "the head", "a@b", "a@b.org, c@d.org", "Head <a@b.org>", "a@b.org?bcc=x@y.org"])
def test_what_is_no_plain_address_is_left_out(typed: str) -> None:
    """Only one plain address becomes a header and a link; anything else is for the sender to type."""
    made = letter(reviewer_email=typed)
    assert made.to == ""
    assert opened(render_draft(made, PDF, "a.pdf"))["To"] is None
    assert made.link.startswith("mailto:?subject=")


@settings(max_examples=40, deadline=None)
@given(name=lines(), wish=notes())
@example(name="0 0000¡¡¡ࠀ ¡", wish="")
def test_any_words_make_a_draft_and_a_link(name: str, wish: str) -> None:
    """Whatever the school is called and wants tested, draft and link are sound and say it."""
    assessment = an_evaluation(school=School(name=name), review=Review(wants_tested=wish))
    made = letter_for(shared_for(assessment, ReportKind.FULL), ReportKind.FULL)
    draft = opened(render_draft(made, PDF, "a.pdf"))
    assert draft["Subject"] == made.subject
    assert next(draft.iter_parts()).get_content().split() == made.text.split()
    asked = parse_qs(urlsplit(made.link).query)
    assert asked["subject"] == [made.subject] or asked["subject"][0].endswith(" …")
    assert len(made.link) < 2_200


def test_long_words_are_cut_in_the_link_alone() -> None:
    """A link that programs would refuse is shortened with a sign; the words to copy are whole."""
    made = letter(wants_tested="Whether pupils are heard. " * 400)
    assert len(made.link) < 2_200
    assert parse_qs(urlsplit(made.link).query)["body"][0].endswith(" …")
    assert made.text.count("Whether pupils are heard.") == 400


def test_long_subject_is_cut_in_the_link_too() -> None:
    """A name of 300 signs that a link writes with nine each leaves room for the words."""
    assessment = an_evaluation(school=School(name="学" * 300))
    made = letter_for(shared_for(assessment, ReportKind.FULL), ReportKind.FULL)
    asked = parse_qs(urlsplit(made.link).query)
    assert len(made.link) < 2_200
    assert asked["subject"][0].endswith(" …")
    assert asked["body"][0].startswith("Dear colleague,\r\n\r\n")


@pytest.mark.parametrize("kind", [ReportKind.SUMMARY, ReportKind.PLAN])
def test_letter_with_another_report_is_not_for_the_reviewer(kind: ReportKind) -> None:
    """It names what is attached and has no address: governors are not in the evaluation."""
    assessment = an_evaluation(review=Review(reviewer_email="head@school.example.org", wants_tested="A wish"))
    made = letter_for(shared_for(assessment, kind), kind)
    assert made.to == ""
    assert "A wish" not in made.text


@pytest.mark.parametrize("kind", [ReportKind.WEBSITE, ReportKind.FORM])
def test_report_that_is_not_sent_has_no_letter(kind: ReportKind) -> None:
    """Asking for one is a mistake of the caller."""
    with pytest.raises(ValueError, match="not sent by e-mail"):
        letter_for(shared_for(an_evaluation(), kind), kind)
