"""Pupils with SEND beside the other pupils of the school, as shares, and all pupils nationally where there is one."""

from dataclasses import dataclass, replace
from fractions import Fraction

from sendself.assessment.model import Assessment
from sendself.context.national.beside_national import NOT_OVER, national_value
from sendself.context.national.figure_year import as_school_year, is_not_over
from sendself.context.national.published import benchmark_for, compared_loosely, usual_phase, why_none
from sendself.context.national.sources import Source, Sources, figure_named, schools_compared_with
from sendself.context.questions.asked_from import Given

PERCENT, PER_100 = "%", " per 100 pupils"


@dataclass(frozen=True, slots=True)
class BesideOthers:
    """One comparison: the share of pupils with SEND, of the others, and of all pupils of the phase nationally.

    `unit` follows each number, which has `decimals`. `national` is `None` where nothing is published for the phase;
    `source` then says why. `national_send` and `national_others` are of pupils with and without SEN, `None` where that
    is not published, and of `apart_year` where that is another than that of `national`.
    """

    what: str
    unit: str
    send: float
    others: float
    national: float | None
    source: str
    national_send: float | None = None
    national_others: float | None = None
    apart_year: str = ""
    decimals: int = 1

    def in_words(self, share: float | None) -> str:
        """A share with its unit, or a dash."""
        return "–" if share is None else f"{share:.{self.decimals}f}{self.unit}"

    @property
    def nationally(self) -> str:
        """The national shares in words: of all pupils, and of those with and without SEN where both are published."""
        apart = (("with SEN", self.national_send), ("without", self.national_others))
        known = [f"{who} {self.in_words(share)}" for who, share in apart if share is not None]
        year = f"in {self.apart_year} " if self.apart_year else ""
        return self.in_words(self.national) + (f" ({year}{', '.join(known)})" if known else "")


@dataclass(frozen=True, slots=True)
class SendBesideOthers:
    """The comparisons, the sources that they name by number, and which schools the national figures are of."""

    lines: tuple[BesideOthers, ...]
    sources: tuple[Source, ...]
    schools: str


_COUNTED = (
    ("persistent_absence", "Persistently absent", PERCENT),
    ("suspensions", "Suspensions", PER_100),
    ("suspended", "Suspended at least once", PERCENT),
    ("exclusions", "Permanent exclusions", PER_100),
    ("fsm", "Eligible for free school meals", PERCENT),
    ("pupil_premium", "Pupil premium", PERCENT),
)
# Nationally a pupil in a thousand: with one decimal many would read 0.1.
_DECIMALS = {"exclusions": 2}


def send_beside_others(assessment: Assessment) -> SendBesideOthers:
    """Every comparison for which both groups are known; none where a figure is missing, withheld or impossible.

    The attendance of the others is worked out from that of all pupils and of those with SEND.
    """
    given = Given(assessment, ())
    found = [("attendance", "Attendance", PERCENT, given.value("attendance_send"), _attendance_of_others(given))]
    for measure, what, unit in _COUNTED:
        send = _per_100(given, f"{measure}_send", "send")
        found.append((measure, what, unit, send, _per_100(given, f"{measure}_others", "others")))
    sources = Sources()
    lines = tuple(
        _with_national(assessment, measure, _line(measure, what, unit, float(send), float(others)), sources)
        for measure, what, unit, send, others in found
        if send is not None and others is not None and (unit != PERCENT or max(send, others) <= 100)
    )
    schools = schools_compared_with(usual_phase(assessment), compared_loosely(assessment)) if sources.listed else ""
    return SendBesideOthers(lines, tuple(sources.listed), schools)


def _line(measure: str, what: str, unit: str, send: float, others: float) -> BesideOthers:
    return BesideOthers(what, unit, send, others, None, "", decimals=_DECIMALS.get(measure, 1))


def _with_national(assessment: Assessment, measure: str, line: BesideOthers, sources: Sources) -> BesideOthers:
    wanted = as_school_year(assessment, measure)
    every = benchmark_for(assessment, measure, wanted)
    if every is None:
        return replace(line, source=why_none(assessment, measure))
    own = f"The school's is of {wanted}, {NOT_OVER}. " if is_not_over(assessment, measure) else ""
    named = figure_named(every, wanted, usual_phase(assessment), compared_loosely(assessment))
    source = f"{own}{named} {sources.name(every)}"
    line = replace(line, national=national_value(measure, every), source=source)
    send, others = (benchmark_for(assessment, f"{measure}_{group}", wanted) for group in ("send", "others"))
    if send is None or others is None:
        return line
    return replace(
        line,
        national_send=national_value(measure, send),
        national_others=national_value(measure, others),
        apart_year=send.academic_year if send.academic_year != every.academic_year else "",
        source=f"{source} With and without SEN: {send.academic_year}. {sources.name(send, others)}",
    )


def _per_100(given: Given, part: str, whole: str) -> Fraction | None:
    count, pupils = given.value(part), given.value(whole)
    return 100 * count / pupils if count is not None and pupils else None


def _attendance_of_others(given: Given) -> Fraction | None:
    every, of_send = given.value("attendance"), given.value("attendance_send")
    roll, send, others = given.value("roll"), given.value("send"), given.value("others")
    if every is None or of_send is None or roll is None or send is None or not others:
        return None
    found = (every * roll - of_send * send) / others
    return found if 0 <= found <= 100 else None


def beside_others_in_words(lines: tuple[BesideOthers, ...]) -> str:
    """The same as a sentence for each comparison."""
    return " ".join(
        f"{one.what}: pupils with SEND {one.in_words(one.send)}, other pupils {one.in_words(one.others)}"
        + (f", all pupils nationally {one.nationally}." if one.national is not None else ".")
        for one in lines
    )
