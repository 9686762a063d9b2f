"""What files that leave are called: names that every system and every e-mail takes."""

from sendself.assessment.disclosure.report_kinds import ReportKind
from sendself.report.documents import KINDS
from sendself.report.files.formats import TABLES, Format

_LONGEST = 80


def file_name_of(title: str, kind: ReportKind, form: Format) -> str:
    """What a report's file is called, from the title of its evaluation."""
    end = "answers" if kind is ReportKind.FULL and form in TABLES else KINDS[kind].file_end
    return f"{file_stem(title)}-{end}.{form}"


def file_stem(text: str) -> str:
    """The letters and figures of a text, with hyphens between its words: the beginning of a file's name."""
    kept = "".join(character if character.isalnum() else "-" for character in text)
    return "-".join(part for part in kept.split("-") if part)[:_LONGEST] or "self-evaluation"
