"""What is wrong with a page for somebody who does not see it, or sees it narrow: axe-core, headings, names, width."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


@dataclass(frozen=True, slots=True)
class Broken:
    """What Streamlit's own markup breaks: axe-core's rule, the part of it, why we cannot help it, where it shows."""

    rule: str
    part: str
    reason: str
    view: str


STREAMLITS_OWN = (
    Broken(
        "presentation-role-conflict",
        "stFileUploaderDropzone",
        "st.file_uploader gives its drop area a role and a label",
        "start, empty",
    ),
    Broken(
        "scrollable-region-focusable",
        "stTable",
        "the box in which a wide st.table scrolls on a phone has no tab stop; browsers give it one",
        "profile",
    ),
)


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of axe-core that a part of the page breaks."""

    rule: str
    place: str
    summary: str

    def is_listed_as(self, broken: Broken) -> bool:
        """Whether it is this fault of Streamlit's."""
        return self.rule == broken.rule and broken.part in self.place


# The path from the page to a part, by the names that Streamlit gives its parts.
PATH = """target => {
  const names = [];
  for (let here = document.querySelector(target); here; here = here.parentElement) names.push(here.dataset.testid);
  return names.filter(Boolean).reverse().join(" > ");
}"""


def violations(page: Page, *rules: str, without: str = "") -> list[Violation]:
    """What axe-core finds, by these rules, by all, or by all without one."""
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = list(rules)
    if without:
        options["rules"] = {without: {"enabled": False}}
    found: list[dict[str, Any]] = Axe().run(page, options=options).response["violations"]
    return [
        Violation(rule["id"], f"{page.evaluate(PATH, node['target'][0])}: {node['html'][:200]}", node["failureSummary"])
        for rule in found
        for node in rule["nodes"]
    ]


def avoidable(found: list[Violation]) -> list[Violation]:
    """What is not Streamlit's own."""
    return [one for one in found if not any(one.is_listed_as(broken) for broken in STREAMLITS_OWN)]


def out_of_order(page: Page) -> list[str]:
    """What is wrong with the headings and landmarks."""
    levels = [
        int(level)
        for level in page.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
            "all => all.filter(one => one.checkVisibility()).map(one => one.tagName.slice(1))"
        )
    ]
    wrong = [f"h{before} is followed by h{after}" for before, after in pairwise(levels) if after > before + 1]
    if levels.count(1) != 1 or levels[0] != 1:
        wrong.append(f"the headings are {levels}")
    if page.get_by_role("main").count() != 1:
        wrong.append("there is not one main landmark")
    return wrong


# What one can enter or press, by the name that is heard; a choice by the name of its group as well. What Streamlit
# puts inside a box, such as the arrow of a list, belongs to the box. Ways to one place may have one name, as links may.
NAMES = """main => {
  const groups = "[role=radiogroup], [role=group], [role=toolbar]";
  return [...main.querySelectorAll(`input, textarea, button, summary, ${groups}`)]
    .filter(one => one.checkVisibility() && one.type !== "file" && !one.closest("[aria-hidden=true]"))
    .filter(one => !one.closest("[data-testid=stTooltipIcon], [class*='st-key-way-']"))
    .filter(one => !(one.tagName === "BUTTON" && one.closest("[data-testid=stSelectbox]")))
    .map(one => {
      const group = one.parentElement.closest(groups);
      const labels = [...(one.labels || [])].map(label => label.innerText).join(" ");
      const name = one.getAttribute("aria-label") || labels || one.textContent;
      return [group && group.getAttribute("aria-label"), name.trim()].filter(Boolean).join(": ");
    })
    .filter(Boolean);
}"""


def same_names(page: Page) -> list[str]:
    """The names that two things to enter or press share."""
    names = Counter(page.get_by_test_id("stMain").evaluate(NAMES))
    return [name for name, count in names.items() if count > 1]


def overflow(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    return int(
        page.evaluate(
            "() => Math.max(...[document.documentElement, document.querySelector('[data-testid=stMain]')]"
            ".map(part => part.scrollWidth - part.clientWidth))"
        )
    )
