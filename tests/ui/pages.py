"""What a page of the app says and offers, as a test finds it without a browser."""

from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ElementList

from tests.ui.conftest import SCRIPT


def labelled(widgets: ElementList[Any], label: str) -> Any:
    """The widget with this label."""
    return next(widget for widget in widgets if widget.label == label)


def says(messages: ElementList[Any]) -> list[str]:
    """The texts of messages."""
    return [str(message.value) for message in messages]


def foot(app: AppTest) -> str:
    """What the page says of saving."""
    return says(app.caption)[-1]


def new_page() -> AppTest:
    """New self-evaluation, for a school that was typed."""
    app = AppTest.from_file(SCRIPT, default_timeout=60).run().switch_page("new.py").run()
    app.checkbox(key="not-in-register").check().run()
    app.text_input(key="typed-name").set_value("Ash Primary").run()
    assert not app.exception
    return app
