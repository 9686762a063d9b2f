"""Make the files of the present shape, once per shape: `python -m tests.records.make`. They are never made again."""

from pathlib import Path

from sendself.assessment.begin import copy_of
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.field_versions import FieldVersion
from sendself.assessment.identifiers import AGREED
from sendself.assessment.joining.lineage import mark, marks
from sendself.assessment.record import SHAPE, to_json
from sendself.context.example import example_assessment
from sendself.document.pdf.render import render_pdf
from sendself.report.self_evaluation import build_report
from sendself.rubric.duty import Setting
from sendself.storage.kept import Actor, Change
from sendself.storage.repository import open_repository

HERE = Path(__file__).parent
WHY = EntryKey("review", AGREED, "why")


def make(folder: Path) -> None:
    """Write the JSON and PDF of the mainstream example, and a database with both examples, a copy and a change."""
    folder.mkdir()
    mainstream, special = (example_assessment(setting) for setting in (Setting.MAINSTREAM, Setting.SPECIAL))
    # One field that has been on two computers.
    seen = marks(map(mark, ("here", "begun")))
    joined = FieldVersion(version=3, base=2, op_id="op-0", heads=mark("there"), seen=seen)
    mainstream = mainstream.changed(versions={WHY.text: joined})
    (folder / "evaluation.json").write_bytes(to_json(mainstream))
    (folder / "evaluation.pdf").write_bytes(render_pdf(build_report(shared_record(mainstream))))
    repository = open_repository(f"sqlite:///{folder / 'sendself.sqlite3'}")
    senco = Actor("SENCO")
    for assessment in (mainstream, special, copy_of(mainstream)):
        repository.create(senco, assessment)
    version = repository.load(senco, mainstream.id).entries[WHY].version
    repository.save(senco, mainstream.id, [Change(WHY, "Changed once, so that there is a history.", version, "op-1")])
    repository.close()


if __name__ == "__main__":
    make(HERE / f"shape-{SHAPE}")
