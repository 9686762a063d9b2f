"""What a school says of itself in words."""

import pytest

from sendself.assessment.context_texts import CONTEXT_TEXTS, texts_for
from sendself.rubric.model import Setting


def test_texts_are_each_named_once() -> None:
    """Two texts under one id would overwrite each other."""
    assert len({text.id for text in CONTEXT_TEXTS}) == len(CONTEXT_TEXTS)


@pytest.mark.parametrize(
    ("setting", "asked"), [(Setting.MAINSTREAM, False), (Setting.SPECIAL, True), (Setting.RESOURCED_PROVISION, True)]
)
def test_profile_of_pupils_is_asked_of_specialist_settings(setting: Setting, asked: bool) -> None:
    """A mainstream school is not asked how its pupils come to it and how long they stay."""
    assert ("profile" in [text.id for text in texts_for(setting)]) is asked
