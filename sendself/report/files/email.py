"""The e-mail that carries a report: its words, a link that opens it, and a draft with the PDF attached."""

import re
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import EmailPolicy
from hashlib import sha256
from urllib.parse import quote

from sendself.assessment.disclosure.report_kinds import ReportKind
from sendself.assessment.disclosure.shared import SharedRecord

# One plain address: what else stands in the box for the reviewer's address must not become a header.
_ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")
_LINK_LIMIT, _SUBJECT_IN_LINK = 1_800, 450
_LINE_END = "\r\n"
# A line of an e-mail has at most 998 characters, the header's name among them.
_SUBJECT_LINE = 900


class _WholeSubject(EmailPolicy):
    """A subject with its words as they are: Python's policy folds a long one before its first word, and loses spaces.

    One of plain ASCII stands on one line; another is encoded whole.
    """

    def fold_binary(self, name: str, value: str) -> bytes:
        """A header as it is written into the file."""
        if name != "Subject":
            return super().fold_binary(name, value)
        subject = str(value)
        if not subject.isascii() or len(subject) > _SUBJECT_LINE:
            subject = Header(subject, "utf-8", header_name=name).encode(linesep=_LINE_END)
        return f"{name}: {subject}{_LINE_END}".encode("ascii")


MAIL_POLICY = _WholeSubject(linesep=_LINE_END)
"""How an e-mail is written, here and where it is sent."""


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail in words; `to` is empty where no address is known."""

    to: str
    subject: str
    text: str

    @property
    def link(self) -> str:
        """A mailto link. Programs cut long links, so a long subject and long words are shortened here."""
        subject = _encoded(self.subject, _SUBJECT_IN_LINK)
        return f"mailto:{quote(self.to)}?subject={subject}&body={_encoded(self.text, _LINK_LIMIT - len(subject))}"


def _encoded(words: str, most: int) -> str:
    """Words as a link holds them, in at most so many characters. Lines end as RFC 6068 asks."""
    while len(encoded := quote(words.replace("\n", _LINE_END))) > most:
        words = f"{words[: len(words) * 4 // 5].rstrip()} …"
    return encoded


def is_address(text: str) -> bool:
    """Whether this is one plain e-mail address and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def letter_for(shared: SharedRecord, kind: ReportKind) -> Letter:
    """What to write with a report. Raises `ValueError` for a kind that is not sent by e-mail."""
    assessment = shared.assessment
    if kind not in _WORDS:
        raise ValueError(f"there is no letter for {kind}: it is not sent by e-mail")
    subject, words = _WORDS[kind]
    wish = assessment.review.wants_tested
    parts = ["Dear colleague,", words]
    if wish and kind is ReportKind.FULL:
        parts.append(f"We would like you to test: {wish}")
    parts.append(f"Kind regards\n{assessment.school.name}".rstrip())
    to = assessment.review.reviewer_email if kind is ReportKind.FULL else ""
    return Letter(to if is_address(to) else "", f"{subject}: {assessment.title}", "\n\n".join(parts))


def render_draft(letter: Letter, pdf: bytes, file_name: str) -> bytes:
    """The e-mail as an .eml file that opens as a draft, with the PDF attached and plain text as its body.

    It has neither sender nor date: those are of the person who sends it. The same letter gives the same bytes.
    """
    draft = EmailMessage(policy=MAIL_POLICY)
    draft["X-Unsent"] = "1"
    if letter.to:
        draft["To"] = letter.to
    draft["Subject"] = letter.subject
    draft["Content-Language"] = "en-GB"
    draft.set_content(letter.text, cte="quoted-printable")
    draft.add_attachment(pdf, maintype="application", subtype="pdf", filename=file_name)
    draft.set_boundary(f"part-{sha256(pdf).hexdigest()[:40]}")
    return draft.as_bytes()


_WORDS = {
    ReportKind.FULL: (
        "Self-evaluation of SEND provision",
        "attached is our self-evaluation before your visit. The PDF can be read as it is; opened in sendself it can be "
        "worked on as data. Please keep the file itself: a printed or merged copy loses it.",
    ),
    ReportKind.SUMMARY: (
        "Summary of our SEND self-evaluation",
        "attached are two pages on how we see our provision for pupils with SEND: levels, strengths, priorities, and "
        "what is still open. The last lines are questions that you may want to ask us.",
    ),
    ReportKind.PLAN: (
        "SEND action plan",
        "attached is our plan for pupils with SEND: what comes first, who does what by when, and how we will see that "
        "it worked.",
    ),
}
