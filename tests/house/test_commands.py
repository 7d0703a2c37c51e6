"""What the documentation tells people to type is there: targets of make, commands and their options."""

import re
import shlex
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer

from gateway.cli.commands import application
from tests.house.tree import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
MAKEFILE = ROOT / "Makefile"
CI = ROOT / ".ci/run"


@cache
def targets() -> dict[str, str]:
    """The targets people may type, with what they are said to do."""
    return dict(re.findall(r"^([a-z]+):.*## (.+)$", MAKEFILE.read_text(), re.MULTILINE))


def would_run(target: str, **variables: str) -> str:
    """The recipe of a target, without running it."""
    given = [f"{name}={value}" for name, value in variables.items()]
    return subprocess.run(
        ["make", "--dry-run", "--always-make", target, *given], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


def commands_in(page: Path) -> list[list[str]]:
    """Every command line of ours on a page, in a block or between backticks."""
    text = page.read_text().replace("\\\n", " ")
    lines = re.findall(r"(?:^|`|\$\()(?:\.venv/bin/)?communique ([a-z][^`\n|)#]*)", text, re.MULTILINE)
    return [shlex.split(line.strip().rstrip(".")) for line in lines]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_target_that_a_page_names_is_there(page: Path) -> None:
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", page.read_text(), re.MULTILINE))
    assert named - set(targets()) == set()


def test_the_two_commands_of_the_readme_are_the_ones_a_newcomer_needs() -> None:
    named = re.findall(r"^make ([a-z]+)", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert named[:2] == ["demo", "test"]


def test_help_lists_every_target() -> None:
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^  make ([a-z]+) ", shown, re.MULTILINE)) == set(targets())
    phony = set(re.findall(r"^\.PHONY: (.+)$", MAKEFILE.read_text(), re.MULTILINE)[0].split())
    assert set(targets()) <= phony
    assert all(len(line) <= 110 for line in shown.splitlines())


def test_make_test_checks_everything() -> None:
    recipe = would_run("test")
    order = [
        recipe.index(tool)
        for tool in ("chromium", "ruff check", "ruff format --check", "lint-imports", "/mypy", "/pytest")
    ]
    assert order == sorted(order)


def test_a_demo_installs_only_what_runs() -> None:
    recipe = would_run("demo", PORT="8001")
    assert "requirements/runtime.lock" in recipe
    assert "requirements/development.lock" not in recipe
    assert "communique demo --port 8001" in recipe


@pytest.mark.parametrize("name", ["tools", "runtime", "development"])
def test_every_package_is_locked_by_its_hash_and_names_no_index(name: str) -> None:
    lock = (ROOT / f"requirements/{name}.lock").read_text()
    packages = re.findall(r"^([a-z0-9.-]+==\S+) .*\\\n    --hash=sha256:[0-9a-f]{64}", lock, re.MULTILINE)
    assert len(packages) == len(re.findall(r"^[a-z0-9]", lock, re.MULTILINE)) > 0
    assert not re.search(r"://|index-url|find-links", lock)


def test_the_continuous_check_runs_make_test() -> None:
    text = CI.read_text()
    assert CI.stat().st_mode & 0o111
    assert text.startswith("#!/usr/bin/env bash\n")
    assert "set -euo pipefail" in text
    assert re.search(r"^make test$", text, re.MULTILINE)
    assert text.index("apt-get update") < text.index("apt-get install") < text.index("\nmake test")
    subprocess.run(["bash", "-n", CI], check=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_that_a_page_names_can_be_typed(page: Path) -> None:
    assert [problem for words in commands_in(page) if (problem := what_is_wrong_with(words))] == []


def what_is_wrong_with(words: list[str]) -> str:
    """The first word of a command line that is no command or option of ours; empty when all are."""
    command: Any = typer.main.get_command(application)
    while words and hasattr(command, "commands"):
        name, *words = words
        if name not in command.commands:
            return name
        command = command.commands[name]
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    return " ".join(sorted({word for word in words if word.startswith("--")} - known))


def test_what_cannot_be_typed_is_noticed() -> None:
    assert what_is_wrong_with(["serve", "--port", "1"]) == ""
    assert what_is_wrong_with(["import", "wordpress"]) == "wordpress"
    assert what_is_wrong_with(["token", "list", "--everything", "--json"]) == "--everything"
