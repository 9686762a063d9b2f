"""A document of ours as HTML with the same words, structure and fonts, for another program to make a PDF of."""

from collections.abc import Iterable
from html import escape

from sendself.document.blocks import (
    Block,
    Bullets,
    Cell,
    Contents,
    Cover,
    Document,
    Facts,
    Heading,
    LevelMark,
    Notice,
    PageBreak,
    Paragraph,
    Radar,
    Table,
    TickBox,
    cell_text,
)
from sendself.document.fonts import BOLD, ITALIC, REGULAR
from sendself.document.images.svg import radar_svg

_FACES = ((REGULAR, 400, "normal"), (BOLD, 700, "normal"), (ITALIC, 400, "italic"))
_STYLE = """
@page { size: A4; margin: 25mm 20mm 23mm; @bottom-right { content: "Page " counter(page) " of " counter(pages);
  font: 9pt "Source Sans 3" } @top-left { content: string(running); font: 9pt "Source Sans 3" } }
body { font: 11pt/1.39 "Source Sans 3"; color: #1f2933; margin: 0 }
.running { string-set: running content(); position: absolute; color: transparent; font-size: 1px }
h1 { font-size: 27pt; color: #0b5c6b } h2 { font-size: 19pt; color: #0b5c6b; break-after: avoid }
h3 { font-size: 13pt; break-after: avoid; border-top: 0.2mm solid #cbd5e1 }
.note { border-left: 0.6mm solid #cbd5e1; padding-left: 3mm; font-size: 10.5pt } .small { font-size: 9pt }
.lead { font-size: 13pt; color: #0b5c6b } .label { font-weight: 700; font-size: 10pt; break-after: avoid }
table { border-collapse: collapse; width: 100%; font-size: 9pt } th { text-align: left; font-weight: 400 }
thead th { font-weight: 700; background: #ecf3f5; color: #0b5c6b } tr { border-bottom: 0.2mm solid #cbd5e1 }
.mark { border: 0.2mm solid #1f2933; border-radius: 2mm; padding: 0 2mm; font-size: 9pt; font-weight: 700 }
.break { break-before: page } .toc a::after { content: leader(".") target-counter(attr(href), page) }
.toc li { list-style: none } a { color: inherit; text-decoration: none } figure { margin: 0 }
.notice { border: 0.3mm solid #0b5c6b; padding: 3mm }
"""


def html_of(document: Document) -> str:
    """The whole document. Raises `ValueError` for a block that the full report does not have."""
    faces = "".join(
        f'@font-face {{ font-family: "Source Sans 3"; font-weight: {weight}; font-style: {slope}; '
        f'src: url("{face.path.as_uri()}") }}'
        for face, weight, slope in _FACES
    )
    body = "\n".join(_block(block, number, document) for number, block in enumerate(document.blocks))
    return (
        f'<!doctype html><html lang="{document.language}"><head><meta charset="utf-8">'
        f"<title>{escape(document.title)}</title><style>{faces}{_STYLE}</style></head>"
        f'<body><div class="running">{escape(document.running_title)}</div>{body}</body></html>'
    )


def _block(block: Block, number: int, document: Document) -> str:
    match block:
        case Heading(text=text, level=level, mark=mark):
            return f'<h{level} id="b{number}">{escape(text)} {_mark(mark) if mark else ""}</h{level}>'
        case Paragraph(text=text, style=style):
            return "".join(f'<p class="{style}">{escape(line)}</p>' for line in text.split("\n"))
        case Bullets(items=items, numbered=numbered):
            tag = "ol" if numbered else "ul"
            return f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{tag}>"
        case Facts(rows=rows):
            return f"<table><tbody>{_rows(rows)}</tbody></table>"
        case Table(header=header, rows=rows, caption=caption):
            heads = "".join(f'<th scope="col">{_cell(cell)}</th>' for cell in header)
            named = f"<caption>{escape(caption)}</caption>" if caption else ""
            return f"<table>{named}<thead><tr>{heads}</tr></thead><tbody>{_rows(rows)}</tbody></table>"
        case Radar(alt=alt):
            return f'<figure aria-label="{escape(alt)}">{radar_svg(block)}</figure>'
        case Notice(title=title, text=text):
            return f'<div class="notice"><p class="label">{escape(title)}</p><p>{escape(text)}</p></div>'
        case PageBreak():
            return '<div class="break"></div>'
        case Contents(deepest=deepest):
            return _contents(document, number, deepest)
        case Cover(title=title, subtitle=subtitle, facts=facts, note=note):
            return f"<h1>{escape(title)}</h1><p>{escape(subtitle)}</p>{_block(Facts(facts), number, document)}" + (
                f"<p>{escape(note)}</p>" if note else ""
            )
        case _:
            raise ValueError(f"the full report has no {type(block).__name__}")


def _contents(document: Document, number: int, deepest: int) -> str:
    entries = "".join(
        f'<li><a href="#b{place}">{escape(block.text)}</a></li>'
        for place, block in enumerate(document.blocks)
        if place > number and isinstance(block, Heading) and block.level <= deepest
    )
    return f'<ul class="toc">{entries}</ul>'


def _rows(rows: Iterable[tuple[Cell, ...]]) -> str:
    return "".join(
        f'<tr><th scope="row">{_cell(row[0])}</th>{"".join(f"<td>{_cell(cell)}</td>" for cell in row[1:])}</tr>'
        for row in rows
    )


def _cell(cell: Cell) -> str:
    if isinstance(cell, LevelMark):
        return _mark(cell)
    box = "\u2610 " if isinstance(cell, TickBox) else ""
    return box + escape(cell_text(cell)).replace("\n", "<br>")


def _mark(mark: LevelMark) -> str:
    return f'<span class="mark">{escape(mark.text)}</span>'
