"""Read a calendar file as strictly as RFC 5545 is written: whatever it forbids is refused."""

import re
from collections import Counter

LINE = re.compile(r"([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^:;,\"]+)*):(.*)", re.DOTALL)
ESCAPED = re.compile(r"\\\\|\\;|\\,|\\[nN]")
TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "X-WR-CALNAME"})
ONCE = ("UID", "DTSTAMP", "DTSTART")
AT_MOST_ONCE = ("DTEND", "SUMMARY", "DESCRIPTION", "STATUS", "SEQUENCE", "TRANSP")
STATUSES = frozenset({"TENTATIVE", "CONFIRMED", "CANCELLED"})

Event = dict[str, str]


class BadCalendarError(ValueError):
    """The file is no calendar; the message says why."""


def read_calendar(data: bytes) -> list[Event]:
    """The events of a calendar, each property by its name with its text unescaped. Raises `BadCalendarError`."""
    lines = _unfolded(data)
    _need(lines[:1] == [("BEGIN", "", "VCALENDAR")] and lines[-1:] == [("END", "", "VCALENDAR")], "no calendar")
    events, open_event, head = list[Event](), None, Counter[str]()
    for name, parameters, value in lines[1:-1]:
        if (name, value) == ("BEGIN", "VEVENT"):
            _need(open_event is None, "an event inside an event")
            open_event = list[tuple[str, str, str]]()
        elif (name, value) == ("END", "VEVENT"):
            _need(open_event is not None, "the end of no event")
            events.append(_event(open_event or []))
            open_event = None
        elif open_event is not None:
            open_event.append((name, parameters, value))
        else:
            _need(not events, "a property of the calendar after an event")
            head[name] += 1
            _text(name, value)
    _need(open_event is None, "an event without an end")
    _need(bool(events), "a calendar without a component")
    _need(head["VERSION"] == head["PRODID"] == 1, "not one VERSION and one PRODID")
    _need(head["METHOD"] == 0, "a METHOD, which asks for an ORGANIZER in each event")
    _need(len({event["UID"] for event in events}) == len(events), "two events with one UID")
    return events


def _unfolded(data: bytes) -> list[tuple[str, str, str]]:
    _need(data.endswith(b"\r\n"), "the last line has no end")
    pieces = data[:-2].split(b"\r\n")
    _need(not any(b"\r" in piece or b"\n" in piece for piece in pieces), "an end of line that is not CR LF")
    _need(all(0 < len(piece) <= 75 for piece in pieces), "a line of no or of more than 75 octets")
    # Each piece is text by itself: no character is parted.
    lines = list[str]()
    for piece in (piece.decode() for piece in pieces):
        if piece.startswith(" "):
            lines[-1] += piece[1:]
        else:
            lines.append(piece)
    return [_property(line) for line in lines]


def _property(line: str) -> tuple[str, str, str]:
    found = LINE.fullmatch(line)
    _need(found is not None, f"no property: {line!r}")
    _need(not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line), "a control character")
    assert found is not None
    return found[1], found[2], found[3]


def _event(properties: list[tuple[str, str, str]]) -> Event:
    counts = Counter(name for name, _, _ in properties)
    _need(all(counts[name] == 1 for name in ONCE), f"not one each of {ONCE}: {counts}")
    _need(all(counts[name] <= 1 for name in AT_MOST_ONCE), f"something twice: {counts}")
    event = {name: _text(name, value) for name, _, value in properties}
    forms = {name: parameters for name, parameters, _ in properties}
    _need(re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"]) is not None, "DTSTAMP is no time in UTC")
    for name in ("DTSTART", "DTEND"):
        if name in event:
            whole_day = forms[name] == ";VALUE=DATE" and re.fullmatch(r"\d{8}", event[name])
            _need(bool(whole_day), f"{name} is no day")
    _need(event.get("DTEND", "99999999") > event["DTSTART"], "an event that ends before it begins")
    _need(re.fullmatch(r"\d+", event.get("SEQUENCE", "0")) is not None, "SEQUENCE is no number")
    _need(int(event.get("SEQUENCE", "0")) < 2**31, "SEQUENCE is too large")
    _need(event.get("STATUS", "CONFIRMED") in STATUSES, "no STATUS of an event")
    return event


def _text(name: str, value: str) -> str:
    if name not in TEXTS:
        return value
    _need(not re.search(r"[\\;,]", ESCAPED.sub("", value)), f"{name} has a sign that is not escaped")
    return ESCAPED.sub(lambda sign: "\n" if sign[0] in ("\\n", "\\N") else sign[0][1], value)


def _need(holds: bool, problem: str) -> None:
    if not holds:
        raise BadCalendarError(problem)
