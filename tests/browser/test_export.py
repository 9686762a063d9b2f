"""Nothing of a pupil stays: names, UPNs and dates of birth go through the whole step and are looked for everywhere."""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import FilePayload, Page, expect
from pypdf import PdfReader

from sendself.assessment.begin import new_assessment
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.school import School
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from tests.browser.conftest import NewPage
from tests.browser.serving import Server
from tests.browser.walking import arrive, download_pdf, open_more, settle, until, visit
from tests.context.export.making import CANARY, Cell, csv_bytes, upn, workbook

pytestmark = pytest.mark.browser

BORN = date(2013, 4, 5)
WORDS = (*CANARY.split(), upn(0)[:-4], BORN.isoformat(), f"{BORN:%d/%m/%Y}")
"""What stands in every row of the exports. All UPNs of the exports begin alike."""
PUPILS = 2000
STARTS_WITH = """
import logging, os, sys, tempfile, threading, time
uploads = os.open(os.environ["UPLOADS"], os.O_CREAT | os.O_WRONLY)
log = os.open(os.environ["OPENED"], os.O_CREAT | os.O_APPEND | os.O_WRONLY)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

def hear(event, arguments):
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING:
        os.write(log, f"{arguments[0]}\\n".encode())

def watch():
    while True:
        time.sleep(0.05)
        there = getattr(sys.modules.get("streamlit.runtime"), "exists", bool)()
        if there:
            storage = sys.modules["streamlit.runtime"].get_instance()._uploaded_file_mgr.file_storage
            os.lseek(uploads, 0, os.SEEK_SET)
            os.write(uploads, f"{sum(map(len, list(storage.values()))):6}".encode())

threading.Thread(target=watch, daemon=True).start()
logging.basicConfig(level=logging.DEBUG)
logging.getLogger("sqlalchemy").setLevel(logging.DEBUG)
sys.addaudithook(hear)
with tempfile.NamedTemporaryFile(prefix="heard-"):
    pass
"""
"""Runs in the server before anything else: every logger speaks, every file opened for writing is noted, and how many
uploads the server holds is written down all the time."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where everything that the server can write goes: its home, its temporary files, its data."""
    return tmp_path_factory.mktemp("school")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    """A server that tells everything, with folders of its own."""
    starts_with = folder / "starts-with"
    for made in (starts_with, folder / "home", folder / "temp"):
        made.mkdir()
    (starts_with / "sitecustomize.py").write_text(STARTS_WITH)
    running = Server(folder)
    settings: dict[str, Path | str] = {
        "HOME": folder / "home",
        "XDG_DATA_HOME": folder / "home" / "data",
        "TMPDIR": folder / "temp",
        "OPENED": folder / "opened.txt",
        "UPLOADS": folder / "uploads.txt",
        "PYTHONPATH": starts_with,
        "PYTHONDONTWRITEBYTECODE": "1",
        "STREAMLIT_LOGGER_LEVEL": "debug",
    }
    with pytest.MonkeyPatch.context() as environment:
        for setting, value in settings.items():
            environment.setenv(setting, str(value))
        running.start()
    yield running
    running.kill()


def exports() -> Mapping[str, bytes]:
    """The same pupils as CSV and XLSX, each over the megabyte from which uploads would go to the disk."""
    rows: list[list[Cell]] = [["UPN", "Name", "Date of birth", "Year", "SEN status", "Need", "FSM", "House", "Notes"]]
    for number in range(PUPILS):
        # Told apart, so that it does not shrink.
        note = f"{CANARY}: " + " ".join(f"{(number + 7) * (k + 11) * 2654435761 % 10**12:x}" for k in range(100))
        status, need = ("K", "SEMH") if number % 5 == 0 else ("N", "")
        rows.append([upn(number), f"{CANARY} {number}", BORN, "7", status, need, "N", "Y", note])
    texts = [[f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell for cell in row] for row in rows]
    return {"pupils.csv": csv_bytes(texts), "pupils.xlsx": workbook({"Pupils": rows})}


def found(word: str, data: bytes) -> bool:
    """Whether a word stands in bytes, in any of the encodings that a program might write."""
    return any(word.encode(encoding) in data for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def inside(pdf: bytes) -> bytes:
    """Everything in a PDF: its bytes, each stream unpacked, and the text of its pages, which is drawn by glyphs."""
    parts = [pdf]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        parts += [thing.read_bytes() for thing in document.objects if isinstance(thing, pikepdf.Stream)]
    parts += [page.extract_text().encode() for page in PdfReader(io.BytesIO(pdf)).pages]
    return b"\n".join(parts)


def left_behind(page: Page, server: Server, folder: Path, evaluation: str) -> dict[str, bytes]:
    """Everything that is left: what can be downloaded, and every file that is anywhere in the server's folders."""
    visit(page, evaluation, "send", "Check and send")
    pdf = download_pdf(page)
    page.goto("/")
    arrive(page, "Evaluate your SEND provision")
    open_more(page.locator(f".st-key-kept-{evaluation}"))
    with page.expect_download() as copy:
        page.locator(f".st-key-copy-{evaluation}").get_by_role("button").click()
    files = {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.parent.name != "starts-with"
    }
    return {
        **files,
        "the PDF": inside(Path(pdf.path()).read_bytes()),
        "the copy": Path(copy.value.path()).read_bytes(),
    }


def count_export(page: Page, evaluation: str, name: str, data: bytes) -> None:
    """Choose an export on its page and wait until it is counted."""
    visit(page, evaluation, "export", "Count from your own export")
    page.locator("input[type=file]").set_input_files(FilePayload(name=name, mimeType="text/plain", buffer=data))
    expect(page.get_by_role("heading", name="What was counted")).to_be_visible()
    settle(page)


def held(folder: Path) -> int:
    """How many uploads the server holds for all its sessions."""
    return int((folder / "uploads.txt").read_text())


def choose_by_hand(page: Page, fact: str, heading: str) -> None:
    """Type a heading into the box of a fact and take the one column that is offered."""
    box, offered = page.get_by_role("combobox", name=fact), page.get_by_role("option")

    def typed() -> bool:
        # While the part around it still opens, the list closes again under the hands.
        box.fill("")
        box.press_sequentially(heading, delay=50)
        with suppress(AssertionError):
            expect(offered).to_have_count(1, timeout=1_000)
        return offered.count() == 1

    until(page, typed, bool)
    page.keyboard.press("Enter")


def take_over(page: Page) -> None:
    """Take the figures over, which leads back to Context."""
    page.get_by_role("button", name="Take these figures over").click()
    arrive(page, "Context")
    expect(page.get_by_text(re.compile(r"\d+ figures taken over from the export"))).to_be_visible()


def test_no_pupil_is_left_anywhere(new_page: NewPage, server: Server, folder: Path) -> None:
    """Not in the database, the record, the PDF, the log, nor in any file that the server opened for writing."""
    kept = new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM, school=School(name="Exampleton School"))
    evaluation = server.keep(kept)
    page = new_page()
    for name, data in exports().items():
        assert len(data) > 1_100_000
        assert found(CANARY.split()[0], data) or name.endswith("xlsx")
        count_export(page, evaluation, name, data)
        if name.endswith("csv"):
            page.locator("summary", has_text="Choose the columns by hand").click()
            choose_by_hand(page, "Ever in care", "House")
            until(page, lambda: server.rows("SELECT columns FROM export_columns"), bool)
            settle(page)
        else:
            expect(page.get_by_text("Columns as you chose them on")).to_be_visible()
        take_over(page)

    left = left_behind(page, server, folder, evaluation)

    assert {(place, word) for place, data in left.items() for word in WORDS if found(word, data)} == set()
    # What is meant to stay is found by the same search, and what was opened was heard.
    assert server.kept(evaluation).figure("roll") == PUPILS
    assert found("ever_in_care", left["sendself.sqlite3"])
    assert found("imported", left["sendself.sqlite3"])
    assert found("imported", left["the PDF"])
    assert found(f"{PUPILS:,}", left["the PDF"])
    assert found("imported", left["the copy"])
    assert found("DEBUG", left["server.log"])
    opened = left["opened.txt"].decode().splitlines()
    heard = next(place for place, name in enumerate(opened) if "/temp/heard-" in name)
    assert set(opened[heard + 1 :]) == {str(server.database)}


def test_upload_is_gone_once_its_page_is_left(new_page: NewPage, server: Server, folder: Path) -> None:
    """After taking over, by our own way back, by the task list, and by the browser's Back: the server holds no file."""
    evaluation = server.keep(new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM))
    page = new_page()
    ways: dict[str, Callable[[], object]] = {
        "taking over": page.get_by_role("button", name="Take these figures over").click,
        "our way back": page.get_by_role("button", name="Back to Context").click,
        "the task list": page.get_by_role("link", name=re.compile("^Context")).click,
        "Back": page.go_back,
    }
    export = csv_bytes([["UPN", "SEN status"], *([upn(number), "KN"[number % 2]] for number in range(20))])
    visit(page, evaluation, "context", "Context")
    for way, leave in ways.items():
        page.get_by_role("button", name="Count from our own export").click()
        arrive(page, "Count from your own export")
        assert page.get_by_role("heading", name="What was counted").count() == 0, way
        page.locator("input[type=file]").set_input_files(FilePayload(name="a.csv", mimeType="text/csv", buffer=export))
        expect(page.get_by_role("heading", name="What was counted")).to_be_visible()
        settle(page)
        until(page, lambda: held(folder), lambda number: number == 1)
        leave()
        arrive(page, "Context")
        until(page, lambda: held(folder), lambda number: number == 0)


def test_search_for_pupils_can_fail(new_page: NewPage, server: Server, folder: Path) -> None:
    """A name that somebody writes into a note is found in the database and the PDF, and in a log that tells rows."""
    evaluation = server.keep(new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM))
    server.change(evaluation, EntryKey("theme:outcomes.exclusions", AGREED, "strengths"), f"Spoke with {CANARY}.")
    page = new_page()

    left = left_behind(page, server, folder, evaluation)

    places = {place for place, data in left.items() if found("Quillfeather", data)}
    assert places >= {"sendself.sqlite3", "the PDF", "the copy", "server.log"}
