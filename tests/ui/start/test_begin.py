"""A school in the list of those found: told apart from others, with what it is and where."""

from sendself.context.schools.entry import RegisterEntry
from sendself.ui.start.begin import in_words


def an_entry(name: str | None, town: str, phase: str, type_name: str) -> RegisterEntry:
    """An open school of Luton."""
    return RegisterEntry(100005, name, town, "", "Luton", phase, type_name, "Open", None, None, None)


def test_school_without_a_name_says_its_authority() -> None:
    """Nothing else tells where it is, and no comma stands for what is missing."""
    said = in_words(an_entry(None, "", "Nursery", "State-funded nursery"))
    assert said == "School 100005 (name not in the register), Luton (Nursery, URN 100005)"


def test_independent_special_school_is_marked() -> None:
    """It charges fees, and other duties are asked of it; one of the phase Independent is not marked twice."""
    special = an_entry("Elm House", "Dunstable", "Special", "Other independent special school")
    assert in_words(special) == "Elm House, Dunstable (Independent, Special, URN 100005)"
    other = an_entry("Elm House", "Dunstable", "Independent", "Other independent school")
    assert in_words(other) == "Elm House, Dunstable (Independent, URN 100005)"
