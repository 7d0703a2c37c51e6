"""Every link, file and name in the documentation leads somewhere."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, prose
from tests.house.tree import ROOT

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`]+)`")
FOLDERS = ("schema", "gateway", "alembic", "tests", "docs", "web", "requirements", "bench")
PLACEHOLDER = re.compile(r"<[a-z_]+>|…|\*|YYYY")


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as forges make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    dead = []
    for target in LINK.findall(prose(page)):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        name, _, anchor = target.partition("#")
        there = (page.parent / name).resolve() if name else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            dead.append(target)
    assert dead == []


def named(text: str) -> list[str]:
    """What in a page's code looks like a file of this repository, perhaps with a name in it: ``file.py::name``."""
    return [
        code
        for code in CODE.findall(text)
        if re.fullmatch(r"[\w./\-]+(::\w+(\.\w+)*)?", code) and code.partition("/")[0] in FOLDERS and "/" in code
    ]


@cache
def names_in(file: Path) -> set[str]:
    """What a Python file defines: at its top, and in its classes as ``Class.name``."""
    found: set[str] = set()
    for node in ast.parse(file.read_text()).body:
        found |= _defined(node, "")
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                found |= _defined(inner, f"{node.name}.")
    return found


def _defined(node: ast.stmt, prefix: str) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {prefix + node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {prefix + ast.unparse(name) for target in targets for name in getattr(target, "elts", [target])}


def is_there(code: str) -> bool:
    """Whether a file exists, and defines the name."""
    name, _, inner = code.partition("::")
    file = ROOT / name
    return file.exists() and (not inner or inner in names_in(file))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_that_is_named_exists(page: Path) -> None:
    assert [code for code in named(prose(page)) if not PLACEHOLDER.search(code) and not is_there(code)] == []


def test_the_readme_is_read_to_its_end() -> None:
    assert (ROOT / "README.md").read_text().count("\n") <= 150


def test_a_file_that_is_gone_is_noticed() -> None:
    assert named("see `schema/posts/access.py::may_create` and `a/b`") == ["schema/posts/access.py::may_create"]
    assert is_there("schema/posts/access.py::may_create")
    assert is_there("schema/change.py::Change.record")
    assert not is_there("schema/posts/access.py::may_fly")
    assert not is_there("schema/posts/wings.py")
