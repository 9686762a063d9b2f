"""What may import what: imports point one way, and each large library has its one place."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Each step may import the steps before it; those on one step do not import each other.
STEPS = (
    {"rubric"},
    {"assessment"},
    {"context", "storage", "document", "charts"},
    {"report", "review", "partnership"},
    {"ui", "cli"},
    {"pages"},
    {"app"},
)
STEP_OF = {part: number for number, step in enumerate(STEPS) for part in step}

# Where a library may be imported: a module, or everything below a package.
PLACES = {
    "streamlit": ("app", "pages", "sendself.ui"),
    "sqlalchemy": ("sendself.storage",),
    "alembic": ("sendself.storage",),
    "psycopg": ("sendself.storage",),
    "plotly": ("sendself.charts",),
    "fpdf": ("sendself.document.pdf.directions", "sendself.document.pdf.tagging"),
    "pikepdf": ("sendself.document.pdf.tagging",),
    "docx": ("sendself.document.word",),
    "pypdfium2": ("sendself.document.pdf.page_pictures",),
    "resvg_py": ("sendself.document.images.png",),
    "PIL": ("sendself.document.logo",),
    "xlsxwriter": ("sendself.document.sheet",),
    "starlette": ("app", "sendself.ui"),
}
SESSION = "sendself.ui.session"

# SQLAlchemy speaks to PostgreSQL through one, fpdf2 shapes letters with the other, the third serves the app.
THROUGH_OTHERS = {"psycopg", "uharfbuzz", "uvicorn"}


class Module(NamedTuple):
    """A module of ours by its dotted name, with its parsed source."""

    name: str
    tree: ast.Module
    package: bool = False


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the app, the pages and the package."""
    files = [ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "sendself").rglob("*.py")]
    return tuple(read(file) for file in files if file.exists())


def read(file: Path) -> Module:
    """A file as a module."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    package = parts[-1] == "__init__"
    name = ".".join(parts[:-1] if package else parts)
    return Module(name, ast.parse(file.read_text(encoding="utf-8"), file.name), package)


def written(name: str, source: str) -> Module:
    """A module that a test writes."""
    return Module(name, ast.parse(source))


def imported(module: Module) -> Iterator[str]:
    """The dotted name of everything a module imports, wherever in it, also by name at run time."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=source, names=names, level=level):
                base = ".".join([*_above(module, level), *([source] if source else [])])
                yield from (f"{base}.{alias.name}" for alias in names)
            case ast.Call(func=function, args=[ast.Constant(value=str(name)), *_]) if _imports_by_name(function):
                yield name


def _above(module: Module, level: int) -> list[str]:
    """The package that a relative import starts from."""
    parts = module.name.split(".")
    up = level - 1 if module.package else level
    return parts[: len(parts) - up] if level else []


def _imports_by_name(function: ast.expr) -> bool:
    name = (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )
    return name in ("import_module", "__import__")


def part_of(name: str) -> str | None:
    """The part of ours that a dotted name belongs to; None for the libraries and for `sendself` itself."""
    parts = name.split(".")
    if parts[0] in ("app", "pages"):
        return parts[0]
    if parts[0] != "sendself" or len(parts) == 1 or parts[1].startswith("__version__"):
        return None
    # __main__.py only starts the command line.
    return "cli" if parts[1] == "__main__" else parts[1]


def wrong_direction(module: Module) -> list[str]:
    """What a module imports from beside or above it; a part without a step is told as well."""
    own = part_of(module.name)
    reached = {name: part for name in imported(module) if (part := part_of(name)) and part != own}
    if own is None:
        return sorted(reached)
    return sorted(name for name, part in reached.items() if own not in STEP_OF or STEP_OF.get(part, 99) >= STEP_OF[own])


def at_run_time(module: Module) -> Module:
    """A module without what it imports for the names of types alone."""
    body = [
        node for node in module.tree.body if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test))
    ]
    return module._replace(tree=ast.Module(body, []))


def circle(found: Iterable[Module]) -> list[str]:
    """The folders of a part, or modules beside them, that import each other in a circle; empty where none do."""
    needs: dict[str, set[str]] = {}
    for module in found:
        own = _folder(module.name)
        others = {_folder(name) for name in imported(at_run_time(module)) if name.startswith("sendself.")}
        needs.setdefault(own, set()).update(others - {own})
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _folder(name: str) -> str:
    return ".".join(name.split(".")[:3])


def wrong_place(module: Module) -> list[str]:
    """The libraries that a module imports and that belong elsewhere."""
    found = set()
    for name in imported(module):
        library = name.split(".")[0]
        if library == "yaml" and not module.name.endswith(("loader", "_loader")):
            found.add(library)
        places = PLACES.get(library)
        if places and not any(module.name == place or module.name.startswith(f"{place}.") for place in places):
            found.add(library)
    return sorted(found)


def imported_libraries(module: Module) -> set[str]:
    """The first part of everything that a module imports."""
    return {name.split(".")[0] for name in imported(module)}


def attributes(module: Module) -> set[str]:
    """Every attribute and keyword that a module names."""
    named = {node.attr for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
    return named | {node.arg for node in ast.walk(module.tree) if isinstance(node, ast.keyword) and node.arg}


def uses_html(module: Module) -> bool:
    """Whether a module draws markup or components of its own."""
    called = {
        node.func.attr
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    named = {name for name in imported(module) if name.startswith("streamlit.components")}
    return bool(named or {"html", "iframe"} & called or "components" in attributes(module))


def test_modules_are_there_to_be_read() -> None:
    """The rubric, the evaluation, the store, the document and the reports are among them."""
    parts = {part_of(module.name) for module in modules()}

    assert {"rubric", "assessment", "context", "storage", "document", "report"} <= parts
    assert len(modules()) > 50


def test_every_part_has_its_step() -> None:
    """A new part of the package is given its place in the order before anything imports it."""
    assert {part_of(module.name) for module in modules()} - {None, "data"} <= set(STEP_OF)


def test_imports_point_one_way() -> None:
    """No module imports from beside or above it."""
    assert {module.name: wrong for module in modules() if (wrong := wrong_direction(module))} == {}


def test_folders_of_a_part_do_not_import_each_other() -> None:
    """Within a part, too, imports point one way: what a folder stands on does not stand on it."""
    assert circle(modules()) == []


def test_circle_of_imports_is_found() -> None:
    """The check can fail, over several modules and folders; a name for types alone closes no circle."""
    one = written("sendself.ui.agree.meeting", "def late():\n    from sendself.ui.plan.aims import aims_part")
    other = written("sendself.ui.plan.actions", "from sendself.ui.agree.spread import spread_part")
    for_types = written(
        "sendself.ui.plan.actions", "if TYPE_CHECKING:\n    from sendself.ui.agree.spread import Spread"
    )

    assert set(circle([one, other])) == {"sendself.ui.agree", "sendself.ui.plan"}
    assert circle([one, for_types]) == []


def test_document_knows_nothing_of_schools() -> None:
    """The document could be lifted out: it imports nothing of ours but itself."""
    outside = {
        module.name: [name for name in imported(module) if part_of(name) not in (None, "document")]
        for module in modules()
        if part_of(module.name) == "document"
    }

    assert outside
    assert {name: found for name, found in outside.items() if found} == {}


def test_libraries_have_their_one_place() -> None:
    """Streamlit, YAML, SQLAlchemy, plotly, fpdf2, pikepdf and docx are imported where they belong and nowhere else."""
    assert {module.name: wrong for module in modules() if (wrong := wrong_place(module))} == {}


def test_every_place_of_a_library_uses_it() -> None:
    """A place that is named and does not import its library any more would let it back in unseen."""
    using = {
        library: {module.name for module in modules() if library in imported_libraries(module)} for library in PLACES
    }

    for library, places in PLACES.items():
        if library in THROUGH_OTHERS:
            continue
        unused = [
            one for one in places if not any(name == one or name.startswith(f"{one}.") for name in using[library])
        ]
        assert unused == [], library


def test_what_is_imported_is_what_is_declared() -> None:
    """`pyproject.toml` names every library that a module imports, and none besides but those used through another."""
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    declared = {re.split(r"[\[=<>~!]", one)[0].lower().replace("_", "-") for one in wanted}
    ours = {"app", "pages", "sendself"}
    foreign = {one for module in modules() for one in imported_libraries(module)} - sys.stdlib_module_names - ours
    names = {
        distribution.lower().replace("_", "-") for one in foreign for distribution in packages_distributions()[one]
    }

    assert names - declared == set()
    assert declared - names == THROUGH_OTHERS


def test_session_is_touched_in_one_file() -> None:
    """`st.session_state` is read and written by `sendself.ui.session` alone."""
    touching = {module.name for module in modules() if "session_state" in attributes(module)}

    assert touching <= {SESSION}


def test_html_of_our_own_is_never_let_through() -> None:
    """No markup is injected; one file of `ui` may carry the script that keeps typed text safe."""
    assert [module.name for module in modules() if "unsafe_allow_html" in attributes(module)] == []
    scripted = [module.name for module in modules() if "unsafe_allow_javascript" in attributes(module)]
    assert len(scripted) <= 1
    assert all(part_of(name) == "ui" for name in scripted)


def test_html_stands_in_two_files_alone() -> None:
    """`st.html` and components serve to size large words and to keep typed text, and nothing else."""
    using = {module.name for module in modules() if uses_html(module)}

    assert using == {"sendself.ui.elements.large", "sendself.ui.fields.keep_typing"}


@pytest.mark.parametrize(
    "source",
    [
        "import streamlit as st\nst.html('<b>')",
        "import streamlit as st\nst.sidebar.iframe('https://example.org')",
        "import streamlit.components.v1 as components\ncomponents.html('<b>')",
        "from streamlit.components.v2 import component",
        "import streamlit as st\nst.components.v2.component('x')",
    ],
)
def test_html_is_seen_where_it_is_used(source: str) -> None:
    """The check can fail, however it is called."""
    assert uses_html(written("pages.start", source))


@pytest.mark.parametrize(
    ("name", "source", "wrong"),
    [
        ("sendself.rubric.model", "from sendself.assessment.text import clean", ["sendself.assessment.text.clean"]),
        ("sendself.rubric.model", "import sendself.assessment", ["sendself.assessment"]),
        ("sendself.rubric.model", "from sendself import assessment", ["sendself.assessment"]),
        ("sendself.rubric.model", "from ..assessment import text", ["sendself.assessment.text"]),
        ("sendself.rubric.model", "from .. import assessment", ["sendself.assessment"]),
        ("sendself.rubric.model", "def late():\n    import sendself.storage.engine", ["sendself.storage.engine"]),
        ("sendself.rubric.model", "import importlib\nimportlib.import_module('sendself.ui')", ["sendself.ui"]),
        ("sendself.storage.tables", "from sendself.document import blocks", ["sendself.document.blocks"]),
        ("sendself.document.pdf.render", "import sendself.charts.radar", ["sendself.charts.radar"]),
        ("sendself.report.record", "from sendself.review import visit", ["sendself.review.visit"]),
        ("sendself.ui.every_page.frame", "from sendself.cli.main import main", ["sendself.cli.main.main"]),
        ("sendself.ui.every_page.frame", "from pages import start", ["pages.start"]),
        ("sendself.cli.files", "from sendself.ui import editor", ["sendself.ui.editor"]),
        ("sendself.helpers", "from sendself.rubric import model", ["sendself.rubric.model"]),
        ("sendself.ui.every_page.frame", "from sendself.helpers import anything", ["sendself.helpers.anything"]),
        ("sendself", "from sendself.rubric import model", ["sendself.rubric.model"]),
        ("sendself.assessment.model", "from sendself.rubric.model import Rubric", []),
        ("sendself.report.record", "from sendself.document.blocks import Block", []),
        ("sendself.cli.main", "from sendself import __version__\nfrom sendself.cli.files import read_file", []),
        ("sendself.__main__", "from sendself.cli.main import main", []),
        ("pages.navigation", "from pages import focus_area\nfrom sendself.ui.every_page import frame", []),
        ("app", "from pages import navigation\nimport streamlit", []),
        ("sendself.rubric.model", "from .guide import ROWS", []),
    ],
)
def test_import_in_the_wrong_direction_is_found(name: str, source: str, wrong: list[str]) -> None:
    """The check can fail, however the import is written, and lets the right ones pass."""
    assert wrong_direction(written(name, source)) == wrong


@pytest.mark.parametrize(
    ("name", "source", "wrong"),
    [
        ("sendself.report.summary", "import streamlit as st", ["streamlit"]),
        ("sendself.report.summary", "from streamlit.runtime import caching", ["streamlit"]),
        ("sendself.assessment.model", "import yaml", ["yaml"]),
        ("sendself.assessment.model", "from sqlalchemy import select", ["sqlalchemy"]),
        ("sendself.ui.every_page.frame", "import plotly.graph_objects as go", ["plotly"]),
        ("sendself.document.blocks", "from fpdf import FPDF", ["fpdf"]),
        ("sendself.document.pdf.forms", "from fpdf import FPDF", ["fpdf"]),
        ("sendself.report.record", "def late():\n    import pikepdf", ["pikepdf"]),
        ("sendself.document.pdf.render", "import docx", ["docx"]),
        ("sendself.report.files.answers", "from xlsxwriter import Workbook", ["xlsxwriter"]),
        ("sendself.document.images.svg", "import resvg_py", ["resvg_py"]),
        ("sendself.rubric.loader", "import yaml", []),
        ("sendself.storage.tables", "import sqlalchemy.dialects", []),
        ("sendself.charts.radar", "import plotly.graph_objects as go", []),
        ("sendself.charts_of_needs", "import plotly.graph_objects as go", ["plotly"]),
        ("sendself.document.pdf.tagging", "from fpdf import FPDF\nimport pikepdf", []),
        ("sendself.document.word.xml", "from docx.oxml import OxmlElement", []),
        ("pages.start", "import streamlit as st", []),
    ],
)
def test_library_in_the_wrong_place_is_found(name: str, source: str, wrong: list[str]) -> None:
    """The check can fail: a library outside its place is named, inside it is not."""
    assert wrong_place(written(name, source)) == wrong


def test_session_and_markup_are_seen_where_they_are_used() -> None:
    """The check can fail: reading the state and letting markup through are both seen."""
    module = written("pages.start", "import streamlit as st\nst.session_state.x\nst.html('', unsafe_allow_html=True)")

    assert {"session_state", "unsafe_allow_html"} <= attributes(module)


def test_no_heading_is_a_stop_for_the_tab_key_without_need() -> None:
    """Streamlit puts a link to itself beside every heading: each says which place it is, or that it has none."""
    headings = [
        (path.name, call)
        for folder in ("sendself/ui", "pages")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("title", "header", "subheader")
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "st"
    ]
    without = [name for name, call in headings if "anchor" not in {given.arg for given in call.keywords}]

    assert len(headings) > 50
    assert without == []
