"""The machine sees what goes wrong: each mistake in the code that saves makes it fail, and in the right words."""

from collections.abc import Mapping
from contextlib import closing

import pytest
from hypothesis import Phase
from sqlalchemy import create_engine

from sendself.storage.address import database_url
from sendself.storage.upgrade import migrate
from tests.storage.machine.editors import Place
from tests.storage.machine.ledger import Broken
from tests.storage.machine.line import Line
from tests.storage.machine.running import run
from tests.storage.mutants import BOXES, EDITOR, MUTANTS, REPOSITORY, WRITING, Edits, Mutant, altered


def run_altered(url: str, edits: Mapping[str, Edits], runs: int) -> Place:
    """So many runs of the machine over a database with altered code, up to the first that fails."""
    migrate(url)
    code = altered(edits)
    with closing(Line(url, code[REPOSITORY].open_repository)) as line:
        place = Place(line, create_engine(database_url(url)), code[BOXES].keep, code[EDITOR].Editor)
        try:
            run(place, runs, 5, phases=(Phase.generate,))
        finally:
            place.tables.dispose()
    return place


@pytest.mark.parametrize("url", ["sqlite", pytest.param("postgresql", marks=pytest.mark.prove)], indirect=True)
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_mistake_in_saving_is_found(url: str, mutant: Mutant) -> None:
    """A mistake that may lose or overwrite something does not get through as many runs as the code itself."""
    with pytest.raises(Broken, match=mutant.told):
        run_altered(url, mutant.edits, 130)


@pytest.mark.parametrize("url", ["sqlite", pytest.param("postgresql", marks=pytest.mark.prove)], indirect=True)
def test_unaltered_copy_of_the_code_passes(url: str) -> None:
    """Made anew without an edit, the code keeps every promise: it is the mistakes that are found, not the making."""
    assert run_altered(url, {}, 10).happened["whole run"] == 10


@pytest.mark.parametrize("old", ["no such text", "return"])
def test_edit_that_does_not_fit_once_is_refused(old: str) -> None:
    """When the code changes, a mutant that no longer is one makes itself heard."""
    with pytest.raises(ValueError, match="not once"):
        altered({WRITING: ((old, ""),)})
