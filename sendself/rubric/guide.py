"""The rows of the SEND Review Guide's two annexes, so that a rubric can say which row each theme stands for."""

AREAS = (
    "outcomes",
    "leadership",
    "teaching",
    "families",
    "identification",
    "monitoring",
    "resources",
    "provision",
)

# Rows per focus area: Annex 1 is for mainstream schools (50), Annex 2 for special schools, PRUs, AP and resourced
# provision (43). Counted in the SEND Review Guide (London Leadership Strategy).
ROWS: dict[str, dict[str, int]] = {
    "A1": dict(zip(AREAS, (7, 8, 6, 7, 5, 4, 8, 5), strict=True)),
    "A2": dict(zip(AREAS, (6, 7, 6, 7, 4, 4, 4, 5), strict=True)),
}


def references(annex: str) -> tuple[str, ...]:
    """Every row of an annex as a reference such as "A1.outcomes.7", in the Guide's order."""
    return tuple(f"{annex}.{area}.{row}" for area in AREAS for row in range(1, ROWS[annex][area] + 1))
