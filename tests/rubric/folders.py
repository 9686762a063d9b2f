"""A rubric folder on the disk, as a school or trust would write it, with one thing changed by a test."""

from pathlib import Path
from typing import Any

import yaml

Content = dict[str, Any]

DUTIES: list[Content] = [
    {
        "id": "keep-registers",
        "duty": "Keep the registers",
        "source": "An Act, section 1",
        "kind": "must",
        "applies_to": ["maintained", "academy"],
        "checked": "2026-11",
        "verified": "verified",
    },
    {
        "id": "ask-parents",
        "duty": "Ask the parents",
        "source": "A Code, chapter 2",
        "kind": "should",
        "applies_to": ["maintained"],
        "checked": "2026-11",
        "verified": "from_memory",
    },
]


def theme(area: str, name: str, **changes: Any) -> Content:
    """A theme as it stands in a file."""
    content = {
        "id": f"{area}.{name}",
        "title": f"How {name} goes in {area}",
        "statement": "It goes well.",
        "look_for": ["the register", "a lesson"],
        "ask": "Who would notice?",
        "duties": [],
        "levels": {level: f"{area} {name} at level {level}" for level in (1, 2, 3, 4)},
    }
    return {**content, **changes}


def area_content(area: str, **changes: Any) -> Content:
    """A focus area with two themes as it stands in its file."""
    content = {
        "id": area,
        "title": f"The area {area}",
        "short": area[:16],
        "intro": "Have the registers at hand.",
        "themes": [theme(area, "first", duties=["keep-registers"]), theme(area, "second")],
    }
    return {**content, **changes}


def head_content(areas: list[str], **changes: Any) -> Content:
    """What stands in rubric.yaml."""
    names = ("Not yet in place", "Developing", "Established", "Sustained")
    content = {
        "id": "trust",
        "version": "2026.1",
        "title": "Our trust",
        "settings": ["mainstream"],
        "introduction": "Choose the level you could show a visitor.",
        "scale": [{"level": number, "name": name, "means": f"{name}."} for number, name in enumerate(names, 1)],
        "areas": areas,
        "duties": "duties.yaml",
    }
    return {**content, **changes}


def write(file: Path, content: Any) -> None:
    """Write a file as YAML; text and bytes are written as they are."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        file.write_bytes(content)
    else:
        text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        file.write_text(text, encoding="utf-8")


def write_rubric(folder: Path, areas: list[str], **head: Any) -> None:
    """Write a whole rubric folder that loads."""
    write(folder / "rubric.yaml", head_content(areas, **head))
    write(folder / "duties.yaml", DUTIES)
    for area in areas:
        write(folder / "areas" / f"{area}.yaml", area_content(area))
