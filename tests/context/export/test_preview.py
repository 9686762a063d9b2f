"""What whoever chose a file sees of it before it is counted: columns, first values, and how sure each choice is."""

from sendself.context.export.columns import guess_mapping
from sendself.context.export.facts import Fact
from sendself.context.export.preview import label_of, left_alone, preview
from sendself.context.export.table import RawTable
from tests.context.export.making import CANARY, upn

TABLE = RawTable(
    header=("UPN", "Name", "Stufe", "Attendance Autumn %", "", "House", ""),
    rows=tuple(
        (upn(number), CANARY, "K" if number % 3 else "N", f"9{number}.5", "", "-" if number < 2 else "Elm", "")
        for number in range(6)
    ),
)


def test_each_column_shows_its_first_different_values_and_how_sure_it_is() -> None:
    """A heading that is known is sure; values alone, or words of a heading, are a guess with its reason."""
    lines = {line.fact: line for line in preview(TABLE, guess_mapping(TABLE))}

    assert lines[Fact.UPN].values == (upn(0), upn(1), upn(2))
    assert (lines[Fact.UPN].how_sure, lines[Fact.UPN].guessed) == ("sure", False)
    assert lines[Fact.SEN_STATUS].values == ("N", "K")
    assert lines[Fact.SEN_STATUS].heading == "Stufe (column 3)"
    assert lines[Fact.SEN_STATUS].how_sure == "a guess: By its values; its heading is not known."
    assert lines[Fact.ATTENDANCE].guessed
    by_hand = preview(TABLE, guess_mapping(TABLE).chosen(Fact.REGISTRATION_GROUP, 5))
    assert [(line.values, line.how_sure) for line in by_hand if line.fact is Fact.REGISTRATION_GROUP] == [
        (("Elm",), "chosen by hand")
    ]
    kept = preview(TABLE, guess_mapping(TABLE).as_kept())
    assert {(line.how_sure, line.guessed) for line in kept} == {("as you left it before", False)}


def test_names_are_not_shown_and_nothing_of_the_file_is_in_a_repr() -> None:
    """A column of names is said to be one, without any of them."""
    lines = preview(TABLE, guess_mapping(TABLE))

    assert next(line for line in lines if line.fact is Fact.NAME).values == ()
    for word in (CANARY, upn(0), "Stufe"):
        assert word not in repr(lines)


def test_columns_left_alone_are_named_unless_they_are_empty() -> None:
    """A column without heading and values is none; the values of the others help to choose them."""
    (house,) = left_alone(TABLE, guess_mapping(TABLE))
    assert (house.heading, house.values, house.hidden) == ("House (column 6)", ("Elm",), False)
    assert "Elm" not in repr(house)
    assert label_of(TABLE, guess_mapping(TABLE), 5) == "House (column 6): Elm"
    assert label_of(TABLE, guess_mapping(TABLE), 1) == "Name (column 2)"
