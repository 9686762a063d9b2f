"""What can go wrong with the store, in sentences that a school can act on."""


class StorageError(Exception):
    """The store cannot do what was asked. The message says why and what to do; it never repeats what was written."""


class NotFoundError(StorageError):
    """There is no such evaluation here."""


class AlreadyThereError(StorageError):
    """An evaluation with this id is already kept here."""


class FullError(StorageError):
    """A list has as many items as it may have."""


class NewerDatabaseError(StorageError):
    """The database was made by a newer sendself."""


class OlderDatabaseError(StorageError):
    """The database must be upgraded first, and that is done on purpose."""


class UnavailableError(StorageError):
    """The database cannot be reached, read or written just now."""
