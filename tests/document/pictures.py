"""Pictures as somebody may choose them for a logo."""

import io
import struct
import zlib

from PIL import Image


def picture(form: str = "PNG", size: tuple[int, int] = (300, 100), mode: str = "RGB", **saved: object) -> bytes:
    """A plain violet picture in a format."""
    output = io.BytesIO()
    Image.new("RGB", size, (122, 31, 92)).convert(mode).save(output, form, **saved)
    return output.getvalue()


def bomb(side: int) -> bytes:
    """A PNG of a few bytes that says it is `side` pixels wide and high."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(b"\0" * 1000))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
