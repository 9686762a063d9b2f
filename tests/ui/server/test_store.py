"""What the whole process shares: the register, ready to be searched before anybody types; and where it keeps data."""

from time import thread_time

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from sendself.assessment.begin import new_assessment
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from sendself.storage.repository import Repository
from sendself.storage.upgrade import migrate
from sendself.ui.server import store
from sendself.ui.server.store import register, warm_up_register
from tests.storage.conftest import postgresql_url as postgresql_url
from tests.storage.conftest import server as server
from tests.ui.conftest import SAM, SCRIPT
from tests.ui.pages import says


def test_register_is_warmed_up_for_every_tab() -> None:
    """What was made without anybody waiting is what a page gets: its first search takes under 50 ms."""
    st.cache_resource.clear()
    warm_up_register().join()

    before = thread_time()
    assert register().search("downside luton", 12)[0].urn == 109567
    assert thread_time() - before < 0.05


def test_start_says_where_the_data_is(repository: Repository) -> None:
    """On one computer it is a file there."""
    app = AppTest.from_file(SCRIPT, default_timeout=60).run()

    assert any("kept on this computer, in " in text for text in says(app.caption))


def test_start_of_a_shared_server_does_not_claim_to_be_this_computer(
    monkeypatch: pytest.MonkeyPatch, postgresql_url: str
) -> None:
    """Neither below the page nor above the list."""
    migrate(postgresql_url)
    monkeypatch.setenv("SENDSELF_DATABASE_URL", postgresql_url)
    st.cache_resource.clear()
    store.repository().create(SAM, new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM))
    app = AppTest.from_file(SCRIPT, default_timeout=60).run()
    said = [*says(app.caption), *says(app.header)]
    store.repository().close()
    st.cache_resource.clear()

    assert not [text for text in said if "this computer" in text]
    assert "Self-evaluations on the server of whoever hosts sendself" in said
