"""A server and a Chromium for every module, and pages that say at the end whether anything went wrong in them."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import chromium_path
from tests.browser.serving import ROOT, Server
from tests.browser.watching import Watch

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = (1400, 1000)
PICTURES = ROOT / "build"
FAILED = pytest.StashKey[bool]()

NewContext = Callable[..., BrowserContext]


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
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for the tests of a module, with a database of its own."""
    running = Server(tmp_path_factory.mktemp("server"))
    running.start()
    yield running
    running.kill()


@pytest.fixture
def watch() -> Watch:
    """What the browser did during this test."""
    return Watch()


@pytest.fixture
def new_context(
    request: pytest.FixtureRequest, chromium: Browser, server: Server, watch: Watch
) -> Iterator[NewContext]:
    """A way to make browser contexts; at the end nothing may have gone wrong in any, and no other host been asked."""
    contexts: list[BrowserContext] = []

    def make(*, size: tuple[int, int] = WIDE, **options: Any) -> BrowserContext:
        viewport = {"width": size[0], "height": size[1]}
        context = chromium.new_context(base_url=server.address, viewport=viewport, locale="en-GB", **options)  # type: ignore[arg-type]
        context.set_default_timeout(30_000)
        watch.follow(context)
        contexts.append(context)
        return context

    yield make
    if request.node.stash.get(FAILED, False):
        _picture(request.node.name, [page for context in contexts for page in context.pages])
    for context in contexts:
        context.close()
    assert watch.complaints() == []
    assert watch.hosts <= {"localhost"}


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """A page in a window of 1400 by 1000."""
    return new_context().new_page()


def _picture(test: str, pages: list[Page]) -> None:
    PICTURES.mkdir(exist_ok=True)
    name = "".join(character if character.isalnum() else "-" for character in test)
    for number, page in enumerate(pages, 1):
        page.screenshot(path=Path(PICTURES, f"{name}-{number}.png"))
