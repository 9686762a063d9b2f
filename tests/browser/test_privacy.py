"""What is entered stays on the computer, and a failure shows nothing of it."""

import json
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from sendself.assessment.begin import copy_of
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.context.example import example_assessment
from sendself.rubric.duty import Setting
from tests.browser.conftest import NewPage
from tests.browser.serving import Server
from tests.browser.walking import arrive, download_pdf, visit
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser

SECRET = "Only this school knows"


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server whose database a test may spoil."""
    running = Server(tmp_path)
    running.start()
    yield running
    running.kill()


def test_nothing_leaves_this_computer(new_page: NewPage, server: Server, watch: Watch) -> None:
    """On the pages with the most in them (radar, tables, the PDF) only this server is asked for anything."""
    evaluation = server.keep(copy_of(example_assessment(Setting.MAINSTREAM)))
    page = new_page()
    for step, title in (("radar", "Profile"), ("send", "Check and send")):
        visit(page, evaluation, step, title)
    download_pdf(page)

    assert watch.hosts == {"localhost"}


def test_note_cannot_make_the_page_fetch_a_picture(new_page: NewPage, server: Server, watch: Watch) -> None:
    """A picture or a link in what somebody wrote is shown as it was written, and never fetched."""
    note = '![x](https://example.org/x.png) <img src="https://example.org/y.png"> :red[**bold**]'
    evaluation = server.keep(copy_of(example_assessment(Setting.MAINSTREAM)))
    for key in (
        EntryKey("theme:outcomes.exclusions", AGREED, "strengths"),
        EntryKey("school", AGREED, "name"),
        EntryKey("participant:p1", AGREED, "name"),
        EntryKey("review", AGREED, "wants_tested"),
    ):
        server.change(evaluation, key, note)
    page = new_page()
    visit(page, evaluation, "about", "About this evaluation")
    visit(page, evaluation, "plan", "Plan")
    page.locator("summary", has_text="What you wrote as strengths").click()

    expect(page.get_by_text("![x](https://example.org/x.png)").first).to_be_visible()
    visit(page, evaluation, "send", "Check and send")
    page.goto("/")
    arrive(page, "Evaluate your SEND provision")
    assert page.locator("img[src*='example.org']").count() == 0
    assert watch.hosts == {"localhost"}


def test_page_opens_no_socket_to_another_server(new_page: NewPage, server: Server, watch: Watch) -> None:
    """The app speaks through its own socket, and a script in the page gets none to a port that is not the app's."""
    page = new_page()
    page.goto("/")
    arrive(page, "Evaluate your SEND provision")
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(2)
        refused = page.evaluate(
            """(address) => new Promise((resolve) => {
                document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
                new WebSocket(address);
                setTimeout(() => resolve("asked"), 2000);
            })""",
            f"ws://localhost:{other.getsockname()[1]}/",
        )
        with pytest.raises(TimeoutError):
            other.accept()

    assert refused == "connect-src"
    assert all("Content Security Policy" in error for error in watch.errors)
    watch.errors.clear()


@pytest.mark.parametrize("path", ["/", "/health", "/_stcore/health", "/outcomes?evaluation=x"])
def test_every_answer_bears_the_security_headers(server: Server, path: str) -> None:
    """No framing, no guessing of types, no address told to others, and only this server's own parts."""
    headers = server.headers(path)

    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "default-src 'self'" in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/", "//_stcore/metrics"])
def test_counters_of_the_server_are_not_public(server: Server, path: str) -> None:
    """Streamlit's own metrics answer nobody."""
    assert server.status(path) != 200 or "streamlit_" not in body(server, path)


def test_health_says_only_whether_the_database_can_be_used(server: Server) -> None:
    """The page for whoever hosts it has one word, no path and no version."""
    assert json.loads(body(server, "/health")) == {"database": "ready"}


@pytest.mark.parametrize(("host", "status"), [("localhost", 101), ("example.org", 403)])
def test_another_name_for_this_computer_gets_no_data(server: Server, host: str, status: int) -> None:
    """All data goes through one WebSocket: a site that points its own name at this computer is refused there."""
    lines = (
        "GET /_stcore/stream HTTP/1.1",
        f"Host: {host}:{server.port}",
        f"Origin: http://{host}:{server.port}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    )
    with socket.create_connection(("localhost", server.port), timeout=20) as asking:
        asking.sendall("\r\n".join([*lines, "", ""]).encode())
        answer = asking.recv(1000)

    assert answer.startswith(f"HTTP/1.1 {status} ".encode())


def test_damaged_database_gives_a_sentence_and_no_traceback(
    own_server: Server, new_page: NewPage, watch: Watch
) -> None:
    """When the file is spoilt the page says which and what to do, and shows nothing from inside; health says so."""
    assessment = copy_of(example_assessment(Setting.MAINSTREAM))
    evaluation = own_server.keep(assessment)
    own_server.change(evaluation, EntryKey("review", AGREED, "why"), SECRET)
    content = own_server.database.read_bytes()
    own_server.database.write_bytes(b"no database any more" * (len(content) // 20))
    page = new_page()
    page.goto(f"{own_server.address}/about?evaluation={evaluation}")

    expect(page.get_by_text("It has been left as it is.").first).to_be_visible()
    expect(page.get_by_text("Traceback")).to_have_count(0)
    expect(page.get_by_text(SECRET)).to_have_count(0)
    assert own_server.status("/health") == 503
    assert SECRET not in own_server.said()
    own_server.database.write_bytes(content)
    page.reload()
    arrive(page, "About this evaluation")
    expect(page.get_by_role("textbox", name="Why do you evaluate")).to_have_value(SECRET)


def test_server_listens_on_this_computer_alone(server: Server) -> None:
    """From the network its port is closed."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outward:
        try:
            # Nothing is sent: this only asks which address of this computer would be used.
            outward.connect(("192.0.2.1", 9))
        except OSError:
            pytest.skip("this computer has no network to be reached from")
        address = outward.getsockname()[0]

    with pytest.raises(ConnectionRefusedError), socket.create_connection((address, server.port), timeout=5):
        pass


def body(server: Server, path: str) -> str:
    """The text of an answer."""
    with urllib.request.urlopen(server.address + path, timeout=10) as answer:
        return str(answer.read().decode())
