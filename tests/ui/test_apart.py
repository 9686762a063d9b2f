"""While rating apart: what each sees of the others in the profile, on Evidence and before sending."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.answers import Answer
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Evidence
from sendself.assessment.model import Assessment
from sendself.storage.repository import Repository
from tests.ui.agree.agreeing import ONE, RUBRIC, TWO, agree, begin, page_words
from tests.ui.conftest import SAM, save
from tests.ui.pages import labelled

TICK = "Send also what each of you rated alone"
SECRET = "Hers alone: Tom Baker cannot read yet."


def on(evaluation: Assessment, page: str, you: str) -> AppTest:
    """A page as one of the participants sees it."""
    return agree(evaluation, you).switch_page(f"{page}.py").run()


def lines_of_radar(app: AppTest) -> dict[str, list[Any]]:
    """The lines of the radar by name with their points, as the browser gets them."""
    charts = app.get("plotly_chart")
    return {one["name"]: one["r"] for chart in charts for one in json.loads(chart.proto.spec)["data"]}


def half_rated(repository: Repository) -> Assessment:
    """The SENCO has rated every theme, the senior leader all but one, the governor ten, the parents nothing."""
    themes = list(RUBRIC.themes())
    rated = {"senco": themes, "slt": themes[1:], "governor": themes[:10]}
    answers = {
        theme.id: {who: Answer(rating=2) for who, theirs in rated.items() if theme in theirs} for theme in themes
    }
    evaluation = begin(repository).changed(id="half-rated-evaluation", answers=answers)
    repository.create(SAM, evaluation)
    return evaluation


@pytest.mark.parametrize(
    ("you", "names"),
    [
        ("p1", {"SENCO", "Senior leader", "Governor"}),
        ("p2", {"SENCO", "Senior leader", "Governor"}),
        ("p3", {"SENCO", "Senior leader", "Governor"}),
        ("p4", set()),
        ("", set()),
    ],
)
def test_radar_overlays_what_both_have_rated(repository: Repository, you: str, names: set[str]) -> None:
    """Nobody needs to have rated everything; whoever has rated nothing, or has not said who they are, sees no line."""
    app = on(half_rated(repository), "radar", you)

    assert set(lines_of_radar(app)) == names
    assert ("only the themes that you have rated as well" in page_words(app)) is bool(names)


def test_line_of_another_has_no_point_where_the_reader_has_rated_nothing(repository: Repository) -> None:
    """The governor rated ten themes: the SENCO's line has points in those areas alone."""
    lines = lines_of_radar(on(half_rated(repository), "radar", "p3"))
    known = [point is not None for point in lines["Governor"]]

    assert [point is not None for point in lines["SENCO"]] == known
    assert not all(known)


def test_room_is_shown_no_line_of_others(repository: Repository) -> None:
    """Those who sit before the projector may have rated nothing yet.

    The presenter's own line is there as long as nothing is agreed; then it is what is agreed alone.
    """
    evaluation = half_rated(repository)
    assert set(lines_of_radar(on(evaluation, "present", "p1"))) == {"SENCO"}
    save(repository, evaluation, EntryKey(f"theme:{ONE.id}", AGREED, "rating"), 3)
    save(repository, evaluation, EntryKey(f"target:{ONE.id}", AGREED, "level"), 4)

    assert set(lines_of_radar(on(evaluation, "present", "p1"))) == {"Agreed", "Aimed for"}


def test_overlay_says_on_how_many_themes_each_line_rests(repository: Repository) -> None:
    """In the text under it and for those who cannot see it: lines over different themes say nothing of each other."""
    evaluation = half_rated(repository)
    app = on(evaluation, "radar", "p1")
    (chart,) = app.get("plotly_chart")

    assert "What each line rests on: SENCO 50 themes, Senior leader 49 themes and Governor 10 themes." in page_words(
        app
    )
    assert "Governor, over 10 themes: " in chart.proto.alt
    assert "Senior leader, over 49 themes: " in chart.proto.alt
    save(repository, evaluation, EntryKey(f"theme:{ONE.id}", AGREED, "rating"), 3)
    assert "What each line rests on: Agreed 1 theme, SENCO 50 themes" in page_words(on(evaluation, "radar", "p1"))


def test_who_has_rated_nothing_cannot_send_and_read_what_others_rated_alone(repository: Repository) -> None:
    """The tick is not there, and the page says for whom it is."""
    app = on(begin(repository, one={"senco": Answer(rating=2, strengths=SECRET)}), "send", "p2")

    assert TICK not in [box.label for box in app.checkbox]
    assert "offered to whoever has rated every theme that the others have rated" in page_words(app)
    assert "1 theme to rate for you." in page_words(app)


def test_tick_of_a_colleague_opens_nothing_to_who_may_not_see_it(repository: Repository) -> None:
    """What is looked at before sending and the report read here tell the Head nothing of what the SENCO wrote alone.

    The SENCO reads what she wrote herself, and nothing of the Head's.
    """
    evaluation = begin(repository, one={"senco": Answer(rating=2, strengths=SECRET)}, two={"slt": 3})
    save(repository, evaluation, EntryKey("evaluation", AGREED, "disclosure.private_ratings"), True)
    words = {}
    for you in ("p1", "p2"):
        app = on(evaluation, "send", you)
        labelled(app.toggle, "Read it here first").set_value(True).run()
        view = labelled(app.radio, "Show it")
        view.set_value(view.options[1]).run()
        words[you] = page_words(app)

    assert "Tom Baker" in words["p1"]
    assert "Tom Baker" not in words["p2"]
    assert "the others rated alone" in words["p1"]
    assert "has your own ratings, and not those of the others" in words["p1"]
    assert "A colleague chose to send also what each of you rated alone." in words["p2"]
    save(repository, evaluation, EntryKey(f"theme:{TWO.id}", "senco", "rating"), 3)
    app = on(evaluation, "send", "p1")
    assert labelled(app.checkbox, TICK).value
    assert "Tom Baker" in page_words(app)


def test_evidence_tells_of_no_reference_that_is_anothers_alone(repository: Repository) -> None:
    """Until the reader has rated that theme too."""
    evaluation = begin(repository, one={"slt": Answer(rating=2, evidence_refs=("evidence:e1",))})
    evaluation = evaluation.changed(id="with-an-evidence-item", evidence=(Evidence(id="e1", title="Survey"),))
    repository.create(SAM, evaluation)

    assert "No theme refers to it yet." in page_words(on(evaluation, "evidence", "p1"))
    assert f"Referred to by: {ONE.title}" in page_words(on(evaluation, "evidence", "p2"))
    save(repository, evaluation, EntryKey(f"theme:{ONE.id}", "senco", "rating"), 3)
    assert f"Referred to by: {ONE.title}" in page_words(on(evaluation, "evidence", "p1"))


def test_high_rating_on_thin_evidence_is_said_to_who_wrote_it(repository: Repository) -> None:
    """On the theme itself, of the writer's own view, where it can still be mended."""
    evaluation = begin(repository)
    first = RUBRIC.areas[0].themes[0]
    save(repository, evaluation, EntryKey(f"theme:{first.id}", "senco", "rating"), 4)
    app = on(evaluation, "context", "p1")
    labelled(app.button, f"Next: {RUBRIC.areas[0].short}").click().run()

    assert "To look at: rated high without any evidence." in page_words(app)


def start(app: AppTest) -> AppTest:
    """Start, as whoever was in the evaluation comes to it."""
    app.query_params.clear()
    return app.switch_page("start.py").run()


@pytest.mark.parametrize(("whole", "words"), [(False, False), (True, True)])
def test_duplicate_holds_what_others_rated_alone_only_when_that_is_chosen(
    repository: Repository, *, whole: bool, words: bool
) -> None:
    """The Head has not rated the theme: her words are in the copy only after a tick that says so."""
    evaluation = begin(repository, one={"senco": Answer(rating=2, strengths=SECRET)}, two={"slt": 3})
    app = start(on(evaluation, "context", "p2"))
    assert "what is agreed and what you rated as Senior leader" in page_words(app)
    tick = next(box for box in app.checkbox if box.label.startswith("Put in also what each rated alone"))
    app = tick.set_value(whole).run()
    next(one for one in app.button if one.label.startswith("Duplicate")).click().run()
    copy = next(one for one in repository.summaries(SAM) if one.id != evaluation.id)
    kept = repository.load(SAM, copy.id).assessment

    assert (kept.answer(ONE.id, "senco").strengths == SECRET) is words
    assert kept.answer(TWO.id, "slt").rating == 3


def test_copy_while_rating_together_asks_nothing(repository: Repository) -> None:
    """There is nothing in it that anybody has yet to see."""
    evaluation = begin(repository)
    save(repository, evaluation, EntryKey("evaluation", AGREED, "way"), "together")

    assert not [box for box in start(on(evaluation, "context", "p2")).checkbox if "rated alone" in box.label]
