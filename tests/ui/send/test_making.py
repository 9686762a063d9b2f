"""The PDF is made when it is asked for, told to be ready, and made anew only when what it says has changed."""

import email
import email.policy

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.disclosure.report_kinds import ReportKind
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.report.files.formats import Format
from sendself.report.record import extract
from sendself.storage.kept import Actor
from sendself.storage.repository import Repository
from sendself.ui.send.kept_files import kept_files
from sendself.ui.send.making import size_in_words
from sendself.ui.send.report_files import kept_pdf, report_file, report_key
from tests.ui.conftest import Session, save

WISH = EntryKey("review", AGREED, "wants_tested")
MAKE, DOWNLOAD = "Make the PDF for the reviewer", "Download the PDF for the reviewer"
MAKE_DRAFT, DOWNLOAD_DRAFT = "Make a draft with the PDF attached", "Download a draft with the PDF attached"


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """Files that another test made are forgotten."""
    kept_files.clear()


def downloads(app: AppTest) -> list[str]:
    """The words on the buttons that download something."""
    return [one.proto.label for one in app.get("download_button")]


def offered(app: AppTest) -> list[str]:
    """The words on the buttons that make a PDF."""
    return [one.label for one in app.button if one.label.startswith("Make")]


def press(app: AppTest, label: str) -> AppTest:
    """Press the button with this label."""
    return next(one for one in app.button if one.label == label).click().run()


def told(app: AppTest) -> list[str]:
    """What is said about the PDF."""
    return [one.value for one in (*app.info, *app.warning, *app.success) if "PDF" in one.value]


def pdf_of(repository: Repository, evaluation: Assessment) -> bytes | None:
    """The kept PDF of an evaluation as it stands now."""
    shared = shared_record(repository.load(Actor("Sam"), evaluation.id).assessment)
    return kept_pdf(report_key(shared, ReportKind.FULL, Format.PDF))


def test_nothing_is_made_before_it_is_asked_for(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """However often the page is drawn, there is a button that makes the PDF, and none that downloads it."""
    app = session("send").run().run()

    assert MAKE in offered(app)
    assert downloads(app) == []
    assert told(app) == ["The PDF is not made yet. Make it, which takes a few seconds; then download it."]
    assert pdf_of(repository, evaluation) is None


def test_made_pdf_is_there_with_pages_size_and_name(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """One click makes it; the button that was pressed stays for whoever has the focus on it."""
    app = press(session("send"), MAKE)
    pdf = pdf_of(repository, evaluation)
    assert pdf is not None
    size = size_in_words(len(pdf))

    assert not app.exception
    assert f"{DOWNLOAD} ({size})" in downloads(app)
    assert MAKE in offered(app)
    (said,) = told(app)
    assert said.startswith("The PDF is ready: ")
    assert f" pages, {size}. It is called " in said


def test_made_pdf_serves_the_draft_and_a_later_visit(session: Session) -> None:
    """Made once it is offered everywhere, without a button that would make it again."""
    press(session("send"), MAKE)
    app = session("send")

    assert any(label.startswith(DOWNLOAD) for label in downloads(app))
    assert DOWNLOAD_DRAFT in downloads(app)
    assert offered(app) == []


def test_draft_is_made_in_its_own_place_with_the_very_pdf(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Who wants only the draft need not go up the page; it carries the PDF that is offered above."""
    app = press(session("send"), MAKE_DRAFT)
    assert DOWNLOAD_DRAFT in downloads(app)
    assert [label for label in offered(app) if label.startswith("Make")] == [MAKE_DRAFT]
    shared = shared_record(repository.load(Actor("Sam"), evaluation.id).assessment)
    draft = report_file(shared, ReportKind.FULL, Format.EMAIL)
    pdf = pdf_of(repository, evaluation)
    assert pdf is not None

    (_, attached) = email.message_from_bytes(draft, policy=email.policy.default).iter_parts()
    assert attached.get_content() == pdf
    assert extract(pdf).id == evaluation.id


def test_change_is_told_and_the_old_pdf_is_not_offered(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """After a change the page asks to make it again; then the new one is there."""
    app = press(session("send"), MAKE)
    save(repository, evaluation, WISH, "Whether pupils are heard")
    app.run()
    assert told(app) == ["What leaves has changed since the PDF was made. Make it again, then download it."]
    assert not any(label.startswith(DOWNLOAD) for label in downloads(app))

    press(app, MAKE)
    assert told(app)[0].startswith("The PDF is ready")
    pdf = pdf_of(repository, evaluation)
    assert pdf is not None
    assert extract(pdf).review.wants_tested == "Whether pupils are heard"


def test_change_that_does_not_leave_asks_for_nothing(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Keeping a sentence knowingly stays in the school: the PDF is still the right one."""
    save(repository, evaluation, WISH, "Amir in Year 4 was sent home twice.")
    app = press(session("send"), MAKE)
    press(app, "Keep 1.1 as it is")
    assert not app.exception

    assert told(app)[0].startswith("The PDF is ready")


def test_file_that_had_to_make_room_is_offered_all_the_same(session: Session) -> None:
    """Others made many files since: this tab still knows that the PDF was made, and its size."""
    app = press(session("send"), MAKE)
    kept_files.clear()
    app.run()

    assert any(label.startswith(DOWNLOAD) for label in downloads(app))


def test_file_of_the_same_words_and_day_is_the_same(evaluation: Assessment) -> None:
    """A report knows the day of the last change alone: it need not be made anew for a later moment."""
    later = evaluation.changed(updated_at=evaluation.updated_at.replace(microsecond=1))
    evaluation = evaluation.changed(updated_at=evaluation.updated_at.replace(microsecond=0))
    for form in (Format.PDF, Format.WORD):
        assert len({report_key(shared_record(one), ReportKind.PLAN, form) for one in (evaluation, later)}) == 1


@pytest.mark.parametrize(
    ("size", "words"), [(0, "1 KB"), (1_499, "1 KB"), (228_400, "228 KB"), (999_499, "999 KB"), (999_500, "1.0 MB")]
)
def test_size_is_said_in_round_numbers(size: int, words: str) -> None:
    """Thousands of bytes as KB and millions as MB, with the unit changing where the number would."""
    assert size_in_words(size) == words
