"""On paper: the blank form to print and to change, without any evaluation open."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import SCRIPT


@pytest.mark.usefixtures("repository")
def test_blank_form_is_offered_as_pdf_and_as_word() -> None:
    """Each has its own button."""
    app = AppTest.from_file(SCRIPT, default_timeout=60).run().switch_page("paper.py").run()
    labels = [one.proto.label for one in app.get("download_button")]

    assert not app.exception
    assert labels[:2] == ["Blank form (PDF)", "Blank form (Word)"]
