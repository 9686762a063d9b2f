"""How the tests are shared out between processes: those of a file go together, the slow ones in Chromium first."""

from collections import Counter

import pytest

IN_PARTS = {"test_access.py": 4}
"""Files whose tests take too long for one process, and in how many parts they go."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """While one process waits for a browser another counts; what is begun last should be short."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)
    seen: Counter[str] = Counter()
    for item in items:
        part = seen[item.path.name] % IN_PARTS.get(item.path.name, 1)
        seen[item.path.name] += 1
        item.add_marker(pytest.mark.xdist_group(f"{item.path.parent.name}-{item.path.stem}-{part}"))
