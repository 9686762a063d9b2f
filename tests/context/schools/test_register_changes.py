from __future__ import annotations

from typing import Any

import pyarrow as pa

from sendself.context.schools.register import SCHEMA, Register
from sendself.context.schools.register_build import STATUS_UNKNOWN
from sendself.context.schools.register_changes import compare_registers


def register(year: str, *schools: tuple[int, str | None, str, int | None]) -> Register:
    """A register of schools given as URN, name, status and roll (None: no census)."""
    rows: list[dict[str, Any]] = [
        {
            **dict.fromkeys(SCHEMA.names, ""),
            **dict.fromkeys(SCHEMA.names[9:]),
            "urn": urn,
            "name": name,
            "status": status,
            "census_type": None if roll is None else "State-funded primary",
            "roll": roll,
            **dict.fromkeys(("ehc_plans", "sen_support"), None if roll is None else 4),
        }
        for urn, name, status, roll in schools
    ]
    return Register(pa.Table.from_pylist(rows, schema=SCHEMA), {"year": year})


OLD = register(
    "2023/24",
    (1, "Ash", "Open", 100),
    (2, "Beech", "Open", 100),
    (3, "Cedar", "Open", 100),
    (4, "Elm", "Closed", None),
    (5, None, STATUS_UNKNOWN, 20),
)
NEW = register(
    "2024/25",
    (1, "Ash Academy", "Open", 110),
    (2, "Beech", "Closed", None),
    (4, "Elm", "Closed", None),
    (5, "Fir Nursery", "Open", 20),
    (6, "Gorse", "Open", 5),
)


def test_compare_registers_lists_what_changed() -> None:
    """Added, gone, renamed, newly closed and lost figures are told apart; what was closed before is no news."""
    changes = compare_registers(OLD, NEW)

    assert [entry.urn for entry in changes.added] == [6]
    assert [entry.urn for entry in changes.gone] == [3]
    assert [(a.name, b.name) for a, b in changes.renamed] == [("Ash", "Ash Academy"), (None, "Fir Nursery")]
    assert [entry.urn for entry, _ in changes.closed] == [2]
    assert (changes.gained_census, changes.lost_census) == (0, 1)
    assert not changes.is_older


def test_compare_registers_speaks_in_sentences() -> None:
    """The summary counts each kind of change in words a school leader reads."""
    assert compare_registers(OLD, NEW).sentences() == (
        "The census figures change from 2023/24 to 2024/25.",
        "The register had 5 schools and has 5.",
        "1 school is new in the register.",
        "1 school is no longer in the register.",
        "2 schools are under another name.",
        "1 school is newly marked closed.",
        "1 school is left without census figures.",
        "1 school is given other census figures.",
    )


def test_compare_registers_with_itself_says_that_nothing_changes() -> None:
    """The same register twice has no differences."""
    assert compare_registers(OLD, OLD).sentences() == (
        "The census figures stay those of 2023/24.",
        "The register had 5 schools and has 5.",
    )


def test_compare_registers_warns_of_older_figures() -> None:
    """Replacing a register by an older one is said plainly."""
    changes = compare_registers(NEW, OLD)

    assert changes.is_older
    assert "The new figures are older than the ones in use." in changes.sentences()


def test_compare_registers_begins_with_the_loss_of_most_figures() -> None:
    """A census with figures of fewer than half as many schools is said first; one of half as many is not."""
    half, poor = (
        register("2023/24", *((urn, "Elm", "Open", 100 if urn < known else None) for urn in range(1, 11)))
        for known in (6, 5)
    )
    full = register("2023/24", *((urn, "Elm", "Open", 100) for urn in range(1, 11)))

    assert not compare_registers(full, half).is_far_poorer
    assert compare_registers(full, poor).sentences()[0] == (
        "Check the census file before you use it: only 4 schools would have a roll, EHC plans and SEN support, where "
        "10 have them now."
    )
