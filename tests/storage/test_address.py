"""Where the database is, and how that is shown."""

from pathlib import Path

import pytest

from sendself.storage.address import database_url, location
from sendself.storage.errors import UnavailableError


def test_address_is_the_file_in_the_data_folder_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without a setting it is a file in the user's data folder; the setting names another; what is given wins."""
    monkeypatch.delenv("SENDSELF_DATABASE_URL", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    own = database_url()
    assert own.get_backend_name() == "sqlite"
    assert Path(str(own.database)).name == "sendself.sqlite3"
    assert "sendself" in Path(str(own.database)).parent.name
    monkeypatch.setenv("SENDSELF_DATABASE_URL", "sqlite:////srv/school.sqlite3")
    assert database_url().database == "/srv/school.sqlite3"
    assert database_url("sqlite:///other.sqlite3").database == "other.sqlite3"


@pytest.mark.parametrize("given", ["postgresql://sam:secret@db/schools", "postgres://sam:secret@db/schools"])
def test_postgresql_is_spoken_to_by_its_driver_whatever_the_address_says(given: str) -> None:
    """Both usual spellings of the address work."""
    assert database_url(given).drivername == "postgresql+psycopg"


@pytest.mark.parametrize(
    "given",
    [
        "sendself.sqlite3",
        "mysql://sam:secret@db/schools",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:x?mode=memory&uri=true",
        "postgresql://sam:secret@db:port/schools",
        "://",
        " ",
    ],
)
def test_address_of_no_database_is_refused_without_its_password(given: str) -> None:
    """The sentence names the setting, and not what may be a secret in it."""
    with pytest.raises(UnavailableError, match="SENDSELF_DATABASE_URL") as caught:
        database_url(given)
    assert "secret" not in str(caught.value)


def test_location_shows_the_path_or_the_host_without_the_password(tmp_path: Path) -> None:
    """Start shows where the data is; a password is no part of that."""
    file = tmp_path / "school.sqlite3"
    assert location(database_url(f"sqlite:///{file}")) == str(file)
    shown = location(database_url("postgresql://sam:secret@db.example.org/schools"))
    assert shown == "PostgreSQL at db.example.org, database schools"
