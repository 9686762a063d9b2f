"""What is counted in a file, as the page would show it at first."""

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary


def summary_of(data: bytes, name: str = "export.csv") -> ExportSummary:
    """The counts of a file as its columns are guessed."""
    table = read_table(data, name)
    return count(table, guess_mapping(table))
