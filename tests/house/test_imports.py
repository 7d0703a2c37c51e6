"""Who may import whom. The contracts stand in pyproject.toml; here they are run, and broken once to see it noticed."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT, Module, modules, sample

# A line for each contract that breaks it, and where it would stand.
BREACHES = {
    "content-knows-no-door": ("schema/missions/services.py", "import gateway.settings"),
    "rules-know-no-face": ("schema/errors.py", "import strawberry"),
    "verbs-know-no-face": ("schema/topics/services.py", "import schema.topics.types"),
    "inside-a-noun": ("schema/media/models.py", "import schema.media.access"),
    "order-of-nouns": ("schema/people/services.py", "import schema.posts.models"),
    "doors-above-machinery": ("gateway/database.py", "import gateway.errors"),
    "reads-know-no-door": ("gateway/reads/plan.py", "import gateway.routes.health"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the packages in a folder."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env={"PYTHONPATH": str(folder)})


def test_every_import_is_allowed() -> None:
    found = lint(ROOT)
    assert found.returncode == 0, found.stdout + found.stderr


def test_each_contract_notices_when_it_is_broken(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ("schema", "gateway"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("static", "takeout"))
    for name, line in BREACHES.values():
        file = tmp_path / name
        file.write_text(f"{file.read_text()}\n{line}\n")
    found = lint(tmp_path)
    assert found.returncode == 1, found.stderr
    assert f"{len(BREACHES)} broken" in found.stdout, found.stdout
    broken = " ".join(found.stdout.split())
    for name, line in BREACHES.values():
        importer = name.removesuffix(".py").replace("/", ".")
        imported = line.removeprefix("import ")
        assert f"{importer} -> {imported}" in broken, f"{name}: {line} was not noticed"


def test_every_contract_has_a_breach() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    assert {contract["id"] for contract in contracts} == BREACHES.keys()


@pytest.mark.parametrize("module", ["schema.posts.services", "schema.comments.services", "schema.accounts.services"])
def test_a_verb_loads_no_graphql_types_and_no_server(module: str) -> None:
    program = f"import sys, {module}; print({{'strawberry', 'starlette', 'asyncpg'}} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    assert loaded.stdout == "set()\n"


def imported(module: Module) -> set[str]:
    """The packages a module imports, by their first name."""
    names: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add("." if node.level else (node.module or "").partition(".")[0])
    return names


def test_migrations_import_nothing_of_ours() -> None:
    ours = {"schema", "gateway", "tests", "."}
    assert [module.name for module in modules("alembic/versions") if imported(module) & ours] == []
    assert imported(sample("def upgrade():\n    from schema.tables import metadata")) & ours
    assert imported(sample("from . import other")) & ours


def environment_reads(module: Module) -> list[int]:
    """The lines at which a module looks at the environment."""
    return [
        node.lineno
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Attribute) and node.attr in {"environ", "environb", "getenv"})
        or (isinstance(node, ast.ImportFrom) and node.module == "os")
    ]


def test_content_does_not_look_at_the_environment() -> None:
    assert {module.name: lines for module in modules("schema") if (lines := environment_reads(module))} == {}
    assert environment_reads(sample("import os\nhome = os.environ['HOME']")) == [2]
    assert environment_reads(sample("from os import getenv")) == [1]


def content_in(module: Module) -> list[str]:
    """What a module of gateway/ may not hold: a table, or a type of the GraphQL schema."""
    declared = {"type", "input", "enum", "interface", "union", "object_type", "input_type", "enum_type"}
    found = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            bases = {ast.unparse(base) for base in node.bases}
            words = {ast.unparse(decorator).partition("(")[0] for decorator in node.decorator_list}
            if bases & {"Base", "DeclarativeBase"} or {word.rpartition(".")[2] for word in words} & declared:
                found.append(node.name)
    return found


def test_doors_define_neither_tables_nor_graphql_types() -> None:
    assert {module.name: names for module in modules("gateway") if (names := content_in(module))} == {}
    assert content_in(sample("class Visit(Base):\n    id: int")) == ["Visit"]
    assert content_in(sample("@strawberry.type\nclass Visit:\n    id: int")) == ["Visit"]
