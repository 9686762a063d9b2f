"""The command that makes a report of an evaluation, in the kind asked for and the format that the file's name says."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path, PurePath
from textwrap import wrap
from typing import TYPE_CHECKING

from sendself.cli.files import STANDARD, InputError, read_file, write_file
from sendself.cli.help import WIDTH
from sendself.cli.schools import register_or_refusal

if TYPE_CHECKING:
    from sendself.assessment.disclosure.report_kinds import ReportKind
    from sendself.assessment.disclosure.shared import SharedRecord
    from sendself.assessment.model import Assessment
    from sendself.document.blocks import Document
    from sendself.document.looks import Looks
    from sendself.report.files.formats import Format
    from sendself.rubric.model import Rubric

# Written out, so that --help does not have to load what knows them; a test compares.
KINDS = ("full", "summary", "website", "plan", "paragraphs", "form")
_SETTINGS = ("mainstream", "specialist")


def add_report(command: argparse.ArgumentParser) -> None:
    """Give `report` its arguments."""
    command.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="an evaluation: the JSON, or a PDF that sendself made; a form needs none",
    )
    command.add_argument("--kind", choices=KINDS, default="full", help="which report (full)")
    command.add_argument("--setting", choices=_SETTINGS, help="without FILE: which rubric the blank form is of")
    command.add_argument(
        "--looks", metavar="FOLDER", help="a folder with looks.yaml: name, colour and logo of the school or trust"
    )
    command.add_argument(
        "--rubric", metavar="FOLDER", help="without FILE: the folder of the own rubric that the blank form is of"
    )
    command.set_defaults(run=report)


def kinds_and_formats() -> str:
    """What `report --help` says of each kind: for whom it is, what it holds, and how its file's name may end."""
    from sendself.assessment.disclosure.report_kinds import ReportKind
    from sendself.report.documents import KINDS as ABOUT
    from sendself.report.files.formats import formats_of

    lines = ["", "kinds, and the endings of the output's name for each:"]
    for kind in ReportKind:
        endings = " ".join(f".{form}" for form in formats_of(kind))
        said = f"  {kind:<12}for {ABOUT[kind].audience}: {ABOUT[kind].holds}"
        lines += [*wrap(said, WIDTH, subsequent_indent=" " * 14), f"{'':<14}{endings}"]
    return "\n".join(lines)


def opened(name: str) -> Assessment:
    """The evaluation in a file. Raises `InputError` with what to do."""
    from sendself.assessment.record import RecordError
    from sendself.report.record import open_file

    try:
        return open_file(read_file(name))
    except RecordError as error:
        raise InputError(f"{name}: {error}") from None


def report(chosen: argparse.Namespace) -> int:
    """Write the report."""
    assessment = _evaluation(chosen)

    from sendself.assessment.disclosure.report_kinds import ReportKind, shared_for
    from sendself.report.files.file_names import file_stem
    from sendself.report.files.formats import Format, NoSuchReportError, document_of, render_report

    kind, form = ReportKind(chosen.kind), _format(chosen.output)
    shared = shared_for(assessment, kind)
    standings = _standings(shared) if kind is ReportKind.FULL else ()
    looks = _looks(chosen)
    pdf_name = f"{file_stem(PurePath(chosen.output).stem)}.pdf"
    try:
        data = render_report(shared, kind, form, standings, looks, pdf_name=pdf_name)
    except NoSuchReportError as error:
        raise InputError(str(error)) from None
    write_file(chosen.output, data)
    if form in (Format.PDF, Format.EMAIL):
        _tell_unprinted(document_of(shared, kind, form, standings, looks), kind)
    return 0


def _tell_unprinted(document: Document, kind: ReportKind) -> None:
    """Say beside the file what its fonts cannot print; the file is whole, so nothing has failed."""
    from sendself.document.printable import unprintable_characters
    from sendself.report.unprinted import cannot_print

    if missing := unprintable_characters(document):
        print(cannot_print(missing, kind), file=sys.stderr)


def _standings(shared: SharedRecord) -> tuple[str, ...]:
    from sendself.context.alike.shared_standing import standing_sentences

    return standing_sentences(shared, register_or_refusal())


def _looks(chosen: argparse.Namespace) -> Looks:
    from sendself.report.looks_in_use import looks_in_use
    from sendself.report.looks_loader import LooksError

    try:
        return looks_in_use(Path(chosen.looks) if chosen.looks else None)
    except LooksError as error:
        raise InputError(str(error)) from None


def _evaluation(chosen: argparse.Namespace) -> Assessment:
    """The evaluation to report on; for a form by its setting one that holds nothing."""
    if chosen.file:
        if chosen.setting:
            raise InputError("Leave out --setting: the evaluation in FILE says which rubric it uses.")
        if chosen.rubric:
            raise InputError("Leave out --rubric: the evaluation in FILE carries its rubric.")
        return opened(chosen.file)
    if chosen.kind != "form":
        raise InputError("Name the evaluation to report on: its JSON, or a PDF that sendself made.")

    from sendself.assessment.begin import new_assessment
    from sendself.rubric.duty import Setting
    from sendself.rubric.loader import rubric_for

    if chosen.rubric:
        if chosen.setting:
            raise InputError("Leave out --setting: the rubric's own file says which settings it is for.")
        own = _own_rubric(chosen.rubric)
        return new_assessment(own, own.settings[0])
    setting = Setting.SPECIAL if chosen.setting == "specialist" else Setting.MAINSTREAM
    return new_assessment(rubric_for(setting), setting)


def _own_rubric(folder: str) -> Rubric:
    from sendself.rubric.loader import load_rubric
    from sendself.rubric.yaml_loader import RubricError

    try:
        return load_rubric(Path(folder))
    except RubricError as error:
        raise InputError(str(error)) from None


def _format(name: str) -> Format:
    """The format that a file's name ends in; PDF for standard output and for a name without an ending."""
    from sendself.report.files.formats import Format

    end = "" if name == STANDARD else PurePath(name).suffix.lower().removeprefix(".")
    if not end:
        return Format.PDF
    if end not in {form.value for form in Format}:
        known = ", ".join(f".{form}" for form in Format)
        raise InputError(f"There is no report as .{end}. End the name of the file in one of these: {known}.")
    return Format(end)
