"""Sending by a mail server: only where one is set, whole, to one address, and a sentence when it fails."""

import email
import email.policy
import socket
from typing import Any

import pytest

from sendself.report.files.email import Letter
from sendself.report.files.post import SENDER, SERVER, PostError, PostOffice, post, post_office
from tests.mail_server import mail_server

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 50
TO = "head@school.example.org"
LETTER = Letter(TO, "Self-evaluation: Ysgol Tŷ’r Ŵyl", "Dear colleague,\n\nŁódź\n.\nend")
FROM = "senco@downside.example.org"


def office(port: int, host: str = "127.0.0.1") -> PostOffice:
    """A mail server at this port."""
    found = post_office({SERVER: f"smtp://{host}:{port}", SENDER: FROM})
    assert found is not None
    return found


def test_nothing_is_set_by_itself() -> None:
    """Without the setting there is no mail server."""
    assert post_office({}) is None
    assert post_office({SERVER: " ", SENDER: FROM}) is None


def test_settings_are_read() -> None:
    """Port and encryption follow from the kind of address; user and password are decoded, and never shown."""
    found = post_office({SERVER: "smtps://us%40er:p%2Fw@mail.example.org", SENDER: FROM})
    assert found == PostOffice("mail.example.org", 465, FROM, True, "us@er", "p/w")
    assert "p/w" not in repr(found)
    starttls = post_office({SERVER: "smtp://mail.example.org", SENDER: FROM})
    assert (starttls.port, starttls.encrypted_from_the_start) == (587, False) if starttls else None


@pytest.mark.parametrize(
    "url", ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://a:b@c:port", "smtp://c/x"]
)
def test_wrong_address_of_the_server_is_explained(url: str) -> None:
    """The sentence shows how it is written, and does not repeat what may hold a password."""
    with pytest.raises(PostError, match="Set SENDSELF_SMTP_URL as smtps://") as told:
        post_office({SERVER: url, SENDER: FROM})
    assert "a:b" not in str(told.value)


@pytest.mark.parametrize("sender", ["", "senco", "a@b.org, c@d.org", "a@b.org\nBcc: c@d.org"])
def test_wrong_sender_is_explained(sender: str) -> None:
    """One plain address, since it becomes a header."""
    with pytest.raises(PostError, match="Set SENDSELF_SMTP_FROM"):
        post_office({SERVER: "smtp://localhost", SENDER: sender})


def test_letter_arrives_whole() -> None:
    """From, to, subject, words and the PDF byte for byte."""
    with mail_server() as server:
        post(office(server.port), LETTER, PDF, "Ysgol-Tŷ.pdf")
    ((sender, to, data),) = server.letters
    got: Any = email.message_from_bytes(data, policy=email.policy.default)
    body, attached = got.iter_parts()
    assert (sender, to, got["From"], got["To"]) == (FROM, TO, FROM, TO)
    assert got["Subject"] == LETTER.subject
    assert body.get_content().split() == LETTER.text.split()
    assert (attached.get_filename(), attached.get_content()) == ("Ysgol-Tŷ.pdf", PDF)


def test_address_that_is_refused_is_named() -> None:
    """The school can correct it; nothing was taken."""
    with mail_server(refuses=TO) as server, pytest.raises(PostError, match=f"does not take e-mail for {TO}"):
        post(office(server.port), LETTER, PDF, "report.pdf")
    assert server.letters == []


def test_words_that_are_no_address_are_not_sent() -> None:
    """Not even asked of the server."""
    with mail_server() as server, pytest.raises(PostError, match="Enter one e-mail address"):
        post(office(server.port), Letter("head of school", "s", "t"), PDF, "report.pdf")
    assert server.letters == []


def test_server_that_is_not_there_is_explained() -> None:
    """What to do instead."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
    with pytest.raises(PostError, match=r"Nothing was sent.*download the PDF"):
        post(office(port), LETTER, PDF, "report.pdf")


def test_nothing_goes_unencrypted_to_another_computer() -> None:
    """A server that is not known to be this computer, and offers no encryption, gets no letter."""
    with mail_server() as server, pytest.raises(PostError, match="SMTPNotSupportedError"):
        post(office(server.port, "127.1"), LETTER, PDF, "report.pdf")
    assert server.letters == []
