"""An error that nobody foresaw: what the page says, and what it does not repeat."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from sendself.ui.server.went_wrong import say_what_went_wrong, where
from tests.ui.pages import says


def _page_that_fails() -> None:
    from sendself.ui.server.went_wrong import say_what_went_wrong

    try:
        raise KeyError("Amir in Year 4")
    except KeyError as error:
        say_what_went_wrong(error)


def test_page_says_what_to_do_and_repeats_no_words() -> None:
    """One message: what is kept, what to do next, and the kind of error, without what somebody typed."""
    (message,) = says(AppTest.from_function(_page_that_fails).run().error)

    assert "What was shown as saved is kept." in message
    assert "Load the page again" in message
    assert "keep a copy on Start" in message
    assert "KeyError in " in message
    assert "Amir" not in message


def test_place_of_an_error_is_the_last_line_of_ours() -> None:
    """The file is named from the top of the project, without the folders of the computer."""
    lines = (Path(__file__).parents[3] / "sendself/rubric/model.py").read_text(encoding="utf-8").splitlines()
    try:
        rubric_for(Setting.MAINSTREAM).area("nowhere")
    except Exception as error:
        kind, _, place = where(error).partition(" in ")
    file, _, line = place.partition(":")

    assert kind == "StopIteration" or kind == "KeyError"
    assert file == "sendself/rubric/model.py"
    assert 0 < int(line) <= len(lines)


def test_app_answers_every_error_so() -> None:
    """The app hands its errors to these words; Streamlit's own speak of a cloud that nobody here knows."""
    import app

    assert app.app._on_script_error is say_what_went_wrong
