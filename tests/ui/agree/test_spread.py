"""Where people see the school differently, on screen: to each what they may see."""

from sendself.storage.repository import Repository
from tests.ui.agree.agreeing import ONE, TWO, agree, begin


def test_spread_shows_only_what_the_reader_has_rated(repository: Repository) -> None:
    """The table and the chart have the theme that the governor rated, and not the larger difference on the other."""
    evaluation = begin(repository, one={"senco": 1, "slt": 4}, two={"senco": 2, "slt": 3, "governor": 3})
    tables = [str(table.value) for table in agree(evaluation, you="p3").table]

    assert TWO.title in tables[0]
    assert ONE.title not in tables[0]
    assert ONE.title in str(agree(evaluation).table[0].value)
