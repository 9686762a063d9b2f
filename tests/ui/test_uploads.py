"""An upload of any size that is let in stays in memory."""

import asyncio
from collections.abc import AsyncGenerator

import pytest
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartParser

from sendself.ui.uploads import keep_uploads_in_memory

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
