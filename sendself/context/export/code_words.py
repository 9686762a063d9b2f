"""The words and codes of SEN status, types of need, year groups, yes and no, in the form of `plain`."""

from __future__ import annotations

from sendself.context.export.facts import Fact

STATUS_WORDS = {
    "EHC_PLAN": (
        "e; ehc; ehcp; ehcps; ehc plan; education health and care plan; education health care plan; education health "
        "and care; education health care; education and health care plan; educational health and care plan; has ehcp; "
        "has an ehcp; has an ehc plan; has ehc plan; with ehcp; sen ehcp; send ehcp; sen ehc plan; sen with ehcp; sen "
        "with ehc plan"
    ),
    "SUPPORT": (
        "k; sen support; send support; sen supp; send supp; sen k; send k; sens; support; school support; on sen "
        "support; special educational needs support; special educational need support; special educational needs and "
        "disabilities support; special educational needs and disability support"
    ),
    "NONE": (
        "n; no; none; no sen; no send; not sen; non sen; not send; no special educational need; no special need; no "
        "special educational needs; no special educational needs or disability; no special educational provision; "
        "no sen provision; no sen support; no identified sen; no specified sen; no sen specified; no recorded sen; "
        "no sen recorded; no sen status; not on sen register; not on register; "
        "no longer sen; false; sen n; n a; 0; "
        "nil; no status; no send status; no sen need; no sen needs; no send need; no send needs; no need; no needs; no "
        "sen stage; none recorded; not applicable; non send"
    ),
    "MONITORED": (
        "m; monitor; monitored; monitoring; sen monitoring; sen monitored; watch; watch list; under observation; "
        "cause for concern; initial concern; on watch; being monitored"
    ),
}
"""By the name of the status."""

NOTHING_SAID = frozenset(["", "blank", "null"])

NEED_WORDS = {
    "SPLD": (
        "specific learning difficulties; specific learning difficulty dyslexia; spld dyslexia; spld "
        "dyscalculia; spld dyspraxia"
    ),
    "MLD": "moderate learning difficulties",
    "SLD": "severe learning difficulties",
    "PMLD": (
        "profound and multiple learning difficulties; profound multiple learning difficulty; profound "
        "multiple learning difficulties"
    ),
    "SEMH": (
        "social emotional and mental health; social emotional mental health; social emotional and mental "
        "health difficulties; social emotional and mental health difficulty; social emotional and mental "
        "health need"
    ),
    "SLCN": (
        "speech language and communication need; speech language or communication needs; speech language "
        "communication needs; speech language and communication; speech language and communications "
        "needs; speech language and communication difficulties"
    ),
    "HI": "hearing impaired",
    "VI": "visual impairment; visually impaired; vision impaired",
    "MSI": "multisensory impairment; multi sensory impaired",
    "PD": "physical disabilities; physically disabled",
    "ASD": (
        "autism spectrum disorder; autistic spectrum disorders; autism; asc; autistic; autistic spectrum "
        "condition; autism spectrum condition; autistic spectrum"
    ),
    "OTH": (
        "other difficulty disability; other difficulty; other disability; other difficulty or disability;"
        " other; other difficulties disabilities; other difficulties; other disabilities; other need; "
        "other sen"
    ),
    "NSA": (
        "no specialist assessment of type of need; no specialist assessment; no specialist assessment of "
        "need; sen support no specialist assessment"
    ),
    "DS": "downs syndrome",
}
"""By the census's code: what is said for a type of need beside its code and its name."""

YES = frozenset(["y", "yes", "true", "t", "1", "x", "tick", "ticked", "eligible"])
NO = frozenset(["n", "no", "false", "f", "0", "none", "not eligible", "ineligible", "never", "nil", "n a"])
TICKS = frozenset("✓✔☑✅")
CROSSES = frozenset("✗✘✖❌")
YEAR_WORDS = {
    "Nursery": "n n1 n2 e1 e2 nursery nur yn prenursery",
    "Reception": "r yr reception rec fs2 0 y0",
}
_PREMIUM_TYPES = (
    "pp; pupil premium; deprivation; deprivation pupil premium; fsm; free school meals; ever 6; ever 6 fsm; e6; "
    "fsm6; fsm ever 6; free school meals ever 6; lac; cla; looked after; looked after child; in care; post lac; "
    "plac; pla; previously looked after; previously looked after child; post looked after; adopted; adopted from "
    "care; service; service child; service children; service premium; service pupil premium"
)
FLAG_WORDS: dict[Fact, frozenset[str]] = {
    Fact.FSM: frozenset({"fsm", "free", "free meals", "free school meals", "free school meal", "eligible for fsm"}),
    Fact.PUPIL_PREMIUM: frozenset(_PREMIUM_TYPES.split("; ")),
    Fact.EVER_IN_CARE: frozenset(
        {"lac", "cla", "looked after", "in care", "ever in care", "post lac", "previously lac"}
    ),
}
"""What says yes in a column of a fact, beside a mere yes."""
