"""An upload of any size that is let in stays in memory."""

import asyncio
from collections.abc import AsyncGenerator

import pytest
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartParser
from streamlit.testing.v1 import AppTest

from sendself.ui.server.uploads import keep_uploads_in_memory

LARGE = 25_000_000
HEAD = b'--x\r\nContent-Disposition: form-data; name="file"; filename="pupils.csv"\r\n\r\n'


async def parsed(size: int) -> UploadFile:
    """A file of so many bytes, as the server takes it in, piece by piece."""

    async def pieces() -> AsyncGenerator[bytes, None]:
        yield HEAD
        for _ in range(size // 50_000):
            yield b"x" * 50_000
        yield b"\r\n--x--\r\n"

    form = await MultiPartParser(Headers({"content-type": "multipart/form-data; boundary=x"}), pieces()).parse()
    file = form["file"]
    assert isinstance(file, UploadFile)
    return file


@pytest.mark.parametrize(("kept_in_memory", "on_disk"), [(True, False), (False, True)])
def test_large_upload_reaches_no_disk(monkeypatch: pytest.MonkeyPatch, kept_in_memory: bool, on_disk: bool) -> None:
    """The largest file stays in memory, where the server by itself would put it into a temporary file."""
    monkeypatch.setattr(MultiPartParser, "spool_max_size", 1024 * 1024)
    if kept_in_memory:
        keep_uploads_in_memory()

    file = asyncio.run(parsed(LARGE))

    assert file.size == LARGE
    assert file.file._rolled is on_disk  # type: ignore[attr-defined]
    file.file.close()


def test_app_keeps_uploads_in_memory() -> None:
    """The application that is started has it so from the beginning."""
    import app

    assert app.app is not None
    assert MultiPartParser.spool_max_size == 0


def two_pages() -> None:
    """A script with a file chosen on one page, and how many bytes the server holds once the next run has begun."""
    import streamlit as st
    from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    from sendself.ui.server.uploads import let_go_of_uploads

    context = get_script_run_ctx()
    assert context is not None
    assert isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager)
    page = st.session_state.get("wanted", "export")
    let_go_of_uploads(page)
    held = [len(file.data) for files in context.uploaded_file_mgr.file_storage.values() for file in files.values()]
    st.text(f"held: {held}")
    upload = st.file_uploader("A file", key="file") if page == "export" else None
    st.text("no file" if upload is None else upload.name)


def test_upload_is_held_on_its_page_alone() -> None:
    """A file stays while its page is drawn again; on any other page nothing is held, also when one comes back."""
    app = AppTest.from_function(two_pages).run()
    app.file_uploader(key="file").upload("pupils.csv", b"UPN,SEN status").run().run()
    assert [text.value for text in app.text] == ["held: [14]", "pupils.csv"]

    for page in ("context", "export"):
        app.session_state["wanted"] = page
        app.run()
        assert not app.exception
        assert [text.value for text in app.text] == ["held: []", "no file"]
