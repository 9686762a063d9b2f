"""Your logo and colour: chosen on Check and send, in the report from then on, and refused with a sentence."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from sendself.document.logo import read_logo
from sendself.document.looks import USUAL, Looks
from sendself.report.looks_in_use import SETTING, looks_in_use, own_folder
from sendself.report.looks_loader import keep_looks
from tests.document.pictures import picture
from tests.ui.conftest import Session

NAME, COLOUR = "Name of the school, trust or authority", "Colour of headings, as its code"


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder with nothing in it."""
    st.cache_data.clear()
    monkeypatch.delenv(SETTING, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if tmp_path not in own_folder().parents:
        pytest.skip("this system keeps the data of programs where no setting moves it")


def fill(app: AppTest, label: str, text: str) -> None:
    """Type into a box."""
    next(box for box in app.text_input if box.label == label).set_value(text)


def press(app: AppTest, label: str) -> AppTest:
    """Press a button."""
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def logo_box(app: AppTest, data: bytes, name: str = "logo.png") -> None:
    """Choose a picture."""
    next(box for box in app.file_uploader if "ogo: PNG or JPEG" in box.label).upload(name, data, "image/png")


def test_looks_are_chosen_kept_and_taken_back(session: Session) -> None:
    """Name, colour and logo are kept for this computer and for the next tab; going back leaves none."""
    app = session("send")
    fill(app, NAME, "Ash Valley Learning Trust")
    fill(app, COLOUR, "#7a1f5c")
    logo_box(app, picture())
    press(app, "Use these looks")

    assert looks_in_use() == Looks("Ash Valley Learning Trust", (122, 31, 92), read_logo(picture()))
    assert any("from now on look like this" in one.value for one in (*app.success, *app.info))
    again = session("send")
    assert next(box.value for box in again.text_input if box.label == NAME) == "Ash Valley Learning Trust"
    assert next(box.value for box in again.text_input if box.label == COLOUR) == "#7A1F5C"
    next(box for box in again.checkbox if box.label == "Take the logo out").check()
    press(again, "Use these looks")
    assert looks_in_use().logo is None
    press(again, "Go back to the usual looks")
    assert looks_in_use() == USUAL


@pytest.mark.parametrize(
    ("name", "colour", "logo", "says"),
    [
        ("Ash", "#FFB800", b"", "too light to read"),
        ("Ash", "red", b"", "six digits"),
        ("", "#7A1F5C", picture(), "Give the name"),
        ("Ash", "#7A1F5C", b"no picture", "neither a PNG nor a JPEG"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(
    session: Session, name: str, colour: str, logo: bytes, says: str
) -> None:
    """A light colour, no colour, a logo without a name and no picture are told, and nothing is kept."""
    app = session("send")
    fill(app, NAME, name)
    fill(app, COLOUR, colour)
    if logo:
        logo_box(app, logo)
    press(app, "Use these looks")

    assert [one.value for one in app.error if says in one.value]
    assert looks_in_use() == USUAL


def test_looks_of_the_setting_are_shown_and_not_changed(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where whoever hosts sendself has set them, the page shows them and asks for nothing."""
    keep_looks(tmp_path / "trust", Looks("Ash Valley Learning Trust", (122, 31, 92)))
    monkeypatch.setenv(SETTING, str(tmp_path / "trust"))
    app = session("send")

    assert any("Ash Valley Learning Trust, colour" in one.value for one in app.markdown)
    assert [box for box in app.text_input if box.label == NAME] == []


def test_wrong_looks_keep_nobody_from_the_report(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says what is wrong with the folder, and the report is made as usual."""
    monkeypatch.setenv(SETTING, str(tmp_path / "nowhere"))
    app = session("send")

    assert not app.exception
    assert any("the file cannot be read" in one.value for one in app.warning)
