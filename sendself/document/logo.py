"""A logo from a file that somebody chose: opened within limits and drawn anew, so that nothing hidden leaves."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from sendself.document.looks import Logo

FILE_LIMIT = 1_000_000
"""Bytes."""

_PIXELS_LIMIT = 25_000_000
_LONGEST_SIDE = 900
_FORMATS = ("PNG", "JPEG")
# Grey from 0 to 255: lighter than this nothing is seen on white paper.
_LIGHT = 225
_LONG_TO_SHORT = 12


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
    if max(opened.size) > min(opened.size) * _LONG_TO_SHORT:
        raise LogoError("The logo is so narrow that it would be a line on paper. Cut off its empty edges.")
    # Photographs may lie on their side, with a note how to turn them.
    turned = ImageOps.exif_transpose(_in_eight_bits(opened)).convert("RGBA")
    drawn = Image.alpha_composite(Image.new("RGBA", turned.size, "white"), turned).convert("RGB")
    darkest, _ = drawn.convert("L").getextrema()
    if isinstance(darkest, int) and darkest > _LIGHT:
        raise LogoError("The logo is white or nearly so, and nobody would see it on paper. Choose its dark version.")
    drawn.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    output = BytesIO()
    drawn.save(output, "PNG", optimize=True)
    return Logo(output.getvalue(), drawn.width, drawn.height)


def _in_eight_bits(opened: Image.Image) -> Image.Image:
    """Grey of 16 bits as grey of 8: Pillow would cut it off at 255, which is nearly black."""
    if not opened.mode.startswith("I"):
        return opened
    return opened.convert("I").point(lambda grey: grey / 257).convert("L")
