"""What an export brings beside what the context has."""

from sendself.assessment.context import Context, Figure
from sendself.context.export.replaced import NOTHING, beside_context
from tests.samples import an_evaluation

HAS = {
    "roll": Figure(value=1038, source="published", year="2023/24"),
    "ehc_plans": Figure(value=37, year="2024/25"),
    "sen_support": Figure(value=31, source="imported", year="2026/27"),
    "fsm": Figure(value=None, source="imported", year="2025/26"),
}
COUNTED = {"roll": 230.0, "ehc_plans": 10.0, "sen_support": 31.0, "fsm": 20.0, "attendance": 93.456}


def test_each_figure_says_what_the_context_has_and_where_that_is_from() -> None:
    """The census, what was typed, an earlier export and nothing are told apart, each with its school year."""
    found = {name: Figure(value=value, source="imported", year="2026/27") for name, value in COUNTED.items()}

    lines = beside_context(found, an_evaluation(context=Context(figures=HAS)))

    assert [(line.counted, line.now, line.replaces) for line in lines] == [
        ("230 (2026/27)", "1,038 (DfE's census, 2023/24)", True),
        ("10 (2026/27)", "37 (typed, 2024/25)", True),
        ("31 (2026/27)", "31 (an earlier export, 2026/27)", False),
        ("20 (2026/27)", "withheld (an earlier export, 2025/26)", True),
        ("93.46% (2026/27)", NOTHING, False),
    ]
