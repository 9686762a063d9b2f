"""Addresses in running text: which are found, where they lead, and that they can be followed in PDF and Word."""

import io
from itertools import pairwise

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from hypothesis import given
from hypothesis import strategies as st

from sendself.document.addresses import LONGEST, addresses
from sendself.document.blocks import Bullets, Heading, Notice, Paragraph, Table
from sendself.document.layout.pages import lay_out
from sendself.document.lines import break_lines
from sendself.document.looks import contrast
from sendself.document.pdf.render import render_pdf
from sendself.document.shapes import Text
from sendself.document.style import ACCENT, ACT_TINT, BODY, TINT, WHITE
from sendself.document.word.render import render_word
from tests.document import structure_checks as checks
from tests.document.pdf_reading import body_text, open_pdf, structure
from tests.document.samples import LONG_ADDRESS, document
from tests.document.word_reading import W, body_of, text_of

FOLLOWED = ("http://", "https://", "mailto:")


@pytest.mark.parametrize(
    ("text", "said", "opened"),
    [
        ("See https://a.example/x.", "https://a.example/x", "https://a.example/x"),
        ("(HTTP://A.example)", "HTTP://A.example", "HTTP://A.example"),
        ("on www.a.example/b, page 2", "www.a.example/b", "https://www.a.example/b"),
        ("https://a.example/wiki/Need_(SEND))", "https://a.example/wiki/Need_(SEND)", None),
        ("https://a.example/?q=a&b=%20c#d", "https://a.example/?q=a&b=%20c#d", None),
        ("https://a.example/Ŵyn", "https://a.example/Ŵyn", "https://a.example/%C5%B4yn"),
        ("Write to senco@a.sch.uk!", "senco@a.sch.uk", "mailto:senco@a.sch.uk"),
        ("mailto:senco@a.sch.uk?subject=Visit", "mailto:senco@a.sch.uk?subject=Visit", None),
        ("“https://a.example”", "https://a.example", "https://a.example"),
    ],
)
def test_address_is_found_without_the_sentence_around_it(text: str, said: str, opened: str | None) -> None:
    """What ends the sentence is not part of it, and what is opened has only the letters that addresses are made of."""
    (found,) = addresses(text)
    assert text[found.start : found.end] == said
    assert found.target == (opened or said)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "file:///C:/pupils.xlsx and file://www.a.example/b",
        r"S:\SEND\provision map.docx",
        "ftp://www.a.example",
        "https:// www. @ mailto: a@b",
        "https://[::1",
        "https://a.example/\ufffd",
        "https://a.example/" + "x" * LONGEST,
        "data:text/html;base64,aGk=",
    ],
)
def test_nothing_else_leads_anywhere(text: str) -> None:
    """A script, a file, a folder, half an address and one that no program follows stay words."""
    assert addresses(text) == []


@given(st.text(alphabet=st.sampled_from("aA.:/@-_w()[]&?#%\u0174\u05d0 htps mailto javascript"), max_size=80))
def test_whatever_is_typed_leads_only_where_it_may(text: str) -> None:
    """Targets are ASCII of three kinds, and the stretches follow each other inside the text."""
    found = addresses(text)
    assert all(one.target.isascii() and one.target.lower().startswith(FOLLOWED) for one in found)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_long_text_takes_no_time() -> None:
    """Ten thousand brackets, dots or signs are looked through once."""
    for text in ("https://a" + ")" * 100_000, "@" + "a.-" * 40_000, "a@" * 50_000, "www." * 30_000):
        addresses(text)


def test_address_over_several_lines_is_whole_in_its_parts() -> None:
    """Each line knows its part, all parts lead to the same place, and only the first begins it."""
    lines = break_lines(f"See {LONG_ADDRESS} today.", BODY, 60)
    parts = [(line.text[one.start : one.end], one) for line in lines for one in line.addresses]
    assert len(parts) > 3
    assert "".join(text for text, _ in parts) == LONG_ADDRESS
    assert {one.target for _, one in parts} == {LONG_ADDRESS}
    assert [one.begun for _, one in parts] == [False, *[True] * (len(parts) - 1)]


def test_address_in_every_place_is_one_link_of_the_pdf() -> None:
    """In text, table, list, notice and heading an address is one Link, which can be pressed on each of its lines."""
    said = f"Read {LONG_ADDRESS} and www.b.example now."
    blocks = (
        Heading("Title", 1),
        Paragraph(said),
        Table(("Name", "Where"), (("One", said), (said, "Two")), widths=(1, 1)),
        Bullets((said,)),
        Notice("Title", said),
        Heading("Chapter www.c.example", 2),
    )
    with open_pdf(render_pdf(document(*blocks))) as pdf:
        assert checks.complaints(pdf) == []
        links = structure(pdf).all("Link")
        opened = [{str(one.A.URI) for one in link.annotations} for link in links]
    assert opened == [{LONG_ADDRESS}, {"https://www.b.example"}] * 5 + [{"https://www.c.example"}]
    assert all(len(link.annotations) > 2 for link in links[:10:2])


def test_two_addresses_that_follow_each_other_are_two_links() -> None:
    """The same address again is another link; a line from right to left keeps its words."""
    twice = "https://a.example\nhttps://a.example"
    with open_pdf(
        render_pdf(document(Paragraph(twice), Table(("A",), ((twice,), ("مرحبا https://a.example",)))))
    ) as pdf:
        assert checks.complaints(pdf) == []
        assert len(structure(pdf).all("Link")) == 4


def test_place_to_press_is_where_the_address_is_printed() -> None:
    """Each box holds the words that are printed in it, and nothing of the words beside it."""
    made = document(Paragraph(f"Read {LONG_ADDRESS} and www.b.example now."))
    layout = lay_out(made)
    with open_pdf(render_pdf(made)) as pdf:
        boxes = [tuple(map(float, link.Rect)) for link in checks.links_on(pdf.pages[0])]
    texts = [
        item.shape
        for item in layout.pages[0]
        if isinstance(item.shape, Text) and item.content and item.content.element.tag == "Link"
    ]
    assert "".join(text.text for text in texts) == f"{LONG_ADDRESS}www.b.example"
    for (left, _, right, _), text in zip(boxes, texts, strict=True):
        assert left == pytest.approx(text.x * 72 / 25.4, abs=0.1)
        assert right == pytest.approx((text.x + text.width) * 72 / 25.4, abs=0.1)


def test_words_and_the_place_of_lines_are_the_same_with_links() -> None:
    """What is read is what was typed, with each space once."""
    said = "Read https://a.example/x (or www.b.example) now, and then: senco@a.sch.uk."
    assert body_text(render_pdf(document(Paragraph(said)))).splitlines()[-1].strip() == said


def test_links_are_known_without_colour_and_can_be_read() -> None:
    """Each is underlined; its colour has the contrast of text on every ground that text stands on."""
    layout = lay_out(document(Paragraph("www.a.example"), Notice("Act", "www.b.example", "act")))
    items = [item for item in layout.pages[0] if item.content and item.content.element.tag == "Link"]
    assert [type(item.shape).__name__ for item in items] == ["Text", "Path"] * 2
    assert min(contrast(ACCENT, ground) for ground in (WHITE, TINT, ACT_TINT)) >= 4.5


def test_word_has_real_links() -> None:
    """An address is a hyperlink with the style of one, and leads outside; other words are none."""
    said = f"Read {LONG_ADDRESS} and www.b.example now; javascript:alert(1) file:///c:/x"
    data = render_word(document(Heading("Title", 1), Paragraph(said), Table(("A", "B"), ((said, "x"),))))
    links = list(body_of(data).iter(f"{W}hyperlink"))
    assert [text_of(link) for link in links] == [LONG_ADDRESS, "www.b.example"] * 2
    assert {style.get(f"{W}val") for link in links for style in link.iter(f"{W}rStyle")} == {"Hyperlink"}
    opened = docx.Document(io.BytesIO(data)).part.rels.values()
    outside = {one.target_ref for one in opened if one.reltype == RELATIONSHIP_TYPE.HYPERLINK and one.is_external}
    assert outside == {LONG_ADDRESS, "https://www.b.example"}
    assert said in [text_of(one) for one in body_of(data).iter(f"{W}p")]


def test_same_document_with_links_gives_the_same_bytes() -> None:
    """Nothing about links depends on the run."""
    made = document(Paragraph(f"{LONG_ADDRESS} www.b.example"))
    assert render_word(made) == render_word(made)
    assert render_pdf(made) == render_pdf(made)
