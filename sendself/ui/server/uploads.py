"""Uploads stay in memory, and no longer than on their page: an export of pupils must not touch the disk at all."""

from starlette.formparsers import MultiPartParser
from streamlit.runtime.scriptrunner import get_script_run_ctx

from sendself.ui import session

_NEVER = 0


def keep_uploads_in_memory() -> None:
    """Stop the server from putting uploads over a megabyte into the folder for temporary files, as it does by itself.

    How large they may be is limited by `server.maxUploadSize` before they are gathered.
    """
    MultiPartParser.spool_max_size = _NEVER


def let_go_of_uploads(page: str) -> None:
    """Forget the files that were uploaded on another page than this one; by itself the server keeps them for hours.

    It has to be called at the start of a run, before the page can ask for a file of its own.
    """
    if session.tab().page_of_uploads == page:
        return
    if context := get_script_run_ctx():
        context.uploaded_file_mgr.remove_session_files(context.session_id)
    session.tab().page_of_uploads = page
