"""The plan as a calendar file (.ics) for the calendars of those who carry it out."""

from collections.abc import Iterator
from datetime import UTC, timedelta

from sendself.assessment.model import Action, ActionStatus, Assessment
from sendself.assessment.plan import by_due_date, theme_titles
from sendself.assessment.words import ACTION_STATUS_NAMES, listed, uk_date

FOLD = 75
"""Octets on a line of a calendar file, without its end (RFC 5545, section 3.1)."""


def plan_calendar(assessment: Assessment) -> bytes:
    """Every action with a due date as a whole day in a calendar file (RFC 5545), UTF-8.

    An action keeps its UID and its sequence rises with every change, so that a later file replaces what an earlier one
    put into the calendar. What was stopped is cancelled there.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sendself//SEND plan//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{_escaped(f'SEND plan: {assessment.title}')}"]
    for action in by_due_date(assessment):
        if action.due is not None:
            lines += _event(assessment, action)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(assessment: Assessment, action: Action) -> Iterator[str]:
    assert action.due is not None
    stopped = action.status is ActionStatus.STOPPED
    done = "Done: " if action.status is ActionStatus.DONE else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{action.id}@{assessment.id}.sendself"
    yield f"DTSTAMP:{assessment.updated_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{_times_changed(assessment, action)}"
    yield f"DTSTART;VALUE=DATE:{action.due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{action.due + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(done + (' '.join(action.what.split()) or 'An action of the SEND plan'))}"
    yield f"DESCRIPTION:{_escaped(_description(assessment, action))}"
    yield f"STATUS:{'CANCELLED' if stopped else 'CONFIRMED'}"
    # A whole day that is due is not a day on which nobody can be met.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(assessment: Assessment, action: Action) -> str:
    said = (
        ("Who sees to it", action.owner),
        ("Start", uk_date(action.start) if action.start else ""),
        ("Status", ACTION_STATUS_NAMES[action.status]),
        ("How we will see that it worked", action.success),
        ("What it takes", action.resources),
        ("Themes", listed(theme_titles(assessment, action))),
    )
    return "\n".join(f"{name}: {text}" for name, text in said if text)


def _times_changed(assessment: Assessment, action: Action) -> int:
    subject = f"action:{action.id}|"
    return sum(saved.version for key, saved in assessment.versions.items() if key.startswith(subject))


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, no character parted, each later piece led by a space."""
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > FOLD:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += octets
    return "\r\n".join(pieces)
