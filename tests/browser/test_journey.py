"""The whole way: a real school is found, evaluated and sent as a PDF, and the PDF opens again as data."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader, PdfWriter

from sendself.assessment.begin import copy_of
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.entries.entry import entries_of
from sendself.assessment.model import Assessment
from sendself.assessment.record import from_json
from sendself.context.example import example_assessment
from sendself.document.pdf.render import render_pdf
from sendself.report.record import NAME, extract
from sendself.report.self_evaluation import build_report
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from tests.browser.serving import Server
from tests.browser.walking import (
    DOWNSIDE,
    DOWNSIDE_URN,
    SAVED,
    arrive,
    begin_with_downside,
    card,
    download_pdf,
    foot,
    go_on,
    open_more,
    open_part,
    rate,
    settle,
    until,
    until_saved,
)

pytestmark = pytest.mark.browser

MAINSTREAM = rubric_for(Setting.MAINSTREAM)
CENSUS = {
    "Number on roll": "1,038",
    "Pupils with an EHC plan": "37",
    "Pupils with SEN support": "105",
    "Pupils eligible for free school meals": "209",
}


@pytest.mark.parametrize("typed", ["downside luton", str(DOWNSIDE_URN)])
def test_school_is_found_by_name_and_town_or_by_urn(page: Page, server: Server, typed: str) -> None:
    """Either way leads to an evaluation of the same real school."""
    evaluation = begin_with_downside(page, typed)

    school = server.kept(evaluation).school
    assert (school.name, school.town, school.urn) == (DOWNSIDE, "Luton", DOWNSIDE_URN)


def test_whole_journey_to_the_pdf_and_back(page: Page, server: Server, tmp_path: Path) -> None:
    """From Start by Next through every step to the PDF, which carries the record and opens again."""
    evaluation = begin_with_downside(page, "downside luton")
    say_why(page)
    go_on(page, "Context", "Context")
    walk_context(page, server, evaluation)
    walk_areas(page, server, evaluation)
    look_at_duties(page)
    say_what_is_enclosed(page, server, evaluation)
    look_at_profile(page)
    name_strength_and_priority(page, server, evaluation)
    pdf = check_and_send(page, tmp_path)

    kept = server.kept(evaluation)
    assert [file.name for file in PdfReader(pdf).attachment_list] == [NAME]
    assert extract(pdf.read_bytes()) == shared_record(kept).assessment
    open_again(page, pdf)
    delete(page, DOWNSIDE)
    open_file(page, pdf)
    page.get_by_role("button", name="Open it", exact=True).click()
    arrive(page, "About this evaluation")
    assert entries_of(server.kept(evaluation)) == entries_of(shared_record(kept).assessment)


def say_why(page: Page) -> None:
    """About: the reason, a name, and what is said of the ways to rate."""
    page.get_by_role("textbox", name="Why do you evaluate your provision now?").fill("A review in January.")
    page.get_by_role("textbox", name="Name (SENCO)").fill("Siân Kowalczyk")
    expect(page.get_by_role("radio", name="Rate together")).to_be_checked()


def walk_context(page: Page, server: Server, evaluation: str) -> None:
    """Context: the published census with its year, an edited figure, an impossible one, and no number at all."""
    for label, number in CENSUS.items():
        expect(page.get_by_role("textbox", name=label, exact=True)).to_have_value(number)
    expect(page.get_by_text("From the DfE's published census, 2023/24.")).to_have_count(len(CENSUS))
    plans = page.get_by_role("textbox", name="Pupils with an EHC plan")
    plans.fill("2000")
    plans.press("Enter")
    expect(
        page.get_by_text("Pupils with an EHC plan (2,000) cannot be more than number on roll (1,038)")
    ).to_be_visible()
    plans.fill("forty")
    plans.press("Enter")
    expect(page.get_by_text("Enter the pupils with an EHC plan as a whole number, such as 36.")).to_be_visible()
    plans.fill("41")
    plans.press("Enter")
    expect(page.get_by_text("From the DfE's published census, 2023/24.")).to_have_count(len(CENSUS) - 1)
    figures = until(
        page,
        lambda: server.kept(evaluation).context.figures,
        lambda kept: (kept["ehc_plans"].value, kept["ehc_plans"].source) == (41, "typed"),
    )
    assert (figures["roll"].value, figures["roll"].year) == (1038, "2023/24")
    settle(page)


def walk_areas(page: Page, server: Server, evaluation: str) -> None:
    """The eight focus areas by Next: every theme of the first rated, and each other way to answer somewhere."""
    first, *others = MAINSTREAM.areas
    go_on(page, first.short, first.title)
    for number, theme in enumerate(first.themes):
        rate(page, theme.id, choice(number % 4 + 1))
    expect(page.get_by_text(f"{len(first.themes)} of {len(first.themes)} themes answered.")).to_be_visible()
    expect(page.get_by_role("link", name=f"{first.short} — done")).to_be_visible()
    for area in others:
        go_on(page, area.short, area.title)
        rate(page, area.themes[0].id, choice(3))
        answer_in_another_way(page, server, evaluation, area.id)
    kept = server.kept(evaluation)
    assert [kept.answer(theme.id).rating for theme in first.themes] == [1, 2, 3, 4, 1, 2, 3]
    assert all(kept.answer(area.themes[0].id).rating == 3 for area in others)


def answer_in_another_way(page: Page, server: Server, evaluation: str, area: str) -> None:
    """What only some areas are used for: words, evidence, the three answers without a level, a duty, parking."""
    match area:
        case "leadership":
            part = open_part(page, "leadership.vision", "Strengths, areas")
            part.get_by_role("textbox", name="Strengths").fill("Staff say “every pupil” – and mean it: Łódź, Gŵyl.")
            part.get_by_role("button", name="Pupil voice").click()
            until_saved(page, server, evaluation, ("theme:leadership.vision", "evidence_kinds"), '["pupil_voice"]')
        case "teaching":
            rate(page, "teaching.strategies", "Don't know yet")
        case "families":
            rate(page, "families.shaping-provision", "Not applicable")
            page.get_by_role("textbox", name="Why does it not apply? Parents' say in provision").fill(
                "Asked elsewhere."
            )
        case "identification":
            rate(page, "identification.teaching-first", "Not looked at this time")
        case "monitoring":
            parking = card(page, "monitoring.interventions").get_by_role("button", name="Park this for later")
            parking.click()
            expect(page.get_by_text("1 theme is parked for later.")).to_be_visible()
        case "resources":
            part = open_part(page, "resources.provision-map", "Duties:")
            duty = part.get_by_role("radiogroup").first
            duty.get_by_role("radio", name="Not met", exact=True).click()
            expect(page.get_by_text("Duties: ").filter(has_text="(1 of 2 answered)")).to_be_visible()
    expect(foot(page)).to_have_text(SAVED)


def look_at_duties(page: Page) -> None:
    """Duties: the one that is not met stands among all of the school."""
    go_on(page, "Duties", "Duties")
    expect(page.get_by_text("Not met").first).to_be_visible()


def say_what_is_enclosed(page: Page, server: Server, evaluation: str) -> None:
    """Evidence: one document of the list is enclosed, with its date."""
    go_on(page, "Evidence", "Evidence")
    page.get_by_role("radiogroup", name="7. Provision map").get_by_role("radio", name="Enclosed").click()
    page.get_by_role("textbox", name="Its date: Provision map").fill("6 July 2026")
    until_saved(page, server, evaluation, ("document:provision-map", "dated"), '"2026-07-06"')


NOT_ANSWERED = "0, 7 not answered yet"
"""What the profile says of the duties of an area in which nobody has answered for any."""


def look_at_profile(page: Page) -> None:
    """Profile: the radar says in words what it shows, and the table has the same numbers."""
    go_on(page, "Profile", "Profile")
    radar = page.get_by_role("figure", name="Radar of the focus areas, mean level of the rated themes from 1 to 4")
    expect(radar).to_be_visible()
    expect(radar).to_have_accessible_name(re.compile("Outcomes 2.3 from 7 of 7 themes.*Lowest: Outcomes"))
    cells = page.get_by_role("row").filter(has_text="Outcomes").get_by_role("cell")
    expect(cells).to_have_text(["Outcomes", "2", "2", "2", "1", "0", re.compile("2.3"), re.compile("."), NOT_ANSWERED])


def name_strength_and_priority(page: Page, server: Server, evaluation: str) -> None:
    """Strengths and priorities: one of each, with the theme that it belongs to."""
    go_on(page, "Plan", "Plan")
    page.get_by_role("button", name="Add a strength").click()
    page.get_by_role("textbox", name="Strength 1", exact=True).fill("Families are asked first.")
    page.get_by_role("button", name="Add a priority").click(delay=80)
    page.get_by_role("textbox", name="Priority 1", exact=True).fill("A provision map with costs.")
    until(page, lambda: server.kept(evaluation).priorities[-1].text, lambda text: text == "A provision map with costs.")
    settle(page)
    page.locator("summary", has_text="Themes that priority 1 moves (0 chosen)").click()
    page.get_by_role("button", name="Outcomes: Progress in English and maths").click()
    expect(page.get_by_text("Themes that priority 1 moves (1 chosen)")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Outcomes: Progress in English and maths")).to_be_visible()
    settle(page)
    expect(foot(page)).to_have_text(SAVED)
    assert server.kept(evaluation).priorities[-1].themes == ("outcomes.english-and-maths",)


def check_and_send(page: Page, folder: Path) -> Path:
    """Check and send: the points with their places, a link that leads there and back, and the PDF."""
    go_on(page, "Check and send", "Check and send")
    parked = page.locator("details", has_text="Parked for later: 1")
    parked.get_by_role("button", name="Checking that interventions work: parked for later.").click()
    arrive(page, MAINSTREAM.area("monitoring").title)
    expect(page.get_by_role("heading", name="Checking that interventions work")).to_be_focused()
    expect(page.get_by_role("heading", name="Checking that interventions work")).to_be_in_viewport()
    page.get_by_role("link", name=re.compile("^Check and send — ")).click()
    arrive(page, "Check and send")
    download = download_pdf(page)
    assert download.suggested_filename == "Downside-Primary-School-self-evaluation.pdf"
    path = folder / download.suggested_filename
    download.save_as(path)
    return path


def open_file(page: Page, file: Path) -> None:
    """On Start choose a file to open."""
    page.goto("/")
    arrive(page, "Evaluate your SEND provision")
    page.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(file)
    settle(page)


def open_again(page: Page, pdf: Path) -> None:
    """The PDF of an evaluation that is here overwrites nothing: a separate copy is offered."""
    open_file(page, pdf)
    expect(page.get_by_text("It is on this computer already.")).to_be_visible()
    page.get_by_role("button", name="Keep the file as a separate copy").click()
    arrive(page, "About this evaluation")
    expect(page.get_by_text("This is the evaluation from the file, as a separate copy.")).to_be_visible()


def delete(page: Page, title: str) -> None:
    """On Start delete every evaluation with this title; each is asked about twice."""
    page.goto("/")
    arrive(page, "Evaluate your SEND provision")
    opens = page.get_by_role("button", name=f"Open {title}")
    for left in range(opens.count(), 0, -1):
        entry = page.locator("[class*='st-key-kept-']").filter(has=opens).first
        open_more(entry)
        entry.get_by_role("button", name="Delete").click()
        expect(page.get_by_text("with its whole history? This cannot be undone.")).to_be_visible()
        expect(opens).to_have_count(left)
        page.get_by_role("button", name="Yes, delete it for ever").click()
        expect(opens).to_have_count(left - 1)


def choice(level: int) -> str:
    """A level as the row of choices says it."""
    return f"{level} {MAINSTREAM.level_name(level)}"


@pytest.fixture(scope="module")
def example() -> Assessment:
    """A complete evaluation, separate from the shipped example."""
    return copy_of(example_assessment(Setting.MAINSTREAM))


@pytest.fixture(scope="module")
def example_pdf(example: Assessment) -> bytes:
    """The PDF of that evaluation."""
    return render_pdf(build_report(shared_record(example)))


@pytest.mark.parametrize(
    ("button", "setting"),
    [("Look at an example", "Mainstream school."), ("Example of a special school", "Special school.")],
)
def test_example_opens_with_one_click(page: Page, button: str, setting: str) -> None:
    """Whoever wants to look before typing sees a complete evaluation that says what it is, on every page."""
    page.goto("/")
    page.get_by_role("button", name=button).click()
    arrive(page, "About this evaluation")
    expect(page.get_by_text(setting).first).to_be_visible()

    expect(page.get_by_text("EXAMPLE: an invented evaluation to look at.")).to_be_visible()
    page.get_by_role("link", name="Context — done").click()
    arrive(page, "Context")
    expect(page.get_by_text("EXAMPLE: an invented evaluation to look at.")).to_be_visible()


def test_kept_copy_opens_again_and_duplicate_is_separate(
    page: Page, server: Server, tmp_path: Path, example: Assessment
) -> None:
    """Keep a copy gives a file with everything, names included; a duplicate has the same content and its own id."""
    evaluation = server.keep(copy_of(example))
    page.goto("/")
    arrive(page, "Evaluate your SEND provision")
    entry = page.locator(f".st-key-kept-{evaluation}")
    open_more(entry)
    with page.expect_download() as download:
        entry.get_by_role("button", name="Keep a copy").click()
    copy = tmp_path / download.value.suggested_filename
    download.value.save_as(copy)
    assert from_json(copy.read_bytes()) == server.kept(evaluation)

    entry.get_by_role("button", name="Duplicate").click()
    arrive(page, "About this evaluation")
    duplicate = page.url.partition("evaluation=")[2].partition("&")[0]
    assert duplicate != evaluation
    assert entries_of(server.kept(duplicate)) == entries_of(server.kept(evaluation))

    open_file(page, copy)
    expect(page.get_by_text("It is on this computer already.")).to_be_visible()
    page.get_by_role("button", name="Open the one that is here").click()
    arrive(page, "About this evaluation")
    assert evaluation in page.url


def test_deleting_can_be_called_off(page: Page, server: Server, example: Assessment) -> None:
    """The second question can be answered with no: everything stays."""
    evaluation = server.keep(copy_of(example))
    page.goto("/")
    arrive(page, "Evaluate your SEND provision")
    entry = page.locator(f".st-key-kept-{evaluation}")
    open_more(entry)
    entry.get_by_role("button", name="Delete").click()
    entry.get_by_role("button", name="No, keep it").click()

    expect(entry.get_by_role("button", name="Delete")).to_be_visible()
    assert server.kept(evaluation).school.name == example.school.name


def without_record(pdf: bytes) -> bytes:
    """The PDF as printing it to a file would leave it: the pages alone."""
    writer = PdfWriter()
    for sheet in PdfReader(BytesIO(pdf)).pages[:1]:
        writer.add_page(sheet)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_wrong_file_is_explained(page: Page, example_pdf: bytes, tmp_path: Path) -> None:
    """Whatever is chosen, one sentence says what is wrong with it, and nothing is opened."""
    wrong = {
        "printed.pdf": (without_record(example_pdf), "This PDF carries no self-evaluation as data"),
        "empty.pdf": (b"", "This file is empty."),
        "cut.pdf": (b"%PDF-1.7 cut off", "This PDF is damaged and cannot be read."),
        "notes.pdf": (b"Only some notes.", "This file is damaged or is not from sendself."),
        "report.pdf": (b"PK\x03\x04 a Word file with another name", "This is a Word, Excel or zip file."),
        "other.json": (b'{"format": "another program"}', "This file is not a self-evaluation."),
        "large.json": (b" " * 13_000_000 + b"{}", "This file is far larger than a self-evaluation."),
        "report.docx": (b"PK\x03\x04", "files are not allowed"),
        "huge.pdf": (b"%PDF-1.7" + b" " * 21_000_000, "File must be 20.0MB or smaller"),
    }
    page.goto("/")
    arrive(page, "Evaluate your SEND provision")
    for name, (content, sentence) in wrong.items():
        file = tmp_path / name
        file.write_bytes(content)
        page.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(file)

        expect(page.get_by_text(sentence)).to_be_visible()
        settle(page)
        expect(page.get_by_role("button", name="Open it", exact=True)).to_have_count(0)
