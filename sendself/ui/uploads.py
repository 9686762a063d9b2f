"""Uploads stay in memory: an export of pupils must not touch the disk, not even in a file that is removed at once."""

from starlette.formparsers import MultiPartParser

_NEVER = 0


def keep_uploads_in_memory() -> None:
    """Stop the server from putting uploads over a megabyte into the folder for temporary files, as it does by itself.

    How large they may be is limited by `server.maxUploadSize` before they are gathered.
    """
    MultiPartParser.spool_max_size = _NEVER
