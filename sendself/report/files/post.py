"""Sending a letter by the mail server that whoever runs sendself has set. Without the setting nothing is ever sent."""

import os
import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import localtime, make_msgid
from urllib.parse import unquote, urlsplit

from sendself.report.files.email import MAIL_POLICY, Letter, is_address

SERVER, SENDER = "SENDSELF_SMTP_URL", "SENDSELF_SMTP_FROM"
_PORTS = {"smtp": 587, "smtps": 465}
_THIS_COMPUTER = ("localhost", "127.0.0.1", "::1")
_PATIENCE_SECONDS = 30.0


class PostError(Exception):
    """The letter was not sent, or could not be: the message is a sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class PostOffice:
    """A mail server and the address that letters come from. What goes to another computer goes encrypted."""

    host: str
    port: int
    sender: str
    encrypted_from_the_start: bool
    user: str = ""
    password: str = field(default="", repr=False)


def post_office(environment: Mapping[str, str] = os.environ) -> PostOffice | None:
    """The mail server that is set; `None` where none is. Raises `PostError` where the settings are wrong."""
    given = environment.get(SERVER, "").strip()
    if not given:
        return None
    wrong = f"Set {SERVER} as smtps://user:password@mail.example.org:465 or smtp://user:password@mail.example.org:587."
    try:
        url = urlsplit(given)
        port = url.port or _PORTS[url.scheme]
    except (ValueError, KeyError):
        raise PostError(wrong) from None
    if not url.hostname or url.path.strip("/") or url.query:
        raise PostError(wrong)
    sender = environment.get(SENDER, "").strip()
    if not is_address(sender):
        raise PostError(f"Set {SENDER} to the e-mail address that letters come from.")
    return PostOffice(
        url.hostname, port, sender, url.scheme == "smtps", unquote(url.username or ""), unquote(url.password or "")
    )


def post(office: PostOffice, letter: Letter, pdf: bytes, file_name: str) -> None:
    """Hand the letter with its PDF to the mail server.

    Raises `PostError`: then the server did not take it. Whether it arrives, only an answer can tell.
    """
    if not is_address(letter.to):
        raise PostError("Enter one e-mail address, such as head@school.example.org.")
    try:
        with _connected(office) as server:
            if office.user:
                server.login(office.user, office.password)
            server.send_message(_message(office, letter, pdf, file_name))
    except smtplib.SMTPAuthenticationError:
        raise PostError(f"{office.host} refused the user or password. Ask whoever set {SERVER}.") from None
    except smtplib.SMTPRecipientsRefused:
        raise PostError(f"{office.host} does not take e-mail for {letter.to}. Check the address.") from None
    except (smtplib.SMTPException, OSError) as error:
        reason = type(error).__name__
        raise PostError(
            f"Nothing was sent: {office.host} could not be reached or did not take it ({reason}). Try again, or "
            "download the PDF and send it yourself."
        ) from None


def _connected(office: PostOffice) -> smtplib.SMTP:
    trusted = ssl.create_default_context()
    if office.encrypted_from_the_start:
        return smtplib.SMTP_SSL(office.host, office.port, timeout=_PATIENCE_SECONDS, context=trusted)
    server = smtplib.SMTP(office.host, office.port, timeout=_PATIENCE_SECONDS)
    if office.host not in _THIS_COMPUTER:
        try:
            server.starttls(context=trusted)
        except (smtplib.SMTPException, OSError):
            server.close()
            raise
    return server


def _message(office: PostOffice, letter: Letter, pdf: bytes, file_name: str) -> EmailMessage:
    message = EmailMessage(policy=MAIL_POLICY)
    message["From"] = office.sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = localtime()
    message["Message-ID"] = make_msgid(domain=office.sender.partition("@")[2])
    message["Content-Language"] = "en-GB"
    message.set_content(letter.text, cte="quoted-printable")
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=file_name)
    return message
