"""A database is made, upgraded after a backup, or refused: never left between two shapes."""

import shutil
import sqlite3
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect, text

from sendself.assessment.joining.lineage import mark
from sendself.storage.address import database_url
from sendself.storage.engine import open_engine
from sendself.storage.errors import NewerDatabaseError, OlderDatabaseError, UnavailableError
from sendself.storage.repository import open_repository
from sendself.storage.tables import metadata
from sendself.storage.upgrade import STEPS, make_ready, migrate, upgrade
from tests.samples import an_evaluation
from tests.storage.conftest import ALEX, LogSafeFrom

AT = {"at": datetime(2026, 11, 23, tzinfo=UTC)}
COLUMNS = 'assessment, subject, perspective, field, value, version, op_id, "by", at'


def shape_of(engine: Engine) -> str:
    """The shape that a database says it has."""
    with engine.connect() as connection:
        return str(connection.execute(text("SELECT version_num FROM sendself_shape")).scalar_one())


def set_shape(url: str, shape: str) -> None:
    """Let a database say that it has another shape."""
    engine = create_engine(database_url(url))
    with engine.begin() as connection:
        connection.execute(text("UPDATE sendself_shape SET version_num = :shape"), {"shape": shape})
    engine.dispose()


def test_steps_make_the_tables_that_the_program_uses(url: str) -> None:
    """After all steps there is no difference between the database and the tables in the code, on either engine."""
    migrate(url)
    engine = create_engine(database_url(url))
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": "sendself_shape", "compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "sendself_shape"}
    engine.dispose()


def test_steps_have_one_order() -> None:
    """The files are numbered without a gap, and each step says the number of its file and of the one before."""
    files = sorted((STEPS / "versions").glob("v*.py"))
    assert files
    for number, file in enumerate(files, start=1):
        assert file.name.startswith(f"v{number:04}_")
        before = f'"{number - 1:04}"' if number > 1 else "None"
        assert f'revision = "{number:04}"\ndown_revision = {before}\n' in file.read_text()


def test_migrating_again_changes_nothing(url: str) -> None:
    """The command can be run as often as one likes."""
    migrate(url)
    repository = open_repository(url)
    repository.create(ALEX, an_evaluation())
    repository.close()
    migrate(url)
    repository = open_repository(url)
    assert len(repository.summaries(ALEX)) == 1
    repository.close()


def test_local_file_is_made_on_opening(file: Path) -> None:
    """Nobody has to run a command on a laptop: an empty place and an empty file both become a database."""
    open_repository(f"sqlite:///{file}").close()
    empty = file.with_name("empty.sqlite3")
    empty.touch()
    open_repository(f"sqlite:///{empty}").close()
    assert {one.name for one in file.parent.glob("*.sqlite3")} == {"sendself.sqlite3", "empty.sqlite3"}


def test_postgresql_is_not_changed_by_opening(postgresql_url: str) -> None:
    """The sentence names the command, and the database stays empty until it is run."""
    with pytest.raises(OlderDatabaseError, match="python -m sendself migrate"):
        open_repository(postgresql_url)
    engine = create_engine(database_url(postgresql_url))
    assert inspect(engine).get_table_names() == []
    engine.dispose()


@pytest.mark.parametrize("opening", [open_repository, migrate])
def test_newer_database_is_refused(url: str, opening: object) -> None:
    """A database of a later sendself is neither opened nor changed."""
    migrate(url)
    set_shape(url, "9999")
    with pytest.raises(NewerDatabaseError, match="Update sendself"):
        opening(url)  # type: ignore[operator]
    engine = create_engine(database_url(url))
    assert shape_of(engine) == "9999"
    engine.dispose()


@pytest.mark.parametrize("opening", [open_repository, migrate])
def test_database_of_another_program_is_refused(url: str, opening: object) -> None:
    """Tables that are not ours are left alone, Alembic's own usual table among them."""
    engine = open_engine(database_url(url))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('0001')"))
    with pytest.raises(UnavailableError, match=r"belongs to another program\. It has been left as it is"):
        opening(url)  # type: ignore[operator]
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()


@pytest.fixture
def next_steps(tmp_path: Path) -> Path:
    """The steps of a sendself to come: one more than there are, which adds a table and marks the examples."""
    steps = tmp_path / "next 100%"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    last = sorted((steps / "versions").glob("v*.py"))[-1].stem[1:5]
    step = f"""
import sqlalchemy as sa
from alembic import op

revision = "{int(last) + 1:04}"
down_revision = "{last}"


def upgrade():
    op.create_table("plans", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("UPDATE assessments SET example = (1 = 1)")
"""
    (steps / "versions" / f"v{int(last) + 1:04}_plans.py").write_text(step)
    return steps


def fail_at_the_end(steps: Path) -> None:
    """Let the last step do its work and then fail."""
    last = sorted((steps / "versions").glob("v*.py"))[-1]
    last.write_text(last.read_text() + '    op.execute("SELECT nothing FROM nowhere")\n')


def begun(url: str) -> str:
    """A database of the present shape with an evaluation that is no example. Gives the shape."""
    migrate(url)
    repository = open_repository(url)
    repository.create(ALEX, an_evaluation())
    repository.close()
    engine = create_engine(database_url(url))
    shape = shape_of(engine)
    engine.dispose()
    return shape


def test_local_file_is_copied_and_then_upgraded_on_opening(file: Path, next_steps: Path) -> None:
    """The new shape is there with the data, and beside it a private copy of the old one that opens as it was."""
    url = f"sqlite:///{file}"
    shape = begun(url)
    engine = open_engine(database_url(url))
    make_ready(engine, next_steps)
    assert shape_of(engine) == f"{int(shape) + 1:04}"
    assert inspect(engine).has_table("plans")
    engine.dispose()
    (copy,) = file.parent.glob(f"sendself-shape-{shape}-*.sqlite3")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    old = open_repository(f"sqlite:///{copy}")
    assert [summary.example for summary in old.summaries(ALEX)] == [False]
    old.close()
    with pytest.raises(NewerDatabaseError):
        open_repository(url)


def test_upgraded_file_is_not_copied_again(file: Path, next_steps: Path) -> None:
    """Opening what has the present shape makes no backup, nor does who waited while another upgraded it."""
    begun(f"sqlite:///{file}")
    engine = open_engine(database_url(f"sqlite:///{file}"))
    for bring_up_to_date in (make_ready, make_ready, upgrade):
        bring_up_to_date(engine, next_steps)
    engine.dispose()
    assert len(list(file.parent.glob("sendself-shape-*"))) == 1


def test_upgrade_of_postgresql_is_asked_for(postgresql_url: str, next_steps: Path) -> None:
    """Opening refuses an older shape and changes nothing; the command upgrades it."""
    shape = begun(postgresql_url)
    engine = open_engine(database_url(postgresql_url))
    with pytest.raises(OlderDatabaseError, match="migrate"):
        make_ready(engine, next_steps)
    assert shape_of(engine) == shape
    upgrade(engine, next_steps)
    make_ready(engine, next_steps)
    assert inspect(engine).has_table("plans")
    engine.dispose()


def test_upgrade_that_fails_leaves_the_database_as_it_was(url: str, next_steps: Path) -> None:
    """All steps are one transaction: after a failure the old shape is whole and the old program goes on."""
    shape = begun(url)
    fail_at_the_end(next_steps)
    engine = open_engine(database_url(url))
    with pytest.raises(Exception, match="nowhere"):
        upgrade(engine, next_steps)
    assert shape_of(engine) == shape
    assert not inspect(engine).has_table("plans")
    engine.dispose()
    repository = open_repository(url)
    assert [summary.example for summary in repository.summaries(ALEX)] == [False]
    repository.close()


def test_backup_is_whole_though_the_file_has_a_log(file: Path, next_steps: Path, log_safe_from: LogSafeFrom) -> None:
    """What stands in SQLite's write-ahead log only is in the backup as well."""
    log_safe_from((0,))
    url = f"sqlite:///{file}"
    shape = begun(url)
    holding = sqlite3.connect(file)
    holding.execute("SELECT count(*) FROM entries").fetchall()
    repository = open_repository(url)
    repository.create(ALEX, an_evaluation(id="in-the-log-1"))
    engine = open_engine(database_url(url))
    make_ready(engine, next_steps)
    (copy,) = file.parent.glob(f"sendself-shape-{shape}-*.sqlite3")
    old = open_repository(f"sqlite:///{copy}")
    assert {summary.id for summary in old.summaries(ALEX)} == {"evaluation-1", "in-the-log-1"}
    old.close()
    engine.dispose()
    repository.close()
    holding.close()


def test_upgrade_fills_in_what_each_field_follows(url: str, tmp_path: Path) -> None:
    """A database from before copies knew it: the newest earlier write first, and none that was made from words."""
    steps = tmp_path / "earlier"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__", "v0003_*"))
    engine = open_engine(database_url(url))
    upgrade(engine, steps)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO rubrics VALUES ('d', 'small', '1', 4, '{}')"))
        connection.execute(text("INSERT INTO assessments VALUES ('one', 'd', 'mainstream', 'f', '[]', :at, 'A')"), AT)
        for field, op_ids in {"why": ("first-ab", "op-1", "op-2", "op-3"), "wants_tested": ("op-4",)}.items():
            for version, op_id in enumerate(op_ids, start=1):
                values = f"'one', 'review', 'agreed', '{field}', '\"\"', {version}, '{op_id}', 'A', :at"
                connection.execute(text(f"INSERT INTO history ({COLUMNS}) VALUES ({values})"), AT)
            connection.execute(text(f"INSERT INTO entries ({COLUMNS}, base, seq) VALUES ({values}, 0, {version})"), AT)
    upgrade(engine)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT field, heads, seen FROM entries ORDER BY field")).all()
    engine.dispose()
    assert [tuple(row) for row in found] == [("wants_tested", "", ""), ("why", "", f"{mark('op-2')} {mark('op-1')}")]
