"""The address of the database: the file in the user's data folder, or what SENDSELF_DATABASE_URL says."""

import os
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from sendself.storage.errors import UnavailableError

SETTING = "SENDSELF_DATABASE_URL"
FILE_NAME = "sendself.sqlite3"


def database_url(given: str | None = None) -> URL:
    """The address of the database: as given, else from SENDSELF_DATABASE_URL, else the file in the data folder.

    Raises `UnavailableError` when it is no such address.
    """
    text = given or os.environ.get(SETTING)
    if not text:
        return URL.create("sqlite", database=str(user_data_path("sendself", appauthor=False) / FILE_NAME))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise UnavailableError(
            f"{SETTING} is not the address of a database. Use sqlite:////path/to/file or postgresql://user@host/name."
        ) from None
    name = url.get_backend_name()
    if name in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if name == "sqlite" and url.database and url.database != ":memory:" and not url.query:
        return url.set(drivername="sqlite")
    raise UnavailableError(f"{SETTING} must name a SQLite file or a PostgreSQL database.")


def is_file(url: URL) -> bool:
    """Whether the database is a file on this computer."""
    return url.get_backend_name() == "sqlite"


def file_of(url: URL) -> Path:
    """The file of a local database."""
    return Path(url.database or FILE_NAME).absolute()


def location(url: URL) -> str:
    """Where the data is, as a person can read it: a path, or host and database without the password."""
    if is_file(url):
        return str(file_of(url))
    return f"PostgreSQL at {url.host or url.query.get('host') or 'this computer'}, database {url.database}"
