"""The command line: find schools, make the example, turn evaluations into reports and back, check them.

What a command needs is imported when it runs, so that `--help` answers at once.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from sendself import __version__
from sendself.cli.context import add_context, add_register, urn
from sendself.cli.files import InputError, read_file, say, write_file
from sendself.cli.help import COMMANDS, EXAMPLES, PROGRAM, CommandHelp
from sendself.cli.report import add_report, kinds_and_formats, opened
from sendself.cli.schools import register_or_refusal, school_with

if TYPE_CHECKING:
    from sendself.context.schools.entry import RegisterEntry
    from sendself.rubric.duty import Setting

DONE, POINTS_FOUND, BAD_INPUT = 0, 1, 2
MOST_SCHOOLS = 1000


class _Parser(argparse.ArgumentParser):
    """A parser that answers a wrong call with one sentence. `more` goes on with its help when somebody reads that."""

    more: Callable[[], str] | None = None

    def error(self, message: str) -> NoReturn:
        said = " ".join(message.split())
        self.exit(BAD_INPUT, f"{said[:1].upper()}{said[1:]} (see {self.prog} --help).\n")

    def format_help(self) -> str:
        if self.more:
            self.description = f"{self.description}\n{self.more()}"
        return super().format_help()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 `check` found points, 2 bad input, said in one sentence."""
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except InputError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        # The reader of our output, such as `head`, has seen enough: nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m sendself",
        description=PROGRAM,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"sendself {__version__}")
    parser.set_defaults(run=lambda _: parser.error("a command is missing"))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    _add_schools(_add(commands, COMMANDS["schools"]))
    _add_example(_add(commands, COMMANDS["example"]))
    report = _add(commands, COMMANDS["report"])
    report.more = kinds_and_formats
    add_report(report)
    _add_output(report)
    _add_extract(_add(commands, COMMANDS["extract"]))
    _add_check(_add(commands, COMMANDS["check"]))
    add_context(_add(commands, COMMANDS["context"]))
    add_register(_add(commands, COMMANDS["register"]))
    _add(commands, COMMANDS["migrate"]).set_defaults(run=_migrate)
    return parser


def _add_schools(schools: _Parser) -> None:
    schools.add_argument(
        "query", metavar="QUERY", nargs="+", help="a name, town, postcode or URN, or several words of them"
    )
    schools.add_argument("--limit", type=_limit, default=20, metavar="N", help="at most so many schools (20)")
    schools.set_defaults(run=_schools)


def _add_example(example: _Parser) -> None:
    example.add_argument("--urn", type=urn, metavar="N", help="take the published figures of the school with this URN")
    example.add_argument("--setting", choices=("mainstream", "specialist"), help="which rubric to use")
    _add_output(example)
    example.set_defaults(run=_example)


def _add_extract(extract: _Parser) -> None:
    extract.add_argument("file", metavar="FILE.pdf", help="a PDF that sendself made")
    _add_output(extract)
    extract.set_defaults(run=_extract)


def _add_check(check: _Parser) -> None:
    check.add_argument("file", metavar="FILE", help="an evaluation: the JSON, or a PDF that sendself made")
    check.set_defaults(run=_check)


def _add_output(command: _Parser) -> None:
    command.add_argument("-o", "--output", required=True, metavar="FILE", help="the file to write; - for output")


def _add(commands: argparse._SubParsersAction[_Parser], about: CommandHelp) -> _Parser:
    return commands.add_parser(
        about.name,
        help=about.short,
        description=about.long,
        epilog=about.examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _limit(text: str) -> int:
    # Python itself refuses to read thousands of digits, and nobody reads them back from a message.
    digits = text.lstrip("0") if text.isascii() and text.isdigit() else ""
    if not (digits and len(digits) <= len(str(MOST_SCHOOLS)) and int(digits) <= MOST_SCHOOLS):
        said = repr(text) if len(text) <= 20 else f"{text[:10]!r}… ({len(text):,} characters)"
        raise argparse.ArgumentTypeError(f"{said} is not a whole number from 1 to {MOST_SCHOOLS}")
    return int(text)


def _schools(chosen: argparse.Namespace) -> int:
    query = " ".join(chosen.query)
    if not query.strip():
        raise InputError("Name what to look for: a school's name, town, postcode or URN.")
    for school in register_or_refusal().search(query, chosen.limit):
        # Without a name, town and postcode one nursery could not be told from another.
        more = () if school.name else ("local_authority", "type_name")
        line = {key: getattr(school, key) for key in ("urn", "name", "town", "postcode", "phase", "status", *more)}
        write_file("-", (json.dumps(line, ensure_ascii=False) + "\n").encode())
    return DONE


def _example(chosen: argparse.Namespace) -> int:
    from sendself.assessment.record import to_json
    from sendself.context.example import example_assessment

    entry = school_with(chosen.urn) if chosen.urn else None
    write_file(chosen.output, to_json(example_assessment(_setting(chosen.setting, entry), entry=entry)))
    return DONE


def _setting(asked: str | None, entry: RegisterEntry | None) -> Setting:
    """The setting asked for, as the kind of school suggests; a mainstream school's specialist one is its provision."""
    from sendself.context.schools.from_register import likely_setting, school_of
    from sendself.rubric.duty import Setting

    if asked == "mainstream":
        return Setting.MAINSTREAM
    if entry is None:
        return Setting.SPECIAL if asked else Setting.MAINSTREAM
    likely = likely_setting(school_of(entry))
    return Setting.RESOURCED_PROVISION if asked and likely is Setting.MAINSTREAM else likely


def _extract(chosen: argparse.Namespace) -> int:
    from sendself.assessment.record import RecordError, to_json
    from sendself.report.record import extract

    try:
        data = to_json(extract(read_file(chosen.file)))
    except RecordError as error:
        raise InputError(f"{chosen.file}: {error}") from None
    write_file(chosen.output, data)
    return DONE


def _check(chosen: argparse.Namespace) -> int:
    from sendself.assessment.checks import points_before_sending
    from sendself.assessment.disclosure.shared import shared_record
    from sendself.assessment.guard.findings import findings, parted

    assessment = opened(chosen.file)
    asked, _ = parted(findings(shared_record(assessment), assessment), assessment)
    lines = [*(point.line for point in points_before_sending(assessment)), *(one.line for one in asked)]
    write_file("-", "".join(f"{line}\n" for line in lines).encode())
    return POINTS_FOUND if lines else DONE


def _migrate(_: argparse.Namespace) -> int:
    from sendself.storage.errors import StorageError
    from sendself.storage.upgrade import migrate

    try:
        migrate()
    except StorageError as error:
        raise InputError(str(error)) from None
    say("The database is ready.")
    return DONE
