"""A rubric of one's own, from New to the PDF: other areas, another number of them, themes that no other file knows."""

from pathlib import Path
from uuid import uuid4

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from sendself.assessment.answers import DutyState
from sendself.assessment.begin import new_assessment
from sendself.assessment.checks import points_before_sending
from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.school import School
from sendself.report.files.formats import Format, formats_of, render_report
from sendself.report.record import extract
from sendself.report.slide import radar_slide
from sendself.rubric.duty import Setting
from sendself.rubric.loader import load_rubric
from sendself.rubric.model import Rubric
from sendself.rubric.own import SETTING
from sendself.storage.repository import Repository
from tests.rubric.folders import write_rubric
from tests.ui.conftest import SAM, SCRIPT, save
from tests.ui.pages import new_page

SIX = ["outcomes", "reading", "sixth-form", "transport", "plan", "send"]
"""Two areas have the name of one of the Guide and another content, two that of a page."""

FILE_STEPS = ("about", "context", "duties", "evidence", "radar", "present", "plan", "timetable", "send", "history")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A trust's folder of rubrics, as the setting names it."""
    st.cache_data.clear()
    write_rubric(tmp_path / "rubrics" / "trust", SIX)
    monkeypatch.setenv(SETTING, str(tmp_path / "rubrics"))
    return tmp_path / "rubrics"


def begun(repository: Repository, rubric: Rubric) -> Assessment:
    """An evaluation with a rubric, kept."""
    made = new_assessment(rubric, Setting.MAINSTREAM, school=School(name="Ash Primary"))
    repository.create(SAM, made)
    return made


def rated(repository: Repository, evaluation: Assessment) -> Assessment:
    """The evaluation with every theme rated, one duty not met, and an aim."""
    for number, theme in enumerate(evaluation.rubric.themes()):
        save(repository, evaluation, EntryKey(f"theme:{theme.id}", AGREED, "rating"), number % 4 + 1)
    for duty in evaluation.rubric.duties:
        save(repository, evaluation, EntryKey(f"duty:{duty.id}", AGREED, "state"), DutyState.NOT_MET.value)
    for field, value in (("removed", False), ("what", "Plan together"), ("due", "2027-03-01")):
        save(repository, evaluation, EntryKey("action:00a", AGREED, field), value)
    return repository.load(SAM, evaluation.id).assessment


def opened(evaluation: Assessment) -> AppTest:
    """A session of the app on the first step of the evaluation."""
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["evaluation"] = evaluation.id
    return app.run().switch_page("about.py").run()


def at_step(app: AppTest, address: str) -> AppTest:
    """The app on the page of an area: it has no file, and Streamlit's own switch_page knows only those that have."""
    app._page_hash = calc_hash(address)
    return app.run()


@pytest.mark.usefixtures("folder")
def test_own_rubric_is_offered_and_begun(repository: Repository) -> None:
    """New names it beside the shipped one; the evaluation that is begun carries it, and its areas are in the list."""
    app = new_page()
    choice = next(radio for radio in app.radio if radio.label == "With which rubric?")
    assert choice.options == ["Mainstream schools", "Our trust"] or choice.options[-1] == "Our trust"
    choice.set_value("trust").run()
    assert any("Our trust: 12 themes in 6 focus areas." in one.value for one in app.caption)
    app.button(key="begin").click().run()
    assert not app.exception

    (summary,) = repository.summaries(SAM)
    kept = repository.load(SAM, summary.id).assessment
    assert [area.id for area in kept.rubric.areas] == SIX
    assert (summary.rubric_id, summary.themes) == ("trust", 12)


def test_theme_is_rated_and_the_pdf_brings_everything_back(repository: Repository, folder: Path) -> None:
    """A level chosen on the page of an area is in the PDF, whose record is the one that was shared."""
    evaluation = begun(repository, load_rubric(folder / "trust"))
    app = at_step(opened(evaluation), "outcomes")
    assert app.title[0].value == "The area outcomes"
    choice = next(one for one in app.button_group if "How first goes in outcomes" in one.label)
    choice.set_value([3] if isinstance(choice.value, list) else 3).run()
    assert not app.exception

    kept = repository.load(SAM, evaluation.id).assessment
    assert kept.answer("outcomes.first").rating == 3
    shared = shared_record(kept)
    assert extract(render_report(shared, ReportKind.FULL, Format.PDF, pdf_name="r.pdf")) == shared.assessment


def test_every_page_is_drawn(repository: Repository, folder: Path) -> None:
    """No page of the journey knows only the areas of the Guide, and areas named like a page have pages of their own."""
    evaluation = rated(repository, begun(repository, load_rubric(folder / "trust")))
    app, titles = opened(evaluation), list[str]()
    for address in ("outcomes", "reading", "sixth-form", "transport", "area_plan", "area_send"):
        at_step(app, address)
        assert not app.exception, address
        titles.append(app.title[0].value)

    assert titles == [f"The area {area}" for area in SIX]
    for page in FILE_STEPS:
        app.switch_page(f"{page}.py").run()
        assert not app.exception, page


@pytest.mark.parametrize("areas", [SIX, ["reading"], ["reading", "send"], [f"area-{n}" for n in range(1, 14)]])
def test_every_report_is_made(repository: Repository, tmp_path: Path, areas: list[str]) -> None:
    """One area, two or thirteen: every report comes out in every format, and the record comes back whole."""
    write_rubric(tmp_path / "trust", areas)
    evaluation = rated(repository, begun(repository, load_rubric(tmp_path / "trust")))

    for kind in ReportKind:
        shared = shared_for(evaluation, kind)
        for form in formats_of(kind):
            made = render_report(shared, kind, form, pdf_name="r.pdf")
            assert made
            if (kind, form) == (ReportKind.FULL, Format.PDF):
                assert extract(made) == shared.assessment
    assert points_before_sending(evaluation)
    assert (radar_slide(evaluation) is None) == (len(areas) < 3)


@pytest.mark.parametrize("areas", [["reading"], [f"area-{n}" for n in range(1, 14)]])
def test_profile_is_drawn_for_few_and_many_areas(repository: Repository, tmp_path: Path, areas: list[str]) -> None:
    """One area makes no figure worth looking at and thirteen make a crowded one: neither stops a page."""
    write_rubric(tmp_path / "trust", areas)
    app = opened(rated(repository, begun(repository, load_rubric(tmp_path / "trust"))))
    for page in FILE_STEPS:
        app.switch_page(f"{page}.py").run()
        assert not app.exception, page


@pytest.mark.usefixtures("repository")
def test_rubric_with_a_fault_is_told_on_new(folder: Path) -> None:
    """The sentence names the file, the key, the problem and the remedy; the shipped rubric is still offered."""
    write_rubric(folder / f"broken-{uuid4().hex}", ["reading"], id="broken", title="Broken", version=2027)
    (broken,) = folder.glob("broken-*")
    # Folders are read once: another path is another folder.
    moved = folder.rename(folder.with_name("moved"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(moved))
        app = new_page()

    (warning,) = app.warning
    words = warning.value.replace("\\", "")
    assert str(moved / broken.name / "rubric.yaml") in words
    assert "version: Input should be a valid string. Write a text, in quotation marks" in words
    assert next(radio for radio in app.radio if radio.label == "With which rubric?").value == "mainstream"


@pytest.mark.usefixtures("folder")
def test_paper_is_offered_without_questions(repository: Repository) -> None:
    """The blank form is there; where a rubric has no questions for sheets the page says so."""
    app = AppTest.from_file(SCRIPT, default_timeout=60).run().switch_page("paper.py").run()
    app.radio(key="paper-rubric").set_value("trust").run()

    assert not app.exception
    assert any("no questions for parents" in one.value for one in app.markdown)
