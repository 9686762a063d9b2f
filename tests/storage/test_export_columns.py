"""The columns of an export are kept under the signature of its headings, in every database and after every upgrade."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sendself.storage.kept import Actor
from sendself.storage.repository import Repository, open_repository
from sendself.storage.upgrade import migrate
from tests.storage.conftest import ALEX

SIGNATURE = "0f" * 16
FIRST, SECOND = '{"columns": {"upn": [0]}}', '{"columns": {"upn": [1]}}'
SHAPE_1 = Path(__file__).parents[1] / "records" / "shape-1" / "sendself.sqlite3"


def test_choice_comes_back_to_whoever_asks(repository: Repository) -> None:
    """What one kept another finds, with who chose and when; other headings have nothing."""
    before = datetime.now(UTC)
    repository.keep_export_columns(ALEX, SIGNATURE, FIRST)

    kept = repository.export_columns(Actor("Sam"), SIGNATURE)

    assert kept is not None
    assert (kept.signature, kept.columns, kept.by) == (SIGNATURE, FIRST, "Alex Morgan")
    assert before - timedelta(seconds=1) <= kept.at <= datetime.now(UTC)
    assert repository.export_columns(ALEX, "other") is None


def test_later_choice_takes_the_place_of_the_first(repository: Repository) -> None:
    """There is one choice for a set of headings: the last."""
    repository.keep_export_columns(ALEX, SIGNATURE, FIRST)
    repository.keep_export_columns(Actor("Sam"), SIGNATURE, SECOND)

    kept = repository.export_columns(ALEX, SIGNATURE)

    assert kept is not None
    assert (kept.columns, kept.by) == (SECOND, "Sam")


def test_forgotten_choice_is_gone(repository: Repository) -> None:
    """Forgetting removes that choice alone, and twice is no error."""
    repository.keep_export_columns(ALEX, SIGNATURE, FIRST)
    repository.keep_export_columns(ALEX, "other", SECOND)
    for _ in range(2):
        repository.forget_export_columns(ALEX, SIGNATURE)

    assert repository.export_columns(ALEX, SIGNATURE) is None
    assert repository.export_columns(ALEX, "other") is not None


def test_forgotten_choice_leaves_no_bytes(file: Path) -> None:
    """In a file nothing of it can be read any more, where it could be before."""
    repository = open_repository(f"sqlite:///{file}")
    repository.keep_export_columns(ALEX, SIGNATURE, FIRST)
    assert SIGNATURE.encode() in file.read_bytes()
    repository.forget_export_columns(ALEX, SIGNATURE)
    repository.close()

    assert all(SIGNATURE.encode() not in one.read_bytes() for one in file.parent.iterdir())


def test_database_made_before_there_were_columns_keeps_them(tmp_path: Path) -> None:
    """The first shape is copied, brought up to date, and then remembers a choice beside its evaluations."""
    file = tmp_path / "sendself.sqlite3"
    shutil.copy(SHAPE_1, file)
    repository = open_repository(f"sqlite:///{file}")

    repository.keep_export_columns(ALEX, SIGNATURE, FIRST)

    assert repository.export_columns(ALEX, SIGNATURE) is not None
    assert len(repository.summaries(ALEX)) == 3
    repository.close()
    assert len(list(tmp_path.glob("sendself-shape-0001-*.sqlite3"))) == 1


def test_repository_says_whether_it_is_a_file_here(url: str) -> None:
    """A file belongs to this computer; a PostgreSQL server may be shared."""
    migrate(url)
    repository = open_repository(url)
    assert repository.on_this_computer == url.startswith("sqlite")
    repository.close()
