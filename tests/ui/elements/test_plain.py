"""Text in a label: what is printed is what is said, and nothing of it is read as Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendself.ui.elements.plain import plain, spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Progress in English and maths", "Progress in English and maths"),
        ("SEN/D co-ordinator (0.6 of full time)", "SEN/D co-ordinator (0.6 of full time)"),
        ("![x](https://example.org/x.png)", "!(x)(https: //example.org/x.png)"),
        (":red[**Ann**]", ": red(Ann)"),
        ("at 14:32", "at 14:32"),
        ("two\nlines", "two lines"),
    ],
)
def test_label_reads_as_it_is_said(written: str, said: str) -> None:
    """Hyphens, brackets and times stay; what would fetch a picture, colour or embolden is defused."""
    assert spoken(written) == said


@given(st.text())
def test_label_holds_no_sign_of_markdown_and_no_escape(text: str) -> None:
    """Whatever was typed; and text that is escaped already says the same."""
    assert not set(spoken(text)) & set("\\[]<>`*_~$\n")
    assert spoken(plain(text)) == spoken(text)
