"""What the tests read out of a PDF: its structure tree, its painted content, its text."""

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf

from tests.document.poppler import program_path

PAINTING = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh"])


@dataclass
class Node:
    """A structure element as written in the file, with the (page, MCID) pairs and the annotations that it owns.

    `reads` are the pairs of it and of all below it, in reading order.
    """

    tag: str
    entry: Any  # the PDF object, whose keys are attributes
    kids: list["Node"] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)
    annotations: list[Any] = field(default_factory=list)
    reads: list[tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """This element and all below it in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *tags: str) -> list["Node"]:
        """All elements of these tags in reading order."""
        return [node for node in self.walk() if node.tag in tags]


def open_pdf(data: bytes) -> pikepdf.Pdf:
    """The PDF opened for inspection."""
    return pikepdf.open(io.BytesIO(data))


def structure(pdf: pikepdf.Pdf) -> Node:
    """The structure tree with, per element, the (page, MCID) pairs it owns."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return _node(pdf.Root.StructTreeRoot.K, pages)


def _node(entry: Any, pages: dict[tuple[int, int], int]) -> Node:
    node = Node(str(entry.S)[1:], entry)
    for kid in entry.K:
        if kid.get("/Type") == pikepdf.Name.MCR:
            node.content.append((pages[kid.Pg.objgen], int(kid.MCID)))
            node.reads.append(node.content[-1])
        elif kid.get("/Type") == pikepdf.Name.OBJR:
            node.annotations.append(kid.Obj)
        else:
            assert kid.P.objgen == entry.objgen
            node.kids.append(_node(kid, pages))
            node.reads += node.kids[-1].reads
    return node


def marked_content(page: pikepdf.Page) -> tuple[list[tuple[str, int]], list[str]]:
    """The (tag, MCID) pairs of a page in order, and every painting operator that stands outside marked content."""
    marked, outside, depth = list[tuple[str, int]](), list[str](), 0
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        name = str(instruction.operator)
        if name in ("BDC", "BMC"):
            assert depth == 0, "marked content inside marked content"
            depth += 1
            if name == "BDC" and "/MCID" in operands[1]:
                marked.append((str(operands[0])[1:], int(operands[1].MCID)))
        elif name == "EMC":
            depth -= 1
        elif name in PAINTING and not depth:
            outside.append(name)
    assert depth == 0
    return marked, outside


def signs_on(page: pikepdf.Page) -> list[tuple[int, str, int]]:
    """The stretches of content with replacement signs: number, the text that the stream says for them, their count."""
    resources: Any = page.obj.Resources
    codes = {str(name): _codes_of_sign(font) for name, font in resources.get("/Font", {}).items()}
    found, font, place, said = list[tuple[int, str, int]](), "", -1, ""
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        name = str(instruction.operator)
        if name == "Tf":
            font = str(operands[0])
        elif name == "BDC":
            place, said = int(operands[1].get("/MCID", -1)), str(operands[1].get("/ActualText", ""))
        elif name in ("Tj", "TJ") and place >= 0:
            texts = [operands[0]] if name == "Tj" else [one for one in operands[0] if isinstance(one, pikepdf.String)]
            glyphs = [shown[at : at + 2] for shown in map(bytes, texts) for at in range(0, len(shown), 2)]
            if count := sum(glyph in codes[font] for glyph in glyphs):
                found.append((place, said, count))
    return found


def _codes_of_sign(font: Any) -> set[bytes]:
    """The codes of a font that read as U+FFFD."""
    pairs = re.findall(r"<([0-9A-Fa-f]{4})> <FFFD>", font.ToUnicode.read_bytes().decode(), re.IGNORECASE)
    return {bytes.fromhex(code) for code in pairs}


def pdf_text(data: bytes) -> str:
    """All text as pdftotext reads it, page after page."""
    return _said_of(data, "pdftotext", "-", "-")


def body_text(data: bytes) -> str:
    """The text between head and foot of each page, in the order in which it is painted."""
    between = ["-x", "0", "-y", "55", "-W", "596", "-H", "735"]
    return _said_of(data, "pdftotext", "-raw", "-nopgbrk", *between, "-", "-")


def page_texts(data: bytes) -> list[str]:
    """The text of each page."""
    return pdf_text(data).split("\f")[:-1]


def pdf_facts(data: bytes) -> dict[str, str]:
    """What pdfinfo says of the file, by its own names; it opens the file as a reader would."""
    lines = _said_of(data, "pdfinfo", "-").splitlines()
    return {name.strip(): said.strip() for name, _, said in (line.partition(":") for line in lines)}


def faults(data: bytes) -> list[str]:
    """What `qpdf --check` finds wrong with the file, warnings included."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "checked.pdf"
        file.write_bytes(data)
        ran = subprocess.run([program_path("qpdf"), "--check", file], capture_output=True, check=False)
    return [] if ran.returncode == 0 and not ran.stderr else (ran.stderr or ran.stdout).decode().splitlines()


def _said_of(data: bytes, program: str, *arguments: str) -> str:
    """What a program says of the file; a warning of it is an error here."""
    ran = subprocess.run([program_path(program), *arguments], input=data, capture_output=True, check=True)
    assert ran.stderr == b"", ran.stderr.decode()
    return ran.stdout.decode()
