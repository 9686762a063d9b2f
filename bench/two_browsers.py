"""Two people in one evaluation: how long until what one rates is seen by the other, in two Chromium windows."""

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from bench.measuring import Measured
from sendself.assessment.begin import new_assessment
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from tests.browser.chromium import ARGUMENTS, chromium_path
from tests.browser.serving import Server
from tests.browser.walking import rating, visit

AREA, THEME = "outcomes", "outcomes.exclusions"
CHOICES = ("2 Developing", "3 Established")
PATIENCE_MS = 60_000


def measure(times: int) -> Iterator[Measured]:
    """A theme rated in one window, as often as `times`, each from the click until the other window shows it."""
    rubric = rubric_for(Setting.MAINSTREAM)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder))
        server.start()
        try:
            evaluation = server.keep(new_assessment(rubric, Setting.MAINSTREAM))
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(ARGUMENTS))
            one, other = (_window(browser, server, evaluation, rubric.area(AREA).title) for _ in range(2))
            seen = tuple(_seen_after(one, other, CHOICES[run % 2]) for run in range(times))
            browser.close()
        finally:
            server.kill()
    yield Measured("see what another person rated", seen, target="under 2 s")


def _window(browser: Browser, server: Server, evaluation: str, title: str) -> Page:
    page = browser.new_context(base_url=server.address, locale="en-GB").new_page()
    visit(page, evaluation, AREA, title)
    return page


def _seen_after(one: Page, other: Page, choice: str) -> float:
    """Milliseconds. Each begins when the windows have come to rest, at any time between two askings for news."""
    other.wait_for_timeout(2_000 + time.monotonic_ns() % 1_000)
    begun = time.perf_counter()
    rating(one, THEME, choice).click()
    shown = rating(other, THEME, choice).element_handle()
    other.wait_for_function(
        "one => one.getAttribute('aria-checked') === 'true'", arg=shown, polling="raf", timeout=PATIENCE_MS
    )
    return 1000 * (time.perf_counter() - begun)
