"""A folder with looks: what is read from it, what is kept in it, and a sentence for each fault."""

from pathlib import Path

import pytest

from sendself.document.logo import read_logo
from sendself.document.looks import USUAL, Looks
from sendself.report.looks_in_use import SETTING, looks_in_use, mark_of_looks, own_folder
from sendself.report.looks_loader import (
    LooksError,
    accent_of,
    accent_text,
    forget_looks,
    keep_looks,
    load_looks,
)
from tests.document.pictures import bomb, picture

VIOLET = (122, 31, 92)
TRUST = Looks("Ash Valley Learning Trust", VIOLET, read_logo(picture()))


def folder_of(tmp_path: Path, text: str, logo: bytes = b"") -> Path:
    """A folder as somebody wrote it."""
    folder = tmp_path / "looks"
    folder.mkdir()
    (folder / "looks.yaml").write_text(text, encoding="utf-8")
    if logo:
        (folder / "logo.png").write_bytes(logo)
    return folder


def test_folder_gives_name_colour_and_logo(tmp_path: Path) -> None:
    """All three are read; what is left out is as usual."""
    whole = 'name: Ash Valley Learning Trust\naccent: "#7a1f5c"\nlogo: logo.png\n'
    assert load_looks(folder_of(tmp_path, whole, picture())) == TRUST
    (tmp_path / "looks" / "looks.yaml").write_text("name: Ash Primary\n", encoding="utf-8")
    assert load_looks(tmp_path / "looks") == Looks("Ash Primary")


@pytest.mark.parametrize(
    ("text", "logo", "says"),
    [
        ("nmae: Ash\n", b"", "looks.yaml: nmae: Extra inputs are not permitted. Remove the key or correct its"),
        ("", b"", "looks.yaml: keys and values are needed here. See docs/hosting.md for the keys."),
        ("name: Ash: Valley\n", b"", "looks.yaml: line 1: mapping values are not allowed here. Correct the line"),
        ("accent: #7A1F5C\n", b"", "looks.yaml: accent: Input should be a valid string. Write a text, in quotation"),
        ('accent: "violet"\n', b"", "looks.yaml: accent: Give the colour as # and six digits or letters from A to F"),
        (
            'accent: "#FFB800"\n',
            b"",
            "looks.yaml: accent: The colour #FFB800 is too light to read: its contrast",
        ),
        ("name: Ash\nlogo: none.png\n", b"", "looks.yaml: logo: none.png cannot be read. Put the picture beside"),
        ("name: Ash\nlogo: ../logo.png\n", picture(), "looks.yaml: logo: ../logo.png cannot be read. Put the picture"),
        ("logo: logo.png\n", picture(), "looks.yaml: name: The name is missing, and a logo needs it to be read aloud"),
        ("name: Ash\nlogo: logo.png\n", b"GIF89a", "looks.yaml: logo: The logo is neither a PNG nor a JPEG."),
        ("name: Ash\nlogo: logo.png\n", bomb(50_000), "looks.yaml: logo: The logo has more than 25 million pixels."),
        (f"name: {'A' * 81}\n", b"", "looks.yaml: name: String should have at most 80 characters. Shorten the text."),
    ],
)
def test_fault_is_told_with_file_key_and_remedy(tmp_path: Path, text: str, logo: bytes, says: str) -> None:
    """The sentence names the file and the key, and says what to do."""
    folder = folder_of(tmp_path, text, logo)

    with pytest.raises(LooksError) as refused:
        load_looks(folder)

    assert str(refused.value).startswith(str(folder))
    assert says in str(refused.value)


def test_light_colour_is_refused_with_the_shade_to_take() -> None:
    """The sentence says the ratio and the nearest darker shade; that shade is taken."""
    with pytest.raises(
        LooksError, match=r"is 1\.6 to 1, and text needs 4\.5 to 1.* works is (#[0-9A-F]{6})\."
    ) as refused:
        accent_of("#FFB800")

    offered = str(refused.value)[-8:-1]
    assert accent_text(accent_of(offered)) == offered


def test_kept_looks_come_back_and_can_be_forgotten(tmp_path: Path) -> None:
    """What was kept is read again; a later choice leaves nothing of the first; forgetting leaves no file."""
    folder = tmp_path / "new" / "looks"

    keep_looks(folder, TRUST)
    assert load_looks(folder) == TRUST
    keep_looks(folder, Looks("Ash Primary"))
    assert load_looks(folder) == Looks("Ash Primary")
    assert [file.name for file in folder.iterdir()] == ["looks.yaml"]
    keep_looks(folder, USUAL)
    assert load_looks(folder) == USUAL
    forget_looks(folder)
    assert list(folder.iterdir()) == []


def test_looks_that_cannot_be_kept_are_told(tmp_path: Path) -> None:
    """A file where the folder should be, and a logo without a name, each give a sentence."""
    (tmp_path / "looks").write_text("in the way", encoding="utf-8")

    with pytest.raises(LooksError, match="could not be kept in"):
        keep_looks(tmp_path / "looks", TRUST)
    with pytest.raises(LooksError, match="Give the name"):
        keep_looks(tmp_path / "other", Looks(logo=TRUST.logo))
    assert not (tmp_path / "other").exists()


def test_looks_in_use_are_the_nearest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any they are the usual ones; the setting comes before those kept here, a given folder before both."""
    monkeypatch.delenv(SETTING, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if tmp_path not in own_folder().parents:
        pytest.skip("this system keeps the data of programs where no setting moves it")
    for name in ("given", "set"):
        keep_looks(tmp_path / name, Looks(name))

    assert looks_in_use() == USUAL
    marks = [mark_of_looks()]
    keep_looks(own_folder(), Looks("own"))
    assert looks_in_use() == Looks("own")
    marks.append(mark_of_looks())
    monkeypatch.setenv(SETTING, str(tmp_path / "set"))
    assert looks_in_use() == Looks("set")
    marks.append(mark_of_looks())
    assert looks_in_use(tmp_path / "given") == Looks("given")
    assert len(set(marks)) == 3


def test_folder_of_the_setting_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong path in the setting is no reason to print without looks and say nothing."""
    monkeypatch.setenv(SETTING, str(tmp_path / "nowhere"))

    with pytest.raises(LooksError, match=r"nowhere.looks\.yaml: the file cannot be read"):
        looks_in_use()


def test_colour_may_have_spaces_around_it() -> None:
    """What comes with a copied colour is no reason to refuse it."""
    assert accent_text(accent_of(" #0B5C6B ")) == "#0B5C6B"
