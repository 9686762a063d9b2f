"""A newer register in the app: shown before it is used, used at once by every tab, and given back."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from sendself.assessment.begin import new_assessment
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.school import School
from sendself.context.schools.from_register import published_context
from sendself.context.schools.register import load_register
from sendself.context.schools.register_in_use import mark_of_register, own_register
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from sendself.storage.repository import Repository
from sendself.storage.upgrade import migrate
from sendself.ui.server import store
from tests.context.schools.downloads import CENSUS, INFORMATION
from tests.storage.conftest import postgresql_url as postgresql_url
from tests.storage.conftest import server as server
from tests.ui.conftest import SAM, SCRIPT

FILES = [
    ("england_school_information_2024-25.csv", "\r\n".join(INFORMATION).encode()),
    ("england_census_2024-25.csv", "\r\n".join(CENSUS).encode()),
]
DOWNSIDE = 109567


@pytest.fixture(autouse=True)
def own_folder(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder with nothing in it, so that the shipped register is in use."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if tmp_path not in own_register().parents:
        pytest.skip("this system keeps the data of programs where no setting moves it")


def tab(page: str) -> AppTest:
    """A new tab on a page that needs no evaluation."""
    app = AppTest.from_file(SCRIPT, default_timeout=60).run().switch_page(f"{page}.py").run()
    assert not app.exception
    return app


def with_files(files: list[tuple[str, bytes]], app: AppTest | None = None) -> AppTest:
    """The page with these files chosen."""
    app = app or tab("register")
    app.file_uploader[0].set_value([(name, content, "text/csv") for name, content in files]).run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    """The page after a button was pressed."""
    next(button for button in app.button if label in button.label).click()
    app.run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    """Everything that the page says."""
    parts = (*app.markdown, *app.caption, *app.success, *app.error, *app.warning, *app.info)
    return "\n".join(element.value for element in parts)


def test_changes_are_shown_before_the_register_is_replaced() -> None:
    """Two files, in any order, give a summary; nothing is replaced before the button is pressed."""
    app = with_files(FILES)

    assert "The census figures change from 2023/24 to 2024/25\\." in said(app)
    assert "The register had 26,205 schools and has 4\\." in said(app)
    assert [warning.value for warning in app.warning if warning.value.startswith("Check the census file before")]
    assert mark_of_register() is None

    press(app, "Use the register of 2024/25 from now on")

    assert "4 schools, with the census figures of 2024/25" in said(app)
    assert "It was loaded here on" in said(app)
    assert "What would change" not in [heading.value for heading in app.subheader]


def test_other_tab_finds_schools_of_the_new_register_at_once() -> None:
    """A tab that has searched the old one finds what is new in the next search; going back is seen as soon."""
    other = tab("new")
    other.text_input(key="find-school").set_value("oak tree exampleton").run()
    assert "Oak Tree Primary School" not in str(other.radio)
    press(with_files(FILES), "Use the register of 2024/25")

    other.run()
    assert "Oak Tree Primary School, Exampleton" in other.radio[0].options[0]

    app = press(tab("register"), "Use the register that came with sendself again")
    assert "It came with sendself." in said(app)
    assert not [button for button in app.button if "came with sendself" in button.label]
    other.text_input(key="find-school").set_value(str(DOWNSIDE)).run()
    assert "Downside Primary School" in other.radio[0].options[0]


def test_figures_taken_before_stay_with_their_year(repository: Repository) -> None:
    """An evaluation that began with the old register keeps its figures, and its page still opens."""
    entry = load_register().find(DOWNSIDE)
    assert entry is not None
    begun = new_assessment(
        rubric_for(Setting.MAINSTREAM),
        Setting.MAINSTREAM,
        school=School(urn=DOWNSIDE),
        context=published_context(entry),
    )
    repository.create(SAM, begun)
    press(with_files(FILES), "Use the register of 2024/25")

    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["evaluation"] = begun.id
    app.run()
    app.switch_page("context.py").run()

    assert not app.exception
    kept = repository.load(SAM, begun.id)
    assert kept.assessment.context.figures["roll"].value == 1038
    assert kept.assessment.context.figures["roll"].year == "2023/24"
    assert EntryKey("context", AGREED, "figures.roll") in kept.entries


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        (FILES[:1], "Give two DfE files"),
        ([FILES[0], ("again_2024-25.csv", FILES[0][1])], "Give two DfE files"),
        ([FILES[0], ("england_census_2024-25.csv", b"PK\x03\x04")], "is an Excel workbook"),
        ([FILES[0], ("england_census_2024-25.csv", b"")], "has no table in it"),
        ([("information.csv", FILES[0][1]), ("census.csv", FILES[1][1])], "Give the year as 2023/24"),
    ],
)
def test_wrong_files_give_one_sentence(files: list[tuple[str, bytes]], sentence: str) -> None:
    """Whatever is chosen instead of the pair, the page says in one sentence what to choose."""
    app = with_files(files)

    (error,) = app.error
    assert sentence in error.value.replace("\\", "")
    assert mark_of_register() is None


def test_year_that_no_name_says_is_asked_for() -> None:
    """Typed in the box, it is the year of the register."""
    app = with_files([("information.csv", FILES[0][1]), ("census.csv", FILES[1][1])])
    app.text_input[0].set_value("2024-2025").run()

    assert not app.error
    assert "from 2023/24 to 2024/25" in said(app)


def test_damaged_register_is_said_and_the_shipped_one_used() -> None:
    """Every page goes on with the shipped one; this page says why, and lets it be mended either way."""
    own_register().parent.mkdir(parents=True)
    own_register().write_bytes(b"PAR1 no register")

    app = tab("register")
    assert "is damaged" in said(app)
    assert "26,205 schools" in said(app)
    assert not tab("new").error

    press(app, "Use the register that came with sendself again")
    assert "is damaged" not in said(app)
    assert mark_of_register() is None


def test_register_of_a_shared_server_is_left_to_its_host(monkeypatch: pytest.MonkeyPatch, postgresql_url: str) -> None:
    """Where schools may share the database no visitor replaces the register of all: the page says who does, and how."""
    migrate(postgresql_url)
    monkeypatch.setenv("SENDSELF_DATABASE_URL", postgresql_url)
    st.cache_resource.clear()

    app = tab("register")

    assert "python -m sendself register" in said(app)
    assert "26,205 schools" in said(app)
    assert not app.file_uploader
    store.repository().close()
