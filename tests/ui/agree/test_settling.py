"""Settling a theme on screen: its level, why, and the words that go with it; without a browser."""

import pytest

from sendself.assessment.answers import Answer
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.storage.repository import Repository
from tests.ui.agree.agreeing import ONE, OTHER, TWO, agree, begin, kept, page_words, settle, shown_cards
from tests.ui.conftest import SAM, press, save
from tests.ui.pages import labelled


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
