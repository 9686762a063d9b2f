"""Points before sending: each is read whole, and leads to where it is mended."""

from sendself.assessment.checks import Kind, points_before_sending
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.profile import binding_duties, place_of_duty
from sendself.storage.repository import Repository
from sendself.ui.every_page.places import anchor_of
from tests.ui.conftest import SAM, Session, save, ways
from tests.ui.pages import says


def test_short_point_is_itself_the_way_to_its_theme(session: Session, evaluation: Assessment) -> None:
    """All that it says is what is pressed, and the page of the area opens at the theme."""
    area = evaluation.rubric.areas[1]
    theme = area.themes[0]
    app = ways(session("send"))[f"{theme.title}: not rated yet."].click().run()

    assert says(app.title) == [area.title]
    assert app.query_params["place"] == anchor_of(theme)
    assert app.query_params["evaluation"] == evaluation.id


def test_long_point_stands_whole_above_its_way(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """What is longer than a line is text, whole; below it the way names the focus area and the theme."""
    duty = next(duty for duty in binding_duties(evaluation) if duty.act_now)
    save(repository, evaluation, EntryKey(f"duty:{duty.id}", AGREED, "state"), "not_met")
    (point,) = (
        point
        for point in points_before_sending(repository.load(SAM, evaluation.id).assessment)
        if point.kind is Kind.UNSAFE
    )
    area, theme = place_of_duty(evaluation.rubric, duty)
    app = session("send")

    assert len(point.message) > 100
    assert point.message in [text.replace("\\", "") for text in says(app.markdown)]
    app = ways(app)[f"Go to {area.short}: {theme.title}"].click().run()
    assert says(app.title) == [area.title]
    assert app.query_params["place"] == anchor_of(theme)


def test_point_of_a_theme_rated_apart_leads_to_agree(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Where each rates alone, what is agreed is mended in Agree, also from a point that is long."""
    theme = evaluation.rubric.areas[0].themes[0]
    save(repository, evaluation, EntryKey("evaluation", AGREED, "way"), "apart")
    save(repository, evaluation, EntryKey(f"theme:{theme.id}", AGREED, "rating"), 4)
    app = ways(session("send"))[f"Go to Agree: {theme.title}"].click().run()

    assert says(app.title) == ["Agree"]


def test_same_words_twice_are_two_points(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """Two actions that say the same and have the same wrong dates do not get in each other's way."""
    for action in ("action:00a", "action:00b"):
        save(repository, evaluation, EntryKey(action, AGREED, "what"), "Train")
        save(repository, evaluation, EntryKey(action, AGREED, "start"), "2027-03-01")
        save(repository, evaluation, EntryKey(action, AGREED, "due"), "2027-01-08")
    app = session("send")

    assert not app.exception
    assert len([text for text in says(app.markdown) if text.startswith("Train\\: ")]) == 2
