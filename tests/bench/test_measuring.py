"""What `python -m bench` says is what was measured."""

import re
from functools import partial
from html import unescape

import pytest

from bench.__main__ import PARTS
from bench.evaluation import THEMES
from bench.machine import machine
from bench.measuring import Measured, measured, table
from bench.report_html import html_of
from bench.report_pdf import report_of_sixty_themes, words_alike
from bench.school_export import HEADINGS, PUPILS, counted, measure, pupil
from sendself.document.blocks import Heading, Paragraph
from sendself.document.pdf.render import render_pdf
from tests.context.export.making import csv_bytes
from tests.document.samples import document as sample
from tests.report.reading import words_of


@pytest.mark.parametrize(
    ("times", "p50", "p95"),
    [((5.0,), 5, 5), ((3.0, 1.0, 2.0), 2, 3), (tuple(map(float, range(1, 101))), 50, 95), ((1.0, 2.0), 1, 2)],
)
def test_percentiles_are_times_that_were_measured(times: tuple[float, ...], p50: float, p95: float) -> None:
    """The nearest rank: half of the runs, and 95 of 100, took no longer."""
    found = Measured("step", times)

    assert (found.p50, found.p95) == (p50, p95)


def test_each_run_is_run_once_and_timed() -> None:
    """As many times as runs, in their order, none of them below zero."""
    done: list[int] = []
    found = measured("step", [partial(done.append, number) for number in range(3)])

    assert done == [0, 1, 2]
    assert len(found.milliseconds) == 3
    assert min(found.milliseconds) >= 0


def test_table_has_a_line_for_each_step() -> None:
    """Step, runs, both times and what is promised."""
    lines = table([Measured("find a school", (1.0, 2.0), "under 50 ms")]).splitlines()

    assert lines[2:] == ["| find a school | 2 | 1.0 ms | 2.0 ms | under 50 ms |"]


def test_export_that_is_measured_is_counted_whole() -> None:
    """The invented export is read as meant: otherwise its speed would be that of an error."""
    (csv, xlsx) = measure(1)
    assert "CSV" in csv.step
    assert "XLSX" in xlsx.step
    summary = counted(csv_bytes([HEADINGS, *map(pupil, range(PUPILS))]))
    assert (summary.roll, summary.ehc_plans, summary.sen_support) == (3_000, 100, 500)
    assert summary.attendance_percent.sen is not None
    assert not summary.unread


def test_machine_and_versions_are_named() -> None:
    """A figure without them says nothing."""
    said = machine()

    assert "Python 3." in said
    assert "streamlit 1." in said
    assert set(PARTS) >= {"school_register", "school_export"}


def test_report_that_is_measured_is_the_same_in_both_programs() -> None:
    """60 themes, and every word of every block in the HTML as well: otherwise two different things would be timed."""
    document = report_of_sixty_themes()
    html = unescape(re.sub(r"<[^>]+>", " ", html_of(document).partition("<body>")[2]))
    themes = [block for block in document.blocks if isinstance(block, Heading) and block.mark]
    wanted = set(re.findall(r"\w+", words_of(document.blocks)))

    assert len(themes) == THEMES
    assert wanted <= set(re.findall(r"\w+", html))


def test_words_alike_are_counted_with_how_often_they_stand() -> None:
    """The same document is alike in all, another in part."""
    one, other = (render_pdf(sample(Heading("One", 1), Paragraph(text))) for text in ("a b c d", "a b c x"))

    assert words_alike(one, one) == 1
    assert 0 < words_alike(one, other) < 1
