"""The statistics a school gives as its context: what each is called, its unit, and what it is counted within."""

from collections.abc import Mapping

from sendself.assessment.measure import SEND, SPECIALIST, Measure
from sendself.assessment.needs import NEEDS, need_measure
from sendself.rubric.duty import Setting

_MAIN: tuple[Measure, ...] = (
    Measure("roll", "Number on roll", "pupils", "All pupils, as in the school census.", counts_pupils=False),
    Measure(
        "ehc_plans",
        "Pupils with an EHC plan",
        "pupils",
        "Census code E.",
        part_of="roll",
        apart_from="sen_support",
    ),
    Measure(
        "sen_support",
        "Pupils with SEN support",
        "pupils",
        "Census code K.",
        part_of="roll",
        apart_from="ehc_plans",
    ),
    Measure("fsm", "Pupils eligible for free school meals", "pupils", "On census day.", part_of="roll"),
    Measure(
        "places",
        "Places commissioned",
        "places",
        "By the local authorities that place pupils here, for this year.",
        counts_pupils=False,
        settings=SPECIALIST,
    ),
    Measure(
        "attendance",
        "Attendance of all pupils",
        "percent",
        "Sessions attended of possible sessions, over the school year.",
        counts_pupils=False,
        about=("roll",),
        whole=False,
        limit=100,
        time="over_a_year",
    ),
    Measure(
        "attendance_send",
        "Attendance of pupils with SEND",
        "percent",
        "The same, for pupils with an EHC plan or SEN support.",
        counts_pupils=False,
        about=SEND,
        whole=False,
        limit=100,
        time="over_a_year",
    ),
    Measure("suspensions", "Suspensions, all pupils", "suspensions", "Over the school year.", time="over_a_year"),
    Measure(
        "suspensions_send",
        "Suspensions of pupils with SEND",
        "suspensions",
        "How many of them were of pupils with an EHC plan or SEN support.",
        part_of="suspensions",
        time="over_a_year",
    ),
    Measure(
        "exclusions",
        "Permanent exclusions, all pupils",
        "exclusions",
        "Over the school year.",
        limit=500,
        time="over_a_year",
    ),
    Measure(
        "exclusions_send",
        "Permanent exclusions of pupils with SEND",
        "exclusions",
        "How many of them were of pupils with an EHC plan or SEN support.",
        part_of="exclusions",
        limit=500,
        time="over_a_year",
    ),
    Measure(
        "senco_days",
        "Days a week the SENCO has for the role",
        "days",
        "Time kept free for it, in days: 2.5 for half the week.",
        counts_pupils=False,
        whole=False,
        limit=5,
    ),
)

_OF_SEND = "How many of them have an EHC plan or SEN support."
_MORE: tuple[Measure, ...] = (
    Measure(
        "fsm_send",
        "Pupils with SEND eligible for free school meals",
        "pupils",
        "How many of the pupils eligible for free school meals have an EHC plan or SEN support.",
        part_of="fsm",
        about=SEND,
        group="more",
    ),
    Measure(
        "pupil_premium",
        "Pupils with pupil premium",
        "pupils",
        "All for whom the school is given pupil premium this year.",
        part_of="roll",
        group="more",
    ),
    Measure(
        "pupil_premium_send",
        "Pupils with SEND and pupil premium",
        "pupils",
        _OF_SEND,
        part_of="pupil_premium",
        about=SEND,
        group="more",
    ),
    Measure(
        "persistent_absence",
        "Pupils persistently absent",
        "pupils",
        "Attendance under 90% of possible sessions, over the school year.",
        part_of="roll",
        group="more",
        time="over_a_year",
    ),
    Measure(
        "persistent_absence_send",
        "Pupils with SEND persistently absent",
        "pupils",
        _OF_SEND,
        part_of="persistent_absence",
        about=SEND,
        group="more",
        time="over_a_year",
    ),
    Measure(
        "suspended",
        "Pupils suspended at least once",
        "pupils",
        "Over the school year: pupils, not suspensions.",
        part_of="roll",
        group="more",
        time="over_a_year",
    ),
    Measure(
        "suspended_send",
        "Pupils with SEND suspended at least once",
        "pupils",
        _OF_SEND,
        part_of="suspended",
        about=SEND,
        group="more",
        time="over_a_year",
    ),
)
_NEEDS: tuple[Measure, ...] = tuple(
    Measure(
        need_measure(code),
        f"Pupils with {name} ({code})",
        "pupils",
        "Pupils with an EHC plan or SEN support who have this as their first, or primary, type of need.",
        about=SEND,
        group="needs",
    )
    for code, name in NEEDS.items()
)

MEASURES: tuple[Measure, ...] = (*_MAIN, *_MORE, *_NEEDS)
BY_ID: Mapping[str, Measure] = {measure.id: measure for measure in MEASURES}


def measures_for(setting: Setting) -> tuple[Measure, ...]:
    """The measures asked of a setting, in the order of the page."""
    return tuple(measure for measure in MEASURES if setting in measure.settings)
