"""What a pupil attended of what was possible, and what that comes to for a group."""

from __future__ import annotations

from collections.abc import Iterable

from sendself.context.export.facts import Fact
from sendself.context.export.pupil import Pupil

PERSISTENT = 90
"""Attendance under this percentage is persistent absence."""


def attended(pupil: Pupil) -> tuple[float, float] | None:
    """What a pupil attended of what was possible: sessions, or percent of 100, or `None` when neither is given.

    Without possible sessions, as before a pupil's first day, a percentage says nothing.
    """
    if (sessions := sessions_of(pupil)) is not None:
        return sessions
    said = pupil.said
    if said.get(Fact.SESSIONS_POSSIBLE) == 0:
        return None
    if Fact.ATTENDANCE in said:
        return said[Fact.ATTENDANCE], 100
    return (100 - said[Fact.ABSENCE], 100) if Fact.ABSENCE in said else None


def sessions_of(pupil: Pupil) -> tuple[float, float] | None:
    """Sessions attended and possible; `None` where they are not given, are none, or contradict each other."""
    possible, sessions = pupil.said.get(Fact.SESSIONS_POSSIBLE), _sessions(pupil)
    return (sessions, possible) if possible and sessions is not None and 0 <= sessions <= possible else None


def contradicted(pupil: Pupil) -> bool:
    """Whether more sessions are said to be attended, or missed, than were possible."""
    possible, sessions = pupil.said.get(Fact.SESSIONS_POSSIBLE), _sessions(pupil)
    if not possible or sessions is None:
        return False
    return not 0 <= sessions <= possible


def _sessions(pupil: Pupil) -> float | None:
    """Sessions attended, or what those missed leave of the possible ones."""
    possible, missed = pupil.said.get(Fact.SESSIONS_POSSIBLE), pupil.said.get(Fact.SESSIONS_ABSENT)
    left = None if possible is None or missed is None else possible - missed
    sessions: float | None = pupil.said.get(Fact.SESSIONS_ATTENDED, left)
    return sessions


def attendance_of(group: Iterable[Pupil]) -> float | None:
    """Sessions attended of possible sessions in percent; where only percentages are given, their mean."""
    known = [found for pupil in group if (found := attended(pupil)) is not None]
    possible = sum(of for _, of in known)
    return round(100 * sum(sessions for sessions, _ in known) / possible, 2) if possible else None


def persistently_absent(pupil: Pupil) -> bool:
    """Whether a pupil is known to have missed more than a tenth."""
    found = attended(pupil)
    return found is not None and 100 * found[0] < PERSISTENT * found[1]
