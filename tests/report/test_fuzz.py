"""Whatever a school writes, every report is a sound file that says all of it, or tells what it cannot print."""

import csv
import io
import re
from collections import Counter

import docx
import pypdf
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from sendself.assessment.answers import AreaNote
from sendself.assessment.context import Context
from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.assessment.items import Action, Highlight, Priority
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Review
from sendself.assessment.text import NOTE_LIMIT, clean
from sendself.document.blocks import Table
from sendself.document.fonts import REPLACEMENT
from sendself.document.printable import printed_texts, unprintable_characters
from sendself.document.sheet import CELL_LIMIT
from sendself.document.text import needs_shaping, printable, shown
from sendself.document.word.xml import writable
from sendself.report.files.formats import Format, document_of, render_report
from tests.document.pdf_reading import body_text, faults, open_pdf
from tests.document.structure_checks import complaints
from tests.document.word_reading import part, parts_of, word_text
from tests.samples import an_evaluation, answered

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

SCRIPTS = (
    "مدرسة الأمل تدعم كل تلميذ",
    "בית הספר תומך בכל תלמיד",
    "विद्यालय हर छात्र की मदद करता है",
    "โรงเรียนช่วยนักเรียนทุกคน",
    "学校支持每一位学生 学校はすべての生徒を 학교는",
    "Ọmọ ilé-ẹ̀kọ́ Ŵyn Żółć Việt Ωμέγα Школа",
    "ليلى met Ann on 3 May (class 4B), then שרה and 学生",
)
CONTROLS = (
    "\x00nul\x07bell\x1b[31m",
    "a\x85b\u2028c\u2029d\x0be\x0cf",
    "\u202eevil\u202c \u2066x\u2069 \u200fmark\u200e",
    "\ufeff\ufffe\u00ad",
)
EMOJI = ("👩🏽‍🏫 well done 🎉", "👨‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿 1️⃣ ❤️", "☺ ✔ → ½")
MARKUP = (
    "**bold** __u__ `code`",
    "<b>x</b> & &amp; <!-- --> ]]>",
    "{{ name }} {% if %} ${x}",
    "%s %d %(a)s {0}",
    "[l](http://a.b) (paren\\)",
)
FORMULAS = ("=1+1", "+44 20", "-1 is less", "@SUM(A1)", ' =HYPERLINK("x")', "＝1", "\t=1")
LONG = ("abcdefghij" * 1000, "word " * 1500, "ليلى" * 300, "字" * 500, "a\u0301" * 300, "x" + "\u0301" * 200)


def pieces() -> st.SearchStrategy[str]:
    """What people, programs and jokers put into a box."""
    known = st.sampled_from((*SCRIPTS, *CONTROLS, *EMOJI, *MARKUP, *FORMULAS))
    return known | st.text(max_size=60) | known | st.text(max_size=60) | st.sampled_from(LONG)


def notes() -> st.SearchStrategy[str]:
    """A few of them in one note, as it is kept once it is saved."""
    return st.lists(pieces(), max_size=4).map(lambda found: clean("\n".join(found))[:NOTE_LIMIT].strip())


def evaluations() -> st.SearchStrategy[Assessment]:
    """A small evaluation with such a note in each kind of box that is printed."""
    return st.lists(notes(), min_size=10, max_size=10).map(_written)


def _written(said: list[str]) -> Assessment:
    line = " ".join(said[0].split())[:200]
    return an_evaluation(
        participants=(Participant(id="p", name=line, role="SENCO"),),
        review=Review(why=said[1], wants_tested=said[2]),
        context=Context(words={"staffing": said[3]}),
        answers={"teaching.first": answered(3, strengths=said[4], development=said[5], evidence=said[6])},
        area_notes={"families": {"agreed": AreaNote(strengths=said[7])}},
        highlights=(Highlight(id="h", text=said[8]),),
        priorities=(Priority(id="a", text=said[9]),),
        actions=(Action(id="b", what=said[0], priority="a", success=said[4]),),
    )


def squeezed(text: str) -> str:
    """Text without any space."""
    return "".join(text.split())


def missing_in(said: str, texts: list[str]) -> list[str]:
    """The texts that do not stand in what is said, letter after letter.

    Beside letters that run from right to left programs put signs into an order of their own: there each word counts,
    and the letters of such words by their number (`letters_lost`).
    """
    there = squeezed(said)
    if any(map(needs_shaping, texts)):
        texts = [word for text in texts if not needs_shaping(text) for word in re.findall(r"[^\W_]+", text)]
    return [text for text in texts if squeezed(text) not in there]


def letters_lost(said: str, texts: list[str]) -> Counter[str]:
    """How many of each letter all the texts have that what is said does not have as often."""
    return Counter(letter for text in texts for letter in text if letter.isalnum()) - Counter(said)


def cells_of(book: bytes) -> dict[str, str]:
    """The texts of a workbook's first sheet by their places, as they are written in it."""
    said = ["".join(one.itertext()) for one in part(book, "xl/sharedStrings.xml")]
    found = {}
    for cell in part(book, "xl/worksheets/sheet1.xml").iter(f"{MAIN}c"):
        number = cell.find(f"{MAIN}v")
        found[cell.get("r")] = "" if number is None else said[int(number.text)] if cell.get("t") == "s" else number.text
    return found


def check_files(assessment: Assessment) -> None:
    """The full report and the plan: sound, complete, and honest about what no font of ours has."""
    for kind in (ReportKind.FULL, ReportKind.PLAN):
        shared = shared_for(assessment, kind)
        made = document_of(shared, kind, Format.PDF)
        texts = [text for block in made.blocks for text in printed_texts(block)]
        # A row of a table that goes over pages is read page by page, so its cells are not in one piece.
        flowing = [text for block in made.blocks if not isinstance(block, Table) for text in printed_texts(block)]

        pdf = render_report(shared, kind, Format.PDF, pdf_name="report.pdf")
        assert faults(pdf) == []
        with open_pdf(pdf) as opened:
            assert complaints(opened) == []
        assert len(pypdf.PdfReader(io.BytesIO(pdf), strict=True).pages) >= 1
        said = body_text(pdf)
        assert missing_in(said, [line for text in flowing for line in printable(text).split("\n")]) == []
        assert letters_lost(said, [printable(text) for text in texts]) == Counter()
        if any(REPLACEMENT in shown(printable(text)) for text in texts):
            assert unprintable_characters(made) != ()
        tells = squeezed("The fonts of this PDF cannot print:") in squeezed(said)
        assert tells is (unprintable_characters(made) != ())

        word = render_report(shared, kind, Format.WORD, pdf_name="report.pdf")
        assert docx.Document(io.BytesIO(word)).paragraphs
        texts = [text for block in document_of(shared, kind, Format.WORD).blocks for text in printed_texts(block)]
        assert [one for one in texts if squeezed(writable(one)) not in squeezed(word_text(word))] == []


def check_tables(assessment: Assessment) -> None:
    """Excel and CSV hold each note, and none of it can be run."""
    shared = shared_for(assessment, ReportKind.FULL)
    answer = shared.assessment.answer("teaching.first")
    notes = (answer.strengths, answer.development, answer.evidence)
    data = render_report(shared, ReportKind.FULL, Format.CSV, pdf_name="report.pdf").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data, newline="")))
    for cell, note in zip(rows[1][9:12], notes, strict=True):
        assert cell in (note, f"'{note}")
    for cell in (cell for row in rows for cell in row):
        assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    book = render_report(shared, ReportKind.FULL, Format.EXCEL, pdf_name="report.pdf")
    assert b"<f>" not in parts_of(book)["xl/worksheets/sheet1.xml"]
    for cell, note in zip((cells_of(book).get(place, "") for place in ("J2", "K2", "L2")), notes, strict=True):
        assert cell == (note if len(note) <= CELL_LIMIT else cell)
        assert len(note) <= CELL_LIMIT or "the cell is full" in cell


QUICK = settings(
    max_examples=3, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None
)


@seed(20261123)
@QUICK
@given(assessment=evaluations())
def test_any_notes_give_sound_and_complete_files(assessment: Assessment) -> None:
    """A sample of notes in every script, with controls, emoji, markup and words without end."""
    check_files(assessment)
    check_tables(assessment)


@pytest.mark.prove
@settings(QUICK, max_examples=40)
@given(assessment=evaluations())
def test_many_notes_give_sound_and_complete_files(assessment: Assessment) -> None:
    """The same for forty evaluations, others each time."""
    check_files(assessment)
    check_tables(assessment)


KINDS = {"scripts": SCRIPTS, "controls": CONTROLS, "emoji": EMOJI, "markup": MARKUP, "formulas": FORMULAS}
KINDS |= {f"long {number}": (text,) for number, text in enumerate(LONG)}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_note_alone_is_kept(kind: str) -> None:
    """Every kind by itself, so that a failure names it."""
    kept = clean("\n".join(KINDS[kind]))
    said = an_evaluation(answers={"teaching.first": answered(3, strengths=kept)})
    check_tables(said)
    shared = shared_for(said, ReportKind.FULL)
    made = document_of(shared, ReportKind.FULL, Format.PDF)
    pdf = render_report(shared, ReportKind.FULL, Format.PDF, pdf_name="report.pdf")
    assert faults(pdf) == []
    assert missing_in(body_text(pdf), printable(kept).split("\n")) == []
    assert letters_lost(body_text(pdf), [printable(kept)]) == Counter()
    assert ("The fonts of this PDF cannot print" in " ".join(body_text(pdf).split())) is bool(
        unprintable_characters(made)
    )
    assert set(unprintable_characters(made)) >= {
        letter for letter in kept if shown(printable(letter)) == REPLACEMENT
    } - {"\u200d"}
