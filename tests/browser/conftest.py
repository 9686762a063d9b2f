"""A server for each process, a Chromium for each module, and pages that say at the end what went wrong in them."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, chromium_path
from tests.browser.serving import ROOT, Server
from tests.browser.watching import Watch

WIDE = (1400, 1000)
PHONE = (390, 844)
SHORT_LIVED = "--js-flags=--no-opt --sparkplug --min-semi-space-size=64"
"""A page of a test is gone before its script would have earned what compiling it for speed costs."""
PICTURES = ROOT / "build"
FAILED = pytest.StashKey[bool]()

NewContext = Callable[..., BrowserContext]
NewPage = Callable[..., Page]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether a test failed, so that its pages can be pictured before they are closed."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A Chromium for the tests of a module."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=[*ARGUMENTS, SHORT_LIVED])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def running_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server of this process: to start one and to load its first page costs more than most tests."""
    running = Server(tmp_path_factory.mktemp("server"))
    running.start()
    yield running
    running.kill()


@pytest.fixture(scope="module")
def server(running_server: Server) -> Server:
    """A server for the tests of a module, in whose database nothing is yet."""
    if running_server.status() is None:
        running_server.restart()
    running_server.empty()
    return running_server


@pytest.fixture(scope="module")
def contexts(chromium: Browser, server: Server) -> Iterator[NewContext]:
    """A way to get browser contexts, one for each set of options: what one page has loaded the next need not load."""
    made: dict[str, BrowserContext] = {}

    def get(**options: Any) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in made:
            made[key] = chromium.new_context(base_url=server.address, locale="en-GB", **options)
            made[key].set_default_timeout(30_000)
        return made[key]

    yield get
    for context in made.values():
        context.close()


@pytest.fixture
def watch() -> Watch:
    """What the browser did during this test."""
    return Watch()


@pytest.fixture
def new_page(request: pytest.FixtureRequest, contexts: NewContext, watch: Watch) -> Iterator[NewPage]:
    """A way to open tabs; at the end nothing may have gone wrong in any, and no other host been asked."""
    pages: list[Page] = []

    def open_tab(*, size: tuple[int, int] = WIDE, **options: Any) -> Page:
        page = contexts(**options).new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        watch.follow(page)
        pages.append(page)
        return page

    yield open_tab
    if request.node.stash.get(FAILED, False):
        _picture(request.node.name, [page for page in pages if not page.is_closed()])
    for page in pages:
        page.close()
    assert watch.complaints() == []
    assert watch.hosts <= {"localhost"}


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A tab in a window of 1400 by 1000."""
    return new_page()


def _picture(test: str, pages: list[Page]) -> None:
    PICTURES.mkdir(exist_ok=True)
    name = "".join(character if character.isalnum() else "-" for character in test)
    for number, page in enumerate(pages, 1):
        page.screenshot(path=Path(PICTURES, f"{name}-{number}.png"))
