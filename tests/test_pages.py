"""The pages as files: what they may be called, and how long they may be."""

import sys
from importlib.metadata import packages_distributions
from pathlib import Path

PAGES = sorted((Path(__file__).resolve().parent.parent / "pages").glob("*.py"))


def test_page_names_shadow_nothing() -> None:
    """`pages/` is first on the import path: no page bears the name of a standard module or of an installed one."""
    taken = sys.stdlib_module_names | packages_distributions().keys() | {"sendself", "app", "tests", "pages"}

    assert {"profile", "streamlit", "yaml"} <= taken
    assert [page.stem for page in PAGES if page.stem in taken] == []


def test_page_is_short() -> None:
    """A page shows, fetches and saves; what grows past 60 lines belongs in the package."""
    lengths = {page.name: len(page.read_text(encoding="utf-8").splitlines()) for page in PAGES}
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > 60} == {}
