"""What a newer register changes, so that it can be read before the old one is replaced."""

from __future__ import annotations

from dataclasses import dataclass

from sendself.assessment.english import counted
from sendself.context.schools.entry import COUNTS
from sendself.context.schools.register import Register, RegisterEntry


@dataclass(frozen=True, slots=True)
class RegisterChanges:
    """The differences between two registers, each list by URN; pairs are (before, after).

    `figures_changed` counts schools with a census in both whose counts differ; `old_figures` and `new_figures` the
    schools whose roll, EHC plans and SEN support are all given.
    """

    old_year: str
    new_year: str
    old_size: int
    new_size: int
    added: tuple[RegisterEntry, ...]
    gone: tuple[RegisterEntry, ...]
    renamed: tuple[tuple[RegisterEntry, RegisterEntry], ...]
    closed: tuple[tuple[RegisterEntry, RegisterEntry], ...]
    gained_census: int
    lost_census: int
    figures_changed: int
    old_figures: int
    new_figures: int

    @property
    def is_far_poorer(self) -> bool:
        """True when fewer than half as many schools would have figures as have them now."""
        return 2 * self.new_figures < self.old_figures

    @property
    def is_older(self) -> bool:
        """True when the new register's census is of an earlier year than the old one's."""
        return self.new_year < self.old_year

    def sentences(self) -> tuple[str, ...]:
        """The summary, one sentence per kind of change; a loss of most figures comes first, then the census years."""
        years = (
            f"The census figures stay those of {self.new_year}."
            if self.new_year == self.old_year
            else f"The census figures change from {self.old_year} to {self.new_year}."
        )
        warning = ("The new figures are older than the ones in use.",) if self.is_older else ()
        kinds = (
            (len(self.added), "new in the register"),
            (len(self.gone), "no longer in the register"),
            (len(self.renamed), "under another name"),
            (len(self.closed), "newly marked closed"),
            (self.gained_census, "newly given census figures"),
            (self.lost_census, "left without census figures"),
            (self.figures_changed, "given other census figures"),
        )
        size = f"The register had {self.old_size:,} schools and has {self.new_size:,}."
        left = counted(self.new_figures, "school")
        poorer = (
            f"Check the census file before you use it: only {left} would have a roll, EHC plans and SEN support, where "
            f"{self.old_figures:,} have them now.",
        )
        first = poorer if self.is_far_poorer else ()
        return (*first, years, *warning, size, *(f"{_schools(number)} {what}." for number, what in kinds if number))


def compare_registers(old: Register, new: Register) -> RegisterChanges:
    """What replacing `old` by `new` changes: schools added, gone, renamed and closed, and the census year."""
    before, after = {entry.urn: entry for entry in old}, {entry.urn: entry for entry in new}
    both = [(before[urn], after[urn]) for urn in sorted(before.keys() & after.keys())]
    return RegisterChanges(
        old_year=old.year,
        new_year=new.year,
        old_size=len(old),
        new_size=len(new),
        added=tuple(after[urn] for urn in sorted(after.keys() - before.keys())),
        gone=tuple(before[urn] for urn in sorted(before.keys() - after.keys())),
        renamed=tuple(pair for pair in both if pair[0].name != pair[1].name),
        closed=tuple(pair for pair in both if pair[1].is_closed and not pair[0].is_closed),
        gained_census=sum(was.census is None and now.census is not None for was, now in both),
        lost_census=sum(was.census is not None and now.census is None for was, now in both),
        figures_changed=sum(_other_figures(was, now) for was, now in both),
        old_figures=sum(map(_has_figures, old)),
        new_figures=sum(map(_has_figures, new)),
    )


def _has_figures(entry: RegisterEntry) -> bool:
    census = entry.census
    return census is not None and None not in (census.roll, census.ehc_plans, census.sen_support)


def _other_figures(was: RegisterEntry, now: RegisterEntry) -> bool:
    before, after = was.census, now.census
    if before is None or after is None:
        return False
    return any(getattr(before, name) != getattr(after, name) for name in COUNTS)


def _schools(number: int) -> str:
    return f"{number:,} school is" if number == 1 else f"{number:,} schools are"
