"""The version for the school's website: levels, and the strengths and priorities that the school chose."""

from collections.abc import Iterator
from dataclasses import replace

from sendself.assessment.disclosure.shared import WRITTEN, SharedRecord
from sendself.assessment.highlights import chosen_strengths
from sendself.assessment.model import Assessment
from sendself.document.blocks import Block, Bullets, Document, Heading, PageBreak, Radar, Table
from sendself.report.chapters.opening import opening, short_document
from sendself.report.chapters.wording import counts_table, left_out, level_mark, radar_block, scale_blocks

NAME = "SEND self-evaluation for our website"

_RADAR_WIDTH = 0.4

_LEVELS = (
    "This version is for parents, carers and anyone who visits the school's website. It says at which level the school "
    "sees each part of what it provides for SEND, pupils' special educational needs and disabilities"
)
_NOBODY = "It names nobody who took part and carries no data."
_ABOUT = f"{_LEVELS}, what it is proud of and what it will do first. {_NOBODY}"
_ABOUT_LEVELS_ONLY = f"{_LEVELS}. {_NOBODY}"


def build_website(shared: SharedRecord) -> Document:
    """Levels, chosen strengths and priorities, for everyone to read; without a record inside."""
    return short_document(shared.assessment, NAME, tuple(_blocks(shared.assessment)))


def _blocks(assessment: Assessment) -> Iterator[Block]:
    yield from opening(assessment, NAME, _ABOUT_LEVELS_ONLY if WRITTEN in assessment.withheld else _ABOUT)
    yield from left_out(assessment)
    if strengths := [strength.words for strength in chosen_strengths(assessment) if strength.words]:
        yield Heading("What we are proud of", 2)
        yield Bullets(tuple(strengths))
    if priorities := [priority.text for priority in assessment.priorities if priority.text]:
        yield Heading("What we will do first", 2)
        yield Bullets(tuple(priorities), numbered=True)
    if strengths or priorities:
        yield PageBreak()
    yield Heading("Where we stand", 2)
    yield counts_table(assessment)
    radar = radar_block(assessment)
    # Beside it on the page stands what the levels mean.
    yield replace(radar, width=_RADAR_WIDTH) if isinstance(radar, Radar) else radar
    yield from scale_blocks(assessment.rubric)
    yield Heading("Every theme and its level", 2)
    for area in assessment.rubric.areas:
        yield Heading(area.title, 3)
        yield Table(
            ("Theme", "What it means when it is established", "Level"),
            tuple(
                (theme.title, theme.statement, level_mark(assessment.rubric, assessment.answer(theme.id).rating))
                for theme in area.themes
            ),
            widths=(2, 4, 1.6),
            dense=True,
        )
