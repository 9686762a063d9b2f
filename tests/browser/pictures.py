"""Make the pictures of docs/pictures/ from the app itself: `make pictures`. They show the invented example school."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from sendself.assessment.answers import Answer
from sendself.assessment.begin import copy_of
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.context.example import example_assessment
from sendself.document.pdf.render import render_pdf
from sendself.report.self_evaluation import build_report
from sendself.rubric.duty import Setting
from tests.browser.chromium import ARGUMENTS, chromium_path
from tests.browser.conftest import PHONE, WIDE
from tests.browser.serving import ROOT, Server
from tests.browser.walking import arrive, settle

FOLDER = ROOT / "docs" / "pictures"
COLOURS = 128
PDF_PAGES = 2
STEPS = {
    "context": "Context",
    "teaching": "Teaching pupils with SEND",
    "duties": "Duties",
    "evidence": "Evidence",
    "radar": "Profile",
    "plan": "Plan",
    "send": "Check and send",
}
ON_A_PHONE = ("teaching", "radar", "plan")
NAMES = {"teaching": "focus-area", "radar": "profile", "send": "check-and-send"}
SHOWN = {
    "context": "Beside national figures",
    "focus-area": "1. Planning lessons together",
    "focus-area-phone": "1 Not yet in place",
    "duties": "51 of 51 duties answered.",
    "plan": "Up to 5 priorities and their actions",
    "plan-phone": "Up to 5 priorities and their actions",
}
"""What stands at the top of a picture, where that is not the top of its page: what its words in the guide say of it."""
DIFFERING = {"teaching.strategies": (2, 3), "teaching.adaptation": (1, 3), "teaching.carry-over": (2, 2)}
"""What the SENCO and the senior leader of the invented school would have said apart: for the picture of Agree."""


def main() -> None:
    """Start the app with the example in it, walk through it, and picture each page."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    example = example_assessment(Setting.MAINSTREAM)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder))
        server.start()
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(ARGUMENTS))
        try:
            server.keep(example)
            wide = browser.new_page(base_url=server.address, viewport={"width": WIDE[0], "height": WIDE[1]})
            picture(wide, "start", start)
            picture(wide, "find-school", find_school)
            unfinished = server.keep(with_points(example))
            for step in STEPS:
                name = NAMES.get(step, step)
                picture(wide, name, opens(step, unfinished if step == "send" else example.id, SHOWN.get(name)))
            picture(wide, "present", presents(example.id))
            picture(wide, "agree", agrees(server.keep(apart(example))))
            phone = browser.new_page(base_url=server.address, viewport={"width": PHONE[0], "height": PHONE[1]})
            for step in ON_A_PHONE:
                name = f"{NAMES.get(step, step)}-phone"
                picture(phone, name, opens(step, example.id, SHOWN.get(name)))
        finally:
            browser.close()
            server.kill()
        picture_pdf(render_pdf(build_report(shared_record(example))), Path(folder))


def start(page: Page) -> None:
    """Start, with the example kept, without the place of the data: here it is a folder of this one run."""
    page.goto("/")
    arrive(page, "Evaluate your SEND provision")
    page.get_by_text("Your data is kept on this computer").evaluate("element => element.remove()")


def find_school(page: Page) -> None:
    """A school found in the register."""
    page.goto("/new")
    arrive(page, "New self-evaluation")
    page.get_by_role("textbox", name="Find your school").fill("downside luton")
    page.get_by_text("Downside Primary School, Luton").click()
    page.get_by_role("button", name="Begin with").wait_for()


def opens(step: str, evaluation: str, shown: str | None = None) -> Callable[[Page], None]:
    """A step of the evaluation, as it opens or with the words `shown` at its top."""

    def go(page: Page) -> None:
        page.goto(f"/{step}?evaluation={evaluation}")
        arrive(page, STEPS[step])
        if step == "radar":
            page.locator("[data-testid=stPlotlyChart] svg").first.wait_for()
        if shown:
            page.get_by_text(shown, exact=True).first.evaluate("words => words.scrollIntoView()")

    return go


def with_points(example: Assessment) -> Assessment:
    """The example as it would be before its last hour: with something to look at before it is sent."""
    answers = {theme: example.answers[theme] for theme in list(example.answers)[3:]}
    return copy_of(example).changed(example=True, answers=answers)


def apart(example: Assessment) -> Assessment:
    """The example as it would be before the meeting: rated apart, with some themes on which they differ."""
    answers = {
        **example.answers,
        **{
            theme: {who: Answer(rating=rating) for who, rating in zip(("senco", "slt"), ratings, strict=True)}
            for theme, ratings in DIFFERING.items()
        },
    }
    return copy_of(example).changed(example=True, way=Way.APART, answers=answers)


def agrees(evaluation: str) -> Callable[[Page], None]:
    """Agree, as the first of those who take part sees it, at the first theme on which they differ."""

    def go(page: Page) -> None:
        page.goto(f"/agree?evaluation={evaluation}&you=p1")
        arrive(page, "Agree")
        page.get_by_role("heading", name="Where you differ").evaluate("heading => heading.scrollIntoView()")

    return go


def presents(evaluation: str) -> Callable[[Page], None]:
    """The first screen for a meeting, as a projector shows it."""

    def go(page: Page) -> None:
        page.goto(f"/present?evaluation={evaluation}")
        page.locator("[data-testid=stPlotlyChart] svg").first.wait_for()

    return go


def picture(page: Page, name: str, go: Callable[[Page], None]) -> None:
    """Go somewhere and keep what the window shows."""
    go(page)
    # The page before this one was left so quickly that its reader may be seen there for a few seconds yet.
    expect(page.get_by_text("Also here now")).to_have_count(0)
    settle(page)
    page.mouse.move(0, 0)
    keep(Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide"))), name)


def picture_pdf(pdf: bytes, folder: Path) -> None:
    """The first pages of the PDF, where pdftoppm is installed."""
    tool = shutil.which("pdftoppm")
    if tool is None:
        print("pdftoppm is not installed: the pages of the PDF are not pictured (Debian, Ubuntu: poppler-utils).")
        return
    file = folder / "report.pdf"
    file.write_bytes(pdf)
    subprocess.run([tool, "-png", "-r", "80", "-l", str(PDF_PAGES), file, folder / "page"], check=True)
    for number, page in enumerate(sorted(folder.glob("page-*.png")), 1):
        keep(Image.open(page), f"pdf-page-{number}")


def keep(image: Image.Image, name: str) -> None:
    """Write a picture with few colours, so that it stays small."""
    path = FOLDER / f"{name}.png"
    image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
