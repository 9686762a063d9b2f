"""Check and send: one main button, and the other reports with their formats and a look at them first."""

import email
import email.policy
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Radio

from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.report.documents import KINDS
from sendself.report.files.formats import Format, formats_of
from sendself.report.record import extract
from sendself.storage.kept import Actor
from sendself.storage.repository import Repository
from tests.mail_server import mail_server
from tests.ui.conftest import Session, save

WISH = EntryKey("review", AGREED, "wants_tested")
HIGHLIGHT = EntryKey("highlight:a", AGREED, "text")


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """Reports that another test made are forgotten."""
    st.cache_data.clear()


def radio(app: AppTest, label: str) -> Radio[Any]:
    """The radio with this label."""
    return next(one for one in app.radio if one.label == label)


def said(app: AppTest) -> str:
    """Everything that the page says as text."""
    return "\n".join(one.value for one in (*app.markdown, *app.caption))


def test_page_offers_the_full_report_first(session: Session) -> None:
    """Version and format begin with the reviewer's PDF; each version says for whom it is; nothing is previewed yet."""
    app = session("send")
    assert not app.exception
    assert radio(app, "Version").value == "full"
    assert radio(app, "Format").value == "pdf"
    assert len(radio(app, "Version").options) == len(KINDS)
    assert all(
        about.audience in words for about, words in zip(KINDS.values(), radio(app, "Version").options, strict=True)
    )
    assert [toggle.value for toggle in app.toggle] == [False]


@pytest.mark.parametrize("kind", list(KINDS))
def test_version_offers_its_formats_and_can_be_read_here(session: Session, kind: str) -> None:
    """Each version has the formats that there are of it, and every part of it is shown without an error."""
    app = session("send")
    radio(app, "Version").set_value(kind).run()
    assert len(radio(app, "Format").options) == len(formats_of(next(one for one in KINDS if one == kind)))
    app.toggle[0].set_value(True).run()
    assert not app.exception
    radio(app, "Show it").set_value("As text, to be read aloud").run()
    choices = [one for one in app.selectbox if one.label == "Part to look at"]
    last = len(choices[0].options) - 1 if choices else 0
    if last:
        choices[0].set_value(last).run()
        assert not app.exception


def test_report_can_be_looked_at_page_by_page(session: Session) -> None:
    """The pages of the PDF as it will be downloaded, each a picture that says which it is."""
    app = session("send")
    radio(app, "Version").set_value("summary").run()
    app.toggle[0].set_value(True).run()
    assert not app.exception
    (picture,) = app.get("image")
    assert picture.proto.imgs[0].caption == "Page 1 of 2"
    assert len(app.get("progress")) == 0


def test_preview_shows_text_and_no_markup(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """What the school wrote is shown as it was written."""
    save(repository, evaluation, HIGHLIGHT, "**Proud** of ![x](https://example.org/x.png)")
    app = session("send")
    radio(app, "Version").set_value("website").run()
    app.toggle[0].set_value(True).run()
    radio(app, "Show it").set_value("As text, to be read aloud").run()
    assert r"\*\*Proud\*\* of \!\[x\]" in said(app)
    assert "![x]" not in said(app)


def test_table_of_answers_is_not_previewed(session: Session) -> None:
    """Excel and CSV are for another program: there is nothing to read here, and CSV explains its apostrophe."""
    app = session("send")
    radio(app, "Format").set_value(Format.CSV).run()
    assert list(app.toggle) == []
    assert "apostrophe" in said(app)


def test_characters_that_cannot_be_printed_are_told(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """The PDF warns; Word, which has the fonts of its computer, does not."""
    save(repository, evaluation, WISH, "Whether 中文 is heard")
    app = session("send")
    assert [one.value for one in app.warning if "中 文" in one.value] != []
    before = len(app.warning)
    radio(app, "Format").set_value(Format.WORD).run()
    assert len(app.warning) == before - 1


def test_letter_names_what_works_where(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """The words to copy hold the school's wish, and the three ways are explained."""
    save(repository, evaluation, WISH, "Whether pupils are heard")
    app = session("send")
    assert "Whether pupils are heard" in app.code[0].value
    assert "classic Outlook for Windows" in said(app)
    assert "sendself sends nothing itself" in said(app)


def press(app: AppTest, label: str) -> AppTest:
    """Press the button with this label."""
    return next(one for one in app.button if unescaped(one.label) == label).click().run()


def unescaped(words: str) -> str:
    """Words as they are shown."""
    return words.replace("\\", "")


def test_nothing_is_sent_from_here_unless_a_mail_server_is_set(session: Session) -> None:
    """The page says so, and has no box for it."""
    app = session("send")
    assert "sendself sends nothing itself." in said(app)
    assert "Send it from here to" not in [one.label for one in app.text_input]


def test_pdf_is_sent_to_one_address_after_a_second_question(
    session: Session, monkeypatch: pytest.MonkeyPatch, evaluation: Assessment
) -> None:
    """A real mail server is handed the PDF that opens again, once, and only after yes."""
    with mail_server() as server:
        monkeypatch.setenv("SENDSELF_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        monkeypatch.setenv("SENDSELF_SMTP_FROM", "senco@downside.example.org")
        app = session("send")
        next(one for one in app.text_input if one.label == "Send it from here to").input(
            "head@school.example.org"
        ).run()
        press(app, "Send it from senco@downside.example.org")
        assert server.letters == []
        press(app, "No, send nothing")
        press(app, "Send it from senco@downside.example.org")
        press(app, "Yes, send it to head@school.example.org")
        assert not app.exception
        assert any("has taken the e-mail to head@school.example.org" in unescaped(one.value) for one in app.success)
    ((sender, to, data),) = server.letters
    assert (sender, to) == ("senco@downside.example.org", "head@school.example.org")
    (_, attached) = email.message_from_bytes(data, policy=email.policy.default).iter_parts()
    assert extract(attached.get_content()).id == evaluation.id


def test_wrong_setting_of_the_mail_server_is_explained(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything else on the page works."""
    monkeypatch.setenv("SENDSELF_SMTP_URL", "mail.example.org")
    app = session("send")
    assert not app.exception
    assert any(
        unescaped(one.value).startswith("Nothing can be sent from here yet. Set SENDSELF_SMTP_URL")
        for one in app.warning
    )


def test_evidence_list_is_sent_unless_it_is_left_out(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """The choice stands on the page; left out, the list is gone from what leaves, and the page names it."""
    save(repository, evaluation, EntryKey("evidence:walks", AGREED, "title"), "Learning walks")
    app = session("send")
    choice = next(one for one in app.segmented_control if one.label == "The evidence list")
    assert choice.value == "list"
    choice.set_value("none").run()
    assert not app.exception
    assert any("the evidence list" in one.value for one in app.info)
    shared = shared_record(repository.load(Actor("Sam"), evaluation.id).assessment).assessment
    assert shared.evidence == ()
    assert shared.withheld == ("the evidence list",)


def test_table_says_that_private_views_are_not_in_it(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Who rates apart is told why a table has no view of theirs, until it is ticked that these leave."""
    save(repository, evaluation, EntryKey("evaluation", AGREED, "way"), "apart")
    app = session("send")
    radio(app, "Format").set_value(Format.CSV).run()
    assert "What each of you rated alone is not in it." in said(app)
    save(repository, evaluation, EntryKey("evaluation", AGREED, "disclosure.private_ratings"), True)
    app = session("send")
    radio(app, "Format").set_value(Format.CSV).run()
    assert "rated alone is not in it" not in said(app)


def test_school_chooses_which_counts_are_small(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """What is hidden is said in plain words with the chosen number; where small counts are shown nothing is asked."""
    save(repository, evaluation, EntryKey("context", AGREED, "figures.fsm"), {"value": 6, "source": "typed"})
    app = session("send")
    box = next(one for one in app.selectbox if one.label == "Which counts are small")
    assert (box.value, box.options[0], box.options[-1]) == (4, "1 alone", "1 to 9")
    assert "Hidden are counts of 1 to 4 that you typed or imported" in said(app)
    assert not [one for one in app.info if "counts that could point to a child" in one.value]

    box.set_value(6).run()

    assert "Hidden are counts of 1 to 6 that you typed or imported" in said(app)
    assert [one for one in app.info if "counts that could point to a child" in one.value]
    assert repository.load(Actor("Sam"), evaluation.id).assessment.disclosure.small_up_to == 6

    save(repository, evaluation, EntryKey("evaluation", AGREED, "disclosure.small_counts"), "show")
    assert "Which counts are small" not in [one.label for one in session("send").selectbox]
