"""A logo is drawn anew from a PNG or JPEG, and anything else gives a sentence."""

import io

import pytest
from PIL import Image

from sendself.document.logo import FILE_LIMIT, LogoError, read_logo
from tests.document.pictures import bomb, picture


@pytest.mark.parametrize(
    ("form", "mode"), [("PNG", "RGB"), ("PNG", "P"), ("PNG", "L"), ("JPEG", "RGB"), ("JPEG", "CMYK"), ("PNG", "1")]
)
def test_picture_becomes_a_png_in_three_colours(form: str, mode: str) -> None:
    """Whatever the picture was, what is kept can be printed: PNG, red, green and blue, nothing transparent."""
    logo = read_logo(picture(form, mode=mode))

    with Image.open(io.BytesIO(logo.png)) as kept:
        assert (kept.format, kept.mode, kept.size) == ("PNG", "RGB", (300, 100))
    assert (logo.width, logo.height) == (300, 100)
    assert read_logo(picture(form, mode=mode)) == logo


def test_what_is_transparent_becomes_white() -> None:
    """The report is printed on white."""
    output = io.BytesIO()
    clear = Image.new("RGBA", (10, 10), (0, 0, 0, 0))
    clear.putpixel((0, 0), (0, 0, 0, 255))
    clear.save(output, "PNG")

    with Image.open(io.BytesIO(read_logo(output.getvalue()).png)) as kept:
        assert kept.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("ground", [(255, 255, 255, 255), (0, 0, 0, 0)])
def test_white_logo_is_told_instead_of_printed_unseen(ground: tuple[int, int, int, int]) -> None:
    """White on nothing, as for a dark website, would be white on white."""
    output = io.BytesIO()
    drawn = Image.new("RGBA", (60, 20), ground)
    drawn.paste((250, 250, 250, 255), (10, 5, 50, 15))
    drawn.save(output, "PNG")

    with pytest.raises(LogoError, match="white or nearly so"):
        read_logo(output.getvalue())


def test_logo_like_a_line_is_told() -> None:
    """Two pixels wide and four hundred high would be a hairline on paper."""
    with pytest.raises(LogoError, match="Cut off its empty edges"):
        read_logo(picture(size=(20, 400)))


def test_grey_of_sixteen_bits_keeps_its_shades() -> None:
    """Middle grey stays middle grey."""
    output = io.BytesIO()
    Image.new("I;16", (30, 20), 0x6000).save(output, "PNG")

    with Image.open(io.BytesIO(read_logo(output.getvalue()).png)) as kept:
        shade = kept.getpixel((5, 5))
    assert isinstance(shade, tuple)
    assert all(abs(part - 0x60) <= 1 for part in shade)


def test_nothing_hidden_travels_along() -> None:
    """What a photograph says of itself, and what stands behind it in its file, is left out; it is turned upright."""
    about = Image.Exif()
    about[0x010E] = "taken at home"
    about[0x0112] = 6
    data = picture("JPEG", exif=about.tobytes()) + b"hidden behind"

    logo = read_logo(data)

    assert (logo.width, logo.height) == (100, 300)
    assert b"taken at home" in data
    assert b"taken at home" not in logo.png
    assert b"hidden" not in logo.png
    with Image.open(io.BytesIO(logo.png)) as kept:
        assert not kept.getexif()
        assert not kept.info


def test_large_picture_is_made_smaller_in_its_proportions() -> None:
    """A report does not grow by what nobody sees."""
    logo = read_logo(picture(size=(3000, 1500)))
    assert (logo.width, logo.height) == (900, 450)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "neither a PNG nor a JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither a PNG nor a JPEG"),
        (picture("GIF"), "neither a PNG nor a JPEG"),
        (picture()[:60], "damaged"),
        (picture("JPEG")[:300], "neither a PNG nor a JPEG|damaged"),
        (b"\0" * (FILE_LIMIT + 1), "larger than 1 MB"),
        (bomb(9_000), "more than 25 million pixels"),
        (bomb(60_000), "more than 25 million pixels"),
        (bomb(100), "damaged"),
    ],
    ids=["empty", "svg", "gif", "cut", "cut jpeg", "large", "bomb", "huge bomb", "too little"],
)
def test_picture_that_cannot_be_used_gives_a_sentence(data: bytes, says: str) -> None:
    """A wrong, broken or hostile file is told in words that say what to do."""
    with pytest.raises(LogoError, match=says):
        read_logo(data)
