"""The repository as the laws of the house see it: its files, and its Python modules as syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = ("schema", "gateway", "alembic", "tests")
PRUNED = {".git", ".venv", "node_modules", "__pycache__", "dist", "var"}


@dataclass(frozen=True)
class Module:
    """One Python file."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        """Where it is, from the root of the repository."""
        return self.path.relative_to(ROOT).as_posix() if self.path.is_relative_to(ROOT) else self.path.as_posix()

    @property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        """How long it is."""
        return self.text.count("\n")


def modules(*folders: str) -> Iterator[Module]:
    """Every Python file below some folders, in the order of their names."""
    for folder in folders or OURS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield Module(path, path.read_text())


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that git keeps or would keep; in an archive without git, every file but what tools have made."""
    try:
        asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listed = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
        files = [ROOT / name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        files = [path for path in ROOT.rglob("*") if not PRUNED & set(path.relative_to(ROOT).parts)]
    return tuple(path for path in files if path.is_file())


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def sample(text: str) -> Module:
    """A module made up to break a law."""
    return Module(Path("sample.py"), text)
