"""What a database raises, as a sentence that says what to do. The data and the password never appear in it."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from sendself.storage.address import SETTING, is_file, location
from sendself.storage.errors import UnavailableError

_log = logging.getLogger(__name__)

_SQLITE = {
    "malformed": "The file {path} is damaged. It has been left as it is. Restore a backup, or move it elsewhere.",
    "not a database": "The file {path} is not sendself's. It has been left as it is. Move it elsewhere and try again.",
    "readonly": "The file {path} is read-only. Allow writing to it and its folder, or name another file in {setting}.",
    "disk is full": "The disk is full: the last change is not saved. Free some space, then try again.",
    "locked": "Another program is using {path}: the last change is not saved. Close it, then try again.",
    "unable to open": "The file {path} cannot be opened. Check that it is still there and that you may write to it.",
    "cannot be made": "The file {path} cannot be made there. Check that its folder is there and that you may write to "
    "it, or name another file in {setting}.",
    "disk i/o": "The disk reported an error at {path}: the last change is not saved. Check the disk, then try again.",
}
_SAME_AS = {"could not decode": "malformed"}
_SQLITE_OTHER = "The file {path} could not be used. Close other copies of sendself, then try again."

_NO_ANSWER = (
    "The database does not answer: the last change may not be saved. Wait a minute and try again, "
    "or tell whoever hosts it."
)
# By SQL state, the first two characters standing for a whole class.
_POSTGRESQL = {
    "28": "The database refuses the user name or password in {setting}. Whoever hosts it has to correct them.",
    "3D": "There is no such database as {setting} names. Whoever hosts it has to create it or correct the name.",
    "42501": "The database does not let sendself write. Whoever hosts it has to grant it the rights.",
    "25006": "The database is read-only just now: the last change is not saved. Tell whoever hosts it.",
    "53100": "The disk of the database is full: the last change is not saved. Tell whoever hosts it.",
    "55P03": "The database is busy: the last change is not saved. Try again.",
    "40": "The database is busy: the last change is not saved. Try again.",
}

# A refused connection has no SQL state. In another language it is said not to answer.
_REFUSED = {
    "password authentication failed": "28",
    "no pg_hba.conf entry": "28",
    'role "': "28",
    'database "': "3D",
}


@contextmanager
def plain_errors(url: URL) -> Iterator[None]:
    """Turn what the database raises into an `UnavailableError` that repeats nothing of what was written."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        sentence = sqlite_sentence(str(cause), url) if is_file(url) else _by_state(cause)
        raise UnavailableError(sentence) from None


def sqlite_sentence(text: str, url: URL) -> str:
    """The sentence for what SQLite says about the file at an address."""
    text = text.lower()
    found = next((_SQLITE[_SAME_AS.get(sign, sign)] for sign in (*_SQLITE, *_SAME_AS) if sign in text), _SQLITE_OTHER)
    return found.format(path=location(url), setting=SETTING)


def _by_state(error: BaseException | None) -> str:
    state = getattr(error, "sqlstate", None) or next((_REFUSED[sign] for sign in _REFUSED if sign in str(error)), "")
    # PostgreSQL's own text repeats the values of the row, so it goes into no log.
    constraint = getattr(getattr(error, "diag", None), "constraint_name", None)
    _log.error("database: %s, state %s, constraint %s", type(error).__name__, state or "-", constraint or "-")
    found = _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:2]) or _NO_ANSWER
    return found.format(setting=SETTING)
