"""The values by which a column can be told from others, none of which tells a pupil."""

import pytest

from sendself.context.export.columns import guess_mapping
from sendself.context.export.examples import examples
from sendself.context.export.table import RawTable
from tests.context.export.making import upn


def shown(heading: str, *values: str, rows: int = 24, each: int = 1, first: str = "UPN") -> tuple[str, ...]:
    """What is shown of a column with these values in turn, in a table where each pupil has so many rows."""
    table = RawTable(
        header=(first, "SEN status", heading),
        rows=tuple((upn(n // each), "KN"[n // each % 2], values[n // each % len(values)]) for n in range(rows)),
    )
    return examples(table, guess_mapping(table), 2)


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Col B", ("94.2", "88.1", "100")),
        ("Col B", ("94.2%", "88.1 %")),
        ("House", ("Elm", "Oak")),
        ("Provision", ("SEN support", "EHC plan", "No SEN")),
        ("Area", ("SEMH", "ASD")),
    ],
)
def test_figures_codes_and_words_for_many_are_shown(heading: str, values: tuple[str, ...]) -> None:
    """Shares, counts, codes of the field, and a word that stands for several pupils."""
    assert shown(heading, *values) == values[:3]


NAMES = tuple(f"Quill{n} Feather" for n in range(24))


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Col B", NAMES),
        ("", NAMES),
        ("Name", ("Sam", "Alex")),
        ("Legal surname", ("Sam", "Alex")),
        ("Keyworker name", ("Mx Other", "Mx Sample")),
        ("Class teacher", ("Mx Other", "Mx Sample")),
        ("DOB", ("01/02/2012", "03/04/2012")),
        ("Col B", ("01/02/2012", "03/04/2012")),
        ("Born", ("1 February 2012", "3 April 2012")),
        ("Col B", tuple(upn(n) for n in range(24))),
        ("Old UPN", ("1", "2")),
        ("Col B", ("sam@example.org", "alex@example.org")),
        ("Col B", ("07700900123", "07700900124")),
        ("Col B", ("S6 5AB", "S10 1FP")),
        ("Col B", ("1 February 2012", "3 April 2012")),
        ("Comments", ("Good", "Fine")),
        ("Col B", ("Sam was seen by somebody about something long", "so was Alex")),
    ],
)
def test_what_may_tell_a_pupil_is_not_shown(heading: str, values: tuple[str, ...]) -> None:
    """Names of pupils and adults, days of birth, numbers of pupils, addresses, and sentences."""
    assert shown(heading, *values) == ()


def test_name_that_stands_in_every_row_of_a_pupil_is_not_shown() -> None:
    """A pupil with twelve rows has one name in all of them, which is then no word for many."""
    assert shown("Col B", "Quill Feather", "Alex Other", rows=24, each=12) == ()


def test_words_below_a_row_that_may_be_a_pupils_are_not_shown() -> None:
    """Without headings nothing tells a word for a house from a name."""
    assert shown("Elm", "Elm", "Oak", first="Zebedee") == ()
