"""A school of the register as the record keeps it, with its published census as the first figures."""

from sendself.assessment.context import Context, Figure
from sendself.assessment.school import OLDEST, School
from sendself.assessment.uk_clock import uk_date
from sendself.assessment.words import KIND_NAMES
from sendself.context.schools.entry import RegisterEntry
from sendself.rubric.duty import SchoolKind, Setting

# First match wins: the DfE's words for the type of school, from the more to the less special.
_KINDS: tuple[tuple[str, SchoolKind], ...] = (
    ("other independent special", SchoolKind.INDEPENDENT_SPECIAL),
    ("independent", SchoolKind.INDEPENDENT),
    ("non-maintained special", SchoolKind.NON_MAINTAINED_SPECIAL),
    ("academy special", SchoolKind.SPECIAL_ACADEMY),
    ("free schools special", SchoolKind.SPECIAL_ACADEMY),
    ("special school", SchoolKind.MAINTAINED_SPECIAL),
    ("alternative provision", SchoolKind.AP_ACADEMY),
    ("pupil referral", SchoolKind.PRU),
    ("nursery", SchoolKind.MAINTAINED_NURSERY),
    ("academy", SchoolKind.ACADEMY),
    ("free schools", SchoolKind.ACADEMY),
    ("studio school", SchoolKind.ACADEMY),
    ("university technical", SchoolKind.ACADEMY),
    ("city technology", SchoolKind.ACADEMY),
    ("community", SchoolKind.MAINTAINED),
    ("foundation", SchoolKind.MAINTAINED),
    ("voluntary", SchoolKind.MAINTAINED),
)
# "State-funded special school" and "State-funded AP school" do not say who runs them: the kind is left open.
_UNSAID = ("state-funded special", "state-funded ap")

_MEASURES = ("roll", "ehc_plans", "sen_support", "fsm")


def school_kind(type_name: str) -> SchoolKind | None:
    """The legal kind that the DfE's type of school says, or `None` where it leaves it open."""
    words = type_name.casefold()
    if any(words.startswith(unsaid) for unsaid in _UNSAID):
        return None
    return next((kind for sign, kind in _KINDS if sign in words), None)


def school_of(entry: RegisterEntry) -> School:
    """The school as the record keeps it."""
    return School(
        urn=entry.urn,
        name=entry.name or "",
        town=entry.town,
        postcode=entry.postcode,
        local_authority=entry.local_authority,
        phase=entry.phase,
        type_name=entry.type_name,
        kind=school_kind(entry.type_name),
        age_low=_age(entry.age_low),
        age_high=_age(entry.age_high),
    )


def _age(years: int | None) -> int | None:
    # 99 and the like say that a college has no upper age.
    return years if years is not None and years <= OLDEST else None


def published_context(entry: RegisterEntry) -> Context:
    """The school's figures in the DfE's published census, with their year, and the day of its last inspection.

    What was not published is left open.
    """
    census = entry.census
    values = {name: getattr(census, name) for name in _MEASURES} if census else {}
    figures = {
        name: Figure(value=value, source="published", year=census.year if census else "")
        for name, value in values.items()
        if value is not None
    }
    return Context(figures=figures, words={"inspection": _inspection(entry)})


def _inspection(entry: RegisterEntry) -> str:
    """The day as the first words of what the school says of its inspection, with where it is from."""
    of = f" of {entry.census.year}" if entry.census else ""
    return f"{uk_date(entry.inspected)}, the last in the DfE's list{of}" if entry.inspected else ""


def likely_setting(school: School) -> Setting:
    """The setting that a school of this kind most likely evaluates; whoever begins can choose another."""
    words = f"{school.phase} {school.type_name} {KIND_NAMES[school.kind] if school.kind else ''}".casefold()
    if "pupil referral" in words:
        return Setting.PRU
    if "alternative" in words or " ap " in f" {words} ":
        return Setting.AP
    return Setting.SPECIAL if "special" in words else Setting.MAINSTREAM
