"""What a school says of itself in words."""

import pytest

from sendself.assessment.context import Context, Figure
from sendself.assessment.context_texts import CONTEXT_TEXTS, context_progress, texts_for
from sendself.assessment.progress import Progress
from sendself.rubric.duty import Setting
from tests.samples import a_rubric, an_evaluation


def test_texts_are_each_named_once() -> None:
    """Two texts under one id would overwrite each other."""
    assert len({text.id for text in CONTEXT_TEXTS}) == len(CONTEXT_TEXTS)


@pytest.mark.parametrize(
    ("setting", "asked"), [(Setting.MAINSTREAM, False), (Setting.SPECIAL, True), (Setting.RESOURCED_PROVISION, True)]
)
def test_profile_of_pupils_is_asked_of_specialist_settings(setting: Setting, asked: bool) -> None:
    """A mainstream school is not asked how its pupils come to it and how long they stay."""
    assert ("profile" in [text.id for text in texts_for(setting)]) is asked


def test_context_is_done_when_figures_and_every_text_are_there() -> None:
    """The figures that the register fills in by themselves are one part of it; another figure than the roll is none."""
    roll = {"roll": Figure(value=428)}
    words = {text.id: "Said." for text in texts_for(Setting.MAINSTREAM)}

    def progress(context: Context) -> Progress:
        return context_progress(an_evaluation(a_rubric(), context=context))

    assert progress(Context()) == Progress(0, 5)
    assert progress(Context(figures={"ehc_plans": Figure(value=9)})) == Progress(0, 5)
    assert progress(Context(figures=roll)) == Progress(1, 5)
    assert progress(Context(figures=roll, words={"inspection": "2024"})) == Progress(2, 5)
    assert progress(Context(figures=roll, words=words)).done
