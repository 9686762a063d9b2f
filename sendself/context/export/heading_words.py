"""The words by which SIMS, Arbor, Bromcom, ScholarPack and schools name the facts in a heading."""

from __future__ import annotations

import re

from sendself.context.export.facts import Fact

HEADINGS = {
    Fact.UPN: "upn; unique number; unique pupil number; upn number; upn no",
    Fact.ADMISSION_NUMBER: (
        "admission number; admission no; adno; adm no; admno; adm number; admission; adm; id; id number; mis id; "
        "arbor id; bromcom id; sims id; scholarpack id; person id; external id; admissionnumber"
    ),
    Fact.NAME: (
        "name; forename; surname; first name; last name; full name; legal forename; legal surname; legal name; "
        "preferred forename; preferred surname; preferred name; preferred first name; preferred last name; legal "
        "first name; legal last name; middle name; middle names; chosen name; given name; family name; known as; "
        "surname forename; forename surname"
    ),
    Fact.YEAR_GROUP: (
        "year group; year; yr; nc year; ncy; national curriculum year; national curriculum year group; year taught "
        "in; year taught in code; curriculum year; yeargroup; yr group; actual nc year; nc year actual; nc year "
        "group; year grp; year s; year groups; nc yr; ncyear; ncyearactual"
    ),
    Fact.REGISTRATION_GROUP: (
        "reg group; registration group; registration form; reg; form; class; tutor group; form group; registration; "
        "class name; form name; reg grp; tutor; reggroup; registration forms; reg form"
    ),
    Fact.ON_ROLL: (
        "on roll; is on roll; currently on roll; on roll y n; enrolment status; enrollment status; enrolment; "
        "enrollment; enrolment type; registration status; enrol status; enrolmentstatus; enrolment status code; "
        "enrolment status description; roll status; registration type; dual registration status"
    ),
    Fact.LEFT_ON: (
        "leaving date; date of leaving; date left; left date; leave date; leaver date; date of leaving school; "
        "school leaving date; leavingdate; left on; date left school; dol; left school on; leaving school date"
    ),
    Fact.SEN_STATUS: (
        "sen status; sen provision; sen code; sen stage; send status; send provision; sen; send; send code; sen "
        "provision type; sen status code; sen level; send stage; sen provision code; send register; sen register; "
        "sen status description; sen provision description; sen need status; sen category; sen stage code; sen code "
        "of practice; sen cop stage; sen k e; sen e k; sen e k n; senstatus; sen provision status; status sen; sen "
        "n k e; sen record; sen y n; send y n; sen yes no; send yes no; has sen; has send"
    ),
    Fact.SEN_STATUS_END: (
        "sen status end date; sen end date; sen status end; sen status ended; sen provision end date; send end date; "
        "send status end date; status end date; sen status to; sen status date to; date sen ended; sen stage end date; "
        "sen status finish date; end of sen status; sen status ended on; sen record end date; sen status date ended"
    ),
    Fact.EHC_PLAN: (
        "ehcp; ehc plan; has ehcp; has ehc plan; ehc; education health and care plan; ehcp y n; has an ehc plan; "
        "education health care plan; ehcp yes no; ehcp e; ehc plan e; has an ehcp; is ehcp"
    ),
    Fact.SEN_SUPPORT: (
        "sen support; sen k; send support; sen support y n; on sen support; sen support k; send support k; has sen "
        "support; is sen support; sen k support"
    ),
    Fact.NEED: (
        "sen need; sen needs; need type; need; needs; primary need; primary sen need; sen type; primary sen type; "
        "sen need type; main need; sen need code; primary need type; type of need; sen primary need; sen need "
        "description; primary type of need; main sen need; sen primary need code; need code; send need; send needs; "
        "primary send need; sen type code; primary need code; sen types; sen need types; send type; sen type "
        "description; need description; primary area of need; area of need; areas of need; sen area of need; send "
        "area of need; main area of need; main type of need; types of need; sen type of need"
    ),
    Fact.NEED_RANK: (
        "sen need ranking; sen need rank; need ranking; need rank; rank; ranking; sen type ranking; sen type rank; "
        "sen rank; sen ranking; need order; sen need order; need priority; sen need priority; type rank"
    ),
    Fact.FSM: (
        "fsm; fsm eligible; eligible for free meals; eligible for free school meals; free school meals; free meals; "
        "fsm eligibility; fsm currently; currently fsm; fsm now; eligible for fsm; currently eligible for fsm; free "
        "school meal; free school meals eligible; fsm indicator; fsm y n; eligible fsm; currently eligible fsm; "
        "free school meal eligibility; fsm status; "
        "free school meals eligibility; eligible free meals; is fsm; receives fsm"
    ),
    Fact.PUPIL_PREMIUM: (
        "pupil premium; pp; pupil premium indicator; pupil premium eligible; pp indicator; ppi; pp eligible; "
        "premium; premium indicator; pupil premium y n; pupil premium eligibility; pp y n; is pupil premium; "
        "eligible for pupil premium; pupil premium recipient; premium eligible; pupil premium status; pp status; "
        "premium recipient"
    ),
    Fact.EVER_IN_CARE: (
        "ever in care; in care; looked after; lac; cla; looked after child; in la care; in lea care; child looked "
        "after; ever looked after; eic; care; children looked after; in care ever; ever lac; lac status"
    ),
    Fact.ATTENDANCE: (
        "attendance; percent attendance; attendance percent; attendance percentage; percentage attendance; present "
        "percent; percent present; att percent; overall attendance; attendance rate; attendance ytd; percent "
        "attend; percent att; attend percent; attendance year to date; percentage attend; overall attendance "
        "percent; att; attendance ytd percent; year to date attendance; total attendance percent; attendance to "
        "date; attendance percent ytd; percent attended; percentage present; attended percent; attended percentage"
    ),
    Fact.ABSENCE: (
        "percent absence; absence percent; absence rate; overall absence; overall absence percent; absence "
        "percentage; percent absent; absent percent; total absence percent; percentage absence; percent absences"
    ),
    Fact.SESSIONS_ATTENDED: (
        "sessions attended; attended sessions; attendances; attended; attends; sessions present; present; presents; "
        "sess att; sess attended; sess present; att sess; "
        "present marks; present sessions; possible attended; attendance sessions; sessions attend; number attended; "
        "present aea; present and aea; present plus aea; present including aea; present inc aea; attended inc aea"
    ),
    Fact.SESSIONS_AEA: (
        "aea; aeas; approved educational activity; approved educational activities; approved ed activity; sessions "
        "aea; approved educational activity sessions"
    ),
    Fact.SESSIONS_ABSENT: (
        "sessions absent; absent sessions; absences; absent; sessions missed; missed sessions; total absences; "
        "absence sessions; total absent"
    ),
    Fact.SESSIONS_POSSIBLE: (
        "possible; possible sessions; sessions possible; possible marks; poss; possible attendances; total "
        "sessions; sessions; sess poss; poss sess; sess possible; sessions poss; poss sessions; total possible "
        "sessions; number possible; possible attendance"
    ),
    Fact.SUSPENSIONS: (
        "suspensions; suspension; number of suspensions; suspension count; no of suspensions; total suspensions; "
        "fixed term exclusions; fixed period exclusions; fixed term exclusion; number of fixed term exclusions; "
        "suspensions ytd; count of suspensions; num suspensions; suspended; fixed term exclusion count; suspensions "
        "count; suspensions this year; suspensions number; ftes; number of ftes; no of ftes; total ftes; fte count"
    ),
    Fact.SUSPENSION_TIME: (
        "suspension sessions; sessions suspended; suspension days; days suspended; sessions of suspension; days of "
        "suspension; days lost to suspension; sessions lost to suspension; suspended days; suspended sessions; "
        "suspension sessions lost; suspensions days; suspensions sessions; sessions lost to suspensions; fixed term "
        "exclusion days; fte days; fte sessions; days excluded; sessions excluded; "
        "fixed term exclusion sessions; total days suspended; "
        "total sessions suspended"
    ),
    Fact.PERMANENT_EXCLUSIONS: (
        "permanent exclusions; permanent exclusion; permanently excluded; pex; perm ex; perm exclusions; exclusions "
        "permanent; number of permanent exclusions; perm exclusion; permanent exclusions count; permex; "
        "perm excl; perm excls; permanent excl; p ex"
    ),
}

# Yes or no to SEN of either kind, which is SEN support where another column says who has an EHC plan.
ANY_SEN = re.compile(r"^(is|has|on) send?( register)?$|^send? (y n|yes no)$")

# Headings that are longer than those above and still say one thing; a heading with any of `OTHER` says another.
LIKELY = (
    (Fact.SEN_STATUS_END, re.compile(r"^(end|ended|end date|date ended|finish date)$")),
    (Fact.NEED_RANK, re.compile(r"\b(need|sen type)s? .*\brank")),
    (
        Fact.NEED,
        re.compile(r"\b(primary|secondary|tertiary|main|second|third|other|additional|\d)\b.*\b(need|sen type)s?\b"),
    ),
    (
        Fact.NEED,
        re.compile(r"\b(need|sen type|need type)s?( code| description| type)? (\d|primary|secondary|tertiary)\b"),
    ),
    (Fact.SEN_STATUS, re.compile(r"\bsend? (status|provision|stage|code)\b")),
    (
        Fact.SUSPENSION_TIME,
        re.compile(r"\b(sessions|days)\b.*\b(suspen|fixed term)|\b(suspen|fixed term).*\b(sessions|days)\b"),
    ),
    (Fact.PERMANENT_EXCLUSIONS, re.compile(r"\bpermanent(ly)? exclu")),
    (Fact.SUSPENSIONS, re.compile(r"\bsuspensions?\b|\bfixed (term|period) exclusions?\b")),
    # Schools have long called suspensions so; whether permanent ones are among them only they know.
    (Fact.SUSPENSIONS, re.compile(r"^(total |number of |no of )?exclusions( count| number)?$")),
    (Fact.SEN_SUPPORT, ANY_SEN),
    (Fact.PUPIL_PREMIUM, re.compile(r"\bpupil premium\b")),
    (Fact.FSM, re.compile(r"\b(eligible for|entitled to) (free (school )?meals|fsm)\b|\bfsm eligib")),
    (Fact.YEAR_GROUP, re.compile(r"\byear groups?\b")),
    (Fact.REGISTRATION_GROUP, re.compile(r"\b(reg|registration|tutor|form) (group|form)s?\b")),
    (Fact.ATTENDANCE, re.compile(r"\battendance\b.*\bpercent|\bpercent(age)?\b.*\battend")),
)
OTHER = re.compile(
    r"\b(date|start|end|from|until|notes?|comments?|history|previous\w*|former\w*|prior|old|review|transition\w*|"
    r"funding|funded|hours|cost|\w*ever ?6\w*|ever|e6|fsm ?e?6|fsme6|(six|6) years|universal|infants?|service|amount|"
    r"reason|entry|unauthorised|authorised|lesson|target|predict\w*|expected|forecast\w*|projected|estimated|band|"
    r"weeks?|weekly|fortnight\w*|today|yesterday|daily|months?|monthly|ks[1-5]|last year|not|no longer|teacher|"
    r"tutor name|strateg\w*|mother|father|parent|carer|contact|sibling|doctor)\b"
)
WHEN = re.compile(
    r"\b((academic |school )?(year )?to date|(this|current) (academic |school )?year|so far|ytd|"
    r"((academic|school) year |(for|in) )?20\d\d (20)?\d\d)\b"
)
FILLER = re.compile(
    r"\b(y n|yes no|this academic year|academic year to date|pupils?|students?|learners?|child|childs|current)\b"
)
ORDER = ((re.compile(r"\b(primary|main|first|1)\b"), 1), (re.compile(r"\b(secondary|second|2)\b"), 3))
LATER = re.compile(r"\b(tertiary|third|other|additional|[3-9])\b")

REGISTER = re.compile(r"\bsend? (register|record|list|pupils|students)\b")
LEAVERS = re.compile(r"\b(leavers?|former (pupils|students)|off roll)\b")
SUSPENSION_DAY = re.compile(r"suspensions? (date|day)s?|(date|day)s? of suspensions?|suspended on|date suspended")
SUSPENSION_START = re.compile(
    r"suspensions? (start(ed|s)?|began|begins?|from)( on)?( date| day)?s?|suspended from( date)?|"
    r"(start|first) (date|day)s? of suspensions?|suspensions? first days?"
)
