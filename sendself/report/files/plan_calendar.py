"""The plan as a calendar file (.ics) for the calendars of those who carry it out."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from sendself.assessment.english import listed
from sendself.assessment.items import Action, ActionStatus
from sendself.assessment.model import Assessment
from sendself.assessment.plan import by_due_date, theme_titles
from sendself.assessment.uk_clock import uk_date
from sendself.assessment.words import ACTION_STATUS_NAMES

FOLD = 75
"""Octets on a line of a calendar file, without its end (RFC 5545, section 3.1)."""
_COUNTED_FROM = datetime(2026, 1, 1, tzinfo=UTC)
_HIGHEST = 2**31 - 1
"""What fits into the four bytes that calendar programs keep a sequence in: in seconds, sixty-eight years."""


def plan_calendar(assessment: Assessment, withdrawn: Sequence[Action] = ()) -> bytes | None:
    """Every action with a due date as a whole day in a calendar file (RFC 5545), UTF-8.

    An action keeps its UID for ever, also in the evaluation that follows this one, and its sequence rises with every
    change, so that a later file replaces what an earlier one put into the calendar. What was stopped is cancelled
    there, and so are the `withdrawn` ones (see `withdrawn_actions`), whose words nobody looks at any more before they
    leave: they are left out. `None` where there is nothing for a calendar: a file without an event is not allowed.
    """
    dated = [action for action in by_due_date(assessment) if action.due is not None]
    if not dated and not withdrawn:
        return None
    # Without METHOD: a published calendar would have to name an organiser by a mail address.
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sendself//SEND plan//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escaped(f'SEND plan: {assessment.title}')}")
    for action in dated:
        said = " ".join(action.what.split()) or "An action of the SEND plan"
        done = "Done: " if action.status is ActionStatus.DONE else ""
        words = (f"{done}{said}", _description(assessment, action))
        lines += _event(assessment, action, *words, cancelled=action.status is ActionStatus.STOPPED)
    for action in withdrawn:
        lines += _event(assessment, action, "Taken out of the SEND plan", "", cancelled=True)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(assessment: Assessment, action: Action, summary: str, description: str, *, cancelled: bool) -> Iterator[str]:
    assert action.due is not None
    yield "BEGIN:VEVENT"
    yield f"UID:{action.id}@{action.first_in or assessment.id}.sendself"
    yield f"DTSTAMP:{assessment.updated_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{_sequence(assessment)}"
    yield f"DTSTART;VALUE=DATE:{action.due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{action.due + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(summary)}"
    if description:
        yield f"DESCRIPTION:{_escaped(description)}"
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}"
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
        ("Themes", listed(theme_titles(assessment, action.themes))),
    )
    return "\n".join(f"{name}: {text}" for name, text in said if text)


def _sequence(assessment: Assessment) -> int:
    """A number that rises with every change, from one evaluation to the next too: the seconds up to the last change."""
    return min(max(0, int((assessment.updated_at - _COUNTED_FROM).total_seconds())), _HIGHEST)


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
