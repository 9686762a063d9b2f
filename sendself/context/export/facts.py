"""The facts about a pupil that an export can give."""

from __future__ import annotations

from enum import StrEnum


class Fact(StrEnum):
    """What a column says of a pupil. Names are recognised so that they are left alone."""

    UPN = "upn"
    ADMISSION_NUMBER = "admission_number"
    NAME = "name"
    YEAR_GROUP = "year_group"
    REGISTRATION_GROUP = "registration_group"
    ON_ROLL = "on_roll"
    LEFT_ON = "left_on"
    SEN_STATUS = "sen_status"
    SEN_STATUS_END = "sen_status_end"
    EHC_PLAN = "ehc_plan"
    SEN_SUPPORT = "sen_support"
    NEED = "need"
    NEED_RANK = "need_rank"
    FSM = "fsm"
    PUPIL_PREMIUM = "pupil_premium"
    EVER_IN_CARE = "ever_in_care"
    ATTENDANCE = "attendance"
    ABSENCE = "absence"
    SESSIONS_ATTENDED = "sessions_attended"
    SESSIONS_AEA = "sessions_aea"
    SESSIONS_ABSENT = "sessions_absent"
    SESSIONS_POSSIBLE = "sessions_possible"
    SUSPENSIONS = "suspensions"
    SUSPENSION_TIME = "suspension_time"
    PERMANENT_EXCLUSIONS = "permanent_exclusions"


LABELS: dict[Fact, str] = {
    Fact.UPN: "UPN",
    Fact.ADMISSION_NUMBER: "Admission number",
    Fact.NAME: "Name (not read)",
    Fact.YEAR_GROUP: "Year group",
    Fact.REGISTRATION_GROUP: "Registration group",
    Fact.ON_ROLL: "On roll, or enrolment status",
    Fact.LEFT_ON: "Left the school on",
    Fact.SEN_STATUS: "SEN status",
    Fact.SEN_STATUS_END: "SEN status ended on",
    Fact.EHC_PLAN: "Has an EHC plan, yes or no",
    Fact.SEN_SUPPORT: "Has SEN support, yes or no",
    Fact.NEED: "Type of need",
    Fact.NEED_RANK: "Rank of the need",
    Fact.FSM: "Eligible for free school meals",
    Fact.PUPIL_PREMIUM: "Pupil premium",
    Fact.EVER_IN_CARE: "Ever in care",
    Fact.ATTENDANCE: "Attendance in percent",
    Fact.ABSENCE: "Absence in percent",
    Fact.SESSIONS_ATTENDED: "Sessions attended",
    Fact.SESSIONS_AEA: "Approved educational activity, where it is to be added to the sessions attended",
    Fact.SESSIONS_ABSENT: "Sessions absent",
    Fact.SESSIONS_POSSIBLE: "Possible sessions",
    Fact.SUSPENSIONS: "Number of suspensions",
    Fact.SUSPENSION_TIME: "Sessions or days of suspension",
    Fact.PERMANENT_EXCLUSIONS: "Permanent exclusions",
}
"""What each fact is called where a column is chosen for it."""

SEVERAL = frozenset({Fact.NAME, Fact.ON_ROLL, Fact.SEN_STATUS, Fact.NEED})
"""Facts that may have several columns: a label and its code, a first and a second need."""

OF_SHARES = frozenset({Fact.ATTENDANCE, Fact.ABSENCE})
OF_SESSIONS = frozenset({Fact.SESSIONS_ATTENDED, Fact.SESSIONS_ABSENT, Fact.SESSIONS_POSSIBLE})
OF_ATTENDANCE = OF_SHARES | OF_SESSIONS
"""What says how much of the time a pupil was there."""

OF_EVENTS = frozenset({Fact.SUSPENSIONS, Fact.SUSPENSION_TIME, Fact.PERMANENT_EXCLUSIONS})
"""What is counted over a school year, and asked for of the last full one."""

OVER_TIME = OF_ATTENDANCE | OF_EVENTS
"""What is counted over time, whose heading may say of which: "Attendance 2025-26"."""

ASKED_YES = (
    Fact.FSM,
    Fact.PUPIL_PREMIUM,
    Fact.EVER_IN_CARE,
    Fact.SUSPENSIONS,
    Fact.SUSPENSION_TIME,
    Fact.PERMANENT_EXCLUSIONS,
)
"""What is counted of the pupils of whom it is said, and no of the rest: a cell that cannot be read would be a no."""
