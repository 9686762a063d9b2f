"""Agree on screen: who sees what, one click for what all say, gaps, parked themes and the clock; without a browser."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.answers import Answer, Rating
from sendself.assessment.begin import new_assessment
from sendself.assessment.entries.keys import MEETING, EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Way
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from sendself.storage.repository import Repository
from sendself.ui.agree.meeting import time_left_in_words
from tests.ui.conftest import SAM, SCRIPT, save
from tests.ui.pages import labelled, says

RUBRIC = rubric_for(Setting.MAINSTREAM)
ONE, TWO, THREE, FOUR = RUBRIC.area("monitoring").themes
OTHER = "Settle a theme that not all have rated, or change what you agreed"
PEOPLE = tuple(
    Participant(id=f"p{number}", role=role, perspective=who)
    for number, (role, who) in enumerate(
        (("SENCO", "senco"), ("Head", "slt"), ("Governor", "governor"), ("Parents", "parent-forum")), 1
    )
)


def begin(repository: Repository, *, people: tuple[Participant, ...] = PEOPLE, **said: dict[str, Any]) -> Assessment:
    """An evaluation by these people with what they said of the themes `one` to `four`: a rating or an answer."""
    themes = {"one": ONE, "two": TWO, "three": THREE, "four": FOUR}
    answers = {themes[name].id: {who: _answer(what) for who, what in table.items()} for name, table in said.items()}
    begun = new_assessment(RUBRIC, Setting.MAINSTREAM, way=Way.APART).changed(participants=people, answers=answers)
    repository.create(SAM, begun)
    return begun


def _answer(what: Rating | Answer) -> Answer:
    return what if isinstance(what, Answer) else Answer(rating=what)


def agree(evaluation: Assessment, you: str = "p1") -> AppTest:
    """Agree, as one of the participants sees it; nobody with an empty `you`."""
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["evaluation"] = evaluation.id
    if you:
        app.query_params["you"] = you
    app.run()
    return app.switch_page("agree.py").run()


def kept(repository: Repository, evaluation: Assessment, theme: Any = ONE, who: str = AGREED) -> Answer:
    """An answer as it stands in the database."""
    return repository.load(SAM, evaluation.id).assessment.answer(theme.id, who)


def page_words(app: AppTest) -> str:
    """Everything that the page says."""
    parts = (app.markdown, app.text, app.caption, app.info, app.success, app.subheader, app.header)
    return "\n".join(line.replace("\\", "") for part in parts for line in says(part))


def shown_cards(app: AppTest) -> list[str]:
    """The themes that can be settled now, in order."""
    return [header.value.replace("\\", "") for header in app.subheader]


def press(app: AppTest, label: str) -> AppTest:
    """Press the button with this label."""
    return labelled(app.button, label).click().run()  # type: ignore[no-any-return]


def test_who_has_not_said_who_they_are_sees_no_view(repository: Repository) -> None:
    """Whoever opens the page may be the one who has not rated yet."""
    app = agree(begin(repository, one={"senco": 2, "slt": Answer(rating=4, strengths="His alone.")}), you="")

    assert "I am: SENCO" in [button.label for button in app.button]
    assert shown_cards(app) == []
    assert "His alone." not in page_words(app)


def test_governor_and_parents_who_rate_nothing_block_nothing(repository: Repository) -> None:
    """The difference between SENCO and senior leader is listed, and the page says who is waited for."""
    app = agree(begin(repository, one={"senco": 2, "slt": 4}, two={"senco": 1, "slt": 1}))

    words = page_words(app)
    assert shown_cards(app) == [ONE.title]
    assert "0 agreed, 1 on which all say the same, 1 on which you differ, 0 parked, 48 waiting" in words
    assert "A theme waits for a rating by SENCO and Senior leader." in words
    assert "No theme rated yet: Governor and Parent forum." in words


def test_who_has_not_rated_a_theme_does_not_see_the_views(repository: Repository) -> None:
    """The governor sees the difference on the theme that they rated, and of the other only that there is one."""
    hers = Answer(rating=2, strengths="Hers alone.")
    evaluation = begin(repository, one={"senco": hers, "slt": 4}, two={"senco": 1, "slt": 3, "governor": 3})
    app = agree(evaluation, you="p3")

    assert shown_cards(app) == [TWO.title]
    assert "Hers alone." not in page_words(app)
    assert "1 theme that you have not rated: you see what the others say once you have." in page_words(app)
    assert "Hers alone." in page_words(agree(evaluation, you="p2"))
    assert shown_cards(agree(evaluation)) == [ONE.title, TWO.title]


def test_theme_chosen_by_who_has_not_rated_it_hides_the_views(repository: Repository) -> None:
    """By way of any other theme nobody sees what the others say of one that waits for them."""
    evaluation = begin(repository, one={"senco": Answer(rating=2, strengths="Hers alone.")}, two={"slt": 1})
    app = agree(evaluation, you="p2")
    labelled(app.selectbox, OTHER).select(ONE.id).run()

    assert shown_cards(app) == [ONE.title]
    assert "Hers alone." not in page_words(app)
    assert "Take over" not in " ".join(button.label for button in app.button)


def test_one_click_accepts_what_all_say(repository: Repository) -> None:
    """Rating and everybody's words become the agreed ones; a theme that somebody parked is left for the meeting."""
    evaluation = begin(
        repository,
        one={"senco": Answer(rating=3, strengths="Hers."), "slt": Answer(rating=3, strengths="His.", can_help=True)},
        two={"senco": 2, "slt": Answer(rating=2, parked=True)},
    )
    app = agree(evaluation)
    assert f"- {ONE.title}: 3 Established" in page_words(app)
    app = press(app, "Accept 1 theme on which all say the same")

    assert kept(repository, evaluation) == Answer(rating=3, strengths="Hers.\n\nHis.", can_help=True)
    assert kept(repository, evaluation, TWO).rating is None
    assert shown_cards(app) == [TWO.title]
    assert "Parked for the meeting" in page_words(app)


def test_click_of_who_has_not_rated_accepts_no_words(repository: Repository) -> None:
    """The governor does not read in what is agreed what the others wrote alone."""
    evaluation = begin(
        repository,
        one={"senco": Answer(rating=3, strengths="Hers."), "slt": Answer(rating=3, strengths="His.")},
        two={"senco": Answer(rating=2, strengths="Hers, too."), "slt": 2, "governor": 2},
    )
    app = agree(evaluation, you="p3")
    assert "accepting takes over the level, and no words" in page_words(app)
    app = press(app, "Accept 2 themes on which all say the same")

    assert kept(repository, evaluation) == Answer(rating=3)
    assert kept(repository, evaluation, TWO) == Answer(rating=2, strengths="Hers, too.")
    assert "Hers." not in page_words(app)
    labelled(app.selectbox, OTHER).select(ONE.id).run()
    assert "What the others wrote of this theme is not taken over." in page_words(app)


def test_themes_that_one_click_accepts_are_listed(repository: Repository) -> None:
    """By title for everybody, with the level for those who have rated them."""
    evaluation = begin(repository, one={"senco": 3, "slt": 3}, two={"senco": 2, "slt": 2, "governor": 2})
    app = agree(evaluation, you="p3")

    assert "Accept 2 themes on which all say the same" in [button.label for button in app.button]
    (said,) = [text for text in page_words(app).split("\n- ") if text.startswith(ONE.title)]
    assert said == ONE.title
    assert f"- {TWO.title}: 2 Developing" in page_words(app)


def test_difference_is_settled_with_its_reason(repository: Repository) -> None:
    """Both views stand on the card with their words; the level and why are kept as agreed."""
    evaluation = begin(repository, one={"senco": Answer(rating=2, evidence="Two walks."), "slt": 4})
    app = agree(evaluation)
    words = page_words(app)
    assert "SENCO: 2 Developing" in words
    assert "Senior leader: 4 Sustained" in words
    assert "Two walks." in words
    labelled(app.text_area, f"Why this level: {ONE.title}").input("Two terms.").run()
    labelled(app.button_group, f"We agree on: {ONE.title}").set_value(3).run()

    assert kept(repository, evaluation) == Answer(rating=3, reason="Two terms.", evidence="Two walks.")
    assert kept(repository, evaluation, who="slt").rating == 4
    assert "There is no difference left to settle." in page_words(app)


def test_what_was_agreed_can_be_changed(repository: Repository) -> None:
    """A level chosen by mistake is put right under any other theme, with the reason beside it."""
    evaluation = begin(repository, one={"senco": 2, "slt": 4, AGREED: Answer(rating=4, reason="By mistake.")})
    app = agree(evaluation)
    assert shown_cards(app) == []
    labelled(app.selectbox, OTHER).select(ONE.id).run()
    assert labelled(app.text_area, f"Why this level: {ONE.title}").value == "By mistake."
    settle(app)

    assert kept(repository, evaluation).rating == 3
    assert shown_cards(app) == [ONE.title]


def test_words_taken_over_stand_below_those_agreed_before(repository: Repository) -> None:
    """Nothing agreed is overwritten, the boxes show it at once, and nothing is left to take over."""
    evaluation = begin(
        repository,
        one={
            "senco": Answer(rating=2, strengths="Hers."),
            "slt": Answer(rating=4, strengths="His."),
            AGREED: Answer(strengths="Agreed before."),
        },
    )
    app = press(agree(evaluation), f"Take over what you wrote: {ONE.title}")

    whole = "Agreed before.\n\nHers.\n\nHis."
    assert kept(repository, evaluation) == Answer(strengths=whole)
    assert labelled(app.text_area, f"Strengths, agreed: {ONE.title}").value == whole
    assert not [button for button in app.button if button.label.startswith(("Take over", "Use theirs"))]


def test_meeting_parks_a_theme(repository: Repository) -> None:
    """It leaves the differences for its own list, and comes back."""
    evaluation = begin(repository, one={"senco": 2, "slt": 4})
    app = agree(evaluation)
    labelled(app.checkbox, f"Park this for later: {ONE.title}").check().run()

    assert kept(repository, evaluation).parked
    assert "Parked for later" in [header.value for header in app.header]
    assert "0 on which you differ, 1 parked" in page_words(app)
    labelled(app.checkbox, f"Park this for later: {ONE.title}").uncheck().run()
    assert "1 on which you differ, 0 parked" in page_words(app)


def test_meeting_goes_on_without_somebody_and_waits_again(repository: Repository) -> None:
    """Gaps are listed by who is missing; nobody is asked to go on without themselves."""
    evaluation = begin(repository, people=PEOPLE[:2], one={"senco": 2}, two={"senco": 3, "slt": 3})
    app = agree(evaluation)
    parts = [part.label for part in app.expander]
    assert "1 theme not rated by Senior leader" in parts
    assert "48 themes not rated by SENCO and Senior leader" in parts
    assert "Go on without: SENCO" not in [button.label for button in app.button]
    press(app, "Go on without: Senior leader")

    assert "0 agreed, 2 on which all say the same, 0 on which you differ, 0 parked, 48 waiting" in page_words(app)
    press(app, "Wait again for: Senior leader")
    assert "1 on which all say the same" in page_words(app)


def test_nothing_rated_says_what_to_do(repository: Repository) -> None:
    """An empty meeting claims no agreement."""
    words = page_words(agree(begin(repository)))

    assert "Rate the focus areas, each of you alone" in words
    assert "no difference left" not in words
    assert "It appears here once two of you have rated the same theme." in words


def test_spread_shows_only_what_the_reader_has_rated(repository: Repository) -> None:
    """The table and the chart have the theme that the governor rated, and not the larger difference on the other."""
    evaluation = begin(repository, one={"senco": 1, "slt": 4}, two={"senco": 2, "slt": 3, "governor": 3})
    tables = [str(table.value) for table in agree(evaluation, you="p3").table]

    assert TWO.title in tables[0]
    assert ONE.title not in tables[0]
    assert ONE.title in str(agree(evaluation).table[0].value)


def test_clock_is_the_same_on_every_computer_until_somebody_stops_it(repository: Repository) -> None:
    """It counts the themes to settle, parked ones too, outlasts a reload, and leaves nothing in the evaluation."""
    later = Answer(rating=2, parked=True)
    evaluation = begin(repository, one={"senco": 1, "slt": 4}, two={"senco": later, "slt": 2}, three={"senco": 2})
    app = agree(evaluation)
    assert labelled(app.button, "Start the clock").disabled
    app.number_input[0].set_value(100).run()
    before = repository.load(SAM, evaluation.id).assessment
    press(app, "Start the clock")

    said = "100 minutes left for 2 themes: about 50 minutes each. Not counted: 48 themes that wait for a rating."
    assert said in page_words(app)
    other = agree(evaluation, you="p2")
    assert "100 minutes left" in page_words(other)
    kept_now = repository.load(SAM, evaluation.id).assessment
    assert kept_now.changed(updated_at=before.updated_at) == before
    press(other, "Stop the clock")
    assert "minutes left" not in page_words(other)
    assert "minutes left" not in page_words(app.run())


def test_clock_that_nobody_stopped_is_gone_at_the_next_meeting(repository: Repository) -> None:
    """What was over yesterday is not said to be over today."""
    evaluation = begin(repository, one={"senco": 1, "slt": 4})
    save(repository, evaluation, MEETING, {"began": "2026-01-12T15:00:00Z", "minutes": 60})

    assert "The time is up" not in page_words(agree(evaluation))


@pytest.mark.parametrize(
    ("seconds", "themes", "words"),
    [
        (2700, 9, "45 minutes left for 9 themes: about 5 minutes each."),
        (2641, 9, "45 minutes left for 9 themes: about 5 minutes each."),
        (60, 1, "1 minute left for 1 theme: about 1 minute."),
        (61, 1, "2 minutes left for 1 theme: about 1 minute."),
        (59, 3, "1 minute left for 3 themes: less than a minute each."),
        (600, 0, "10 minutes left, and no theme is left to settle."),
        (0, 3, "The time is up. 3 themes are left: park the rest and meet again. All is kept."),
        (-900, 1, "The time is up. 1 theme is left: park the rest and meet again. All is kept."),
        (-900, 0, "The time is up."),
    ],
)
def test_time_left_is_said_in_plain_sentences(seconds: float, themes: int, words: str) -> None:
    """Minutes for themes as long as there are both, and a calm sentence when the time is over."""
    assert time_left_in_words(seconds, themes) == words


@pytest.mark.parametrize(
    ("seconds", "themes", "waiting", "words"),
    [
        (
            1800,
            3,
            43,
            "30 minutes left for 3 themes: about 10 minutes each. Not counted: 43 themes that wait for a rating.",
        ),
        (600, 0, 1, "10 minutes left, and no theme is left to settle. Not counted: 1 theme that waits for a rating."),
        (0, 0, 43, "The time is up."),
    ],
)
def test_themes_that_wait_take_no_time_of_the_meeting(seconds: float, themes: int, waiting: int, words: str) -> None:
    """They are named apart from those that the time is divided by."""
    assert time_left_in_words(seconds, themes, waiting) == words


def test_card_that_somebody_else_settles_stays_with_its_writer(repository: Repository) -> None:
    """Whoever is writing why keeps the card until the page is left, and reads who settled it."""
    evaluation = begin(repository, one={"senco": 1, "slt": 3}, two={"senco": 1, "slt": 2})
    app = agree(evaluation)
    save(repository, evaluation, EntryKey(f"theme:{ONE.id}", AGREED, "rating"), 2)
    app.run()

    assert f"Sam settled “{ONE.title}” just now. It stays here until you leave." in page_words(app)
    labelled(app.text_area, f"Why this level: {ONE.title}").input("Both of us saw it.").run()
    assert kept(repository, evaluation).reason == "Both of us saw it."
    app.switch_page("context.py").run().switch_page("agree.py").run()
    assert "settled" not in page_words(app)


def settle(app: AppTest, level: Any = 3, theme: Any = ONE) -> AppTest:
    """Choose the level that is agreed on for a theme."""
    return labelled(app.button_group, f"We agree on: {theme.title}").set_value(level).run()  # type: ignore[no-any-return]


def test_level_that_is_agreed_takes_everybodys_words_with_it(repository: Repository) -> None:
    """Each text whole, with the evidence; in one transaction; it is said on the card, and can be taken out again."""
    evaluation = begin(
        repository,
        one={
            "senco": Answer(
                rating=4, strengths="Hers.", evidence_kinds=("work",), evidence_refs=("document:sen-policy",)
            ),
            "slt": Answer(rating=2, strengths="His.", development="More of it.", can_help=True),
        },
    )
    app = settle(agree(evaluation))

    assert kept(repository, evaluation) == Answer(
        rating=3,
        strengths="Hers.\n\nHis.",
        development="More of it.",
        evidence_kinds=("work",),
        evidence_refs=("document:sen-policy",),
        can_help=True,
    )
    entries = repository.load(SAM, evaluation.id).entries
    assert len({entry.at for key, entry in entries.items() if key.perspective == AGREED and ONE.id in key.subject}) == 1
    assert labelled(app.text_area, f"Strengths, agreed: {ONE.title}").value == "Hers.\n\nHis."
    assert "Taken over as you wrote it, each of you alone: strengths, areas for development, kinds" in page_words(app)
    assert not [button for button in app.button if button.label.startswith(("Take over", "Use theirs"))]
    app = press(app, f"Take it out of what you agreed: {ONE.title}")
    assert kept(repository, evaluation) == Answer(rating=3)
    assert labelled(app.text_area, f"Strengths, agreed: {ONE.title}").value == ""
    assert "Taken over as you wrote it" not in page_words(app)
    assert f"Take over what you wrote: {ONE.title}" in [button.label for button in app.button]


def test_level_takes_no_words_over_those_that_are_agreed(repository: Repository) -> None:
    """A text that is agreed stays as it is, also one typed just before the level was chosen; empty ones are filled."""
    said = Answer(rating=4, strengths="Hers.", development="Her other.", evidence="Her proof.")
    evaluation = begin(repository, one={"senco": said, "slt": 2, AGREED: Answer(strengths="Ours.")})
    app = agree(evaluation)
    labelled(app.text_area, f"Areas for development, agreed: {ONE.title}").input("Our other.")
    app = settle(app)

    assert kept(repository, evaluation) == Answer(
        rating=3, strengths="Ours.", development="Our other.", evidence="Her proof."
    )
    assert not [button for button in app.button if button.label.startswith("Use theirs")]
    settle(app, 2)
    assert kept(repository, evaluation).development == "Our other."


def test_words_of_a_colleague_are_not_overwritten_by_a_level(repository: Repository) -> None:
    """What somebody else agreed between the page and the click stays, and the level is saved."""
    evaluation = begin(repository, one={"senco": Answer(rating=4, strengths="Hers."), "slt": 2})
    app = agree(evaluation)
    save(repository, evaluation, EntryKey(f"theme:{ONE.id}", AGREED, "strengths"), "Sam's.")
    settle(app)

    assert kept(repository, evaluation) == Answer(rating=3, strengths="Sam's.")


def test_level_that_stands_against_another_takes_nothing_with_it(repository: Repository) -> None:
    """Until one of the two is chosen the theme stays parked, and no words are taken over for it."""
    said = Answer(rating=4, strengths="Hers.")
    evaluation = begin(repository, one={"senco": said, "slt": 2, AGREED: Answer(parked=True)})
    app = agree(evaluation)
    for level in (1, None):
        save(repository, evaluation, EntryKey(f"theme:{ONE.id}", AGREED, "rating"), level)
    app = settle(app)

    assert kept(repository, evaluation) == Answer(parked=True)
    press(app, "Keep mine")
    assert kept(repository, evaluation) == Answer(rating=3, strengths="Hers.")


def test_who_has_not_rated_a_theme_takes_nothing_over_that_they_may_not_see(repository: Repository) -> None:
    """The level is theirs to choose; what the SENCO wrote alone stays hers, and the page says so."""
    evaluation = begin(repository, one={"senco": Answer(rating=4, strengths="Hers alone.")})
    app = agree(evaluation, you="p2")
    labelled(app.selectbox, OTHER).select(ONE.id).run()
    settle(app)

    assert kept(repository, evaluation) == Answer(rating=3)
    assert "Hers alone." not in page_words(app)
    assert "What the others wrote of this theme is not taken over." in page_words(app)


def test_texts_too_long_for_one_box_are_left_whole_where_they_are(repository: Repository) -> None:
    """Nothing is cut: the level is saved, the rest is taken over, and the page says what to do."""
    long = {who: Answer(rating=rate, strengths=who * 3000, evidence=who) for who, rate in (("senco", 4), ("slt", 2))}
    long["slt"] = long["slt"].model_copy(update={"strengths": "x" * 15000})
    evaluation = begin(repository, one=dict(long))
    app = settle(agree(evaluation))

    assert kept(repository, evaluation) == Answer(rating=3, evidence="senco\n\nslt")
    assert "Together too long for one box, and so not taken over: strengths." in page_words(app)


def test_why_a_theme_does_not_apply_is_taken_over_with_that_rating_alone(repository: Repository) -> None:
    """The reason for not applicable is no reason for a level."""
    none = Answer(rating="not_applicable", reason="No sixth form.")
    evaluation = begin(repository, one={"senco": none, "slt": 2}, two={"senco": none, "slt": 2})
    app = settle(agree(evaluation))
    settle(app, "not_applicable", TWO)

    assert kept(repository, evaluation) == Answer(rating=3)
    assert kept(repository, evaluation, TWO) == none


def test_own_settled_card_stays_for_writing_why(repository: Repository) -> None:
    """Until the page is left; another theme is not offered there twice."""
    evaluation = begin(repository, one={"senco": 1, "slt": 3}, two={"senco": 1, "slt": 2})
    app = settle(agree(evaluation))

    assert shown_cards(app) == [ONE.title, TWO.title]
    assert "Settled as 3 Established. Write why, or change it. It stays here until you leave." in page_words(app)
    assert ONE.title not in labelled(app.selectbox, OTHER).options
    labelled(app.text_area, f"Why this level: {ONE.title}").input("Two terms.").run()
    assert kept(repository, evaluation).reason == "Two terms."
    assert "Settled as 3 Established. You can still change it." in page_words(app)
    settle(app, 2)
    assert "Settled as 2 Developing." in page_words(app)
    app.switch_page("context.py").run().switch_page("agree.py").run()
    assert shown_cards(app) == [TWO.title]


@pytest.mark.parametrize("who", ["senco", AGREED])
def test_parked_theme_is_settled_with_its_level(repository: Repository, who: str) -> None:
    """Whoever parked it: choosing a level ends that, and the card stays where it lay for writing why."""
    said = {"senco": Answer(rating=1), "slt": Answer(rating=3)}
    said[who] = said.get(who, Answer()).model_copy(update={"parked": True})
    evaluation = begin(repository, one=dict(said))
    app = settle(agree(evaluation))

    assert kept(repository, evaluation) == Answer(rating=3)
    assert "1 agreed, 0 on which all say the same, 0 on which you differ, 0 parked" in page_words(app)
    assert not labelled(app.checkbox, f"Park this for later: {ONE.title}").value
    assert "Settled as 3 Established. Write why, or change it." in page_words(app)


def test_theme_that_is_parked_and_brought_back_is_not_said_to_be_settled_now(repository: Repository) -> None:
    """It was agreed long before."""
    evaluation = begin(repository, one={"senco": 1, "slt": 3, AGREED: Answer(rating=2, parked=True)})
    app = agree(evaluation)
    labelled(app.checkbox, f"Park this for later: {ONE.title}").uncheck().run()

    assert "ettled as" not in page_words(app)
    assert "1 agreed" in page_words(app)


def test_link_to_a_theme_that_is_agreed_opens_its_card(repository: Repository) -> None:
    """As Check and send has it: the theme is chosen under any other theme."""
    evaluation = begin(repository, one={"senco": 1, "slt": 3, AGREED: 2}, two={"senco": 1, "slt": 3})
    app = agree(evaluation)
    app.switch_page("send.py").run().switch_page("agree.py")
    app.query_params["place"] = ONE.id.replace(".", "-")
    app.run()

    assert shown_cards(app) == [TWO.title, ONE.title]
