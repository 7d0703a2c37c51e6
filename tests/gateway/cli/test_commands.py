"""What holds for every command: its help, its codes, and how it refuses."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import typer

from gateway.cli.commands import application
from gateway.cli.endings import MEANINGS, Exit, ending_of
from tests.gateway.cli.typed import COMMAND, ROOT, Type, clean

ON_A_DATABASE = [
    ["migrate"],
    ["migrate", "--check"],
    ["token", "list"],
    ["token", "create", "--account", "A", "--role", "reader", "--everywhere"],
    ["token", "revoke", "ci"],
    ["import", "blogger", str(ROOT / "gateway/demo/takeout"), "--blog", "From Halmere", "--mission", "kestrane"],
    ["serve", "--port", "1"],
]
WRONG = [
    ["nothing"],
    ["serve", "--prot", "1"],
    ["serve", "--port", "99999"],
    ["demo", "--port", "none"],
    ["migrate", "further"],
    ["import", "blogger"],
    ["import", "wordpress", "x"],
    ["token", "create"],
    ["token", "create", "--account", "A", "--role", "king", "--everywhere"],
]
UNREACHABLE = "postgresql://app:geheim@127.0.0.1:1/communique"


def test_the_help_fits_a_small_window_and_names_every_command(type_: Type) -> None:
    ran = type_("--help")
    assert ran.code == Exit.DONE
    assert max(map(len, ran.out.splitlines())) <= 80
    assert len(ran.out.splitlines()) <= 40
    for name in typer.main.get_command(application).commands:  # type: ignore[attr-defined]
        assert re.search(rf"^  {name} +\S", ran.out, re.MULTILINE)
    for code, meaning in MEANINGS.items():
        assert f"{code:d}  {meaning}" in ran.out


def test_without_a_command_the_help_is_shown(type_: Type) -> None:
    ran = type_()
    assert (ran.code, ran.out) == (Exit.WRONG, type_("--help").out)


def test_the_version_is_that_of_the_distribution(type_: Type) -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert version is not None
    assert type_("--version") == (Exit.DONE, f"communique {version[1]}\n", "")


def test_the_help_loads_no_server_and_no_database() -> None:
    heavy = "sqlalchemy", "strawberry", "starlette", "pydantic_settings", "rich", "uvicorn", "PIL", "alembic"
    script = (
        f"import sys; from gateway.cli import main; main(['--help']); print([m for m in {heavy} if m in sys.modules])"
    )
    ran = subprocess.run([COMMAND[0], "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_is_refused_with_where_to_look(type_: Type, words: list[str]) -> None:
    ran = type_(*words)
    said, where = ran.err.strip().split("\n")
    assert (ran.code, ran.out) == (Exit.WRONG, "")
    assert said.endswith(".")
    assert re.fullmatch(r"See: communique( [a-z-]+)* --help", where)
    assert json.loads(type_(*words, "--json").out)["error"]["exit_code"] == Exit.WRONG


@pytest.mark.parametrize("words", [["serve"], ["demo"], ["doctor"], ["migrate"], ["token", "list"]], ids=" ".join)
def test_a_setting_is_refused_in_one_line(type_: Type, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.setenv("COMMUNIQUE_READ_POOL_COUNT", "many")
    line = "COMMUNIQUE_READ_POOL_COUNT is “many”, which cannot be used. Allowed: a whole number of at least 1."
    assert type_(*words) == (Exit.WRONG, "", line + "\n")
    assert type_(*words, "--json").json == {"error": {"exit_code": 2, "message": line, "next": ""}}


@pytest.mark.parametrize("words", ON_A_DATABASE, ids=" ".join)
def test_a_database_that_does_not_answer_is_named(
    type_: Type, monkeypatch: pytest.MonkeyPatch, port: int, words: list[str]
) -> None:
    monkeypatch.setenv("COMMUNIQUE_DATABASE_URL", UNREACHABLE)
    words = [str(port) if word == "1" else word for word in words]
    ran = type_(*words)
    assert ran.code == Exit.DATABASE
    assert "Nothing answers at 127.0.0.1, port 1, where the database should be." in ran.err
    assert "geheim" not in ran.out + ran.err
    error = type_(*words, "--json").json["error"]
    assert (error["exit_code"], error["next"]) == (3, "Is Postgres running? Check COMMUNIQUE_DATABASE_URL.")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("/copy_", "/nowhere_"), "has no database “nowhere_"),
        (("postgres:@", "nobody:wrong@"), "refuses this user: role"),
    ],
)
def test_a_database_that_refuses_says_why(
    type_: Type, monkeypatch: pytest.MonkeyPatch, own_database: str, change: tuple[str, str], said: str
) -> None:
    assert change[0] in own_database
    monkeypatch.setenv("COMMUNIQUE_DATABASE_URL", own_database.replace(*change))
    ran = type_("migrate")
    assert ran.code == Exit.DATABASE
    assert said in ran.err


def test_a_host_that_is_none_is_named(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_DATABASE_URL", "postgresql://a:b@nowhere.invalid/c")
    ran = type_("migrate")
    assert ran == (
        3,
        "",
        "Nobody knows the host of the database, nowhere.invalid, port 5432.\nCheck COMMUNIQUE_DATABASE_URL.\n",
    )


def test_a_crash_is_told_by_a_reference_and_kept_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    code, message, next = ending_of(ZeroDivisionError("three by nothing"))
    [kept] = tmp_path.iterdir()
    assert code == Exit.CRASHED
    assert (
        message
        == f"Something went wrong on our side (reference {kept.stem.removeprefix('communique-')}): ZeroDivisionError."
    )
    assert str(kept) in next
    assert "three by nothing" in kept.read_text()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_colours_are_for_terminals_that_want_them() -> None:
    """Under a terminal of our own, with and without NO_COLOR."""
    shown = {no: _on_a_terminal(NO_COLOR=no) for no in ("", "1")}
    assert "\x1b[1m" in shown[""]
    assert "\x1b[32m" in shown[""]
    assert re.search(r"\x1b\[[0-9;]*3[0-7]m", shown["1"]) is None
    for text in shown.values():
        assert re.search(r"Counting.* 3 of 3 .* 0\.\d s", re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text), re.DOTALL)


def _on_a_terminal(**environment: str) -> str:
    script = """
from gateway.cli.presenting import Screen
screen = Screen()
with screen.step("Counting") as step:
    step.progress("numbers", 2, 3)
    step.outcome = "3 of 3"
screen.line("  Done", style="green")
"""
    terminal, inside = os.openpty()
    variables = {**clean(os.environ), "TERM": "xterm-256color", "COLUMNS": "80", **environment}
    variables = {name: value for name, value in variables.items() if value}
    subprocess.run([COMMAND[0], "-c", script], cwd=ROOT, env=variables, stdout=inside, stderr=inside, check=True)
    os.close(inside)
    text = b""
    while True:
        try:
            text += os.read(terminal, 4096)
        except OSError:
            break
    os.close(terminal)
    return text.decode()
