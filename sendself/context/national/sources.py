"""Where national figures were published: which one it is in words, and the numbered list of sources below a table."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from sendself.assessment.english import capital
from sendself.assessment.school_years import school_year_in
from sendself.context.national.benchmarks import PHASE_TITLES, Benchmark
from sendself.context.schools.national_phase import MOSTLY_MAINSTREAM


@dataclass(frozen=True, slots=True)
class Source:
    """A publication, its address, and how the figure was worked out from it where it is not printed there."""

    publication: str
    address: str
    how: str = ""

    @property
    def note(self) -> str:
        """How the figure was worked out, as a sentence; empty where it is printed there."""
        return f"Worked out by sendself from what it gives: {self.how}." if self.how else ""

    @property
    def host(self) -> str:
        """Whose site the address leads to."""
        return urlsplit(self.address).netloc

    @property
    def in_words(self) -> str:
        """Publication and address, and how the figure was worked out, for paper."""
        return " ".join(part for part in (f"{self.publication}.", self.note, self.address) if part)


@dataclass(slots=True)
class Sources:
    """The sources of one table, each once, numbered from 1 in the order in which they are named."""

    listed: list[Source] = field(default_factory=list)

    def name(self, *figures: Benchmark) -> str:
        """The sources of these figures by number, as a sentence: "Source 1." or "Sources 1, 3."."""
        numbers = sorted({self._number(figure) for figure in figures})
        return f"Source{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}."

    def _number(self, figure: Benchmark) -> int:
        source = Source(figure.publication, figure.url, figure.how or "")
        if source not in self.listed:
            self.listed.append(source)
        return self.listed.index(source) + 1


def figure_named(found: Benchmark, wanted: str, phase: str, among_mainstream: bool = False) -> str:
    """Which national figure it is, as a sentence: its year or part of one, and whether that is the year asked for.

    The schools are named where they are not of `phase`, which the page says once (see `schools_compared_with`), and
    where most of them are not like the school.
    """
    year = school_year_in(found.academic_year) or found.academic_year
    schools = "" if found.phase == phase else f"{capital(PHASE_TITLES[found.phase])}, "
    if among_mainstream:
        schools = f"All {PHASE_TITLES[found.phase]}, {MOSTLY_MAINSTREAM}: "
    part = f", part of the year only ({_terms(found)})" if found.part_year else ""
    near = "" if year == wanted else ", the nearest"
    return f"{schools}{year}{part}{near}."


def schools_compared_with(phase: str, among_mainstream: bool = False) -> str:
    """Which schools the national figures are of, and of which year, as sentences to stand beside them once.

    `among_mainstream` says that the school is a specialist one and most of those schools are not.
    """
    title = PHASE_TITLES[phase]
    schools = (
        f"all {title}, {MOSTLY_MAINSTREAM}: for a specialist school they say little" if among_mainstream else title
    )
    return (
        f"National figures are of {schools}. Where none is published for the year of the school's figure, the nearest "
        "year is shown."
    )


def _terms(found: Benchmark) -> str:
    both = "autumn_spring" in found.measure
    return "autumn and spring terms" if both else "autumn term"
