"""A logo from a file that somebody chose: opened within limits and drawn anew, so that nothing hidden leaves."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from sendself.document.looks import Logo

FILE_LIMIT = 1_000_000
"""Bytes."""

_PIXELS_LIMIT = 25_000_000
_LONGEST_SIDE = 900
_FORMATS = ("PNG", "JPEG")


class LogoError(ValueError):
    """The picture cannot be used. The message is a sentence that says why and what to do."""


def read_logo(data: bytes) -> Logo:
    """The picture on white, at most 900 pixels long, without its metadata. Raises `LogoError`.

    The same picture gives the same bytes.
    """
    if len(data) > FILE_LIMIT:
        raise LogoError("The logo is larger than 1 MB. Save it smaller: 600 pixels wide is enough.")
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as opened:
            return _drawn_anew(opened)
    except LogoError:
        raise
    except Image.DecompressionBombError:
        raise LogoError(_TOO_MANY_PIXELS) from None
    except UnidentifiedImageError:
        raise LogoError("The logo is neither a PNG nor a JPEG. Save it as one of these.") from None
    except Exception:  # Pillow raises many kinds on a broken file, and none of them is ours
        raise LogoError("The logo is damaged and cannot be read. Save it again, or choose another file.") from None


_TOO_MANY_PIXELS = "The logo has more than 25 million pixels. Save it smaller: 600 pixels wide is enough."


def _drawn_anew(opened: Image.Image) -> Logo:
    if opened.width * opened.height > _PIXELS_LIMIT:
        raise LogoError(_TOO_MANY_PIXELS)
    # Photographs may lie on their side, with a note how to turn them.
    turned = ImageOps.exif_transpose(opened).convert("RGBA")
    drawn = Image.alpha_composite(Image.new("RGBA", turned.size, "white"), turned).convert("RGB")
    drawn.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    output = BytesIO()
    drawn.save(output, "PNG", optimize=True)
    return Logo(output.getvalue(), drawn.width, drawn.height)
