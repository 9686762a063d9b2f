"""One focus area of the leadership view: its themes at each level, strengths, areas for development, duties."""

from collections.abc import Iterator

import streamlit as st

from sendself.assessment.english import counted
from sendself.assessment.highlights import leading_strengths, lowest_to_develop
from sendself.assessment.model import Assessment
from sendself.assessment.profile import AreaProfile
from sendself.assessment.words import duty_name
from sendself.report.chapters.wording import shortened
from sendself.ui.elements.large import bars, bullets, heading, paragraph, show_large

# What a room reads at a glance; the pages of the evaluation have it whole.
_SHORT_ITEM, _ITEM, _LONG_ITEM = 80, 96, 170
_SHORT_NOTE, _NOTE, _LONG_NOTE = 220, 300, 400
_DUTY, _NAME = 100, 60
_ITEMS, _DUTIES = 2, 2


def area_screen(assessment: Assessment, area: AreaProfile, view: str) -> None:
    """Draw one focus area: its themes at each level, both ends, strengths, areas for development, duties not met."""
    levels, words = st.columns(2, gap="medium")
    with levels:
        show_large(*_counts(assessment, area), *_ends(assessment, area, view), fills=True)
    with words:
        show_large(*_area_words(assessment, area, view), *_duties(area))


def _counts(assessment: Assessment, area: AreaProfile) -> Iterator[str]:
    """How many themes stand at each level, as numbers and as bars."""
    counts = list(zip(assessment.rubric.scale, area.counts, strict=True))
    rows = [(f"{step.level} {step.name}", count) for step, count in reversed(counts)]
    if without := area.total - area.rated:
        rows.append(("No level", without))
    yield heading("Themes at each level")
    yield bars(rows)


def _ends(assessment: Assessment, area: AreaProfile, view: str) -> Iterator[str]:
    """The highest and the lowest theme with their levels, and how many share them."""
    levels = {theme: assessment.answer(theme.id, view).rating for theme in area.area.themes}
    rated = {theme: level for theme, level in levels.items() if isinstance(level, int)}
    if not rated:
        yield paragraph("No theme of this area is rated yet.")
        return
    ends = {"Highest": max(rated.values()), "Lowest": min(rated.values())}
    if ends["Highest"] == ends["Lowest"]:
        ends = {"Every rated theme": ends["Highest"]}
    for name, level in ends.items():
        themes = [theme.title for theme, its in rated.items() if its == level]
        more = f" and {counted(len(themes) - 1, 'other')}" if len(themes) > 1 else ""
        yield heading(f"{name}: {level} {assessment.rubric.level_name(level)}")
        yield paragraph(f"{shortened(themes[0], _NAME)}{more}")


def _area_words(assessment: Assessment, area: AreaProfile, view: str) -> Iterator[str]:
    """What the area as a whole says of itself, otherwise its highest and lowest themes with words.

    Where no duty needs the room there is more of both, and less where one that means harm stands whole.
    """
    item, whole_note = (_ITEM, _NOTE) if area.duties_not_met else (_LONG_ITEM, _LONG_NOTE)
    if any(duty.act_now for duty in area.duties_not_met):
        item, whole_note = _SHORT_ITEM, _SHORT_NOTE
    note = assessment.area_note(area.area.id)
    best = leading_strengths(assessment, view, area=area.area)
    least = lowest_to_develop(assessment, view, area=area.area)
    strengths = [f"{theme.title}: {assessment.answer(theme.id, view).strengths}" for theme in best]
    development = [f"{theme.title}: {assessment.answer(theme.id, view).development}" for theme in least]
    for name, whole, parts in (
        ("Strengths", note.strengths, strengths),
        ("Areas for development", note.development, development),
    ):
        yield heading(name)
        if whole:
            yield paragraph(shortened(whole, whole_note))
        elif parts:
            yield bullets(shortened(words, item) for words in parts[:_ITEMS])
        else:
            yield paragraph("Nothing is written down yet.")


def _duties(area: AreaProfile) -> Iterator[str]:
    """The duties not met, those first that mean harm today: these whole, since a part of one may say the reverse."""
    if not area.duties_not_met:
        return
    yield heading(f"Not met: {counted(len(area.duties_not_met), 'duty', 'duties')}")
    urgent_first = sorted(area.duties_not_met, key=lambda duty: not duty.act_now)
    said = [
        f"Act now. {duty_name(duty)}" if duty.act_now else shortened(duty_name(duty), _DUTY) for duty in urgent_first
    ]
    more = len(said) - _DUTIES
    yield bullets([*said[:_DUTIES], *([f"and {more} more"] if more > 0 else [])])
