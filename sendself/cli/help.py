"""What `--help` says."""

from dataclasses import dataclass

from sendself.context.export.facts import LABELS

PROGRAM = """\
Schools in England evaluate their own provision for pupils with SEND.

These commands do from a script what the app does on its pages. None of them goes online. Wherever a FILE is read or
written, - stands for standard input or output."""

EXAMPLES = """\
examples:
  python -m sendself schools "downside luton"
  python -m sendself example -o example.json
  python -m sendself report example.json -o example.pdf
  python -m sendself extract example.pdf -o again.json
  python -m sendself check again.json
  python -m sendself context --urn 109567

exit status: 0 done; 1 check found points; 2 the input cannot be used, with a sentence on why. On 2 no file is changed.
COMMAND --help says more about each."""

WIDTH = 120
"""Characters of a line."""

_FACTS = "\n".join(f"  {fact:<22}{label}" for fact, label in LABELS.items())
"""What `--map` can name, one fact a line."""


@dataclass(frozen=True, slots=True)
class CommandHelp:
    """The words about one command."""

    name: str
    short: str
    long: str
    examples: str


COMMANDS = {
    about.name: about
    for about in (
        CommandHelp(
            "schools",
            "find a school in the register",
            """\
Find schools in the register in use, best match first, open before closed: the one that comes with sendself, or a newer
one that was put in its place (see register).
Each is one line of JSON with the keys urn, name, town, postcode, phase and status, and where the DfE gives no name
(null) local_authority and type_name too. No match gives no line.""",
            """\
examples:
  python -m sendself schools 109567
  python -m sendself schools "st mary leeds" --limit 5""",
        ),
        CommandHelp(
            "example",
            "write a complete example evaluation",
            """\
Write the evaluation of an invented school as JSON: every theme rated, with words and evidence, the same every time.
With --urn the school and its figures are as published by the DfE; all else is still invented. For a school of another
age or kind than the invented one the words are neutral, and each begins with EXAMPLE. With --setting specialist a
mainstream school stands for its resourced provision, which has no published figures: there are none then.
It is marked EXAMPLE throughout. Without --setting the school's kind decides, otherwise mainstream.""",
            """\
examples:
  python -m sendself example -o example.json
  python -m sendself example --setting specialist -o special.json
  python -m sendself example --urn 109567 -o downside.json""",
        ),
        CommandHelp(
            "report",
            "make the PDF for the reviewer, or another report",
            """\
Make a report. Without --kind it is the full one, and its PDF has the record inside it; a form needs no FILE.
The ending of the output's name says the format: .pdf, .docx (Word), .eml (a draft e-mail with the PDF attached), .xlsx
or .csv (rows: all answers, or all actions of the plan), .ics (a calendar file).
In CSV a text that begins like a formula has an apostrophe before it.
What a report leaves out, small counts for example, is left out of the pages and of the record: the evaluation's own
choice of what to share decides.""",
            """\
examples:
  python -m sendself report evaluation.json -o evaluation.pdf
  python -m sendself report evaluation.json -o - > evaluation.pdf
  python -m sendself report evaluation.json --kind summary -o governors.docx
  python -m sendself report --kind form --setting specialist -o form.pdf""",
        ),
        CommandHelp(
            "extract",
            "take the record out of a PDF",
            """\
Write the evaluation that a PDF made by sendself carries, as JSON: equal to what the report was made from, less what
was left out on purpose. A PDF that was printed, merged or saved anew has lost it.""",
            """\
examples:
  python -m sendself extract evaluation.pdf -o evaluation.json""",
        ),
        CommandHelp(
            "check",
            "list what to look at before sending",
            """\
List what to look at before sending, one line each: kind, theme or step, and what to do. Themes not rated, high ratings
with thin evidence, impossible figures and so on; then likely names of pupils, dates of birth and whatever else could
point to one child: kind, page, place and words. Nothing of it blocks sending.
The exit status is 1 when there is any line and 0 when there is none.""",
            """\
examples:
  python -m sendself check evaluation.json""",
        ),
        CommandHelp(
            "context",
            "print a school's figures",
            f"""\
Print a school's figures as JSON: with --urn those that the DfE has published, and where they stand among schools like
it; with --export those counted from a CSV or XLSX file of the school's own system. Pupils' rows are read in memory and
only counts come out: "sen" for pupils with an EHC plan or SEN support, "no_sen" for the others, null where the file
does not say. Small counts are printed as they are: what you print here stays with you. "columns" has the numbers of the
columns used, from 0; "headings_left_alone" names the others, to be read with --map where one is wanted.
Of a workbook all sheets with the first known headings are read, or those named by --sheet; "sheets" says which were
read and which were not.
With --map the columns are named, by their headings or by their numbers from 0, in a file such as
{{"columns": {{"upn": "UPN", "sen_status": "SEN status", "need": [5, 6]}}}}. What a column can say:
{_FACTS}
The map can also say what your own words for a SEN status mean: ehc_plan, sen_support, monitored or no_sen, as in
{{"statuses": {{"Wave 3": "sen_support", "Universal": "no_sen"}}}}. Alone, it leaves the columns to be recognised.""",
            """\
examples:
  python -m sendself context --urn 109567
  python -m sendself context --export pupils.xlsx --sheet "Year 7" --sheet "Year 8"
  python -m sendself context --export pupils.csv --map columns.json""",
        ),
        CommandHelp(
            "register",
            "use a newer list of schools",
            """\
Use a newer download of the DfE's "Compare school performance" from now on: its census file and its school information
file, in any order, as CSV or gzip. Prints what changes; on a terminal it asks before it replaces the list in use,
unless you add --yes; where far fewer schools would have figures, it says so first. The list that comes with sendself
stays beside it: --shipped goes back to it, and asks too.
The exit status is 1 when the answer was no.""",
            """\
examples:
  python -m sendself register england_census.csv england_school_information.csv --year 2024/25
  python -m sendself register --shipped""",
        ),
        CommandHelp(
            "migrate",
            "make or upgrade the database",
            """\
Make the database that SENDSELF_DATABASE_URL names, or bring it to the shape that this version needs. Without the
setting it is the file in your data folder. Needed on PostgreSQL only: the app looks after a file by itself, and keeps
a copy of it when it upgrades it.""",
            """\
examples:
  SENDSELF_DATABASE_URL=postgresql://sendself@localhost/sendself python -m sendself migrate""",
        ),
    )
}
