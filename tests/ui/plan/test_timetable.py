"""All actions by date on screen, and their files, by a session without a browser."""

from sendself.assessment.disclosure.report_kinds import ReportKind
from sendself.assessment.entries.keys import DISCLOSURE, EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.report.files.formats import Format
from sendself.storage.repository import Repository
from tests.ui.conftest import Session, save
from tests.ui.pages import says
from tests.ui.plan.planning import add_action, offered


def test_timetable_lists_actions_by_due_date(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """The one due first is on top, and what is overdue says so in words."""
    add_action(repository, with_priority, "00b", what="Ask parents", due="2020-01-08", owner="SENCO")
    app = session("timetable")
    table = app.table[0].value

    assert list(table["Action"]) == ["Ask parents", "Train the team"]
    assert list(table["Due"]) == ["8 January 2020 (overdue)", "no date"]
    assert says(app.warning) == ["1 action is overdue."]


def test_empty_action_is_counted_and_not_listed(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """One that was only begun says nothing yet; a sentence of an action ends before what is wrong with it is said."""
    save(repository, evaluation, EntryKey("action:a", AGREED, "what"), "Ask parents each term.")
    save(repository, evaluation, EntryKey("action:a", AGREED, "start"), "2027-03-01")
    save(repository, evaluation, EntryKey("action:a", AGREED, "due"), "2027-02-01")
    save(repository, evaluation, EntryKey("action:b", AGREED, "removed"), False)
    app = session("timetable")

    assert [row[1] for row in app.table[0].value.values.tolist()] == ["Ask parents each term\\."]
    assert any(text.startswith("1 action is empty so far") for text in says(app.caption))
    assert says(app.error)[0].startswith("Ask parents each term\\: It is due")


def test_calendar_is_offered_for_what_is_due(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """Without a due date the page says what makes one; once a date was there, a file can cancel it."""
    button = "For your calendar (.ics)"
    app = session("timetable")
    assert button not in offered(app)
    assert any(text.startswith("A calendar holds what is due on a day.") for text in says(app.caption))
    save(repository, with_priority, EntryKey("action:00a", AGREED, "due"), "2027-03-31")
    assert button in offered(app.run())
    save(repository, with_priority, EntryKey("action:00a", AGREED, "due"), None)

    assert button in offered(app.run())


def test_calendar_for_others_cancels_what_was_taken_away_as_well(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """Check and send makes the file as the timetable does: it is there once a date was, unless levels alone leave."""
    choose = {"report-kind": ReportKind.PLAN, "report-format": Format.CALENDAR}
    button = "Download: Action plan, Calendar file with the dates"
    save(repository, with_priority, EntryKey("action:00a", AGREED, "due"), "2027-03-31")
    save(repository, with_priority, EntryKey("action:00a", AGREED, "removed"), True)
    app = session("send")
    for key, value in choose.items():
        app.radio(key=key).set_value(value).run()
    assert [one for one in offered(app) if "alendar" in one] == [button]

    save(repository, with_priority, EntryKey("evaluation", AGREED, f"{DISCLOSURE}notes"), "levels")
    app.run()

    assert not any("alendar" in one for one in offered(app))
    assert any(text.startswith("You send levels without") for text in says(app.info))
