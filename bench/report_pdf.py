"""The full report of 60 themes as a tagged PDF, ours and WeasyPrint's of the same words, in one run side by side."""

import cProfile
import gc
import io
import pstats
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import PurePath

import pypdf

from bench.evaluation import evaluation_of_sixty_themes
from bench.measuring import Measured
from bench.report_html import html_of
from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
from sendself.document.blocks import Document
from sendself.document.pdf.render import render_pdf
from sendself.report.files.formats import Format, document_of

NO_WEASYPRINT = (
    "WeasyPrint cannot start: it needs Pango. Debian, Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0; macOS: brew install pango."
)


def measure(times: int) -> Iterator[Measured]:
    """Each made `times` times, in turns, from the blocks to the bytes; the figures are processor time."""
    document = report_of_sixty_themes()
    makers: dict[str, Callable[[], bytes]] = {"sendself": lambda: render_pdf(document)}
    if other := weasyprint_of(document):
        makers["WeasyPrint"] = other
    else:
        print(NO_WEASYPRINT, end="\n\n")
    made = {name: make() for name, make in makers.items()}
    spent: dict[str, list[float]] = {name: [] for name in makers}
    for _ in range(times):
        for name, make in makers.items():
            gc.collect()
            begun = time.process_time()
            make()
            spent[name].append(1000 * (time.process_time() - begun))
    found = {
        name: Measured(f"tagged PDF of {pages(made[name])} pages, {name}", tuple(took)) for name, took in spent.items()
    }
    if other:
        ours, theirs = found["sendself"], found["WeasyPrint"]
        told = (
            f"under half of WeasyPrint's: {ours.p50 / theirs.p50:.2f} of it at p50, {ours.p95 / theirs.p95:.2f} at p95"
        )
        found["sendself"] = Measured(ours.step, ours.milliseconds, told)
        alike = f"{100 * words_alike(made['sendself'], made['WeasyPrint']):.1f} % of the words are the same"
        found["WeasyPrint"] = Measured(theirs.step, theirs.milliseconds, alike)
    yield from found.values()


def report_of_sixty_themes() -> Document:
    """The full report for the reviewer, with its record inside."""
    shared = shared_for(evaluation_of_sixty_themes(), ReportKind.FULL)
    return document_of(shared, ReportKind.FULL, Format.PDF)


def weasyprint_of(document: Document) -> Callable[[], bytes] | None:
    """What makes the same by WeasyPrint, tagged and with the record inside; `None` where its libraries are missing."""
    try:
        from weasyprint import HTML, Attachment
        from weasyprint.text.fonts import FontConfiguration
    except OSError:
        return None
    html, fonts, attached = html_of(document), FontConfiguration(), document.attachment

    def make() -> bytes:
        inside = [Attachment(string=attached.data, name=attached.name)] if attached else []
        made = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1", font_config=fonts, attachments=inside)
        assert isinstance(made, bytes)
        return made

    return make


def pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(pypdf.PdfReader(io.BytesIO(pdf)).pages)


def words_alike(one: bytes, other: bytes) -> float:
    """The share of words that two PDFs have in common, each as often as it stands in both."""
    first, second = (_words(pdf) for pdf in (one, other))
    return 2 * (first & second).total() / (first.total() + second.total())


def _words(pdf: bytes) -> Counter[str]:
    read = pypdf.PdfReader(io.BytesIO(pdf))
    return Counter(word for page in read.pages for word in page.extract_text().split())


def profile(times: int) -> str:
    """Where the time goes: the share that each part of ours and each library takes by itself, as a table."""
    document = report_of_sixty_themes()
    render_pdf(document)
    watch = cProfile.Profile(time.process_time)
    watch.enable()
    for _ in range(times):
        render_pdf(document)
    watch.disable()
    shares: Counter[str] = Counter()
    for (file, _line, name), (_calls, _primitive, own, _all, _callers) in pstats.Stats(watch).stats.items():  # type: ignore[attr-defined]
        shares[_part(file, name)] += own
    total = sum(shares.values())
    lines = ["| part | share of the time |", "|---|---|"]
    return "\n".join([*lines, *(f"| {part} | {100 * own / total:.0f} % |" for part, own in shares.most_common(12))])


def _part(file: str, name: str) -> str:
    parts = PurePath(file).parts
    if "sendself" in parts:
        return "/".join(parts[len(parts) - 1 - parts[::-1].index("sendself") :])
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1]
    return "built-in functions" if file == "~" else "Python's own library"
