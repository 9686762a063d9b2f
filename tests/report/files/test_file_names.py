"""File names from whatever a school or somebody at a command line wrote."""

import pytest

from sendself.assessment.disclosure.report_kinds import ReportKind
from sendself.report.files.file_names import file_name_of, file_stem
from sendself.report.files.formats import Format


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("St Mary's C of E Primary (EXAMPLE)", "St-Mary-s-C-of-E-Primary-EXAMPLE"),
        ("Ysgol Gymraeg Dŵr", "Ysgol-Gymraeg-Dŵr"),
        ("a\nb\r\n\x00\udcff.c", "a-b-c"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\plan?*", "C-plan"),
        ("-", "self-evaluation"),
        ("", "self-evaluation"),
        ("x" * 300, "x" * 80),
    ],
)
def test_stem_has_letters_figures_and_hyphens_alone(text: str, stem: str) -> None:
    """No folder, no control character and nothing that a system forbids gets through; there is always a name."""
    assert file_stem(text) == stem


def test_full_report_as_a_table_is_called_by_what_is_in_it() -> None:
    """Beside the report its answers lie in one folder: the names tell them apart."""
    assert file_name_of("Hill School", ReportKind.FULL, Format.CSV) == "Hill-School-answers.csv"
    assert file_name_of("Hill School", ReportKind.FULL, Format.PDF) != "Hill-School-answers.pdf"
